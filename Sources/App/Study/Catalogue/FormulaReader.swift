internal import Indicators
internal import Yams

/// Reads the key `formula` of an indicator; `geodata/indicators/README.md` describes the form.
struct FormulaReader {
  /// Finds the indicator of an id, or notes why there is none.
  typealias Resolver = (_ id: String, _ node: Node, _ map: YAMLMap) -> Indicator?

  private let sectors: SectorCatalogue
  private let resolve: Resolver

  init(_ sectors: SectorCatalogue, resolve: @escaping Resolver) {
    self.sectors = sectors
    self.resolve = resolve
  }

  private enum KindWord: String, CaseIterable {
    case value, rate, density, share, change
    case locationQuotient = "location_quotient"
    case relativeChange = "relative_change"
    case relativeToMean = "relative_to_mean"
  }

  private enum SmoothingWord: String, CaseIterable {
    case empiricalBayes = "empirical_bayes"
  }

  /// The formula, or nil with a problem noted.
  func formula(_ map: YAMLMap) -> Formula? {
    map.allow([
      "kind", "numerator", "denominator", "base", "per", "reference", "smoothing", "absolute",
    ])
    guard let kindNode = map.required("kind"),
      let word = map.word(kindNode, key: "kind", as: KindWord.self),
      let numerator = map.required("numerator").flatMap({ term($0, map, key: "numerator") })
    else { return nil }
    let denominator = map["denominator"].flatMap { term($0, map, key: "denominator") }
    let base = map["base"].flatMap { term($0, map, key: "base") }
    let reference = map.word("reference", as: Formula.Reference.self) ?? .gemeente
    let isSmoothed = map.word("smoothing", as: SmoothingWord.self) != nil
    let isAbsolute = map.flag("absolute") ?? false
    let kind: Formula.Kind =
      switch word {
      case .value: .value
      case .density: .density
      case .rate: .rate(per: Double(map.integer("per") ?? 1_000))
      case .share: .share
      case .change: .change
      case .relativeChange: .relativeChange
      case .relativeToMean: .relativeToMean
      case .locationQuotient: .locationQuotient
      }
    let isQuotient = [.rate, .share, .locationQuotient].contains(word)
    let isChange = [.change, .relativeChange].contains(word)
    let isMean = word == .relativeToMean
    if isQuotient || isChange || isMean, denominator == nil {
      map.document.note(.missingKey("denominator"), map.node)
      return nil
    }
    refuse(map, "denominator", unless: isQuotient || isChange || isMean, kind: word.rawValue)
    refuse(map, "per", unless: word == .rate, kind: word.rawValue)
    refuse(map, "smoothing", unless: isQuotient || word == .density, kind: word.rawValue)
    refuse(
      map, "reference", unless: word == .locationQuotient || isMean || isSmoothed,
      kind: word.rawValue)
    refuse(map, "absolute", unless: isChange, kind: word.rawValue)
    return Formula(
      kind: kind, numerator: numerator, denominator: denominator, base: base,
      reference: reference, isSmoothed: isSmoothed, isAbsolute: isAbsolute)
  }

  /// Notes a key that means nothing for a kind of formula.
  private func refuse(_ map: YAMLMap, _ key: String, unless isAllowed: Bool, kind: String) {
    guard !isAllowed, map[key] != nil else { return }
    map.document.note(
      .wrongType(key: key, expected: "left out: it has no meaning with 'kind: \(kind)'"), map[key])
  }

  private func term(_ node: Node, _ parent: YAMLMap, key: String) -> Term? {
    guard let map = parent.document.map(node, key: key) else { return nil }
    for word in Term.Combination.allCases where map[word.rawValue] != nil {
      return combined(word, map)
    }
    if map["neighbours"] != nil {
      map.allow(["neighbours", "weight"])
      guard let own = map["neighbours"].flatMap({ term($0, map, key: "neighbours") }) else {
        return nil
      }
      let weight = map["weight"].flatMap { term($0, map, key: "weight") }
      return .neighbours(own, weight: weight)
    }
    if let node = map["indicator"] {
      map.allow(["indicator"])
      return map.text(node, key: "indicator").flatMap { resolve($0, node, map) }
        .map(Term.indicator)
    }
    for key in ["nearest", "within"] where map[key] != nil {
      map.allow([key])
      return map.map(key).flatMap {
        RecordTermReader(sectors).points($0, isRadius: key == "within")
      }
      .map(Term.points)
    }
    if map["figure"] != nil {
      map.allow(["figure"])
      return map.text("figure").map(Term.figure)
    }
    return RecordTermReader(sectors).term(map).map(Term.records)
  }

  private func combined(_ word: Term.Combination, _ map: YAMLMap) -> Term? {
    map.allow([word.rawValue])
    let nodes = map.list(word.rawValue)
    let parts = nodes.compactMap { term($0, map, key: word.rawValue) }
    guard parts.count == nodes.count else { return nil }
    guard parts.count > 1 else {
      map.document.note(
        .wrongType(key: word.rawValue, expected: "a list of two terms or more"),
        map[word.rawValue])
      return nil
    }
    return .combined(word, parts)
  }
}
