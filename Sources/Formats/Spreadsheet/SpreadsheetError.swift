public import Bytes

/// Why a workbook could not be read or written.
public enum SpreadsheetError: Error, Hashable, Sendable {
  /// The file itself could not be read.
  case file(FileError)
  /// A workbook in another form than XLSX.
  case otherForm(path: String, Form)
  /// Not a workbook, damaged, or cut off; `part` is the file in the workbook, empty for the whole.
  case damaged(path: String, part: String)
  /// A part unpacks to more than `limit` bytes.
  case tooLarge(path: String, part: String, limit: Int)
  /// There is no such sheet.
  case noSheet(path: String, name: String, known: [String])
  /// Several sheets hold a table and none was named.
  case sheetUnclear(path: String, known: [String])
  /// No sheet, or not the one that was named, holds a header with rows under it.
  case noTable(path: String, sheet: String)
  /// A formula whose value was never worked out; `cell` is as `D7`.
  case formulaWithoutValue(path: String, sheet: String, cell: String)
  /// A cell that is not written as a cell, or names a text that is not there.
  case badCell(path: String, sheet: String, cell: String)

  /// Forms of workbooks that are recognised and not read.
  public enum Form: Hashable, Sendable {
    /// Excel 97 to 2003, `.xls`.
    case excel97
    /// A workbook with a password.
    case encrypted
    /// Excel's binary form, `.xlsb`.
    case binary
    /// LibreOffice's own form, `.ods`.
    case openDocument
  }
}
