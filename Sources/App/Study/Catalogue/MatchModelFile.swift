internal import Bytes
public import Matching

/// The fitted match model in the folder `geodata`.
public enum MatchModelFile {
  /// Why the model could not be read.
  public struct Failure: Error, Sendable {
    /// The file.
    public let path: String
    /// The line that is not understood, from 1; 0 for the whole.
    public let line: Int
  }

  /// Where it lies in the folder `geodata`.
  static func path(folder: String) -> String { folder + "/geocoding/match-model.csv" }

  /// Reads `geocoding/match-model.csv`.
  /// - Throws: `FileError` or ``Failure``.
  public static func read(folder: String) throws -> MatchModel {
    let path = path(folder: folder)
    let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
    do {
      return try MatchModel(text: text)
    } catch {
      throw Failure(path: path, line: error.line)
    }
  }
}
