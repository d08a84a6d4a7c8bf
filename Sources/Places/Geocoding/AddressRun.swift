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
  /// The column that is appended behind these when there are special points.
  public static let specialPointColumn = "bijzonder_punt"
  /// The bytes of a chunk of short records, whose output is many times longer.
  private static let smallChunk = 1 << 18
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
  /// The user's corrections, applied before anything is looked for.
  public let corrections: AddressCorrections?
  /// The addresses at which records do not belong to their buurt.
  public let specialPoints: SpecialAddresses?
  /// The most chunks that are worked on at the same time.
  public let tasks: Int

  /// Prepares a run.
  public init(
    file: CSVFile, columns: AddressColumns, matcher: AddressMatcher,
    threshold: Double = Self.standardThreshold, onlyColumn: Int? = nil,
    corrections: AddressCorrections? = nil, specialPoints: SpecialAddresses? = nil, tasks: Int
  ) {
    self.file = file
    self.columns = columns
    self.matcher = matcher
    self.threshold = threshold
    self.onlyColumn = onlyColumn
    self.corrections = corrections
    self.specialPoints = specialPoints
    self.tasks = max(tasks, 1)
  }

  /// Reads, finds and writes; `write` gets the bytes of the output in order.
  /// - Returns: how many records were found, and how.
  /// - Throws: ``ColumnTaken`` before anything is written, ``CSVError``, or what `write` throws.
  public func run(_ write: ([UInt8]) throws -> Void) async throws -> AddressCounts {
    var points: DefaultPoints<AddressPoint>?
    return try await run(points: &points, write)
  }

  /// The same; records are also counted per point, unless `points` is nil.
  public func run(
    points: inout DefaultPoints<AddressPoint>?, _ write: ([UInt8]) throws -> Void
  ) async throws -> AddressCounts {
    let appended =
      Self.appendedColumns + (specialPoints == nil ? [] : [Self.specialPointColumn])
    if onlyColumn == nil { try ColumnTaken.check(file, appended) }
    let delimiter = file.dialect.delimiter
    var header: [UInt8] = []
    if let onlyColumn {
      header.append(field: file.header[onlyColumn], dialect: file.dialect)
    } else {
      header = file.headerLine
    }
    for name in appended {
      header.append(delimiter)
      header.append(contentsOf: name.utf8)
    }
    header.append(0x0A)
    try write(header)
    var counts = AddressCounts()
    let text = AddressText(
      register: matcher.register, dialect: file.dialect, hasSpecialPoints: specialPoints != nil)
    let countsPoints = points != nil
    try await forEachChunkInOrder(
      of: file, size: columns.needsNumbersOnly ? Self.smallChunk : 1 << 20, tasks: tasks, ahead: 0,
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
    let lastColumn = columns.columns.values.max() ?? 0
    let places = FieldPlaces(columns)
    let usesPoints = countsPoints || specialPoints != nil
    var plain = usesPoints || corrections != nil ? nil : PlainRows(columns, matcher: matcher)
    for record in 0..<records.count {
      if record % PlainRows.blockSize == 0 {
        plain?.find(records, from: record, lastColumn: lastColumn)
      }
      appendInput(records, record, to: &result.bytes)
      if let kind = plain?.append(
        record, records, text, threshold: threshold, to: &result.bytes)
      {
        result.counts.add(next: kind)
        continue
      }
      let match =
        records.fieldCount(record) > lastColumn ? found(records, record, places, &scratch) : nil
      let point =
        usesPoints
        ? match.flatMap { match in
          match.key.map { AddressPoint(key: $0, address: match.address, in: matcher.register) }
        } : nil
      let special = special(at: point, hasBuurt: match?.buurt != nil)
      let verdict = text.append(match, special: special, threshold: threshold, to: &result.bytes)
      result.counts.add(
        next: AddressCounts.Kind(
          verdict: verdict, level: special?.level ?? match?.level, reason: match?.reason ?? .found,
          special: special?.action.reason))
      if countsPoints, special == nil, let buurt = match?.buurt {
        result.spots.append((point, buurt))
      }
    }
    result.counts.close()
    return result
  }

  /// What the user wants done with records at a point; where no buurt is known, no gemeente is either.
  private func special(at point: AddressPoint?, hasBuurt: Bool) -> SpecialPoint? {
    guard let specialPoints, let point, let special = specialPoints.point(at: point) else {
      return nil
    }
    return special.action == .municipalityOnly && !hasBuurt ? nil : special
  }

  /// What the user says about a record, or else what the register holds that is like it.
  private func found(
    _ records: CSVRecords, _ record: Int, _ places: FieldPlaces, _ scratch: inout MatchScratch
  ) -> AddressMatch {
    corrections?.match(records, record)
      ?? matcher.match(records.bytes.span, places.fields(records, record), &scratch)
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
        let match = found(records, record, FieldPlaces(columns), &scratch)
        return AddressExplanation(match: match, scratch: scratch, matcher: matcher)
      }
      before += records.count
    }
    return nil
  }
}
