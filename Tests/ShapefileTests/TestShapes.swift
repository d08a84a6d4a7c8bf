import TestSupport

/// The files of a shapefile put together by hand.
struct TestShapes {
  /// The contents of records, from the number of the type on.
  var records: [[UInt8]]
  var type: Int32
  /// Columns as name, type, length; and the cells of each row, padded to their lengths.
  var columns: [(name: String, type: Character, length: Int)] = [("code", "C", 10)]
  var rows: [[[UInt8]]]
  var driver: UInt8 = 0

  init(type: Int32, records: [[UInt8]], rows: [[String]]) {
    self.type = type
    self.records = records
    self.rows = rows.map { $0.map { Array($0.utf8) } }
  }

  static func little(_ value: Int32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  static func big(_ value: Int32) -> [UInt8] { little(value).reversed() }
  static func double(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
  }

  static func point(_ x: Double, _ y: Double, type: Int32 = 1, _ more: [Double] = []) -> [UInt8] {
    little(type) + double(x) + double(y) + more.flatMap(double)
  }

  /// A polygon from rings of (x, y).
  static func polygon(_ rings: [[(Double, Double)]], type: Int32 = 5, z: Bool = false) -> [UInt8] {
    var bytes = little(type) + [UInt8](repeating: 0, count: 32)
    bytes += little(Int32(rings.count)) + little(Int32(rings.reduce(0) { $0 + $1.count }))
    var first: Int32 = 0
    for ring in rings {
      bytes += little(first)
      first += Int32(ring.count)
    }
    for (x, y) in rings.joined() { bytes += double(x) + double(y) }
    if z { bytes += [UInt8](repeating: 0, count: 16 + 8 * Int(first)) }
    return bytes
  }

  /// A square, clockwise as a boundary is.
  static func square(_ x: Double, _ y: Double, _ size: Double) -> [(Double, Double)] {
    [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
  }

  var shp: [UInt8] {
    var content: [UInt8] = []
    for (number, record) in records.enumerated() {
      content += Self.big(Int32(number + 1)) + Self.big(Int32(record.count / 2)) + record
    }
    return Self.big(9_994) + [UInt8](repeating: 0, count: 20)
      + Self.big(Int32((100 + content.count) / 2)) + Self.little(1_000) + Self.little(type)
      + [UInt8](repeating: 0, count: 64) + content
  }

  var dbf: [UInt8] {
    let header = 33 + columns.count * 32
    let width = 1 + columns.reduce(0) { $0 + $1.length }
    var bytes: [UInt8] = [3, 124, 1, 1] + Self.little(Int32(rows.count))
    bytes += [UInt8(header & 255), UInt8(header >> 8), UInt8(width & 255), UInt8(width >> 8)]
    bytes += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for column in columns {
      let name = Array(column.name.utf8)
      bytes += name + [UInt8](repeating: 0, count: 11 - name.count) + [column.type.asciiValue!]
      bytes += [0, 0, 0, 0, UInt8(column.length), 0] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for row in rows {
      bytes.append(0x20)
      for (column, cell) in zip(columns, row) {
        bytes += cell.prefix(column.length)
        bytes += [UInt8](repeating: 0x20, count: max(column.length - cell.count, 0))
      }
    }
    return bytes + [0x1A]
  }

  /// Writes `naam.shp` and `naam.dbf` and returns the path of the first.
  func write(_ folder: ScratchFolder, _ name: String = "vorm") throws -> String {
    _ = try folder.write(dbf, to: name + ".dbf")
    return try folder.write(shp, to: name + ".shp")
  }
}
