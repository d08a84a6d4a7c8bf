import Disclosure
import Tabulation
import Testing

/// Where counts of nought are told, a hidden count is at least one.
struct ShownZerosTests {
  private let rule = DisclosureRule(minimumCount: 10, roundingBase: 5, zeros: .shown)

  private func hidden(_ counts: [Int]) throws -> (total: Bool, others: Int) {
    let records = counts.enumerated().flatMap { kind, count in
      [Int32](repeating: Int32(kind), count: count)
    }
    let partition = CountPartition(
      units: records.map { _ in 0 }, unitCount: 1,
      tables: [
        RecordPlaces(
          categories: counts.indices.map { "k\($0)" }, periods: [""], places: records)
      ])
    func figure(_ count: Int) -> PublishedFigure {
      PublishedFigure(Double(count), contributions: count, rule: rule)
    }
    var statements = CountStatements(partition, rule: rule)
    for (kind, count) in counts.enumerated() {
      statements.add(
        kinds: partition.places[0].indices.filter { partition.places[0][$0] == Int32(kind) },
        units: [[0]], group: 1, figures: [figure(count)])
    }
    let total = statements.add(
      kinds: Array(0..<partition.kindCount), units: [[0]], group: 0,
      figures: [figure(counts.reduce(0, +))])
    let hidden = try statements.hidden()
    return (
      hidden.contains(CountStatements.Place(statement: total, area: 0)),
      hidden.filter { $0.statement != total }.count
    )
  }

  /// Ten says ten to twelve; with five kinds that are there each is eight at most, with two eleven.
  @Test func fiveKindsThatAreThereAreTooManyForATotalOfTen() throws {
    #expect(try hidden([2, 2, 2, 2, 2]) == (true, 0))
    #expect(try hidden([5, 5]) == (false, 0))
    // What is nought is not one of them, and stays told.
    #expect(try hidden([5, 5, 0, 0, 0]) == (false, 0))
  }

  /// Nothing is protected where everybody may know that there is nothing.
  @Test func noughtNeedsNoProtection() throws {
    #expect(try hidden([30, 0]) == (false, 0))
    #expect(try hidden([30, 20, 0]) == (false, 0))
  }
}
