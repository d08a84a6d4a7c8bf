import Bytes
import Geometry
import Shapefile
import TestSupport
import Testing

@Suite struct ReaderTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func read(_ path: String) throws -> [(shape: Shape, texts: [String])] {
    let reader = try ShapefileReader(path: path)
    var all: [(Shape, [String])] = []
    try reader.forEachRecord(columns: Array(reader.columns.indices)) { _, shape, texts in
      all.append((shape, texts))
    }
    return all
  }

  @Test func pointsOfAllKinds() throws {
    for (type, more) in [(1, []), (11, [3.0, 4]), (21, [5])] as [(Int32, [Double])] {
      let shapes = TestShapes(
        type: type,
        records: [
          TestShapes.point(121_000, 487_000.5, type: type, more), TestShapes.little(0),
        ], rows: [["a"], ["b"]])
      let records = try read(shapes.write(folder))
      #expect(records.map(\.shape) == [.point(Position(x: 121_000, y: 487_000.5)), .empty])
      #expect(records.map(\.texts) == [["a"], ["b"]])
    }
    // A multipoint of one point, as some programs write.
    let multi =
      TestShapes.little(8) + [UInt8](repeating: 0, count: 32) + TestShapes.little(1)
      + TestShapes.double(1) + TestShapes.double(2)
    let path = try TestShapes(type: 8, records: [multi], rows: [["a"]]).write(folder)
    #expect(try read(path).map(\.shape) == [.point(Position(x: 1, y: 2))])
  }

  @Test func holesAndParts() throws {
    let hole = Array(TestShapes.square(2, 2, 2).reversed())
    let islandInHole = TestShapes.square(2.5, 2.5, 1)
    let far = TestShapes.square(20, 0, 5)
    let holeOfFar = Array(TestShapes.square(21, 1, 1).reversed())
    for (type, z) in [(5, false), (15, true), (25, true)] as [(Int32, Bool)] {
      let record = TestShapes.polygon(
        [holeOfFar, islandInHole, TestShapes.square(0, 0, 10), hole, far], type: type, z: z)
      let path = try TestShapes(type: type, records: [record], rows: [["a"]]).write(folder)
      guard case .multiPolygon(let surface) = try read(path)[0].shape else {
        Issue.record("no surface")
        return
      }
      #expect(surface.polygons.map(\.holes.count) == [0, 1, 1])
      #expect(surface.area == 1 + (100 - 4) + (25 - 1))
    }
  }

  /// A hole that touches the boundary in a corner, and one wound the wrong way.
  @Test func holesThatTouch() throws {
    let touching = Array(TestShapes.square(0, 0, 2).reversed())
    let alone = Array(TestShapes.square(50, 50, 2).reversed())
    let record = TestShapes.polygon([TestShapes.square(0, 0, 10), touching, alone])
    let path = try TestShapes(type: 5, records: [record], rows: [["a"]]).write(folder)
    guard case .multiPolygon(let surface) = try read(path)[0].shape else { return }
    #expect(surface.polygons.map(\.holes.count) == [1, 0])
    #expect(surface.area == 96 + 4)
  }

  @Test func cells() throws {
    var shapes = TestShapes(type: 1, records: [TestShapes.point(1, 2)], rows: [])
    shapes.columns = [
      ("BU_CODE", "C", 10), ("AANT_INW", "N", 12), ("perc", "F", 24), ("dag", "D", 8),
      ("vlag", "L", 1), ("leeg", "N", 4), ("te_groot", "N", 3),
    ]
    shapes.rows = [
      ["BU00010001", "      -99997", "  26.600000000000001", "20241231", "T", "", "***"].map {
        Array($0.utf8)
      }
    ]
    let path = try shapes.write(folder)
    #expect(
      try ShapefileReader(path: path).columns == [
        "BU_CODE", "AANT_INW", "perc", "dag", "vlag", "leeg", "te_groot",
      ])
    #expect(
      try read(path)[0].texts == ["BU00010001", "-99997", "26.6", "2024-12-31", "true", "", ""])
  }

  @Test func encodings() throws {
    let latin: [UInt8] = [0x53, 0xFC, 0x64]  // Süd
    let utf8 = Array("Süd".utf8)
    var shapes = TestShapes(type: 1, records: [TestShapes.point(1, 2)], rows: [["x"]])
    for (bytes, codePage, driver) in [
      (utf8, "UTF-8", 0), (latin, "1252", 0), (latin, "ISO-8859-1\r\n", 0), (latin, nil, 0x57),
      (latin, nil, 0), (utf8, nil, 0), (latin, "ANSI 1252", 0x57),
    ] as [([UInt8], String?, UInt8)] {
      shapes.rows = [[bytes]]
      shapes.driver = driver
      let own = try ScratchFolder()
      let path = try shapes.write(own)
      if let codePage { _ = try own.write(codePage, to: "vorm.cpg") }
      #expect(try read(path)[0].texts == ["Süd"])
    }
    _ = try folder.write("Big5", to: "vorm.cpg")
    let path = try shapes.write(folder)
    #expect(throws: ShapefileError.encoding(path: path, name: "Big5")) {
      try ShapefileReader(path: path)
    }
  }

  @Test func deletedRows() throws {
    let shapes = TestShapes(
      type: 1, records: [TestShapes.point(1, 2), TestShapes.point(3, 4)], rows: [["a"], ["b"]])
    var table = shapes.dbf
    table[65] = UInt8(ascii: "*")
    let path = try shapes.write(folder)
    _ = try folder.write(table, to: "vorm.dbf")
    #expect(try read(path).map(\.texts) == [["b"]])
  }

  @Test func capitalsAndReferenceSystem() throws {
    let shapes = TestShapes(type: 1, records: [TestShapes.point(1, 2)], rows: [["a"]])
    let path = try folder.write(shapes.shp, to: "A.SHP")
    _ = try folder.write(shapes.dbf, to: "A.DBF")
    _ = try folder.write("PROJCS[\"RD_New\"]", to: "A.PRJ")
    #expect(try ShapefileReader(path: path).referenceSystem == "PROJCS[\"RD_New\"]")
    #expect(try read(path).count == 1)
  }
}

@Suite struct BadShapefileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func missingParts() throws {
    let shapes = TestShapes(type: 1, records: [TestShapes.point(1, 2)], rows: [["a"]])
    let path = try folder.write(shapes.shp, to: "vorm.shp")
    #expect(throws: ShapefileError.missingPart(path: path, suffix: ".dbf")) {
      try ShapefileReader(path: path)
    }
    #expect(throws: ShapefileError.file(.missing(path: folder.file("weg.shp")))) {
      try ShapefileReader(path: folder.file("weg.shp"))
    }
  }

  private func failure(_ shapes: TestShapes, _ change: (inout [UInt8]) -> Void) throws
    -> ShapefileError?
  {
    var bytes = shapes.shp
    change(&bytes)
    _ = try folder.write(shapes.dbf, to: "vorm.dbf")
    let path = try folder.write(bytes, to: "vorm.shp")
    do {
      try ShapefileReader(path: path).forEachRecord(columns: [0]) { _, _, _ in }
      return nil
    } catch let error as ShapefileError {
      return error
    }
  }

  @Test func damage() throws {
    let path = folder.file("vorm.shp")
    let points = TestShapes(
      type: 1, records: [TestShapes.point(1, 2), TestShapes.point(3, 4)], rows: [["a"], ["b"]])
    #expect(try failure(points) { _ in } == nil)
    #expect(
      try failure(points) { $0.removeLast(3) } == .damaged(path: path, suffix: ".shp"))
    #expect(try failure(points) { $0[0] = 1 } == .damaged(path: path, suffix: ".shp"))
    // The second record says it is longer than what is left; then that it has another type.
    #expect(try failure(points) { $0[135] = 200 } == .badShape(path: path, record: 2))
    #expect(try failure(points) { $0[136] = 3 } == .otherShapes(path: path, type: 3))
    #expect(try failure(points) { $0[32] = 31 } == .otherShapes(path: path, type: 31))
    var fewer = points
    fewer.rows.removeLast()
    #expect(try failure(fewer) { _ in } == .unequal(path: path, shapes: 2, rows: 1))
  }

  /// Lengths and offsets near 2 GiB, as in a file that outgrew the format or was made to do harm.
  @Test func offsetsOfTwoGigabytes() throws {
    let path = folder.file("vorm.shp")
    let polygon = TestShapes(
      type: 5, records: [TestShapes.polygon([TestShapes.square(0, 0, 1)])], rows: [["a"]])
    // The length in the header with its sign set: it counts words, so more than 4 GiB.
    #expect(try failure(polygon) { $0[24] = 0x80 } == .tooLarge(path: path, suffix: ".shp"))
    #expect(try failure(polygon) { $0[24] = 0x7F } == .damaged(path: path, suffix: ".shp"))
    for (place, value) in [(104, 0x7F), (104, 0x80), (147, 0x7F), (151, 0x7F), (155, 0x7F)] {
      #expect(
        try failure(polygon) { $0[place] = UInt8(value) } == .badShape(path: path, record: 1))
    }
  }

  @Test func changedBytes() throws {
    var random = RepeatableGenerator(seed: 7)
    let shapes = TestShapes(
      type: 5,
      records: [
        TestShapes.polygon([
          TestShapes.square(0, 0, 10), Array(TestShapes.square(2, 2, 2).reversed()),
        ]), TestShapes.polygon([TestShapes.square(20, 20, 1)]),
      ], rows: [["a"], ["b"]])
    for round in Mutation.rounds(3_000) {
      var shp = shapes.shp
      var dbf = shapes.dbf
      for _ in 0...(round % 4) {
        let byte = UInt8.random(in: .min ... .max, using: &random)
        if round % 2 == 0 {
          shp[Int.random(in: shp.indices, using: &random)] = byte
        } else {
          dbf[Int.random(in: dbf.indices, using: &random)] = byte
        }
      }
      if round % 7 == 0 { shp.removeLast(round % 90) }
      if round % 11 == 0 { dbf.removeLast(round % 60) }
      _ = try folder.write(dbf, to: "vorm.dbf")
      let path = try folder.write(shp, to: "vorm.shp")
      do {
        let reader = try ShapefileReader(path: path)
        try reader.forEachRecord(columns: Array(reader.columns.indices)) { _, _, _ in }
      } catch is ShapefileError {
        continue
      }
    }
  }
}
