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
