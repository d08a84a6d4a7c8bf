public import Areas
internal import Bytes
public import CSV
internal import Geometry
internal import Projection

/// Places records of a file in areas, one chunk at a time.
///
/// A value that any number of tasks may use at once.
public struct RecordPlacer: Sendable {
  /// The layer in which records are placed.
  public var layer: AreaLayer { locator.layer }
  /// Where the coordinates or codes stand.
  public let columns: PlacementColumns
  /// Records outside all areas are placed in the nearest one within this distance in metres.
  public let snapDistance: Double
  private let locator: AreaLocator
  private let columnCount: Int

  /// Makes a placer for records with `columnCount` fields.
  public init(
    locator: AreaLocator, columns: PlacementColumns, columnCount: Int, snapDistance: Double = 0
  ) {
    self.locator = locator
    self.columns = columns
    self.columnCount = columnCount
    self.snapDistance = snapDistance
  }

  /// Where each record belongs, in their order.
  /// - Throws: `ProjectionError` when the transformation from degrees fails.
  public func placements(_ records: CSVRecords) throws -> [Placement] {
    switch columns {
    case .rd(let x, let y):
      return locate(coordinates(records, x, y, system: .rdNew))
    case .lonLat(let lon, let lat):
      var coordinates = coordinates(records, lon, lat, system: .wgs84)
      guard !coordinates.positions.isEmpty else { return coordinates.placements }
      let transformer = try Transformer(from: .wgs84, to: .rdNew)
      try transformer.transform(&coordinates.positions)
      return locate(coordinates)
    case .code(let column, let level):
      return (0..<records.count).map { codePlacement(records, $0, column: column, level: level) }
    }
  }

  /// Coordinates as read: positions of the records that have a usable one, and a verdict for all
  /// others.
  private struct Coordinates {
    var placements: [Placement]
    var positions: [Position] = []
    /// For each position the record it belongs to.
    var owners: [Int32] = []
  }

  private func locate(_ coordinates: Coordinates) -> [Placement] {
    var placements = coordinates.placements
    let ordinals = locator.ordinals(at: coordinates.positions)
    var outside: [Int] = []
    for index in ordinals.indices {
      if ordinals[index] >= 0 {
        placements[Int(coordinates.owners[index])].ordinal = ordinals[index]
      } else {
        outside.append(index)
      }
    }
    let nearest = locator.nearest(toUncovered: outside.map { coordinates.positions[$0] })
    for (index, nearest) in zip(outside, nearest) {
      placements[Int(coordinates.owners[index])] = placementOutside(nearest)
    }
    return placements
  }

  private func placementOutside(_ nearest: (ordinal: Int, distance: Double)?) -> Placement {
    guard let nearest else { return Placement(.outsideAreas) }
    if nearest.distance <= snapDistance {
      return Placement(.snapped, ordinal: nearest.ordinal, distance: nearest.distance)
    }
    return Placement(.outsideAreas, distance: nearest.distance)
  }

  private func coordinates(
    _ records: CSVRecords, _ x: Int, _ y: Int, system: ReferenceSystem
  ) -> Coordinates {
    var result = Coordinates(
      placements: [Placement](repeating: Placement(.placed), count: records.count))
    result.positions.reserveCapacity(records.count)
    result.owners.reserveCapacity(records.count)
    let bytes = records.bytes.span
    for record in 0..<records.count {
      guard records.fieldCount(record) == columnCount else {
        result.placements[record] = Placement(.ragged)
        continue
      }
      let xBytes = bytes.extracting(records.range(record, x))
      let yBytes = bytes.extracting(records.range(record, y))
      if let easting = DecimalNumber.parse(xBytes), let northing = DecimalNumber.parse(yBytes) {
        let position = Position(x: easting, y: northing)
        if let reason = CoordinateCheck.problem(position, in: system) {
          result.placements[record] = Placement(reason)
        } else {
          result.positions.append(position)
          result.owners.append(Int32(record))
        }
        continue
      }
      switch UnusualCoordinate(records.text(record, x), records.text(record, y)) {
      case .position(let position):
        if let reason = CoordinateCheck.problem(position, in: system) {
          result.placements[record] = Placement(reason)
        } else {
          result.positions.append(position)
          result.owners.append(Int32(record))
        }
      case .problem(let reason):
        result.placements[record] = Placement(reason)
      }
    }
    return result
  }

  private func codePlacement(
    _ records: CSVRecords, _ record: Int, column: Int, level: AreaLevel
  ) -> Placement {
    guard records.fieldCount(record) == columnCount else { return Placement(.ragged) }
    let text = records.text(record, column).trimmed
    guard !text.isEmpty else { return Placement(.empty) }
    guard level == layer.level, let code = AreaCode.normalised(text, level: level),
      let ordinal = layer.ordinal(of: code)
    else { return Placement(.unknownCode) }
    return Placement(ordinal: ordinal)
  }
}

/// A coordinate that is not written as plain numbers with a decimal point.
private enum UnusualCoordinate {
  case position(Position)
  case problem(MatchReason)

  init(_ x: String, _ y: String) {
    let x = x.trimmed
    let y = y.trimmed
    if let easting = DecimalNumber.parse(x) ?? DecimalNumber.parse(x, comma: true),
      let northing = DecimalNumber.parse(y) ?? DecimalNumber.parse(y, comma: true)
    {
      self = .position(Position(x: easting, y: northing))
    } else if x.isEmpty || y.isEmpty {
      self = .problem(.empty)
    } else {
      self = .problem(Self.isNotFinite(x) || Self.isNotFinite(y) ? .notFinite : .notANumber)
    }
  }

  /// Whether a text writes NaN or infinity, in one of the ways that programs do.
  private static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity", "∞", "#n/b", "#n/a"].contains(String(word))
      || Double(text)?.isInfinite == true
  }
}
