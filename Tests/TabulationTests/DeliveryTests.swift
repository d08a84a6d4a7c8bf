import Areas
import CSV
import Geometry
import Tables
import Tabulation
import Testing

/// Tables of counts as partners hand them over: names for codes, categories in rows.
@Suite struct DeliveryTests {
  /// Two gemeenten with a buurt Centrum each.
  private let areas: AreaSet = {
    let buurten = [
      ("BU03070101", "Centrum", "GM0307", "Amersfoort"),
      ("BU03070102", "De Kruiskamp", "GM0307", "Amersfoort"),
      ("BU03080101", "Centrum", "GM0308", "Baarn"),
      ("BU03080102", "Noord-West", "GM0308", "Baarn"),
    ].map { code, name, gemeente, town in
      Area(
        code: code, name: name, wijkcode: nil, gemeentecode: gemeente, gemeentenaam: town,
        geometry: MultiPolygon([]))
    }
    return AreaSet(edition: Edition(year: 2024), layers: [AreaLayer(level: .buurt, areas: buurten)])
  }()

  private func read(
    _ text: String, gemeente: Int? = nil, same: [String: String] = [:], category: Int? = nil,
    columns: [FigureLayout.Column] = [FigureLayout.Column(name: "n", index: 1)],
    absentIsZero: Bool = false
  ) throws -> FigureFile {
    try FigureFile(
      CSVFile(bytes: Array(text.utf8), name: "telling.csv"),
      layout: FigureLayout(
        key: .name(0, gemeente: gemeente, same: same), category: category, columns: columns,
        areCounts: true, absentIsZero: absentIsZero), areas: areas, level: .buurt)
  }

  @Test func aNameIsThatOfAnAreaOrDoubtful() throws {
    let file = try read(
      """
      buurt;n
      de  KRUISKAMP ;1
      De Kruiskmap;2
      Centrum;3
      Zwammerdam;4
      Totaal;5
      Totaal Baarn;6
      ;7
      """)
    #expect(file.figures[.buurt]?["n"]?.map(\.number) == [nil, 1, nil, nil])
    #expect(file.doubtfulNames.map(\.name) == ["Centrum", "De Kruiskmap", "Zwammerdam"])
    #expect(file.doubtfulNames.map(\.nearest) == [nil, "De Kruiskamp", nil])
    #expect(file.doubtfulNames[0].codes == ["BU03070101", "BU03080101"])
    #expect(file.totalRows == 3)
    #expect(file.matchedRows == 1)
  }

  @Test(arguments: ["Baarn", "baarn", "GM0308", "0308"])
  func theGemeenteTellsNamesApart(gemeente: String) throws {
    let file = try read(
      """
      buurt;n;plaats
      Centrum;3;\(gemeente)
      Centrum;4;Utrecht
      """, gemeente: 2)
    #expect(file.figures[.buurt]?["n"]?.map(\.number) == [nil, nil, 3, nil])
    #expect(file.otherRows == 1)
    #expect(file.doubtfulNames.isEmpty)
  }

  @Test func aNameOfAnotherGemeenteIsNotTaken() throws {
    let file = try read("buurt;n;plaats\nDe Kruiskamp;3;Baarn\n", gemeente: 2)
    #expect(file.matchedRows == 0)
    #expect(file.doubtfulNames.map(\.name) == ["De Kruiskamp"])
    #expect(file.doubtfulNames.map(\.nearest) == [nil])
  }

  @Test func whatIsMeantByANameMayBeSaid() throws {
    let file = try read(
      """
      buurt;n
      Kruiskamp;3
      NW;4
      Onbekend;5
      """, same: ["Kruiskamp": "De Kruiskamp", "NW": "BU03080102", "Onbekend": "-"])
    #expect(file.figures[.buurt]?["n"]?.map(\.number) == [nil, 3, nil, 4])
    #expect(file.otherRows == 1)
    #expect(file.doubtfulNames.isEmpty)
  }

  @Test func categoriesInRows() throws {
    let columns = [
      FigureLayout.Column(name: "drugs", index: 2, category: "Drugs"),
      FigureLayout.Column(name: "alle", index: 2, category: "Totaal"),
      FigureLayout.Column(name: "wapens", index: 2, category: "Wapens"),
    ]
    let text = """
      buurt;soort;n
      De Kruiskamp;Drugs;<5
      De Kruiskamp;Totaal;1.250
      Noord-West;Totaal;2,100
      Noord-West;Fietsen;9
      Noord-West;Totaal;3
      """
    let file = try read(text, category: 1, columns: columns)
    #expect(
      file.figures[.buurt]?["drugs"] == [
        .missing(.noData), .interval(lower: 0, upper: 4), .missing(.noData), .missing(.noData),
      ])
    #expect(file.figures[.buurt]?["alle"]?.map(\.number) == [nil, 1_250, nil, 2_100])
    #expect(file.absentCategories == ["Wapens"])
    #expect(file.categories == ["Drugs", "Fietsen", "Totaal"])
    #expect(file.repeatedCodes == ["BU03080102"])
    #expect(file.matchedRows == 2)
  }

  @Test func anAbsentRowIsZeroOnlyWhereItsGemeenteHasRows() throws {
    let text = "buurt;n\nNoord-West;\n"
    let zero = try read(text, absentIsZero: true)
    #expect(
      zero.figures[.buurt]?["n"] == [
        .missing(.noData), .missing(.noData), .value(0), .missing(.noData),
      ])
    #expect(zero.zeroAreas == 1)
    let unknown = try read(text)
    #expect(unknown.figures[.buurt]?["n"]?.allSatisfy { $0 == .missing(.noData) } == true)
    #expect(unknown.zeroAreas == 0)
  }
}
