internal import CSV
internal import Cartography
internal import Disclosure

/// A table as CSV, each row with the marks of its document at the end: for whom, made up or not, released or not.
public struct MarkedTable {
  /// The rows so far.
  public private(set) var bytes: [UInt8] = []
  private let form = CSVForm.plain
  private let marks: [(name: String, value: MapDocument.Mark)]

  /// Begins a table.
  /// - Parameter isSynthetic: whether it is made from made-up data.
  public init(_ document: MapDocument, isSynthetic: Bool) {
    marks = document.marks(isSynthetic: isSynthetic)
  }

  /// Writes the names of the columns.
  public mutating func header(_ names: [String]) {
    bytes.append(record: names + marks.map(\.name), dialect: form.dialect)
  }

  /// Writes a row.
  /// - Parameter cells: as many as there are names.
  public mutating func row(_ cells: [String]) {
    bytes.append(
      record: cells
        + marks.map { mark in
          switch mark.value {
          case .text(let text): text
          case .flag: "true"
          }
        }, dialect: form.dialect)
  }

  /// Words that somebody wrote; those that a program of tables would take for a formula get an apostrophe.
  static func words(_ words: String) -> String { CSVForm.excel.text(words) }

  func number(_ number: Double, decimals: Int = 6) -> String {
    form.number(number, decimals: decimals)
  }
}
