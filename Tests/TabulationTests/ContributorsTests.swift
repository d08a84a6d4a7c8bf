import Geocoding
import Tabulation
import TestSupport
import Testing

/// Records of which is known whose they are: what one contributor adds to a sum is one contribution.
struct ContributorsTests {
  private struct Row {
    let area: Int
    let kind: String
    let owner: String
    let amount: Double?
  }

  private func rows(_ count: Int, seed: UInt64) -> [Row] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<count).map { _ in
      Row(
        area: Int.random(in: 0...4, using: &generator),
        kind: ["p", "q"].randomElement(using: &generator) ?? "",
        owner: ["", "12345678", "87654321", " 12345678 ", "0", "f"].randomElement(using: &generator)
          ?? "",
        amount: [nil, 0, 0.5, 1, 2, 30, 400].randomElement(using: &generator) ?? nil)
    }
  }

  private func read(_ rows: [Row]) async throws -> LocatedRecords {
    var text = "plek;soort;bedrag;kvk\n"
    for row in rows {
      text += "\(row.area < 4 ? sampleCodes[row.area] : "elders");\(row.kind);"
      text += "\(row.amount.map { "\($0)" } ?? "");\(row.owner)\n"
    }
    return try await located(
      text, columns: [("soort", .category), ("bedrag", .number)],
      further: RecordReader.Column(name: Contributors.column, index: 3, kind: .category))
  }

  /// What each contributor adds, found by a loop over the rows; one without a name adds by itself.
  private func shares(_ rows: [Row], where isWanted: (Row) -> Bool) -> [Double] {
    var named: [String: Double] = [:]
    var others: [Double] = []
    for row in rows where isWanted(row) {
      guard let amount = row.amount, amount != 0 else { continue }
      let owner = row.owner.filter { $0 != " " }
      if owner.isEmpty { others.append(amount) } else { named[owner, default: 0] += amount }
    }
    return (named.values + others).sorted(by: >)
  }

  @Test(arguments: 0..<4) func contributionsAreAddedUpInEachCell(seed: UInt64) async throws {
    let rows = rows(200, seed: seed)
    let table = try Tabulator(try await read(rows)).table(.sum(column: "bedrag"), category: "soort")
    for area in 0..<4 {
      for (category, kind) in table.categories.enumerated() {
        let own = shares(rows) { $0.area == area && $0.kind == kind }
        #expect(table.value(area: area, category: category) == own.reduce(0, +))
        #expect(table.contributions(area: area, category: category) == own.count)
        let concentration = try #require(table.concentration(area: area, category: category))
        #expect(concentration.total == own.reduce(0, +))
        #expect(concentration.largest == Array((own + [0, 0, 0]).prefix(Concentration.kept)))
      }
    }
    // Counts are of records, whoever's they are.
    let counts = try Tabulator(try await read(rows)).table(.count)
    #expect(counts.contributions(area: 0) == rows.count { $0.area == 0 })
  }

  /// The same of any parts together: of a contributor with records in several it is not what it is in each.
  @Test(arguments: 0..<4) func contributionsAreAddedUpOverParts(seed: UInt64) async throws {
    var random = RepeatableGenerator(seed: seed)
    let rows = rows(120, seed: seed)
    let records = try await read(rows)
    let kinds = try Tabulator(records).places(category: "soort")
    let partition = CountPartition(units: records.ordinals, unitCount: 4, tables: [kinds])
    guard case .number(let numbers)? = records.columns["bedrag"]?.cells else { return }
    let contributors = try #require(Contributors(in: records.columns))
    let together = PartContributions(partition, numbers: numbers, by: contributors)
    let apart = PartContributions(partition, numbers: numbers)
    #expect(together.totals == apart.totals)
    #expect(apart.least == 0.5)
    let smallest = (0..<4).flatMap { area in
      kinds.categories.compactMap { kind in
        shares(rows) { $0.area == area && $0.kind == kind }.last
      }
    }.min()
    #expect(together.least == smallest)
    for _ in 0..<50 {
      let parts = partition.counts.indices.filter { _ in Bool.random(using: &random) }
      let chosen = Set(parts.map { [$0 / partition.kindCount, $0 % partition.kindCount] })
      func isIn(_ row: Row) -> Bool {
        guard row.area < 4, let place = kinds.categories.firstIndex(of: row.kind) else {
          return false
        }
        return partition.places[0].firstIndex(of: Int32(place)).map {
          chosen.contains([row.area, $0])
        }
          ?? false
      }
      let own = shares(rows, where: isIn)
      let members = parts.map { Int32($0) }
      #expect(together.count(in: members) == own.count)
      let found = together.found(in: members)
      #expect(found.count == own.count)
      #expect(found.concentration.total == own.reduce(0, +))
      #expect(found.concentration.largest == Array((own + [0, 0, 0]).prefix(Concentration.kept)))
      let single = rows.filter(isIn).compactMap(\.amount).filter { $0 != 0 }.sorted(by: >)
      #expect(apart.count(in: members) == single.count)
      #expect(
        apart.found(in: members).concentration.largest
          == Array(single.prefix(Concentration.kept)))
    }
  }
}
