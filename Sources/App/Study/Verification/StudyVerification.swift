internal import Bytes
internal import Exports
internal import Keys
internal import Provenance

/// Whether a folder with results is what its study makes of its files.
public struct StudyVerification: Sendable {
  /// How an input of the run is now.
  public enum InputState: Hashable, Sendable {
    /// The file is gone, and a note tells since when, by whom and on what ground.
    case destroyed(DestroyedInputs.Entry)
    /// The file is gone, and a note of a file of this name is not of it.
    case misnoted(DestroyedInputs.Misfit)
    /// The file is gone.
    case gone
    /// The file has other bytes, or the study names no such file any more.
    case changed
  }

  /// Why results cannot be held against a study.
  public enum Failure: Error, Hashable, Sendable {
    /// Inputs are known by a key, and the study names none.
    case noKey(folder: String)
    /// The key of the study is another than that of the results.
    case otherKey(String)

    var parts: (path: String, sentence: String) {
      switch self {
      case .noKey(let folder):
        (
          folder,
          "the inputs of these results are known by a key, and the study names none. Name it as 'key' in the "
            + "study, as in the run."
        )
      case .otherKey(let path):
        (
          path,
          "this is another key than that of the results, so it cannot be seen whether inputs are the same. "
            + "Name the key of the run."
        )
      }
    }
  }

  /// Another version of the program.
  public enum OtherProgram: Hashable, Sendable {
    /// This one made the results.
    case version(String)
    /// What the results say is no version.
    case noVersion
    /// The results do not say which.
    case unknown
  }

  /// An input that is not as it was.
  public struct OtherInput: Hashable, Sendable {
    /// The input.
    public let input: PairedInput
    /// What became of it.
    public let state: InputState

    /// Whether a note that it was destroyed goes by its name alone.
    public var isByNameAlone: Bool { !input.input.isTold }
  }

  /// The inputs of the study that are not as they were; when there is one, the study was not run.
  public private(set) var otherInputs: [OtherInput] = []
  /// The inputs of the study that are there and of which provenance tells nothing by which it can be seen
  /// whether they are as they were.
  public private(set) var untoldInputs: [PairedInput] = []
  /// The inputs that a note says were destroyed, though a file of that name is there.
  public private(set) var presentInputs: [PairedInput] = []
  /// The files that a note names and that are no input of the run.
  public private(set) var strayNotes: [String] = []
  /// How many files of the user's own are as they were.
  public private(set) var sameInputs = 0
  /// Whether a study was named, against which the results were held.
  public private(set) var isHeldAgainstStudy = false
  /// Whether the study was run again.
  public private(set) var wasRun = false
  /// Whether the libraries are those of the first run, so that every byte must be the same.
  public private(set) var hasEqualVersions = true
  /// The libraries that are of other versions now.
  public private(set) var otherLibraries: [String] = []
  /// The version of the program that made the results, as far as they tell, when it is another than this one or
  /// not known.
  public private(set) var otherProgram: OtherProgram?
  /// The files of the catalogue that have other bytes than in the run, or are gone; `atlas` for the files
  /// that the page with maps is made of.
  public private(set) var otherCatalogue: [String] = []
  /// Whether the concept that was released cannot be made again to the byte, so that the results are
  /// compared with what the study gives now.
  public private(set) var isConceptAnother = false
  /// What is not the same in the new run; at most one place a file.
  public private(set) var differences: [FileDifference] = []
  /// Files that are no text and were not compared, because libraries are of other versions.
  public private(set) var notCompared: [String] = []
  /// The number of files with a checksum.
  public let fileCount: Int
  /// The files in the folder that were not looked at.
  public let passedOver: [PassedOverFile]
  /// Whether the list of checksums is the one of which somebody kept the hash.
  public let isListKept: Bool

  /// Whether program, catalogue and libraries are those of the run.
  public var isSameProgram: Bool {
    hasEqualVersions && otherProgram == nil && otherCatalogue.isEmpty
  }

  /// Whether the run again cannot vouch for all of the results: a file was not compared, or the concept that was
  /// released is another now.
  public var isIncomplete: Bool { isConceptAnother || !notCompared.isEmpty }

  /// Whether a kept hash of the list vouches for what the run again cannot: another concept comes of other versions,
  /// and not of another study or file.
  public var isVouchedFor: Bool { isListKept && !(isConceptAnother && isSameProgram) }

  /// Whether nothing is wrong: all is the same, or inputs are destroyed and that is noted.
  public var isGood: Bool {
    differences.isEmpty
      && (!isIncomplete || isVouchedFor)
      && otherInputs.allSatisfy { if case .destroyed = $0.state { true } else { false } }
  }

  /// Whether the results were put together from those of several cities, which merging them again checks.
  public let isMerged: Bool
  /// Whether the results are those of a linkage, which `link count` makes again.
  public let isLinkage: Bool

  /// Whether a run of a study wrote the results, so that it can be run again.
  public let isOfRun: Bool

  /// Checks the files of a folder alone.
  public init(_ folder: VerifiedFolder) {
    fileCount = folder.names.count
    passedOver = folder.passedOver
    isListKept = folder.isListKept
    isMerged = folder.isMerged
    isLinkage = folder.isLinkage
    isOfRun = folder.isOfRun
  }

  /// Runs a study again, into a folder beside the results that is removed afterwards, and compares every
  /// file.
  ///
  /// Under equal versions of the libraries every byte counts; else numbers of texts may lie within
  /// ``FileDifference/tolerance``, and files that are no text are not compared. What the results say of the versions
  /// that made them is part of the results: it excuses no other difference than the version itself.
  /// - Throws: ``Failure``, or the errors of ``StudyRun``.
  /// - Complexity: that of the run.
  public init(
    _ folder: VerifiedFolder, study: StudyFile, geodata: Geodata, destroyed: DestroyedInputs?,
    tasks: Int
  ) async throws {
    self.init(folder)
    isHeldAgainstStudy = true
    try lookAtProgram(folder, geodata: geodata)
    try look(
      at: study, folder: folder, destroyed: destroyed, key: try Self.key(of: study, for: folder))
    guard otherInputs.isEmpty else { return }
    let passing = PassingFolder(beside: folder.path)
    // A study that has expired can still be looked into.
    let run: StudyRun
    if let path = folder.releasePath {
      let release = try StudyRelease(path: path)
      do {
        try await release.check(
          study, geodata: geodata, beside: passing.path, path: path, tasks: tasks,
          mindsExpiry: false)
      } catch StudyRelease.Failure.otherResults {
        isConceptAnother = true
      }
      run = StudyRun(
        study, geodata: geodata, release: release, mindsExpiry: false,
        ledgerCount: folder.record.ledger?.entries)
    } else {
      run = StudyRun(
        study, geodata: geodata, justification: try folder.justification, mindsExpiry: false,
        ledgerCount: folder.record.ledger?.entries)
    }
    _ = try await run.run(
      to: OutputFolder(path: passing.path, isOurs: StudyExport.isOurs), tasks: tasks)
    try compare(folder, with: VerifiedFolder(passing.path))
    wasRun = true
  }

  /// The word for the files that the page with maps is made of.
  private static let page = "atlas"

  /// Compares program and catalogue with those of the run: what they changed is no fault of the results.
  private mutating func lookAtProgram(_ folder: VerifiedFolder, geodata: Geodata) throws {
    let record = folder.record
    switch record.programVersion {
    case nil: otherProgram = .unknown
    case ProgramVersion.text: break
    case let version?:
      otherProgram = ToldVersions.isVersion(version) ? .version(version) : .noVersion
    }
    for input in folder.inputs where CatalogueFiles.isRole(input.role) {
      let path = CatalogueFiles.path(
        role: input.role, name: input.name, in: geodata.folder)
      // An index of the user's own has the role of one of the catalogue, and is not there.
      guard PathTarget.exists(path) || input.role != "index" else { continue }
      if try !PathTarget.exists(path) || FileHash(path: path).sha256 != input.sha256 {
        otherCatalogue.append(input.name)
      }
    }
    if let page = record.page, try CatalogueFiles.pageHash(in: geodata.folder) != page {
      otherCatalogue.append(Self.page)
    }
  }

  /// The key by which inputs of the results are known; nil when none is.
  private static func key(
    of study: StudyFile, for folder: VerifiedFolder
  ) throws -> InputKey? {
    guard let id = folder.record.keyID else { return nil }
    guard let file = study.key else { throw Failure.noKey(folder: folder.path) }
    let key = InputKey(try SecretKey(path: file.value))
    guard key.id == id else { throw Failure.otherKey(file.value) }
    return key
  }

  /// Compares the files that the study names with what provenance has of them.
  private mutating func look(
    at study: StudyFile, folder: VerifiedFolder, destroyed: DestroyedInputs?, key: InputKey?
  ) throws {
    let inputs = try PairedInput.pairs(
      folder.inputs.filter { StudyFile.isOfUser(role: $0.role) }, of: study, key: key)
    let notes = DestroyedInputs.Notes(
      destroyed, inputs: inputs, folder: Folder(ofFile: study.path),
      peildatum: study.peildatum, key: key)
    strayNotes = notes.strays
    for input in inputs {
      let note = notes.note(of: input)
      guard input.isThere else {
        let state: InputState =
          note.map(InputState.destroyed) ?? notes.misfit(input).map(InputState.misnoted)
          ?? (input.path == nil ? .changed : .gone)
        otherInputs.append(OtherInput(input: input, state: state))
        continue
      }
      if notes.isNoted(input) { presentInputs.append(input) }
      switch input.isSame {
      case true?: sameInputs += 1
      case false?: otherInputs.append(OtherInput(input: input, state: .changed))
      case nil: untoldInputs.append(input)
      }
    }
  }

  private mutating func compare(_ before: VerifiedFolder, with now: VerifiedFolder) throws {
    // What is no version of a library that is told now is a difference like another.
    otherLibraries = now.record.libraries.keys.filter { library in
      guard let told = before.record.libraries[library] else { return false }
      return told != now.record.libraries[library]
        && ToldVersions.isVersion(told, of: library)
    }.sorted()
    hasEqualVersions = otherLibraries.isEmpty
    let versions = self.versions(before.record, now.record)
    let (old, new) = (Set(before.names), Set(now.names))
    for name in old.union(new).sorted() {
      guard new.contains(name) else {
        differences.append(FileDifference(name, .onlyBefore))
        continue
      }
      guard old.contains(name) else {
        differences.append(FileDifference(name, .onlyNow))
        continue
      }
      if before.checksums[name] == now.checksums[name] { continue }
      let bytes = try InputFile.contents(of: "\(now.path)/\(name)")
      guard
        let difference = FileDifference(
          name, before: try InputFile.contents(of: "\(before.path)/\(name)"), now: bytes,
          isExact: hasEqualVersions, versions: Self.tellsVersions(name) ? versions : [])
      else { continue }
      if !hasEqualVersions, !FileDifference.isText(bytes) {
        notCompared.append(name)
      } else {
        differences.append(difference)
      }
    }
  }

  /// Whether a file tells by which program and libraries it was made.
  private static func tellsVersions(_ name: String) -> Bool {
    name == StudyExport.mark || name == StudyExport.catalogueEntry
      || StudyExport.methodReports.contains(name)
  }

  /// The versions of program and libraries and the hashes of the catalogue that are others now, which are told apart
  /// from other differences; longer words first, since a version may be the beginning of another.
  private func versions(
    _ before: VerifiedFolder.Record, _ now: VerifiedFolder.Record
  ) -> [ToldVersions.Pair] {
    var words: [(before: String?, now: String?)] = otherLibraries.map {
      (before.libraries[$0], now.libraries[$0])
    }
    if case .version(let version) = otherProgram { words.append((version, now.programVersion)) }
    var hashes: [(before: String?, now: String?)] = []
    if !otherCatalogue.isEmpty { hashes.append((before.catalogue, now.catalogue)) }
    if otherCatalogue.contains(Self.page) { hashes.append((before.page, now.page)) }
    for input in before.inputs
    where CatalogueFiles.isRole(input.role) && otherCatalogue.contains(input.name) {
      let same = now.inputs.first { $0.role == input.role && $0.name == input.name }
      hashes.append((input.sha256, same?.sha256))
    }
    words += hashes.filter { $0.before.map(ToldVersions.isHash) ?? false }
    return Set(
      words.compactMap { word in
        word.before.flatMap { before in word.now.map { ToldVersions.Pair(before, $0) } }
      }
    ).sorted {
      ($0.now.count, $0.before.count, String(decoding: $0.before, as: UTF8.self))
        > ($1.now.count, $1.before.count, String(decoding: $1.before, as: UTF8.self))
    }
  }
}

extension StudyFile {
  /// The files that the study names, under the role that provenance gives each.
  var namedFiles: [(role: String, path: String)] {
    var files =
      [("study", path)] + areaFiles.map { ("areas", $0) }
      + earlierAreaFiles.map { ("earlier_areas", $0) }
    if let register { files.append(("register", register.value)) }
    for records in records {
      files.append(("records:\(records.id)", records.file.value))
      if let list = records.corrections { files.append(("corrections:\(records.id)", list.value)) }
      if let list = records.specialPoints {
        files.append(("special_points:\(records.id)", list.value))
      }
    }
    for figures in figures {
      files.append(("figures:\(figures.id)", figures.file.value))
      if let list = figures.crosswalk { files.append(("crosswalk:\(figures.id)", list.value)) }
    }
    files += interpretations.map { ("interpretation", $0.value) }
    files += indices.compactMap(\.reference).map { ("reference", $0.value) }
    files += context.map { ("context", $0.file.value) }
    if let audit { files.append(("audit", audit.file.value)) }
    if let barriers { files.append(("barriers", barriers.value)) }
    return files.map { role, path in (role, PartedPath(path).file) }
  }

  /// Whether a role of provenance is that of a file that the study names, and not of the catalogue.
  static func isOfUser(role: String) -> Bool {
    let kind = role.split(separator: ":").first.map(String.init) ?? role
    return [
      "study", "areas", "earlier_areas", "register", "records", "corrections", "special_points",
      "figures",
      "crosswalk", "interpretation", "reference", "context", "audit", "barriers",
    ].contains(kind)
  }
}
