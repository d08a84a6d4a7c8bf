/// How sure a converted count of an area is.
public enum ConversionGrade: String, Hashable, Sendable, CaseIterable {
  /// Made of whole areas: what was counted there was counted here.
  case whole = "geheel"
  /// At most a tenth of its weight comes from areas that were divided.
  case good = "goed"
  /// At most half does.
  case fair = "matig"
  /// More than half does, or a tenth or more of the area is in no area of the other edition.
  case weak = "zwak"
  /// More than half of the area is in no area of the other edition: no value is given.
  case none = "geen"
}

/// How an area of the target edition is made.
public struct Conversion: Hashable, Sendable {
  /// The share of its weight that comes from areas that were divided, 0 to 1.
  public let share: Double
  /// The least sure kind of weight that divided any of it; nil when nothing was divided.
  public let kind: WeightKind?
  /// The share of its weight that lies in areas of the other edition at all, 0 to 1.
  public let coverage: Double
  /// How sure a converted count is.
  public let grade: ConversionGrade

  init(share: Double, kind: WeightKind?, coverage: Double) {
    self.share = share
    self.kind = kind
    self.coverage = coverage
    grade =
      if coverage < Self.leastCoverage {
        .none
      } else if coverage < 0.9 {
        .weak
      } else if share <= 1 - Crosswalk.wholeShare {
        .whole
      } else {
        switch (share, kind) {
        case (...0.1, .area?): .fair
        case (...0.1, _): .good
        case (...0.5, .area?): .weak
        case (...0.5, _): .fair
        default: .weak
        }
      }
  }

  /// The coverage below which an area gets no value.
  public static let leastCoverage = 0.5
}

/// A code that two editions use for different areas.
public struct ReusedCode: Hashable, Sendable {
  /// The code.
  public let code: String
  /// The name in the edition that is converted.
  public let before: String
  /// The name in the other.
  public let after: String
  /// The share of the earlier area that lies in the later one.
  public let share: Double
}

extension Crosswalk {
  /// The share from which an area counts as going to another as a whole: what is left are corrections
  /// of single addresses, and boundaries that are drawn a little otherwise.
  public static let wholeShare = 0.99

  /// How each area of ``to`` is made.
  public var conversions: [Conversion] {
    // What was counted in an area that lies partly outside may have been counted there.
    var linked = [Double](repeating: 0, count: from.codes.count)
    for link in links where link.kind == mainKind { linked[link.from] += link.weight }
    let isOutside = zip(linked, uncovered).map { $1 > 0.1 * ($0 + $1) }
    return to.codes.indices.map { target in
      let sources = weighted(target)
      let total = sources.reduce(0) { $0 + $1.weight }
      guard total > 0 else { return Conversion(share: 0, kind: nil, coverage: 0) }
      let divided = sources.filter { $0.link.share < Self.wholeShare || isOutside[$0.link.from] }
      let part = divided.reduce(0) { $0 + $1.weight }
      return Conversion(
        share: part / total, kind: divided.map(\.link.kind).max(),
        coverage: total / (total + unfilled[target]))
    }
  }

  /// The codes that both sides have for areas of which neither holds half of the other, by code.
  ///
  /// An area that lost or gained a part still shares half with what has its code.
  public var reusedCodes: [ReusedCode] {
    guard from.level == to.level else { return [] }
    return to.codes.indices.compactMap { target in
      guard let source = from.ordinal(of: to.codes[target]) else { return nil }
      let sources = weighted(target)
      let own = sources.first { $0.link.from == source }
      let total = sources.reduce(0) { $0 + $1.weight }
      let share = own?.link.share ?? 0
      guard share < 0.5, total == 0 || (own?.weight ?? 0) / total < 0.5,
        total > 0 || links.contains(where: { $0.from == source })
      else { return nil }
      return ReusedCode(
        code: to.codes[target], before: from.names[source], after: to.names[target], share: share)
    }
  }

  /// The links of an area of ``to`` with weights that can be compared: addresses with addresses. Areas
  /// that were divided otherwise weigh nothing beside them.
  func weighted(_ target: Int) -> [(link: Link, weight: Double)] {
    let sources = sources(of: target)
    let unit = mainKind == .area ? WeightKind.area : .addresses
    let main = sources.map { link in
      (link, link.kind == .codes || link.kind == unit ? link.weight : 0)
    }
    return main.contains { $0.1 > 0 } ? main : sources.map { ($0, $0.weight) }
  }
}
