internal import Areas
internal import Bytes
internal import Disclosure
internal import Exports
internal import Provenance

extension StudyFile {
  /// Takes the areas from other files than the study names.
  public mutating func replaceAreas(files: [String]) {
    areas = Located(.files(files), line: areas.line, column: areas.column)
  }

  /// Takes another register of addresses than the study names.
  public mutating func replaceRegister(file: String) {
    register = Located(file, line: register?.line ?? 0, column: register?.column ?? 0)
  }

  /// Makes the results for another audience; false when there is no such audience.
  public mutating func replaceAudience(_ word: String) -> Bool {
    guard let audience = Audience(rawValue: word) else { return false }
    self.audience = audience
    return true
  }

  /// The files that the areas are read from.
  var areaFiles: [String] {
    let files: [String] =
      switch areas.value {
      case .files(let paths): paths
      case .schematic(let folder): SchematicAreas.files(folder: folder, year: edition)
      case .none: []
      }
    return files.flatMap(Self.filesOfSet) + ownAreas.compactMap(\.file).flatMap(Self.filesOfSet)
  }

  /// The files with areas of other years.
  var earlierAreaFiles: [String] { earlierAreas.map(\.value).flatMap(Self.filesOfSet) }

  /// All files that the study reads.
  var files: [String] {
    (isWritten ? [path] : []) + areaFiles + earlierAreaFiles + [register?.value].compactMap(\.self)
      + records.flatMap { [$0.file, $0.corrections, $0.specialPoints].compactMap { $0?.value } }
      + figures.map(\.file.value) + indicators.compactMap(\.file) + indices.compactMap(\.file)
      + interpretations.map(\.value)
      + [barriers?.value, audit?.file.value, ledger?.value, key?.value].compactMap(\.self)
      + context.map(\.file.value)
      + indices.compactMap(\.reference?.value)
  }

  /// The files that belong to one: of a shapefile those that are read with it; without the layer or
  /// sheet that may stand behind a `#`.
  private static func filesOfSet(_ name: String) -> [String] {
    let path = PartedPath(name).file
    guard path.lowercased().hasSuffix(".shp") else { return [path] }
    let others = [".dbf", ".prj", ".cpg", ".DBF", ".PRJ", ".CPG"].filter { suffix in
      PathTarget.exists(path.dropLast(4) + suffix)
    }
    return [path] + others.map { path.dropLast(4) + $0 }
  }

  /// `uitvoer/` and the name of the study, beside the study file.
  public var defaultOutputFolder: String {
    Folder(ofFile: path).resolve("uitvoer/\(id)")
  }
}

/// How a folder with results of a study is known.
public enum StudyResults {
  /// The file that every folder with results holds.
  public static var mark: String { StudyExport.mark }

  /// One hash for all files of a folder that was written: that of `SHA256SUMS`, for somebody else to keep.
  /// - Throws: `FileError`.
  public static func hash(of folder: String) throws -> String {
    try FileHash(path: "\(folder)/\(StudyExport.checksums)").sha256
  }

  /// Whether a file of this name is one that a run writes.
  public static func isOurs(_ name: String) -> Bool { StudyExport.isOurs(name) }
}
