internal import Indicators
internal import Yams

/// Reads a term that counts records.
struct RecordTermReader {
  private let sectors: SectorCatalogue

  init(_ sectors: SectorCatalogue) {
    self.sectors = sectors
  }

  /// The term, or nil with a problem noted.
  func term(_ map: YAMLMap) -> RecordTerm? {
    map.allow([
      "records", "measure", "column", "where", "active_on", "changed_within_months",
      "begun_within_months", "ended_within_months", "months", "least_at_address",
    ])
    guard let records = map.requiredText("records") else { return nil }
    let measure: RecordTerm.Measure
    switch map.text("measure") ?? "count" {
    case "count": measure = .count
    case "distinct":
      guard let column = map.requiredText("column") else { return nil }
      measure = .distinct(column: column)
    case "sum":
      guard let column = map.requiredText("column") else { return nil }
      measure = .sum(column: column)
    case let other:
      map.document.noteUnknown(
        other, key: "measure", allowed: ["count", "distinct", "sum"], map["measure"] ?? map.node)
      return nil
    }
    let among = map.map("where").map(conditions) ?? []
    return RecordTerm(
      records: records, measure: measure, among: among,
      limits: map.map("where").map(limits) ?? [], period: period(map),
      leastAtAddress: whole(map, "least_at_address", "a number of records, 2 or more", from: 2))
  }

  /// What lies near an area, or nil with a problem noted.
  func points(_ map: YAMLMap, isRadius: Bool) -> PointTerm? {
    map.allow(["records", "where", "months"] + (isRadius ? ["metres"] : []))
    if isRadius { _ = map.required("metres") }
    let metres = isRadius ? whole(map, "metres", "a number of metres, 1 or more", from: 1) : nil
    guard let records = map.requiredText("records"), !isRadius || metres != nil else { return nil }
    for limit in map.map("where").map(limits) ?? [] {
      map.document.note(
        .wrongType(key: limit.column, expected: "words: distances know no limits of numbers"),
        map["where"])
    }
    return PointTerm(
      records: records, measure: metres.map { .within(metres: $0) } ?? .nearest,
      among: map.map("where").map(conditions) ?? [],
      months: whole(map, "months", "a number of months, 1 or more", from: 1))
  }

  private func conditions(_ map: YAMLMap) -> [RecordTerm.Among] {
    map.entries.filter { !Self.isLimit($0.value) || $0.key == RecordTerm.sectorColumn }.map {
      entry in
      guard entry.key == RecordTerm.sectorColumn else {
        return RecordTerm.Among(column: entry.key, words: map.texts(entry.key))
      }
      return RecordTerm.Among(column: entry.key, words: codes(map, entry.value))
    }
  }

  private static func isLimit(_ node: Node) -> Bool { node.mapping != nil }

  private func limits(_ map: YAMLMap) -> [RecordTerm.Limit] {
    map.entries.filter { Self.isLimit($0.value) && $0.key != RecordTerm.sectorColumn }
      .compactMap { entry in
        guard let limit = map.document.map(entry.value, key: entry.key) else { return nil }
        limit.allow(["least", "below"])
        let least = limit.number("least", "a number") { $0.isFinite }
        let below = limit.number("below", "a number") { $0.isFinite }
        guard least != nil || below != nil else {
          map.document.note(
            .wrongType(key: entry.key, expected: "words, or '{least: …, below: …}'"), entry.value)
          return nil
        }
        return RecordTerm.Limit(column: entry.key, least: least, below: below)
      }
  }

  /// Codes of sectors, as they stand or as groups of the catalogue.
  private func codes(_ map: YAMLMap, _ node: Node) -> [String] {
    let standard = SectorCatalogue.standard
    guard node.mapping != nil else {
      return map.list(RecordTerm.sectorColumn).compactMap { node in
        guard let text = map.text(node, key: RecordTerm.sectorColumn) else { return nil }
        guard let classification = sectors.classification(standard), classification.holds(text)
        else {
          map.document.note(
            .sectorRule(
              .notACode(text, classification: sectors.classification(standard)?.name ?? standard)),
            node)
          return nil
        }
        return text
      }
    }
    guard let groups = map.map(RecordTerm.sectorColumn) else { return [] }
    groups.allow(["sectors"])
    _ = groups.required("sectors")
    return groups.list("sectors").flatMap { node -> [String] in
      guard let id = groups.text(node, key: "sectors") else { return [] }
      guard let group = sectors.group(id) else {
        map.document.noteUnknown(id, key: "sectors", allowed: sectors.groups.map(\.id), node)
        return []
      }
      return group.codes[standard] ?? []
    }.sorted()
  }

  private func period(_ map: YAMLMap) -> RecordTerm.Period {
    let expected = "a number of months, 1 or more"
    var period = RecordTerm.Period.any
    if let node = map["active_on"], let word = map.text(node, key: "active_on") {
      if word != "peildatum" {
        map.document.noteUnknown(word, key: "active_on", allowed: ["peildatum"], node)
      }
      period = .active
    }
    let keys: [(key: String, period: (Int) -> RecordTerm.Period)] = [
      ("changed_within_months", { .changed(months: $0) }),
      ("begun_within_months", { .begun(months: $0) }),
      ("ended_within_months", { .ended(months: $0) }),
      ("months", { .dated(months: $0) }),
    ]
    var first = map["active_on"] == nil ? nil : "active_on"
    for (key, make) in keys where map[key] != nil {
      if let first {
        map.document.note(
          .wrongType(key: key, expected: "left out beside '\(first)': a term has one time"),
          map[key])
      }
      first = key
      if let months = whole(map, key, expected, from: 1) { period = make(months) }
    }
    return period
  }

  private func whole(_ map: YAMLMap, _ key: String, _ expected: String, from least: Int) -> Int? {
    guard let number = map.integer(key) else { return nil }
    guard number >= least else {
      map.document.note(.wrongType(key: key, expected: expected), map[key])
      return nil
    }
    return number
  }
}
