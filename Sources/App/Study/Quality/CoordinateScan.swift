internal import CSV
internal import Geocoding
internal import Geometry
internal import Quality

/// The coordinates of records, and to how many digits they are written. In memory only, 24 bytes a record.
struct CoordinateScan {
  /// A record with a coordinate.
  struct Item {
    /// In RD New.
    let position: Position
    let record: Int32
    /// The largest power of ten of which both numbers are multiples, in the unit in which they are written.
    let exponent: Int8
  }

  private(set) var items: [Item] = []
  private let reader: PlaceReader
  private let x: Int
  private let y: Int
  /// What a unit is in metres, to the east and to the north.
  private let unit: (x: Double, y: Double)
  /// The finest power of ten that is looked at: about a millimetre.
  private let finest: Int

  /// Nil when records are placed by address or code.
  init?(_ input: StudyInputs.Records) {
    guard case .columns(let columns, _) = input.place else { return nil }
    switch columns {
    case .rd(let x, let y):
      (self.x, self.y) = (x, y)
      (unit, finest) = ((1, 1), -3)
    case .lonLat(let lon, let lat):
      (x, y) = (lon, lat)
      // A degree at 52.2 degrees north, the middle of the Netherlands, on the ellipsoid of WGS 84.
      (unit, finest) = ((68_370, 111_267), -8)
    case .code: return nil
    }
    reader = PlaceReader(columns: columns, columnCount: input.file.header.count)
  }

  /// Reads a chunk of which the first record has a number.
  /// - Throws: `ProjectionError`.
  mutating func add(_ records: CSVRecords, from first: Int) throws {
    let places = try reader.read(records)
    for (position, owner) in zip(places.positions, places.owners) {
      guard let x = CoordinateGrid.exponent(of: records.text(Int(owner), x).trimmed),
        let y = CoordinateGrid.exponent(of: records.text(Int(owner), y).trimmed)
      else { continue }
      items.append(
        Item(
          position: position, record: Int32(first + Int(owner)),
          exponent: Int8(max(min(x, y), finest))))
    }
  }

  /// To which steps the coordinates are rounded.
  var grid: CoordinateGrid {
    CoordinateGrid(items.reduce(into: [:]) { $0[Int($1.exponent), default: 0] += 1 })
  }

  /// The cell in which the true place lies of a coordinate that is rounded to a step.
  func cell(of step: CoordinateGrid.Step) -> PositionalError.Cell {
    let half = Self.power(step.exponent) / 2
    return PositionalError.Cell(
      halfWidth: half * unit.x, halfHeight: half * unit.y, count: step.count)
  }

  /// A step as it is written, such as `100 m` or `0.001°`.
  func name(of step: CoordinateGrid.Step) -> String {
    let zeros = String(repeating: "0", count: max(abs(step.exponent) - 1, 0))
    let power =
      step.exponent < 0 ? "0." + zeros + "1" : step.exponent == 0 ? "1" : "1" + zeros + "0"
    return power + (unit.x == 1 ? " m" : "°")
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }
}
