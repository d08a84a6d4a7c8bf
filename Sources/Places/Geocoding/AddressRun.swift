internal import Areas
internal import Bytes
public import CSV
internal import Geometry
internal import Matching
internal import Registers

/// Finds the address of each record of a file in a register, and writes the result as a new file.
///
/// The output is a work file: it keeps the columns of the input, inherits their class, and is readable
/// by its owner alone. Guaranteed: the same bytes with any number of tasks.
public struct AddressRun: Sendable {
  /// The columns that are appended, in order.
  public static let appendedColumns = [
    "buurtcode", "wijkcode", "gemeentecode", "x", "y", "gevonden_postcode", "gevonden_huisnummer",
    "match_niveau", "match_overeenkomst", "match_kans", "match_oordeel", "match_reden",
  ]
  /// The column that is appended behind these when there are special points.
  public static let specialPointColumn = "bijzonder_punt"
  /// The bytes of a chunk of short records, whose output is many times longer.
  private static let smallChunk = 1 << 18

  /// The records.
  public let file: CSVFile
  /// Finds their addresses.
  public let finder: AddressFinder
  /// The only column of the input that is kept; nil to keep all.
  public let onlyColumn: Int?
  /// What the names of appended columns begin with; empty unless the records have such columns already.
  public let prefix: String
  /// The most chunks that are worked on at the same time.
  public let tasks: Int

  /// Prepares a run.
  public init(
    file: CSVFile, finder: AddressFinder, onlyColumn: Int? = nil, prefix: String = "", tasks: Int
  ) {
    self.prefix = prefix
    self.file = file
    self.finder = finder
    self.onlyColumn = onlyColumn
    self.tasks = max(tasks, 1)
  }

  /// The names of the appended columns behind those that are kept.
  public var appendedNames: AppendedNames {
    AppendedNames(
      (Self.appendedColumns + (finder.specialPoints == nil ? [] : [Self.specialPointColumn]))
        .map { prefix + $0 },
      behind: onlyColumn.map { [file.header[$0]] } ?? file.header)
  }

  /// Reads, finds and writes; `write` gets the bytes of the output in order.
  /// - Returns: how many records were found, and how.
  /// - Throws: ``CSVError``, or what `write` throws.
  public func run(_ write: ([UInt8]) throws -> Void) async throws -> AddressCounts {
    var points: DefaultPoints<AddressPoint>?
    return try await run(points: &points, write)
  }

  /// The same; records are also counted per point, unless `points` is nil.
  public func run(
    points: inout DefaultPoints<AddressPoint>?, _ write: ([UInt8]) throws -> Void
  ) async throws -> AddressCounts {
    let delimiter = file.dialect.delimiter
    var header: [UInt8] = []
    if let onlyColumn {
      header.append(field: file.header[onlyColumn], dialect: file.dialect)
    } else {
      header = file.headerLine
    }
    for name in appendedNames.names {
      header.append(delimiter)
      header.append(contentsOf: name.utf8)
    }
    header.append(0x0A)
    try write(header)
    var counts = AddressCounts()
    let text = AddressText(
      register: finder.matcher.register, dialect: file.dialect,
      hasSpecialPoints: finder.specialPoints != nil)
    let countsPoints = points != nil
    try await forEachChunkInOrder(
      of: file, size: finder.columns.needsNumbersOnly ? Self.smallChunk : 1 << 20, tasks: tasks,
      ahead: 0,
      work: { chunk in place(chunk, text, countsPoints: countsPoints) },
      collect: { result in
        counts.add(result.counts)
        for spot in result.spots {
          if let point = spot.point {
            points?.add(point, area: spot.area)
          } else {
            points?.add(area: spot.area)
          }
        }
        try write(result.bytes)
      })
    return counts
  }

  private struct Placed: Sendable {
    var bytes: [UInt8] = []
    var counts = AddressCounts()
    /// The points and buurten of the records.
    var spots: [(point: AddressPoint?, area: Int)] = []
  }

  private func place(_ chunk: CSVChunk, _ text: AddressText, countsPoints: Bool) -> Placed {
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    var result = Placed()
    result.bytes.reserveCapacity(chunk.bytes.count + records.count * 90)
    var scratch = MatchScratch()
    var plain =
      countsPoints || finder.specialPoints != nil || finder.corrections != nil
      ? nil : PlainRows(finder.columns, matcher: finder.matcher)
    for record in 0..<records.count {
      if record % PlainRows.blockSize == 0 {
        plain?.find(records, from: record, lastColumn: finder.lastColumn)
      }
      appendInput(records, record, to: &result.bytes)
      if let kind = plain?.append(
        record, records, text, threshold: finder.threshold, to: &result.bytes)
      {
        result.counts.add(next: kind)
        continue
      }
      let found = finder.find(records, record, needsPoint: countsPoints, &scratch)
      let kind = found.kind(threshold: finder.threshold)
      text.append(found, verdict: kind.verdict, to: &result.bytes)
      result.counts.add(next: kind)
      if countsPoints, found.special == nil, let buurt = found.match?.buurt {
        result.spots.append((found.point, buurt))
      }
    }
    result.counts.close()
    return result
  }

  private func appendInput(_ records: CSVRecords, _ record: Int, to bytes: inout [UInt8]) {
    guard let onlyColumn else {
      bytes.append(record: record, of: records, width: file.header.count, dialect: file.dialect)
      return
    }
    if onlyColumn < records.fieldCount(record) {
      bytes.append(field: records.text(record, onlyColumn), dialect: file.dialect)
    }
  }

  /// The record of a row, counted from 1, with what was read and all candidates.
  /// - Returns: nil when there is no such row.
  public func explanation(row: Int) throws -> AddressExplanation? {
    var reader = file.chunks()
    var before = 0
    while let chunk = try reader.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      if row - before <= records.count {
        let record = row - before - 1
        var scratch = MatchScratch()
        guard let match = finder.explained(records, record, &scratch) else { return nil }
        return AddressExplanation(
          finder.found(match, needsPoint: true), match, scratch: scratch, finder: finder)
      }
      before += records.count
    }
    return nil
  }
}
