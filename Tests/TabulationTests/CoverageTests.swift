import Areas
import Geocoding
import Tables
import Tabulation
import Testing

@Suite struct CoverageTests {
  private func counts(_ rows: String) async throws -> (CountTable, AreaLayer) {
    let records = try await located("plek;soort\n" + rows, columns: [("soort", .category)])
    return (try Tabulator(records).table(.count), try #require(sampleSet()[.buurt]))
  }

  /// Zero within a gemeente that has records is a count; in one without any it is not known.
  @Test func aGemeenteWithoutRecordsHasNoData() async throws {
    let (table, layer) = try await counts("BU03070101;a\nBU03070101;b\nBU03070201;a\n")
    let coverage = Coverage(table, in: layer, minimum: 1)
    #expect(coverage.isCovered == [true, true, true, false])
    #expect(coverage.absent == ["GM0308"])
    let column = BaseColumn(counts: table, coverage: coverage, source: "proef")
    #expect(column.figures == [.value(2), .value(0), .value(1), .missing(.noData)])
    #expect(column.origin == .records(contributions: [2, 0, 1, 0]))
  }

  /// Where small counts must look like zero, a gemeente with few records looks like one with none.
  @Test(arguments: [(1, [String]()), (2, ["GM0308"]), (3, ["GM0307", "GM0308"])])
  func theMinimumIsOfTheGemeente(minimum: Int, absent: [String]) async throws {
    let (table, layer) = try await counts("BU03070101;a\nBU03070201;b\nBU03080101;a\n")
    #expect(Coverage(table, in: layer, minimum: minimum).absent == absent)
  }

  @Test func noRecordsAtAll() async throws {
    let (table, layer) = try await counts("elders;a\n")
    let coverage = Coverage(table, in: layer, minimum: 1)
    #expect(coverage.isCovered == [false, false, false, false])
  }
}
