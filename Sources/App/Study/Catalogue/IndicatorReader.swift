internal import Indicators
internal import Yams

/// Reads one entry of the catalogue; `geodata/indicators/README.md` describes the form.
struct IndicatorReader {
  private static let keys = [
    "id", "theme", "code", "name", "says", "says_not", "unit", "decimals", "direction",
    "minimum_denominator", "formula", "caveats", "references", "flags",
    "default", "weight", "dimension",
  ]

  /// Reads the entry at `path`, or notes why not.
  static func read(_ document: YAMLDocument) -> Indicator? {
    guard let root = document.root() else { return nil }
    root.allow(keys)
    let id = root.requiredText("id")
    let theme = root.required("theme").flatMap {
      root.word($0, key: "theme", as: Indicator.Theme.self)
    }
    let code = root.requiredText("code")
    let texts = ["name", "says", "says_not", "unit"].map { localized(root, $0) }
    _ = root.required("decimals")
    let decimals = root.integer("decimals")
    if let decimals, !(0...6).contains(decimals) {
      document.note(.wrongType(key: "decimals", expected: "0 to 6"), root["decimals"])
    }
    let direction = root.required("direction").flatMap {
      root.word($0, key: "direction", as: Indicator.Direction.self)
    }
    let minimum = root.integer("minimum_denominator") ?? 0
    let formula = root.required("formula").flatMap { document.map($0, key: "formula") }
      .flatMap(formula)
    let caveats = root.map("caveats").map(caveats) ?? []
    let references = root.texts("references")
    let flags = root.list("flags").compactMap {
      root.word($0, key: "flags", as: Indicator.Flag.self)
    }
    let setting = root.word("default", as: DefaultWord.self)
    let weight = root.number("weight", "0 or more") { $0 >= 0 && $0.isFinite }
    let dimension = root.word("dimension", as: Indicator.Dimension.self)
    if dimension != nil, let theme, theme != .weerbaarheid {
      document.note(
        .wrongType(key: "dimension", expected: "left out where the theme is not weerbaarheid"),
        root["dimension"])
    }
    guard let id, let theme, let code, let decimals, let direction, let formula,
      let name = texts[0], let says = texts[1], let saysNot = texts[2], let unit = texts[3],
      document.problems.isEmpty
    else { return nil }
    return Indicator(
      id: id, theme: theme, code: code, name: name, says: says, saysNot: saysNot, unit: unit,
      decimals: decimals, direction: direction, minimumDenominator: Double(minimum),
      formula: formula, caveats: caveats, references: references, flags: Set(flags),
      defaultWeight: weight ?? 1, isSetOff: setting == .off, dimension: dimension)
  }

  private enum DefaultWord: String, CaseIterable {
    case on, off
  }

  static func localized(_ root: YAMLMap, _ key: String) -> LocalizedText? {
    guard let node = root.required(key), let map = root.document.map(node, key: key) else {
      return nil
    }
    map.allow(["nl", "en"])
    guard let nl = map.requiredText("nl"), let en = map.requiredText("en") else { return nil }
    return LocalizedText(nl: nl, en: en)
  }

  static func caveats(_ map: YAMLMap) -> [LocalizedText] {
    map.allow(["nl", "en"])
    let nl = map.texts("nl")
    let en = map.texts("en")
    guard nl.count == en.count else {
      map.document.note(
        .wrongType(key: "caveats", expected: "as many sentences in nl as in en"), map.node)
      return []
    }
    return zip(nl, en).map { LocalizedText(nl: $0, en: $1) }
  }

  private enum KindWord: String, CaseIterable {
    case value, rate, density, share
    case locationQuotient = "location_quotient"
  }

  private static func formula(_ map: YAMLMap) -> Formula? {
    map.allow(["kind", "numerator", "denominator", "base", "per", "reference"])
    guard let kindNode = map.required("kind"),
      let word = map.word(kindNode, key: "kind", as: KindWord.self),
      let numerator = map.required("numerator").flatMap({ term($0, map, key: "numerator") })
    else { return nil }
    let denominator = map["denominator"].flatMap { term($0, map, key: "denominator") }
    let base = map["base"].flatMap { term($0, map, key: "base") }
    switch word {
    case .value: return Formula(kind: .value, numerator: numerator, base: base)
    case .density: return Formula(kind: .density, numerator: numerator, base: base)
    case .rate, .share, .locationQuotient:
      guard let denominator else {
        map.document.note(.missingKey("denominator"), map.node)
        return nil
      }
      let kind: Formula.Kind =
        switch word {
        case .rate: .rate(per: Double(map.integer("per") ?? 1_000))
        case .share: .share
        default: .locationQuotient
        }
      return Formula(kind: kind, numerator: numerator, denominator: denominator, base: base)
    }
  }

  private static func term(_ node: Node, _ parent: YAMLMap, key: String) -> Term? {
    guard let map = parent.document.map(node, key: key) else { return nil }
    if map["figure"] != nil {
      map.allow(["figure"])
      return map.text("figure").map(Term.figure)
    }
    map.allow([
      "records", "measure", "column", "where", "active_on", "changed_within_months", "months",
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
      map.document.note(
        .unknownWord(
          key: "measure", given: other, nearest: nil, allowed: ["count", "distinct", "sum"]), node)
      return nil
    }
    let among =
      map.map("where").map { conditions in
        conditions.entries.map {
          RecordTerm.Among(column: $0.key, words: conditions.texts($0.key))
        }
      } ?? []
    var period = RecordTerm.Period.any
    if map.text("active_on") != nil { period = .active }
    if let months = months(map, "changed_within_months") { period = .changed(months: months) }
    if let months = months(map, "months") { period = .dated(months: months) }
    return .records(
      RecordTerm(records: records, measure: measure, among: among, period: period))
  }

  /// A number of months, at least one.
  private static func months(_ map: YAMLMap, _ key: String) -> Int? {
    guard let months = map.integer(key) else { return nil }
    guard months >= 1 else {
      map.document.note(.wrongType(key: key, expected: "a number of months, 1 or more"), map[key])
      return nil
    }
    return months
  }
}
