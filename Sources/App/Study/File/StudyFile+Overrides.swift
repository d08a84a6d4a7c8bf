internal import Areas
internal import Disclosure
internal import Exports

extension StudyFile {
  /// Takes the areas from other files than the study names.
  public mutating func replaceAreas(files: [String]) {
    areas = Located(.files(files), line: areas.line, column: areas.column)
  }

  /// Makes the results for another audience; false when there is no such audience.
  public mutating func replaceAudience(_ word: String) -> Bool {
    guard let audience = Audience(rawValue: word) else { return false }
    self.audience = audience
    return true
  }

  /// The files that the areas are read from.
  var areaFiles: [String] {
    switch areas.value {
    case .files(let paths): paths
    case .schematic(let folder): SchematicAreas.files(folder: folder, year: edition)
    }
  }

  /// `uitvoer/` and the name of the study, beside the study file.
  public var defaultOutputFolder: String {
    Folder(ofFile: path).resolve("uitvoer/\(id)")
  }
}

/// The file by which a folder of results is known.
public enum StudyExportMark {
  /// Its name.
  public static var file: String { StudyExport.mark }
}
