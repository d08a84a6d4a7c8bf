internal import Geocoding
internal import Indicators
internal import Yams

/// Reads one entry of the catalogue; `geodata/indicators/README.md` describes the form.
struct IndicatorReader {
  private static let keys = [
    "id", "theme", "code", "name", "says", "says_not", "unit", "decimals", "direction",
    "minimum_denominator", "formula", "caveats", "references", "flags",
    "default", "weight", "dimension", "method_breaks",
  ]

  /// Reads an entry, or notes why not.
  static func read(_ root: YAMLMap, formulas: FormulaReader) -> Indicator? {
    let document = root.document
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
      .flatMap { formulas.formula($0) }
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
    if let formula, minimum > 0, formula.base == nil,
      formula.denominator == nil || formula.kind == .density
    {
      document.note(
        .wrongType(
          key: "minimum_denominator",
          expected: "0, or the formula must have a 'base' that the minimum is held against"),
        root["minimum_denominator"])
    }
    let breaks = root.list("method_breaks").compactMap { methodBreak($0, root) }
    guard let id, let theme, let code, let decimals, let direction, let formula,
      let name = texts[0], let says = texts[1], let saysNot = texts[2], let unit = texts[3],
      document.problems.isEmpty
    else { return nil }
    return Indicator(
      id: id, theme: theme, code: code, name: name, says: says, saysNot: saysNot, unit: unit,
      decimals: decimals, direction: direction, minimumDenominator: Double(minimum),
      formula: formula, caveats: caveats, references: references, flags: Set(flags),
      defaultWeight: weight ?? 1, isSetOff: setting == .off, dimension: dimension,
      breaks: breaks)
  }

  private static func methodBreak(_ node: Node, _ root: YAMLMap) -> Indicator.MethodBreak? {
    guard let map = root.document.map(node, key: "method_breaks") else { return nil }
    map.allow(["date", "nl", "en"])
    guard let dateNode = map.required("date"), let nl = map.requiredText("nl"),
      let en = map.requiredText("en")
    else { return nil }
    guard let date = dateNode.scalar.flatMap({ RecordDate($0.string) }) else {
      root.document.note(.wrongType(key: "date", expected: "a day as 2024-01-01"), dateNode)
      return nil
    }
    return Indicator.MethodBreak(date: date.text, why: LocalizedText(nl: nl, en: en))
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
}
