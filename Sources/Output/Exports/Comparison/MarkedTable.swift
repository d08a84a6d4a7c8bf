internal import CSV
internal import Cartography
internal import Disclosure

/// A table of a comparison as CSV, each row with the marks of the study at its end.
struct MarkedTable {
  private(set) var bytes: [UInt8] = []
  private let form = CSVForm.plain
  private let marks: [(name: String, value: MapDocument.Mark)]

  init(_ document: MapDocument, isSynthetic: Bool) {
    marks = document.marks(isSynthetic: isSynthetic)
  }

  mutating func header(_ names: [String]) {
    bytes.append(record: names + marks.map(\.name), dialect: form.dialect)
  }

  mutating func row(_ cells: [String]) {
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
