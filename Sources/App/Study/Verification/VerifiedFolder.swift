internal import Bytes
internal import Exports
internal import Foundation
internal import GeoPackage
internal import Provenance

/// A folder with results, of which every file is as its checksums say.
public struct VerifiedFolder: Sendable {
  /// Why a folder is refused.
  public enum Failure: Error, Hashable, Sendable {
    /// No folder with results of a run.
    case noResult(String)
    /// Results without a list of checksums, or with one that is damaged.
    case noChecksums(String)
    /// The list of checksums is another than the one of which somebody kept the hash.
    case otherList(String)
    /// Files that are not as they were written.
    case tampered(String, files: [String])
    /// A GeoPackage beside which a file lies that changes it.
    case pendingChanges(String, database: String)
    /// A provenance that cannot be read though its checksum is right.
    case badProvenance(String)

    var parts: (path: String, sentence: String) {
      switch self {
      case .noResult(let path):
        (
          path,
          "there are no results here: name a folder that 'wijkzicht run' or another command wrote."
        )
      case .noChecksums(let path):
        (
          path,
          "the list of checksums, \(StudyExport.checksums), is missing or damaged. Make the results again."
        )
      case .otherList(let path):
        (
          path,
          "this list has another hash than the one that was kept: files and list were changed together, or the "
            + "hash is of other results."
        )
      case .tampered(let path, let files):
        (path, "these results are not as they were written: " + files.joined(separator: "; ") + ".")
      case .pendingChanges(let path, let database):
        (
          path,
          "this file holds changes to \(database): every program that opens \(database) shows them, and "
            + "\(StudyExport.checksums) does not have them. Close the programs that have it open. When the file stays, "
            + "unpack the results anew, or remove it when nobody knows where it comes from."
        )
      case .badProvenance(let path):
        (path, "this is no record of a run, or one of another version of the program.")
      }
    }
  }

  /// What provenance tells of one file that went in.
  public struct Input: Hashable, Sendable, Decodable {
    /// What it was used for.
    public let role: String
    /// The name without folders.
    public let name: String
    /// The hash of its content; nil when that is not told.
    public let sha256: String?
    /// The code of its content by the key of the study; nil when it has none.
    public let hmac: String?

    enum CodingKeys: String, CodingKey {
      case role, name, sha256
      case hmac = "hmac_sha256"
    }

    /// Whether a file with this hash is the one that went in; nil when nothing is told by which that can be
    /// seen.
    func isFile(withSHA256 hash: String, key: InputKey?) -> Bool? {
      if let sha256 { return sha256 == hash }
      return hmac.flatMap { hmac in key.map { $0.identity(ofSHA256: hash) == hmac } }
    }

    /// Whether anything is told by which it can be known again.
    var isTold: Bool { sha256 != nil || hmac != nil }
  }

  struct Record: Decodable {
    /// Nil of what no study made, such as a linkage or a heatmap by itself.
    let study: String?
    let audience: String
    private let toldLibraries: [String: String]?
    let inputs: [Input]
    /// Nil of results whose program did not write it.
    let programVersion: String?
    let catalogue: String?
    let page: String?
    /// With which key inputs were identified; nil when none was.
    let keyID: String?
    let biasAudit: Bias?
    let ledger: Ledger?
    let concept: Bool?
    /// The last day on which the study may be run; nil when it names none, and of several cities together.
    let expires: String?
    let release: Release?
    let merged: Merged?

    /// The versions of libraries; none of a linkage.
    var libraries: [String: String] { toldLibraries ?? [:] }

    /// Whether it tells with which libraries, as all records but that of a linkage do.
    var hasLibraries: Bool { toldLibraries != nil }

    /// What provenance tells of the release.
    struct Release: Decodable {
      let by: String
      let date: String
      let outputs: String
    }

    /// That the results are those of several cities.
    struct Merged: Decodable {}

    struct Bias: Decodable {
      struct Finding: Decodable {
        let layer: String
        let column: String
        let gemeentecode: String?
        let correlation: Double

        enum CodingKeys: String, CodingKey {
          case layer, column, gemeentecode
          case correlation = "rank_correlation"
        }
      }

      struct Silent: Decodable {
        let result: String
        let column: String
        /// Nil where it was tested nowhere; so are the numbers.
        let gemeentecode: String?
        let areas: Int?
        let valued: Int?

        enum CodingKeys: String, CodingKey {
          case result, column, gemeentecode, areas
          case valued = "areas_with_value"
        }
      }

      let tested: Int
      let above: [Finding]
      /// Nil in results of before it was told.
      let notTested: [Silent]?

      enum CodingKeys: String, CodingKey {
        case tested, above
        case notTested = "not_tested"
      }
    }

    /// What provenance tells of the ledger.
    struct Ledger: Decodable {
      let entries: Int
    }

    enum CodingKeys: String, CodingKey {
      case study, audience, inputs, ledger, concept, expires, release, merged
      case toldLibraries = "libraries"
      case programVersion = "program_version"
      case catalogue = "catalogue_sha256"
      case page = "atlas_sha256"
      case keyID = "key_id"
      case biasAudit = "bias_audit"
    }
  }

  /// What the bias audit found; nil when there was none.
  var biasFindings: [BiasAudit.Row]? {
    record.biasAudit?.above.map {
      BiasAudit.Row(
        layer: $0.layer, column: $0.column, gemeentecode: $0.gemeentecode,
        correlation: $0.correlation)
    }
  }

  /// What could have been tested and was not.
  var biasUntested: [BiasAudit.Untested] {
    (record.biasAudit?.notTested ?? []).map {
      var areas: BiasAudit.Untested.Areas?
      if let tested = $0.areas, let valued = $0.valued {
        areas = .init(tested: tested, valued: valued)
      }
      return BiasAudit.Untested(
        result: $0.result, column: $0.column, gemeentecode: $0.gemeentecode, areas: areas)
    }
  }

  /// Whether there was something to audit.
  var isBiasTested: Bool { record.biasAudit.map { $0.tested > 0 } ?? false }

  /// Who answers for what the bias audit found; nil when nobody does.
  /// - Throws: ``StudyProblems`` when the file cannot be understood.
  var justification: BiasJustification? {
    get throws {
      names.contains(StudyExport.justification)
        ? try BiasJustification(path: "\(path)/\(StudyExport.justification)") : nil
    }
  }

  /// The folder.
  public let path: String
  /// The names of the files that have a checksum, in order.
  public let names: [String]
  let checksums: Checksums
  let record: Record
  /// What provenance tells of a linkage; nil of a study.
  let linkage: LinkageRecord?
  /// Whether the list of checksums was held against a hash that somebody kept.
  public let isListKept: Bool
  /// The files in the folder that were not looked at, by name.
  public let passedOver: [PassedOverFile]

  /// For whom the results are, as a study writes it.
  public var audience: String { record.audience }

  /// One hash for all files: that of their list.
  var hash: String {
    get throws { try FileHash(path: "\(path)/\(StudyExport.checksums)").sha256 }
  }

  /// The release of the results, when there is one.
  var releasePath: String? {
    names.contains(StudyExport.release) ? "\(path)/\(StudyExport.release)" : nil
  }

  /// Whether the results are released: the release beside them can be read, is of this study and audience,
  /// and is the one with which they were made by their provenance. That it is a release of what the study
  /// makes of its records, only a run again can tell.
  var isReleased: Bool {
    guard let releasePath, let told = record.release, record.concept == false,
      let release = try? StudyRelease(path: releasePath)
    else { return false }
    return release.kind == .study && release.name == record.study
      && release.audience == record.audience
      && release.outputs == told.outputs && release.by == told.by && release.date == told.date
  }

  /// Whether the results are those of a linkage.
  public var isLinkage: Bool { linkage != nil }

  /// Whether a run of a study wrote the results, or a merge, and not a command that tells of them or works without
  /// a study.
  public var isOfRun: Bool { names.contains(StudyExport.catalogueEntry) }

  /// Whether the results were put together from those of several cities.
  public var isMerged: Bool { record.merged != nil }

  /// The files that went in.
  public var inputs: [Input] { record.inputs }

  /// Reads a folder and compares every file with its checksum.
  /// - Parameter keptHash: the SHA-256 of the list that somebody kept elsewhere, in small letters; nil when nobody
  ///   did.
  /// - Throws: ``Failure``, or `FileError` when a file cannot be read.
  public init(_ path: String, keptHash: String? = nil) throws {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard all.contains(StudyExport.mark) else { throw Failure.noResult(path) }
    guard let bytes = try? InputFile.contents(of: "\(path)/\(StudyExport.checksums)"),
      let checksums = Checksums(bytes)
    else { throw Failure.noChecksums("\(path)/\(StudyExport.checksums)") }
    try checksums.refusePendingChanges(in: path)
    let listed = Set(checksums.files.map(\.name))
    let passedOver = all.sorted().compactMap { PassedOverFile($0, listed: listed) }
    let unlisted = Set(passedOver.map(\.name) + [StudyExport.checksums])
    let names = all.filter { !unlisted.contains($0) }
    let faults = try checksums.faults(names) { "\(path)/\($0)" }
    guard faults.isEmpty else {
      throw Failure.tampered(path, files: faults.map(\.sentence))
    }
    let mark = "\(path)/\(StudyExport.mark)"
    let told = Data(try InputFile.contents(of: mark))
    let linkage = try? JSONDecoder().decode(LinkageRecord.self, from: told)
    guard let record = try? JSONDecoder().decode(Record.self, from: told),
      record.hasLibraries || linkage != nil
    else { throw Failure.badProvenance(mark) }
    if let keptHash {
      let list = "\(path)/\(StudyExport.checksums)"
      guard try FileHash(path: list).sha256 == keptHash else { throw Failure.otherList(list) }
    }
    self.linkage = linkage
    self.path = path
    isListKept = keptHash != nil
    self.passedOver = passedOver
    self.names = checksums.files.map(\.name)
    self.checksums = checksums
    self.record = record
  }
}

extension Checksums {
  /// Refuses a folder in which a file beside a listed GeoPackage changes what the GeoPackage says.
  /// - Throws: ``VerifiedFolder/Failure/pendingChanges(_:database:)``.
  func refusePendingChanges(in folder: String) throws {
    for (name, _) in files where name.hasSuffix(".gpkg") {
      if let pending = PendingChanges.file(beside: "\(folder)/\(name)") {
        throw VerifiedFolder.Failure.pendingChanges(pending, database: name)
      }
    }
  }
}

extension Checksums.Fault {
  var sentence: String {
    switch self {
    case .missing(let name): "\(name) is missing"
    case .changed(let name): "\(name) has other bytes"
    case .unlisted(let name): "\(name) is not one of them"
    }
  }
}
