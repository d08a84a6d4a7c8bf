internal import Bytes
internal import Provenance

/// What a run reads of the catalogue that ships with the program, so that `verify` can tell whether it is
/// another.
enum CatalogueFiles {
  /// The role in provenance of the spellings of CBS columns.
  static let columns = "columns"
  /// The role of the cities.
  static let cities = "cities"

  /// Whether a role of provenance is that of a file of the catalogue.
  static func isRole(_ role: String) -> Bool {
    ["rules", "sectors", "indicator", "index", "match_model", columns, cities].contains(role)
  }

  /// Where a file of the catalogue lies now.
  static func path(role: String, name: String, in folder: String) -> String {
    switch role {
    case "rules": "\(folder)/rules/\(name)"
    case "indicator": "\(folder)/indicators/\(name)"
    case "index": "\(folder)/indices/\(name)"
    case "match_model": "\(folder)/geocoding/\(name)"
    default: "\(folder)/\(name)"
    }
  }

  /// One hash for all files of the catalogue among the inputs of a run.
  static func hash(of inputs: [ProvenanceRecord.Input]) -> String {
    let own = inputs.filter { isRole($0.role) }.map { ($0.role, $0.name, $0.identity.value ?? "") }
    return FileHash.combined(own.sorted(by: <).map(\.2))
  }

  /// One hash for the files that the page with maps is made of.
  /// - Throws: `FileError`.
  static func pageHash(in folder: String) throws -> String {
    let paths = Folder(ofFile: folder + "/").expand("atlas/*")
    return FileHash.combined(try paths.map { try FileHash(path: $0).sha256 })
  }
}
