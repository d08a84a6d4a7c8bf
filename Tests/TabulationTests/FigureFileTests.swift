import Areas
import CSV
import Tables
import Tabulation
import TestSupport
import Testing

@Suite struct FigureFileTests {
  private func read(
    _ text: String, key: Int = 0, where conditions: [FigureFile.Condition] = [],
    columns: [(name: String, index: Int)] = [("n", 1)]
  ) throws -> FigureFile {
    let file = try CSVFile(bytes: Array(text.utf8), name: "cijfers.csv")
    return try FigureFile(
      file, key: key, conditions: conditions, columns: columns, areas: sampleSet())
  }

  @Test func wide() throws {
    let file = try read(
      """
      naam;code;n;m
      Oost;BU03070102;5;1,5
      West;BU03070101;x;
      Stad;WK030701;<5;-99997
      Elders;BU03080101;7;veel
      """, key: 1, columns: [("n", 2), ("m", 3)])
    #expect(
      file.figures[.buurt] == [
        "n": [.missing(.secret), .value(5), .missing(.noData), .value(7)],
        "m": [.missing(.noData), .value(1.5), .missing(.noData), .missing(.unreadable)],
      ])
    #expect(
      file.figures[.wijk]?["n"] == [
        .interval(lower: 0, upper: 4), .missing(.noData), .missing(.noData),
      ])
    #expect(
      file.figures[.wijk]?["m"] == [
        .missing(.secret), .missing(.noData), .missing(.noData),
      ])
    #expect(file.matchedRows == 4)
    #expect(file.unreadableCells == 1)
    #expect(file.unknownCodes.isEmpty)
    #expect(file.otherRows == 0)
    #expect(file.totalRows == 0)
    #expect(file.repeatedCodes.isEmpty)
  }

  @Test func cellsThatCannotBeReadAreToldPerColumnAndGemeente() throws {
    let file = try read(
      """
      code;n;m
      BU03070101;veel;1
      BU03070102;3;x
      BU03080101;?;2
      """, columns: [("n", 1), ("m", 2)])
    #expect(file.readings.map(\.column) == ["n", "m"])
    let (n, m) = (file.readings[0], file.readings[1])
    #expect((n.all.count, n.all.unreadable) == (3, 2))
    #expect((m.all.count, m.all.unreadable) == (3, 0))
    #expect(n.gemeenten.mapValues(\.unreadable) == ["GM0307": 1, "GM0308": 1])
    #expect(n.gemeenten.mapValues(\.count) == ["GM0307": 2, "GM0308": 1])
    #expect(file.unreadableCells == 2)
  }

  @Test func thousandsInAColumnWithDecimalCommas() throws {
    let file = try read(
      """
      code;dutch;plain
      BU03070101;1.234,5;1.234
      BU03070102;1.234;0.5
      BU03070201;1.234.567;2
      """, columns: [("dutch", 1), ("plain", 2)])
    #expect(
      file.figures[.buurt] == [
        "dutch": [.value(1_234.5), .value(1_234), .value(1_234_567), .missing(.noData)],
        "plain": [.value(1.234), .value(0.5), .value(2), .missing(.noData)],
      ])
    #expect(file.unreadableCells == 0)
  }

  @Test func long() throws {
    let text = """
      code;jaar;soort;n
      BU03070101;2023;totaal;1
      BU03070101;2024;totaal ;2
      BU03070101;2024;inbraak;3
      BU03070102; 2024;totaal;4
      """
    let year = FigureFile.Condition(column: 1, value: "2024")
    let total = FigureFile.Condition(column: 2, value: "totaal")
    let file = try read(text, where: [year, total], columns: [("n", 3)])
    #expect(
      file.figures[.buurt]?["n"] == [
        .value(2), .value(4), .missing(.noData), .missing(.noData),
      ])
    #expect(file.matchedRows == 2)
    #expect(file.repeatedCodes.isEmpty)
    let loose = try read(text, where: [year], columns: [("n", 3)])
    #expect(loose.repeatedCodes == ["BU03070101"])
    #expect(loose.figures[.buurt]?["n"]?[0] == .value(2))
  }

  @Test func totalsOtherAreasAndUnknownCodes() throws {
    let file = try read(
      """
      code;n
      NL00;100
      NL00      ;100
      ;100
      totaal;100
      PV26;100
      LD02;100
      onzin;100
      BU0307;100
      GM0307;50
      GM0599;60
      BU05990101;6
      BU03070199;7
      BU03080199;7
      WK030799;8
      BU03070101;1
      """)
    #expect(file.totalRows == 6)
    // Neither code nor total: it is said, so that a file of mistyped codes does not look fine.
    #expect(file.unreadableRows == 2)
    #expect(file.firstUnreadableRows == [8, 9])
    // Gemeenten are no level of these areas; 0599 is another gemeente.
    #expect(file.otherRows == 3)
    #expect(file.unknownCodes == ["BU03070199", "BU03080199", "WK030799"])
    #expect(file.matchedRows == 1)
  }

  @Test func paddedCodesAndCodesWithoutPrefix() throws {
    let file = try read(
      """
      code;n
      BU03070101  ;  12
      03070102;13
      bu03070201;14
      030701;15
      """)
    #expect(
      file.figures[.buurt]?["n"] == [.value(12), .value(13), .value(14), .missing(.noData)])
    #expect(file.figures[.wijk]?["n"]?[0] == .value(15))
    #expect(file.matchedRows == 4)
  }

  @Test func repeatedRows() throws {
    let file = try read("code;n\nBU03070101;1\nBU03070101;2\n03070101;3\nBU03070102;4\n")
    #expect(file.repeatedCodes == ["BU03070101"])
    #expect(file.matchedRows == 2)
    #expect(file.figures[.buurt]?["n"]?[0] == .value(1))
    #expect(file.contradictedCodes == ["BU03070101"])
  }

  /// The same figure twice is one figure, and a row that says nothing does not hide one that does.
  @Test(arguments: [
    ("1", "1", Figure.value(1), false), ("x", "2", .value(2), false), ("2", "", .value(2), false),
    ("1,0", "1", .value(1), false), ("?", "3", .value(3), false), ("2", "3", .value(2), true),
    ("0", "3", .value(0), true),
  ])
  func repeatedRowsAgreeOrNot(first: String, second: String, is figure: Figure, refused: Bool)
    throws
  {
    let file = try read("code;n\nBU03070101;\(first)\nBU03070101;\(second)\n")
    #expect(file.repeatedCodes == ["BU03070101"])
    #expect(file.contradictedCodes == (refused ? ["BU03070101"] : []))
    #expect(file.figures[.buurt]?["n"]?[0] == figure)
  }

  @Test func shortRowsAndEmptyFiles() throws {
    let file = try read("code;n\nBU03070101\n")
    #expect(file.figures[.buurt]?["n"]?[0] == .missing(.noData))
    #expect(file.matchedRows == 1)
    #expect(try read("code;n\n").matchedRows == 0)
  }
}

@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealFigureFileTests {
  @Test func crimeOfFiveCities() throws {
    let areas = try AreaReader(required: [.buurt]).read([OpenData.fiveCities])
    let file = try CSVFile(path: "\(OpenData.folder)/figures/crime_totals_2021_2025_nl.csv")
    let figures = try FigureFile(
      file, key: 0, conditions: [FigureFile.Condition(column: 1, value: "2024")],
      columns: [("misdrijven", 2)], areas: areas)
    #expect(figures.repeatedCodes.isEmpty)
    #expect(figures.unreadableCells == 0)
    #expect(figures.matchedRows + figures.otherRows + figures.unknownCodes.count == 14_494)
    let buurten = try #require(figures.figures[.buurt]?["misdrijven"])
    #expect(buurten.count == 1_086)
    #expect(buurten.count { $0.number != nil } == figures.matchedRows)
  }

  @Test func healthOfFiveCities() throws {
    let areas = try AreaReader().read([OpenData.fiveCities])
    let file = try CSVFile(
      path: "\(OpenData.folder)/figures/rivm_gezondheid_2020_vijf_steden.csv.gz")
    let key = try #require(file.header.firstIndex(of: "WijkenEnBuurten"))
    let figures = try FigureFile(
      file, key: key, conditions: [], columns: [("eerste", file.header.count - 1)], areas: areas)
    // Rows 2020: 5 gemeenten, 233 wijken, 1047 buurten; codes are padded with blanks.
    #expect(figures.totalRows == 0)
    #expect(figures.otherRows == 0)
    #expect(figures.unreadableCells == 0)
    #expect(
      figures.matchedRows + figures.unknownCodes.count + figures.repeatedCodes.count == 1_285)
  }
}
