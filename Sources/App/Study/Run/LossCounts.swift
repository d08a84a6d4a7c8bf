internal import Areas
internal import Disclosure

/// What is hidden in each gemeente, and why.
struct LossCounts {
  private let records: String
  private let gemeenten: [(code: String, name: String)]
  private var counts: [String: Int] = [:]
  private var small: [String: Int] = [:]
  private var complementary: [String: Int] = [:]

  init(_ records: String, areas: AreaSet) {
    self.records = records
    gemeenten = areas.gemeenten
  }

  mutating func add(_ figures: [PublishedFigure], layer: AreaLayer, isCovered: [Bool]? = nil) {
    for (place, area) in layer.areas.enumerated() where isCovered?[place] ?? true {
      counts[area.gemeentecode, default: 0] += 1
      if figures[place] == .suppressed { small[area.gemeentecode, default: 0] += 1 }
    }
  }

  mutating func hide(_ area: Area) { complementary[area.gemeentecode, default: 0] += 1 }

  var hidesForOthers: Bool { !complementary.isEmpty }

  var losses: [StudyReport.Loss] {
    gemeenten.compactMap { code, name in
      counts[code].map {
        StudyReport.Loss(
          records: records, gemeentecode: code, gemeente: name, counts: $0,
          small: small[code] ?? 0, complementary: complementary[code] ?? 0)
      }
    }
  }
}
