import Foundation

/// The fitted match model of the project.
enum ModelFile {
  static let path =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .standardizedFileURL.path + "/geodata/geocoding/match-model.csv"
}

/// The text of a file of the project.
func text(of path: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
}
