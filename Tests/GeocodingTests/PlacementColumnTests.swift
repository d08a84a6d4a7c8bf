import Areas
import CSV
import Geocoding
import Testing

@Suite struct PlacementColumnTests {
  private func detect(_ text: String) throws -> PlacementColumns? {
    let file = try opened(text)
    return try PlacementColumns.detect(
      header: file.header, sample: try firstChunk(file), dialect: file.dialect)
  }

  @Test(arguments: [
    ("id;x;y", PlacementColumns.rd(x: 1, y: 2)), ("Y;X", .rd(x: 1, y: 0)),
    ("x_coord;y_coord", .rd(x: 0, y: 1)), ("rd_x;rd_y", .rd(x: 0, y: 1)),
    ("X-Coordinaat;Y-Coordinaat", .rd(x: 0, y: 1)), ("X-coördinaat;Y-coördinaat", .rd(x: 0, y: 1)),
    ("X-COO\u{0308}RDINAAT;y_coördinaat", .rd(x: 0, y: 1)),
    ("naam;easting;northing", .rd(x: 1, y: 2)),
    ("lon;lat", .lonLat(lon: 0, lat: 1)), ("Latitude;Longitude", .lonLat(lon: 1, lat: 0)),
    ("breedtegraad;lengtegraad", .lonLat(lon: 1, lat: 0)), ("lat;lng", .lonLat(lon: 1, lat: 0)),
    ("id;buurtcode", .code(1, .buurt)), ("BU_CODE;n", .code(0, .buurt)),
    ("wijkcode", .code(0, .wijk)), ("GM_CODE", .code(0, .gemeente)),
    ("gemeentecode;wijkcode;buurtcode", .code(2, .buurt)),
    ("buurtcode;lat;lon;x;y", .rd(x: 3, y: 4)), ("buurtcode;lat;lon", .lonLat(lon: 2, lat: 1)),
  ])
  func byName(header: String, columns: PlacementColumns) throws {
    #expect(try detect(header + "\n") == columns)
  }

  /// Two columns of one name: it is not sure which is meant.
  @Test(arguments: [
    ("x;x;y", [0, 1]), ("id;x;y;Y", [2, 3]), ("lat;lon;LON", [1, 2]),
    ("x-rd;buurtcode;buurtcode", [1, 2]),
  ])
  func sameName(header: String, columns: [Int]) throws {
    let found = #expect(throws: PlacementColumns.Several.self) { try detect(header + "\n") }
    #expect(found?.columns == columns)
  }

  @Test func sameNameElsewhere() throws {
    #expect(try detect("n;n;x;y\n") == .rd(x: 2, y: 3))
  }

  @Test func byContent() throws {
    #expect(
      try detect("oost;noord;n\n155000;463000;1\n121286,5;487296,1;2\n") == .rd(x: 0, y: 1))
    #expect(
      try detect("nummer;oost;noord\n5001;155000;463000\n5002;121286;487296\n") == .rd(x: 1, y: 2))
    #expect(
      try detect("a;b\n52.155174;5.387206\n52.37250;4.892140\n") == .lonLat(lon: 1, lat: 0))
    #expect(try detect("n;plek\n1;BU03630000\n2;bu0363AF01\n") == .code(1, .buurt))
    #expect(try detect("n;plek\n1;GM0363\n2;GM0599\n") == .code(1, .gemeente))
  }

  @Test func emptyCellsSayNothing() throws {
    #expect(try detect("a;b\n155000;463000\n;\n121286;487296\n") == .rd(x: 0, y: 1))
  }

  @Test(arguments: [
    "a;b\n1;2\n3;4\n", "x;b\n1;2\n", "naam\nBU03630000\nAmsterdam\n", "a;b\n", "a;b\n;\n",
    "a;b\n155000;463000\n155000;onbekend\n", "a;b;c\n4.9;4.8;52.37\n",
  ])
  func nothingFits(text: String) throws {
    #expect(try detect(text) == nil)
  }
}
