internal import CSV

/// A column of the input has the name of one that is appended.
public struct ColumnTaken: Error, Hashable, Sendable {
  /// The file.
  public let path: String
  /// The column as the file writes it.
  public let column: String

  /// Refuses a file that has one of the names `appended`, whatever their case.
  /// - Throws: ``ColumnTaken``.
  static func check(_ file: CSVFile, _ appended: [String]) throws(ColumnTaken) {
    let names = Set(appended.map { $0.lowercased() })
    if let column = file.header.first(where: { names.contains($0.lowercased()) }) {
      throw ColumnTaken(path: file.path, column: column)
    }
  }
}
