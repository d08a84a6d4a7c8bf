import Testing
import WeightFiles

@Suite struct WeightFileTests {
  private let file = WeightFile(
    ids: ["BU1", "BU2", "BU3"],
    links: [.init(from: 0, to: 1, weight: 1), .init(from: 1, to: 0, weight: 1)])

  @Test func galGoesThereAndBack() throws {
    let text = file.gal(name: "buurten", idColumn: "code")
    #expect(text == "0 3 buurten code\nBU1 1\nBU2\nBU2 1\nBU1\nBU3 0\n\n")
    #expect(try WeightFile(gal: text) == file)
  }

  @Test func gwtKeepsWeights() throws {
    let weighted = WeightFile(
      ids: ["a", "b"],
      links: [.init(from: 0, to: 1, weight: 1.0 / 3), .init(from: 1, to: 0, weight: 2.5e-7)])
    #expect(try WeightFile(gwt: weighted.gwt()) == weighted)
  }

  @Test func galOfOtherProgramsIsRead() throws {
    // An older first line, carriage returns, a missing line for an area without neighbours.
    let read = try WeightFile(gal: "3\r\n1 1\r\n2\r\n2 1\r\n1\r\n3 0\r\n")
    #expect(read.ids == ["1", "2", "3"])
    #expect(read.links.map(\.to) == [1, 0])
  }

  // What Tests/Oracles/weight_files.py wrote (libpysal 4.14.1, pygeoda 0.1.3) of six areas of the golden
  // runs, and what both read of our files: 22 links of queen; 14 of 1 / 1000 m.
  @Test(arguments: [
    """
    6
    BU99010000 3
    BU99010001 BU99010100 BU99010101
    BU99010001 5
    BU99010000 BU99010100 BU99010101 BU99020002 BU99020102
    BU99010100 3
    BU99010000 BU99010001 BU99010101
    BU99010101 5
    BU99010000 BU99010001 BU99010100 BU99020002 BU99020102
    BU99020002 3
    BU99010001 BU99010101 BU99020102
    BU99020102 3
    BU99010001 BU99010101 BU99020002

    """,
    """
    0 6 buurten buurtcode
    BU99010000 3
    BU99010101 BU99010100 BU99010001
    BU99010001 5
    BU99020102 BU99010101 BU99010100 BU99020002 BU99010000
    BU99020002 3
    BU99020102 BU99010101 BU99010001
    BU99010100 3
    BU99010000 BU99010001 BU99010101
    BU99010101 5
    BU99020102 BU99010100 BU99020002 BU99010001 BU99010000
    BU99020102 3
    BU99020002 BU99010001 BU99010101

    """,
  ])
  func galOfPySALAndGeoDaIsRead(_ text: String) throws {
    let read = try WeightFile(gal: text)
    #expect(read.ids.count == 6)
    #expect(read.links.count == 22)
    let first = read.ids.firstIndex(of: "BU99010000")!
    #expect(
      Set(read.links.filter { $0.from == first }.map { read.ids[$0.to] })
        == ["BU99010001", "BU99010100", "BU99010101"])
  }

  @Test(arguments: [
    ("BU99010000 BU99010001 0.001\nBU99010000 BU99010100 0.001\n", 0.001),
    (
      "BU99010000 BU99010001               1000\nBU99010000 BU99010100               1000\n", 1000
    ),
  ])
  func gwtOfPySALAndGeoDaIsRead(_ lines: String, _ weight: Double) throws {
    let read = try WeightFile(gwt: "0 3 buurten buurtcode\n" + lines)
    #expect(read.links.map { read.ids[$0.to] } == ["BU99010001", "BU99010100"])
    #expect(read.links.allSatisfy { $0.weight == weight })
  }

  @Test(arguments: [
    ("", WeightFileError.noHeader), ("x\n", .noHeader),
    ("0 2 a b\n1 1\n2\n", .otherCount(announced: 2, found: 1)),
    ("0 1 a b\n1 2\n2\n", .badLine(3)), ("0 1 a b\n1 1\n9\n", .unknownID("9", line: 3)),
    ("0 2 a b\n1 0\n\n1 0\n\n", .repeatedID("1", line: 4)), ("0 1 a b\n1 -1\n", .badLine(2)),
  ])
  func badGALIsRefused(_ text: String, _ error: WeightFileError) {
    #expect(throws: error) { try WeightFile(gal: text) }
  }

  @Test func badGWTIsRefused() {
    #expect(throws: WeightFileError.badLine(2)) { try WeightFile(gwt: "0 2 a b\n1 2\n") }
    #expect(throws: WeightFileError.badLine(2)) { try WeightFile(gwt: "0 2 a b\n1 2 nan\n") }
    #expect(throws: WeightFileError.otherCount(announced: 1, found: 2)) {
      try WeightFile(gwt: "0 1 a b\n1 2 1\n")
    }
  }
}
