internal import Matching
public import Areas
internal import Bytes
public import CSV

/// Adds to each record of a file the area it belongs to, and writes the result as a new file.
///
/// The output is a work file: it keeps the columns of the input, inherits their class, and is readable
/// by its owner alone. Appended are `buurtcode`, `wijkcode`, `gemeentecode`, `match_niveau` and
/// `match_reden`; the text of the input is kept as it is (in UTF-8).
/// Guaranteed: the same bytes with any number of tasks. Memory: a few chunks of two megabytes and the
/// areas, whatever the size of the file.
public struct GeocodeRun: Sendable {
  /// The records.
  public let file: CSVFile
  /// Reads where a record says it belongs.
  public let reader: PlaceReader
  /// Records outside all areas are placed in the nearest one within this distance in metres.
  public let snapDistance: Double
  /// The coordinates at which records do not belong to their area; none when records have codes.
  public let specialPoints: SpecialCoordinates?
  /// The level of the areas; it names the columns that are appended.
  public let level: AreaLevel
  /// What the names of appended columns begin with; empty unless the records have such columns already.
  public let prefix: String
  /// The most chunks that are worked on at the same time.
  public let tasks: Int

  /// Prepares a run.
  public init(
    file: CSVFile, reader: PlaceReader, level: AreaLevel = .buurt, snapDistance: Double = 0,
    specialPoints: SpecialCoordinates? = nil, prefix: String = "", tasks: Int
  ) {
    self.prefix = prefix
    self.level = level
    self.file = file
    self.reader = reader
    self.snapDistance = snapDistance
    self.specialPoints = specialPoints
    self.tasks = max(tasks, 1)
  }

  /// The columns that are appended for areas of CBS, in order; behind them ``AddressRun/specialPointColumn`` when there
  /// are special points.
  public static let appendedColumns = [
    "buurtcode", "wijkcode", "gemeentecode", "match_niveau", "match_reden",
  ]

  /// The columns that are appended for areas of a level: for one of one's own its code and name stand
  /// in the place of the codes of CBS, as in `gebiedcode`, `gebiednaam`.
  public static func appendedColumns(_ level: AreaLevel) -> [String] {
    guard level.isOwn else { return appendedColumns }
    return [level.rawValue + "code", level.rawValue + "naam", "match_niveau", "match_reden"]
  }

  /// The names of the appended columns behind those of the file.
  public var appendedNames: AppendedNames {
    AppendedNames(
      (Self.appendedColumns(level)
        + (specialPoints == nil ? [] : [AddressRun.specialPointColumn])).map { prefix + $0 },
      behind: file.header)
  }

  /// Records that are looked up together share what is fetched from memory of the areas: a sixteenth less
  /// work than with chunks of a megabyte.
  private static let chunkSize = 2 << 20

  /// Reads, places and writes; `write` gets the bytes of the output in order.
  ///
  /// Records are read while `locator` is still making the areas ready.
  /// - Returns: how many records were placed and how many were not, by reason.
  /// - Throws: ``CSVError``, or what `locator` or `write` throws.
  public func run(
    in locator: @escaping @Sendable () async throws -> AreaLocator,
    _ write: ([UInt8]) throws -> Void
  ) async throws -> PlacementCounts {
    var points: DefaultPoints<CoordinatePoint>?
    return try await run(in: locator, points: &points, write)
  }

  /// The same; records are also counted per coordinate, unless `points` is nil.
  public func run(
    in locator: @escaping @Sendable () async throws -> AreaLocator,
    points: inout DefaultPoints<CoordinatePoint>?,
    _ write: ([UInt8]) throws -> Void
  ) async throws -> PlacementCounts {
    let delimiter = file.dialect.delimiter
    let dialect = file.dialect
    let columnCount = file.header.count
    let specialPoints = specialPoints
    let countsPoints = points != nil
    var header = file.headerLine
    for name in appendedNames.names {
      header.append(delimiter)
      header.append(contentsOf: name.utf8)
    }
    header.append(0x0A)
    try write(header)

    var counts = PlacementCounts()
    try await forEachChunkInOrder(
      of: file, size: Self.chunkSize, tasks: tasks, ahead: 7,
      ready: { [reader, snapDistance] in
        let placer = RecordPlacer(
          locator: try await locator(), reader: reader, snapDistance: snapDistance)
        let columns = AppendedColumns(
          placer: placer, dialect: dialect, columnCount: columnCount,
          hasSpecialPoints: specialPoints != nil)
        return (placer, columns)
      },
      prepare: { [reader] chunk in
        let records = CSVRecords(chunk.bytes, dialect: dialect)
        return (records, try reader.read(records))
      },
      work: { prepared, ready in
        let (records, places) = prepared
        let (placer, columns) = ready
        var placements = placer.placements(places)
        let found = specialPoints?.apply(to: &placements, at: places) ?? [:]
        var result = columns.extended(records, placements, found)
        if countsPoints { result.spots = places.spots(placements) }
        return result
      },
      collect: { result in
        counts.add(result.counts)
        for spot in result.spots { points?.add(spot.point, area: spot.area) }
        try write(result.bytes)
      })
    return counts
  }
}

/// The text that is written behind each record.
private struct AppendedColumns: Sendable {
  private let areas: [[UInt8]]
  /// The gemeente of each area; nil for areas of one's own, which have no column for it.
  private let gemeenten: [String]?
  /// All that is written behind a record that is placed without remark, one area after the other: in
  /// one array, so that tasks do not wait for each other's references to thousands of small ones.
  private var tails: [UInt8] = []
  /// Where the tail of each area begins; one more at the end.
  private var tailStarts: [Int] = [0]
  private let dialect: CSVDialect
  private let columnCount: Int
  private let matched: MatchLevel
  private let hasSpecialPoints: Bool
  private let nowhere: [UInt8]

  init(placer: RecordPlacer, dialect: CSVDialect, columnCount: Int, hasSpecialPoints: Bool) {
    let layer = placer.layer
    self.hasSpecialPoints = hasSpecialPoints
    self.dialect = dialect
    self.columnCount = columnCount
    let delimiter = dialect.delimiter
    let isOwn = layer.level.isOwn
    nowhere = [UInt8](repeating: delimiter, count: isOwn ? 2 : 3)
    matched = if case .code = placer.reader.columns { .code } else { .coordinate }
    gemeenten = layer.level.isOwn ? nil : layer.areas.map(\.gemeentecode)
    areas = layer.areas.map { area in
      let buurt = layer.level == .buurt ? area.code : ""
      let wijk = layer.level == .wijk ? area.code : area.wijkcode ?? ""
      var bytes: [UInt8] = []
      for code in isOwn ? [area.code, area.name] : [buurt, wijk, area.gemeentecode] {
        bytes.append(delimiter)
        bytes.append(field: code, dialect: dialect)
      }
      return bytes
    }
    for area in areas {
      tails.append(contentsOf: area)
      tails.append(delimiter)
      tails.append(contentsOf: matched.rawValue.utf8)
      tails.append(delimiter)
      if hasSpecialPoints { tails.append(delimiter) }
      tails.append(0x0A)
      tailStarts.append(tails.count)
    }
  }

  struct Extended: Sendable {
    var bytes: [UInt8] = []
    var counts = PlacementCounts()
    var spots: [(point: CoordinatePoint, area: Int)] = []
  }

  func extended(
    _ records: CSVRecords, _ placements: [Placement], _ special: [Int: SpecialPoint]
  ) -> Extended {
    var result = Extended()
    result.bytes.reserveCapacity(records.bytes.count * 5 / 2)
    var plain = 0
    unsafe tails.withUnsafeBufferPointer { tails in
      unsafe records.bytes.withUnsafeBufferPointer { source in
        for record in placements.indices {
          let placement = placements[record]
          guard placement.reason == .placed else {
            result.bytes.append(
              record: record, of: records, width: columnCount, dialect: dialect)
            result.counts.add(placement.reason)
            if let point = special[record] {
              appendSpecial(placement, point, to: &result.bytes)
            } else {
              appendRemark(placement, to: &result.bytes)
            }
            continue
          }
          plain += 1
          let area = Int(placement.ordinal)
          let text = unsafe UnsafeBufferPointer(rebasing: source[records.range(record)])
          unsafe result.bytes.append(contentsOf: text)
          let tail = unsafe UnsafeBufferPointer(
            rebasing: tails[tailStarts[area]..<tailStarts[area + 1]])
          unsafe result.bytes.append(contentsOf: tail)
        }
      }
    }
    if plain > 0 { result.counts.add(.placed, count: plain) }
    return result
  }

  private func appendRemark(_ placement: Placement, to bytes: inout [UInt8]) {
    let isPlaced = placement.ordinal >= 0
    bytes.append(contentsOf: isPlaced ? areas[Int(placement.ordinal)] : nowhere)
    bytes.append(dialect.delimiter)
    bytes.append(contentsOf: (isPlaced ? matched : .none).rawValue.utf8)
    bytes.append(dialect.delimiter)
    bytes.append(contentsOf: placement.reason.rawValue.utf8)
    if placement.distance > 0 {
      bytes.append(contentsOf: " ".utf8)
      bytes.append(fixed: placement.distance.rounded(.up), decimals: 0)
      bytes.append(contentsOf: " m".utf8)
    }
    if hasSpecialPoints { bytes.append(dialect.delimiter) }
    bytes.append(0x0A)
  }

  private func appendSpecial(
    _ placement: Placement, _ special: SpecialPoint, to bytes: inout [UInt8]
  ) {
    if special.action == .municipalityOnly, let gemeenten {
      bytes.append(contentsOf: [dialect.delimiter, dialect.delimiter, dialect.delimiter])
      bytes.append(contentsOf: gemeenten[Int(placement.ordinal)].utf8)
    } else {
      bytes.append(contentsOf: nowhere)
    }
    bytes.append(dialect.delimiter)
    bytes.append(contentsOf: special.level.rawValue.utf8)
    bytes.append(dialect.delimiter)
    bytes.append(contentsOf: special.action.reason.rawValue.utf8)
    bytes.append(dialect.delimiter)
    bytes.append(field: special.name, dialect: dialect)
    bytes.append(0x0A)
  }
}
