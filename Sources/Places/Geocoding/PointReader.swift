internal import Areas
internal import Bytes
public import CSV
public import Geometry

/// The positions of records, for heatmaps; in memory only.
public struct RecordPoints: Sendable {
  /// The positions in RD New of the records that have one.
  public private(set) var positions: [Position] = []
  /// The weights of these records; nil when each counts once.
  public private(set) var weights: [Double]?
  /// The row of each record, 1 being the first of the file.
  public private(set) var rows: [Int] = []
  /// How many records have a position, and why others have none.
  public private(set) var counts = PlacementCounts()
  /// The records that were left out because a column has another value than was asked for.
  public private(set) var otherCount = 0
  /// The records that were left out because their weight is empty or no number.
  public private(set) var unreadableWeights = 0
  /// The records that were left out because they have no date, or one outside the period.
  public private(set) var otherDays = 0
  /// The records that were left out because they lie on a special point.
  public private(set) var specialCount = 0
  /// The records that were read.
  public private(set) var total = 0

  init(weighted: Bool) { weights = weighted ? [] : nil }

  fileprivate mutating func add(_ other: RecordPoints) {
    rows += other.rows.map { $0 + total }
    positions += other.positions
    if let more = other.weights { weights?.append(contentsOf: more) }
    counts.add(other.counts)
    otherCount += other.otherCount
    otherDays += other.otherDays
    specialCount += other.specialCount
    unreadableWeights += other.unreadableWeights
    total += other.total
  }

  fileprivate mutating func count(_ record: Condition) {
    switch record {
    case .other: otherCount += 1
    case .otherDay: otherDays += 1
    case .special: specialCount += 1
    case .unreadableWeight: unreadableWeights += 1
    case .placed(let reason): counts.add(reason)
    }
  }

  fileprivate mutating func append(_ position: Position, weight: Double?, row: Int) {
    positions.append(position)
    if let weight { weights?.append(weight) }
    rows.append(row)
  }

  fileprivate mutating func finish(total: Int) { self.total = total }

  fileprivate enum Condition {
    case other
    case otherDay
    case special
    case unreadableWeight
    case placed(MatchReason)
  }
}

/// Reads the positions of records, and of the other columns only what is asked for.
public struct PointReader: Sendable {
  private struct Condition {
    let column: Int
    let words: Set<String>
    let beginnings: [String]

    init(column: Int, words: Set<String>) {
      self.column = column
      self.words = words
      beginnings = words.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    func holds(_ word: String) -> Bool {
      words.contains(word) || beginnings.contains { word.hasPrefix($0) }
    }
  }

  private let file: CSVFile
  private let reader: PlaceReader
  private let weight: Int?
  private let conditions: [Condition]
  private let period: (column: Int, days: DayPeriod)?
  private let specialPoints: SpecialCoordinates?

  /// Prepares reading.
  /// - Parameters:
  ///   - columns: where the coordinates stand; codes of areas give no positions.
  ///   - weight: the column with weights, if any.
  ///   - conditions: columns that must hold one of some words, blanks around them left out; a word
  ///     that ends in `*` stands for all that begin so.
  ///   - period: the column with days, and which of them are meant.
  ///   - specialPoints: points at which records did not happen; those at them are left out.
  public init(
    file: CSVFile, columns: PlacementColumns, weight: Int? = nil,
    conditions: [(column: Int, words: Set<String>)] = [],
    period: (column: Int, days: DayPeriod)? = nil, specialPoints: SpecialCoordinates? = nil
  ) {
    self.file = file
    reader = PlaceReader(columns: columns, columnCount: file.header.count)
    self.weight = weight
    self.conditions = conditions.map { Condition(column: $0.column, words: $0.words) }
    self.period = period
    self.specialPoints = specialPoints
  }

  /// Reads the whole file in up to `tasks` tasks; the result does not depend on their number.
  /// - Throws: ``CSVError``, or `ProjectionError` when the transformation from degrees fails.
  public func read(tasks: Int) async throws -> RecordPoints {
    var points = RecordPoints(weighted: weight != nil)
    try await forEachChunkInOrder(
      of: file, tasks: max(tasks, 1),
      work: { [self] chunk in
        try part(CSVRecords(chunk.bytes, dialect: file.dialect))
      },
      collect: { points.add($0) })
    return points
  }

  /// The rows of the records that ``read(tasks:)`` gives, 1 being the first of the file.
  /// - Throws: as ``read(tasks:)``.
  public func rows() throws -> [Int] {
    var chunks = file.chunks()
    var rows: [Int] = []
    var total = 0
    while let chunk = try chunks.next() {
      let part = try part(CSVRecords(chunk.bytes, dialect: file.dialect))
      rows += part.rows.map { $0 + total }
      total += part.total
    }
    return rows
  }

  private func part(_ records: CSVRecords) throws -> RecordPoints {
    let places = try reader.read(records)
    var points = RecordPoints(weighted: weight != nil)
    var positions = [Position?](repeating: nil, count: records.count)
    for (position, owner) in zip(places.positions, places.owners) {
      positions[Int(owner)] = position
    }
    for record in 0..<records.count {
      guard let position = positions[record] else {
        points.count(.placed(places.placements[record].reason))
        continue
      }
      func text(_ column: Int) -> String { records.text(record, column).trimmed }
      guard conditions.allSatisfy({ $0.holds(text($0.column)) }) else {
        points.count(.other)
        continue
      }
      if let period {
        guard let date = RecordDate(text(period.column)), period.days.days.contains(date.day)
        else {
          points.count(.otherDay)
          continue
        }
      }
      guard specialPoints?.point(at: position) == nil else {
        points.count(.special)
        continue
      }
      var value: Double?
      if let weight {
        let cell = text(weight)
        value = DecimalNumber.parse(cell) ?? DecimalNumber.parse(cell, comma: true)
        guard value?.isFinite == true else {
          points.count(.unreadableWeight)
          continue
        }
      }
      points.count(.placed(.placed))
      points.append(position, weight: value, row: record + 1)
    }
    points.finish(total: records.count)
    return points
  }
}
