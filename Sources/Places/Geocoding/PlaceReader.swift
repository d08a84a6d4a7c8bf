internal import Areas
internal import Bytes
public import CSV
public import Geometry
internal import Projection

/// What the records of a chunk say about their places, before areas come into play.
public struct ReadPlaces: Sendable {
  /// A verdict for each record; those with a position or code are still without area.
  var placements: [Placement]
  /// Positions in RD New.
  public internal(set) var positions: [Position] = []
  /// For each position the record it belongs to.
  public internal(set) var owners: [Int32] = []
  /// Codes, and the records they belong to.
  var codes: [(code: String, owner: Int)] = []
}

/// Reads where records say they belong: a position in RD New or the code of an area.
public struct PlaceReader: Sendable {
  /// Where the coordinates or codes stand.
  public let columns: PlacementColumns
  private let columnCount: Int

  /// Makes a reader for records with `columnCount` fields; others are ragged.
  public init(columns: PlacementColumns, columnCount: Int) {
    self.columns = columns
    self.columnCount = columnCount
  }

  /// Reads the places of all records of a chunk.
  /// - Throws: `ProjectionError` when the transformation from degrees fails.
  public func read(_ records: CSVRecords) throws -> ReadPlaces {
    switch columns {
    case .rd(let x, let y):
      return coordinates(records, x, y, system: .rdNew)
    case .lonLat(let lon, let lat):
      var places = coordinates(records, lon, lat, system: .wgs84)
      guard !places.positions.isEmpty else { return places }
      let transformer = try Transformer(from: .wgs84, to: .rdNew)
      try transformer.transform(&places.positions)
      return places
    case .code(let column, let level):
      return codes(records, column: column, level: level)
    }
  }

  private func codes(_ records: CSVRecords, column: Int, level: AreaLevel) -> ReadPlaces {
    var places = ReadPlaces(
      placements: [Placement](repeating: Placement(.unknownCode), count: records.count))
    for record in 0..<records.count {
      guard records.fieldCount(record) == columnCount else {
        places.placements[record] = Placement(.ragged)
        continue
      }
      let text = records.text(record, column).trimmed
      if RecordColumn.isEmpty(text) {
        places.placements[record] = Placement(.empty)
      } else if let code = AreaCode.normalised(text, level: level) {
        places.codes.append((code, record))
      }
    }
    return places
  }

  private func coordinates(
    _ records: CSVRecords, _ x: Int, _ y: Int, system: ReferenceSystem
  ) -> ReadPlaces {
    var result = ReadPlaces(
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
      if let easting = DecimalNumber.parse(xBytes), let northing = DecimalNumber.parse(yBytes),
        // `121.687` may be metres with a sign between thousands.
        system != .rdNew || !(0..<1000 ~= easting || 0..<1000 ~= northing)
      {
        let position = Position(x: easting, y: northing)
        if let reason = CoordinateCheck.problem(position, in: system) {
          result.placements[record] = Placement(reason)
        } else {
          result.positions.append(position)
          result.owners.append(Int32(record))
        }
        continue
      }
      switch UnusualCoordinate(records.text(record, x), records.text(record, y), in: system) {
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
}
