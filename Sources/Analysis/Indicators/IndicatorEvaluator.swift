public import Disclosure
internal import Tables
internal import Tabulation

/// Computes indicators from published values, and from nothing else.
///
/// What follows from a suppressed number is suppressed; what follows from a missing one is missing.
/// Bounds are carried through. A value computed from records on a denominator below the minimum is
/// withheld, an open figure is kept; both get the status `weinig_gegevens`. So does a value of which the
/// base is not known: that it is large enough is for the base to show.
public struct IndicatorEvaluator: Sendable {
  private let table: PublishedTable
  private let neighbours: [[Int]]
  private let wholes: PublishedTable?

  /// The column with the land area of an area in hectares.
  public static let landAreaColumn = "oppervlakte_land_in_ha"

  /// Prepares evaluation on the values that an audience may know.
  /// - Parameters:
  ///   - neighbours: for each area the places of those that border on it, for formulas that ask for them;
  ///     without it no area has any.
  ///   - wholes: the published values of gemeenten, with which areas are compared where not all of a
  ///     gemeente are published.
  public init(
    _ table: PublishedTable, neighbours: [[Int]] = [], wholes: PublishedTable? = nil
  ) {
    self.table = table
    self.neighbours = neighbours
    self.wholes = wholes
  }

  /// Computes one indicator for every area.
  ///
  /// A column that the table lacks counts as missing everywhere. For a location quotient, and for what is
  /// smoothed, the reference of a gemeente of which not all areas are published is the published number of
  /// the gemeente. Without one, the areas whose numerator or denominator is no published number are left
  /// out of both sums; when the others hold less than 80 % of the denominator no area has a value. Where it is the
  /// denominator of the gemeente alone that is missing, the areas say so: ``MissingReason/noReference``.
  /// - Complexity: O(areas), and O(borders) where a formula asks for neighbours.
  public func layer(_ indicator: Indicator) -> IndicatorLayer {
    let formula = indicator.formula
    let numerators = figures(formula.numerator)
    let denominators = denominators(formula)
    let bases = formula.base.map(figures)
    let isProtected =
      formula.usesRecords
      || [formula.numerator, formula.denominator].contains { term in
        term?.leaves.contains { table.columns[$0.columnID]?.isFromRecords ?? false } ?? false
      }
    let estimates = table.columns[formula.numerator.columnID]?.estimates
    let quotients = Quotients(
      formula, numerators: numerators, denominators: denominators, groups: groups(formula),
      gemeentecodes: table.gemeentecodes, wholes: wholeQuotients(formula))
    let values = table.codes.indices.map { index -> IndicatorValue in
      value(
        indicator, numerator: numerators[index], denominator: denominators[index],
        base: bases?[index], quotient: quotients.of(index),
        isProtected: isProtected, margin: estimates?.margins[index],
        respondents: estimates?.respondents[index])
    }
    let columns = formula.terms.compactMap { table.columns[$0.columnID] }
    let conversions = columns.compactMap(\.conversion)
    return IndicatorLayer(
      indicator: indicator, level: table.level, audience: table.audience, codes: table.codes,
      gemeentecodes: table.gemeentecodes, values: values,
      sources: Set(columns.map(\.source)).sorted(),
      isSynthetic: columns.contains(where: \.isSynthetic),
      conversion: conversions.dropFirst().reduce(conversions.first) { $0?.joined($1) })
  }

  /// The numbers of gemeenten that areas are compared with.
  private func wholeQuotients(_ formula: Formula) -> Quotients.Wholes {
    guard let wholes, formula.comparesWithOthers else { return [:] }
    let own = IndicatorEvaluator(wholes)
    let parts = zip(own.figures(formula.numerator), own.denominators(formula))
    return Dictionary(
      uniqueKeysWithValues: zip(wholes.codes, parts).map {
        ($0, (numerator: $1.0, denominator: $1.1))
      })
  }

  /// For each area the name of the areas that it is compared with.
  private func groups(_ formula: Formula) -> [String] {
    formula.reference == .gemeente ? table.gemeentecodes : table.codes.map { _ in "" }
  }

  private func figures(_ term: Term?) -> [PublishedFigure] {
    switch term {
    case nil: return table.codes.map { _ in .missing(.noData) }
    case .figure, .records, .points:
      return table.columns[term?.columnID ?? ""]?.figures
        ?? table.codes.map { _ in .missing(.noData) }
    case .combined(let how, let parts):
      let columns = parts.map(figures)
      return table.codes.indices.map { index in how.figure(of: columns.map { $0[index] }) }
    case .neighbours(let own, let weight):
      return surroundings(figures(own), weights: weight.map(figures))
    case .indicator(let indicator):
      return layer(indicator).values.map(PublishedFigure.init)
    }
  }

  /// The weighted mean of the published numbers of the areas around each.
  private func surroundings(
    _ figures: [PublishedFigure], weights: [PublishedFigure]?
  ) -> [PublishedFigure] {
    table.codes.indices.map { index in
      var sum = 0.0
      var total = 0.0
      for other in index < neighbours.count ? neighbours[index] : [] {
        guard let number = figures[other].number,
          let weight = weights.map({ $0[other].number }) ?? 1, weight > 0
        else { continue }
        sum += weight * number
        total += weight
      }
      return total > 0 ? .value(sum / total) : .missing(.notApplicable)
    }
  }

  /// What stands below the line; of a density the land area.
  private func denominators(_ formula: Formula) -> [PublishedFigure] {
    if case .density = formula.kind { landAreas() } else { figures(formula.denominator) }
  }

  /// Land areas in km².
  private func landAreas() -> [PublishedFigure] {
    figures(.figure(Self.landAreaColumn)).map { figure in
      if case .value(let hectares) = figure { .value(hectares / 100) } else { figure }
    }
  }

  private func value(
    _ indicator: Indicator, numerator: PublishedFigure, denominator: PublishedFigure,
    base: PublishedFigure?, quotient: Quotients.Own, isProtected: Bool, margin: Double?,
    respondents: Int?
  ) -> IndicatorValue {
    let formula = indicator.formula
    let divisor: PublishedFigure? = formula.kind == .value ? nil : denominator
    for status in [IndicatorValue.Status.suppressed, .noData, .fewData] {
      if numerator.status == status || divisor?.status == status {
        return IndicatorValue(
          status: status,
          missing: status == .noData ? numerator.missing ?? divisor?.missing : nil)
      }
    }
    guard divisor.map({ $0.number != nil }) ?? true else { return IndicatorValue(status: .fewData) }
    if let nothing = quotient.tooFew { return nothing }
    let d = divisor?.number
    // A rate over nobody has no meaning; nor has a quotient where its reference has nothing.
    if d == 0, formula.kind != .change {
      return IndicatorValue(status: .noData, missing: .notApplicable)
    }
    let line: (scale: Double, offset: Double)
    switch formula.kind {
    case .value: line = (1, 0)
    case .rate(let per): line = (per / (d ?? 1), 0)
    case .density: line = (1 / (d ?? 1), 0)
    case .share: line = (100 / (d ?? 1), 0)
    case .relativeToMean:
      guard let reference = quotient.reference else {
        return IndicatorValue(status: .noData, missing: .notApplicable)
      }
      line = (100 / reference, 0)
    case .change: line = (1, -(d ?? 0))
    case .relativeChange: line = (100 / (d ?? 1), -100)
    case .locationQuotient:
      guard let reference = quotient.reference else {
        return IndicatorValue(status: .noData, missing: .notApplicable)
      }
      line = (1 / (d ?? 1) / reference, 0)
    }
    func scaled(_ number: Double) -> Double {
      let value = number * line.scale + line.offset
      return formula.isAbsolute ? abs(value) : value
    }

    // What is not known to be enough counts as too few.
    let size = (formula.kind == .density ? nil : d) ?? base.map { $0.least ?? 0 }
    let isSmall = (size ?? .infinity) < indicator.minimumDenominator
    let n = numerator.number
    let isChange = formula.kind == .change || formula.kind == .relativeChange
    let hasParts = divisor != nil && !isChange && formula.kind != .relativeToMean
    let shown = (numerator: hasParts ? n : nil, denominator: hasParts ? d : nil)
    if case .interval(let lower, let upper) = numerator {
      guard !formula.isSmoothed, !formula.isAbsolute, !isProtected || !isSmall else {
        return IndicatorValue(status: .fewData, denominator: shown.denominator)
      }
      return IndicatorValue(
        bounds: scaled(lower)...scaled(upper), status: .fewData,
        denominator: shown.denominator)
    }
    guard let n else { return IndicatorValue(status: .noData) }
    // Less than nothing of something counted is an error in the source.
    if divisor != nil, !isChange, n < 0 {
      return IndicatorValue(status: .noData, missing: .unreadable)
    }
    let exact = formula.isSmoothed ? scaled((quotient.smoothed ?? .nan) * (d ?? 1)) : scaled(n)
    guard exact.isFinite else { return IndicatorValue(status: .noData, missing: .notApplicable) }
    let value = rounded(exact, indicator.decimals)
    let bounds = margin.map { scaled(n - $0)...scaled(n + $0) }
    guard isSmall else {
      return IndicatorValue(
        value: value, bounds: bounds, status: .ok, numerator: shown.numerator,
        denominator: shown.denominator, respondents: respondents)
    }
    return IndicatorValue(
      value: isProtected ? nil : value, bounds: isProtected ? nil : bounds, status: .fewData,
      numerator: isProtected ? nil : shown.numerator, denominator: shown.denominator,
      respondents: respondents)
  }

  private func rounded(_ value: Double, _ decimals: Int) -> Double {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    return (value * factor).rounded(.toNearestOrAwayFromZero) / factor
  }
}

extension PublishedFigure {
  /// What is known of the value of an indicator, as a term of another.
  fileprivate init(_ value: IndicatorValue) {
    switch value.status {
    case .suppressed: self = .suppressed
    case .noData: self = .missing(value.missing ?? .noData)
    case .ok, .fewData:
      if let number = value.value, value.status == .ok {
        self = .value(number)
      } else if let bounds = value.bounds {
        self = .interval(lower: bounds.lowerBound, upper: bounds.upperBound)
      } else {
        self = .unreliable
      }
    }
  }

  /// The number, or what it is at least.
  fileprivate var least: Double? {
    if case .interval(let lower, _) = self { lower } else { number }
  }

  fileprivate var missing: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  fileprivate var status: IndicatorValue.Status {
    switch self {
    case .value, .interval: .ok
    case .missing: .noData
    case .suppressed: .suppressed
    case .unreliable: .fewData
    }
  }
}
