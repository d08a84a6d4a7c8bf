internal import Bytes
internal import Spreadsheet

extension SpreadsheetError {
  /// The file and what is to be said about it.
  var parts: (path: String, sentence: String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .otherForm(let path, .excel97):
      (
        path,
        "this is a workbook of Excel 97 to 2003 (.xls), which is not read. Open it in Excel or "
          + "LibreOffice and save it as .xlsx."
      )
    case .otherForm(let path, .encrypted):
      (
        path,
        "the workbook has a password. Open it with the password and save a copy without one."
      )
    case .otherForm(let path, .binary):
      (path, "this is Excel's binary form (.xlsb), which is not read. Save it as .xlsx.")
    case .otherForm(let path, .openDocument):
      (path, "this is an OpenDocument sheet (.ods), which is not read. Save it as .xlsx.")
    case .damaged(let path, let part):
      (
        path,
        part.isEmpty
          ? "this is no XLSX workbook, or it is damaged or cut off. Fetch or save it again."
          : "'\(part)' in the workbook is missing, damaged or cut off. Fetch or save it again."
      )
    case .tooLarge(let path, let part, let limit):
      (
        path,
        "'\(part)' in the workbook unpacks to more than \(limit >> 20) MiB, far more than a sheet of "
          + "this size can hold; it was not read."
      )
    case .noSheet(let path, let name, let known):
      (path, "there is no sheet '\(name)'. Its sheets: \(known.joined(separator: ", ")).")
    case .sheetUnclear(let path, let known):
      (
        path,
        "several sheets hold a table; name one with --sheet, in a study with 'sheet:', elsewhere behind a "
          + "#. They are: " + known.joined(separator: ", ") + "."
      )
    case .noTable(let path, let sheet):
      (
        path,
        (sheet.isEmpty ? "no sheet holds" : "sheet '\(sheet)' does not hold")
          + " a row with names of columns and rows under it."
      )
    case .formulaWithoutValue(let path, let sheet, let cell):
      (
        path,
        "sheet '\(sheet)', cell \(cell): a formula whose value was never worked out. Open the "
          + "workbook in Excel or LibreOffice and save it."
      )
    case .badCell(let path, let sheet, let cell):
      (path, "sheet '\(sheet)', near cell \(cell): this is not written as a cell.")
    }
  }
}
