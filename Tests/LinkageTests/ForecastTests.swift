import CSV
import Disclosure
import Testing

@testable import Linkage

/// Which expected numbers of persons can be used for a forecast.
struct ForecastTests {
  static func persons(_ lines: [String], header: String = "code;aantal") throws -> ExpectedPersons {
    let text = ([header] + lines).joined(separator: "\n") + "\n"
    return try ExpectedPersons(CSVFile(bytes: Array(text.utf8), name: "v"))
  }

  @Test(
    arguments: [
      (["GM0599;1", "XX0344;1"], 3, .noCode), (["GM059;1"], 2, .noCode),
      (["GM059901;1"], 2, .noCode),
      (["WK0599;1"], 2, .noCode), (["Rotterdam;1"], 2, .noCode), (["wk 0599 01;1"], 2, .noCode),
      ([";1"], 2, .noCode), (["BU05990110;1"], 2, .buurt("BU05990110")),
      (["05990110;1"], 2, .buurt("BU05990110")),
      (["overig;1", "Overig;2"], 3, .twice("overig", line: 2)),
      (["GM0599;1", "GM0344;1", "0599;2"], 4, .twice("GM0599", line: 2)),
      (["WK059901;1", "wk059901;1"], 3, .twice("WK059901", line: 2)),
      (
        ["WK059901;1", "WK059902;1", "GM0599;9"], 4,
        .partOfWhole(wijk: "WK059901", gemeente: "GM0599", line: 2)
      ),
      (
        ["GM0599;9", "WK034401;2", "WK059902;1"], 4,
        .partOfWhole(wijk: "WK059902", gemeente: "GM0599", line: 2)
      ),
      (["GM0599;-1"], 2, .noNumber), (["GM0599;2.5"], 2, .noNumber), (["GM0599;2,5"], 2, .noNumber),
      (["GM0599;+2"], 2, .noNumber), (["GM0599;"], 2, .noNumber), (["GM0599;1e3"], 2, .noNumber),
      (["GM0599;1000001"], 2, .noNumber), (["GM0599;99999999999999999999"], 2, .noNumber),
      (["GM0599;600000", "GM0344;400001"], 3, .tooMany), (["GM0599"], 2, .ragged),
      (["GM0599;1;2"], 2, .ragged),
    ] as [([String], Int, ExpectedPersons.Fault)])
  func whatCannotBeUsedIsRefused(_ lines: [String], _ line: Int, _ fault: ExpectedPersons.Fault) {
    #expect(throws: LinkageError.forecast(path: "v", line: line, fault)) {
      try Self.persons(lines)
    }
  }

  @Test func anEmptyFileIsRefused() {
    #expect(throws: LinkageError.nothingToCount(path: "v")) { try Self.persons([]) }
    #expect(throws: LinkageError.columnTwice(path: "v", column: "aantal")) {
      try Self.persons(["GM0599;1;2"], header: "code;aantal;Aantal")
    }
  }

  /// Wijken of one gemeente beside another gemeente: all of them, and none that is not named.
  @Test func allAreasThatAreNamedAreLookedAt() async throws {
    let persons = try Self.persons(["WK059901;500", "0344;0", "059902;500", "gm0518;0"])
    #expect(persons.hasWijken)
    #expect(persons.codes == ["WK059901", "WK059902", "GM0344", "GM0518"])
    let forecast = try await LinkageForecast(
      persons: persons, shares: [0.5], rule: .openbaar, draws: 5)
    #expect(forecast.expectations[0].small == 0.5)
  }

  @Test func tasksChangeNothingAndManyAreasAreDrawnLessOften() async throws {
    let persons = try Self.persons((0..<200).map { "GM\(1000 + $0);\(20 + $0)" })
    func forecast(tasks: Int) async throws -> LinkageForecast {
      try await LinkageForecast(
        persons: persons, shares: [0.1, 0.3], rule: .openbaar, draws: 3, tasks: tasks)
    }
    let alone = try await forecast(tasks: 1).expectations
    #expect(try await forecast(tasks: 4).expectations == alone)
    #expect(alone[0].small > alone[1].small)
    #expect([1, 150, 600, 3000, 15_000].map(LinkageForecast.draws) == [100, 100, 25, 10, 10])
  }

  /// As many as there may be, and some in each of the rows, so that nothing small is left to be protected.
  @Test func aMillionPersons() async throws {
    let forecast = try await LinkageForecast(
      persons: try Self.persons([
        "GM0599;400000", "overig;400000", "Zonder_vaste_woonplaats;200000",
      ]), shares: [0.5], rule: .openbaar, draws: 2)
    #expect(forecast.expectations[0].shown == 1)
  }

  /// Rows that are no area and of which nothing, or nobody, is expected.
  @Test func rowsWhereNobodyIsExpected() throws {
    #expect(try Self.persons(["GM0344;180"]).emptyRows == [.withoutFixedAddress, .elsewhere])
    #expect(
      try Self.persons(["WK034401;180", "overig;5", "zonder_vaste_woonplaats;0"]).emptyRows
        == [.withoutFixedAddress])
    #expect(
      try Self.persons(["GM0344;180", "overig;5", "zonder_vaste_woonplaats;1"]).emptyRows == [])
  }

  /// A gemeentecode beside each wijkcode, as areas are listed, is not taken for the area.
  @Test func wijkenWithTheirGemeente() throws {
    let persons = try Self.persons(
      ["GM0599;WK059901;20", "GM0599;WK059902;30"], header: "gemeentecode;wijkcode;aantal")
    #expect(persons.codes == ["WK059901", "WK059902"])
  }
}
