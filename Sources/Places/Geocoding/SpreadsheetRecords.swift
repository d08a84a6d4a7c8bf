internal import Bytes
internal import CSV
internal import Spreadsheet
internal import Synchronization

/// The table on a sheet of a workbook as records.
struct SpreadsheetRecords: CSVRecordMaker {
  private let table: SheetTable
  private let leftOut = LeftOut()

  init(_ table: SheetTable) { self.table = table }

  var leftOutRows: [Int] { leftOut.rows.withLock { $0 } }

  /// What the last reading to the end left out.
  private final class LeftOut: Sendable {
    let rows = Mutex<[Int]>([])
  }

  /// Opens `path`, or `path#sheet`.
  /// - Throws: `SpreadsheetError`.
  static func open(_ path: String, sheet: String?) throws(SpreadsheetError) -> CSVFile {
    let table = try SheetTable(try Workbook(path: path), sheet: sheet)
    return CSVFile(
      path: path, place: "sheet '\(table.sheet)', header on row \(table.headerRow)",
      header: table.header, maker: SpreadsheetRecords(table))
  }

  func start() throws(CSVError) -> any CSVRecordStream {
    do throws(SpreadsheetError) {
      return Stream(
        try table.rows(), firstColumn: table.firstColumn, width: table.header.count,
        leftOut: leftOut)
    } catch {
      throw .source(CSVSourceFailure(error))
    }
  }

  /// Rows as lines; one at a time, whoever asks.
  private final class Stream: CSVRecordStream {
    private struct State {
      let rows: TableRows
      var row: SheetRow
      var isAtEnd = false
    }
    private let state: Mutex<State>
    private let firstColumn: Int
    private let width: Int
    private let leftOut: LeftOut

    init(_ rows: sending TableRows, firstColumn: Int, width: Int, leftOut: LeftOut) {
      self.leftOut = leftOut
      let row = rows.emptyRow()
      state = Mutex(State(rows: rows, row: row))
      self.firstColumn = firstColumn
      self.width = width
    }

    func next(size: Int) throws(CSVError) -> [UInt8]? {
      do {
        return try state.withLock { state in
          guard !state.isAtEnd else { return nil }
          var bytes: [UInt8] = []
          bytes.reserveCapacity(size + size / 8)
          while bytes.count < size {
            guard try state.rows.next(&state.row) else {
              state.isAtEnd = true
              let rows = state.rows.leftOut
              leftOut.rows.withLock { $0 = rows }
              break
            }
            append(state.row, to: &bytes)
          }
          return bytes.isEmpty ? nil : bytes
        }
      } catch let error as SpreadsheetError {
        throw .source(CSVSourceFailure(error))
      } catch {
        throw .file(.damagedArchive(path: ""))
      }
    }

    /// Appends a row as a line. Cells beyond the header make it too wide, as in a CSV file.
    @inline(__always)
    private func append(_ row: SheetRow, to bytes: inout [UInt8]) {
      var column = firstColumn
      let start = bytes.count
      for place in 0..<row.count {
        let own = row.column(place)
        guard own >= firstColumn else { continue }
        while column < own {
          bytes.append(0x3B)
          column += 1
        }
        if row.withText(place, Self.needsQuotes) {
          row.withText(place) { Self.appendQuoted($0, to: &bytes) }
        } else {
          row.append(place, to: &bytes)
        }
      }
      while column < firstColumn + width - 1 {
        bytes.append(0x3B)
        column += 1
      }
      // A line without any byte would be no record.
      if bytes.count == start { bytes.append(contentsOf: [0x22, 0x22]) }
      bytes.append(0x0A)
    }

    @inline(__always)
    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
      for index in text.indices {
        let byte = text[index]
        if byte == 0x3B || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
      }
      return false
    }

    private static func appendQuoted(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
      bytes.append(0x22)
      for index in text.indices {
        if text[index] == 0x22 { bytes.append(0x22) }
        bytes.append(text[index])
      }
      bytes.append(0x22)
    }
  }
}
