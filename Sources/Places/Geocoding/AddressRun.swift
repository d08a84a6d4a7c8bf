internal import Areas
internal import Bytes
public import CSV
internal import Geometry
public import Matching
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
  /// At or above this probability a record is `zeker`, unless the user says otherwise.
  public static let standardThreshold = 0.99

  /// The records.
  public let file: CSVFile
  /// Where their addresses stand.
  public let columns: AddressColumns
  /// Finds them.
  public let matcher: AddressMatcher
  /// The probability from which a record is certain.
  public let threshold: Double
  /// The only column of the input that is kept; nil to keep all.
  public let onlyColumn: Int?
  /// The most chunks that are worked on at the same time.
  public let tasks: Int

  /// Prepares a run.
  public init(
    file: CSVFile, columns: AddressColumns, matcher: AddressMatcher,
    threshold: Double = Self.standardThreshold, onlyColumn: Int? = nil, tasks: Int
  ) {
    self.file = file
    self.columns = columns
    self.matcher = matcher
    self.threshold = threshold
    self.onlyColumn = onlyColumn
    self.tasks = max(tasks, 1)
  }

  /// Reads, finds and writes; `write` gets the bytes of the output in order.
  /// - Returns: how many records were found, and how.
  /// - Throws: ``ColumnTaken`` before anything is written, ``CSVError``, or what `write` throws.
  public func run(_ write: ([UInt8]) throws -> Void) async throws -> AddressCounts {
    if onlyColumn == nil { try ColumnTaken.check(file, Self.appendedColumns) }
    let delimiter = file.dialect.delimiter
    var header: [UInt8] = []
    if let onlyColumn {
      header.append(field: file.header[onlyColumn], dialect: file.dialect)
    } else {
      header = file.headerLine
    }
    for name in Self.appendedColumns {
      header.append(delimiter)
      header.append(contentsOf: name.utf8)
    }
    header.append(0x0A)
    try write(header)
    var counts = AddressCounts()
    let text = AddressText(register: matcher.register, delimiter: delimiter)
    try await forEachChunkInOrder(
      of: file, tasks: tasks, ahead: 0,
      work: { chunk in place(chunk, text) },
      collect: { result in
        counts.add(result.counts)
        try write(result.bytes)
      })
    return counts
  }

  private struct Placed: Sendable {
    var bytes: [UInt8] = []
    var counts = AddressCounts()
  }

  private func place(_ chunk: CSVChunk, _ text: AddressText) -> Placed {
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    var result = Placed()
    result.bytes.reserveCapacity(chunk.bytes.count + records.count * 90)
    var scratch = MatchScratch()
    let bytes = records.bytes.span
    let lastColumn = columns.columns.values.max() ?? 0
    let places = FieldPlaces(columns)
    var kind = AddressCounts.Kind(verdict: .none, level: nil, reason: .found)
    var ofKind = 0
    for record in 0..<records.count {
      let match: AddressMatch?
      if records.fieldCount(record) > lastColumn {
        match = matcher.match(bytes, places.fields(records, record), &scratch)
      } else {
        match = nil
      }
      appendInput(records, record, to: &result.bytes)
      let verdict = text.append(match, threshold: threshold, to: &result.bytes)
      let now = AddressCounts.Kind(
        verdict: verdict, level: match?.level, reason: match?.reason ?? .found)
      if now != kind {
        if ofKind > 0 { result.counts.add(kind, count: ofKind) }
        kind = now
        ofKind = 0
      }
      ofKind += 1
    }
    if ofKind > 0 { result.counts.add(kind, count: ofKind) }
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
        let lastColumn = columns.columns.values.max() ?? 0
        guard records.fieldCount(record) > lastColumn else { return nil }
        var scratch = MatchScratch()
        let match = matcher.match(
          records.bytes.span, FieldPlaces(columns).fields(records, record), &scratch)
        return AddressExplanation(match: match, scratch: scratch, matcher: matcher)
      }
      before += records.count
    }
    return nil
  }
}
