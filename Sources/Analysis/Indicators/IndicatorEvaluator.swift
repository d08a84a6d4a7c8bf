public import Disclosure
internal import Tables
internal import Tabulation

/// Computes indicators from published values, and from nothing else.
///
/// What follows from a suppressed number is suppressed; what follows from a missing one is missing.
/// Bounds are carried through. A value computed from records on a denominator below the minimum is
/// withheld, an open figure is kept; both get the status `weinig_gegevens`.
public struct IndicatorEvaluator: Sendable {
  private let table: PublishedTable

  /// The column with the land area of an area in hectares.
  public static let landAreaColumn = "oppervlakte_land_in_ha"

  /// Prepares evaluation on the values that an audience may know.
  public init(_ table: PublishedTable) {
    self.table = table
  }

  /// Computes one indicator for every area.
  ///
  /// A column that the table lacks counts as missing everywhere. For a location quotient the areas
  /// whose numerator or denominator is no published number are left out of both sums of their
  /// gemeente.
  /// - Complexity: O(areas).
  public func layer(_ indicator: Indicator) -> IndicatorLayer {
    let formula = indicator.formula
    let numerators = figures(formula.numerator)
    let denominators: [PublishedFigure] =
      if case .density = formula.kind { landAreas() } else { figures(formula.denominator) }
    let bases = formula.base.map(figures)
    let isProtected =
      formula.usesRecords
      || [formula.numerator, formula.denominator].contains { term in
        term.flatMap { table.columns[$0.columnID] }?.isFromRecords ?? false
      }
    let estimates = table.columns[formula.numerator.columnID]?.estimates
    let references =
      formula.kind == .locationQuotient ? cityRatios(numerators, denominators) : [:]
    let values = table.codes.indices.map { index -> IndicatorValue in
      value(
        indicator, numerator: numerators[index], denominator: denominators[index],
        base: bases?[index], reference: references[table.gemeentecodes[index]],
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

  private func figures(_ term: Term?) -> [PublishedFigure] {
    guard let term, let column = table.columns[term.columnID] else {
      return Array(repeating: .missing(.noData), count: table.codes.count)
    }
    return column.figures
  }

  /// Land areas in km².
  private func landAreas() -> [PublishedFigure] {
    figures(.figure(Self.landAreaColumn)).map { figure in
      if case .value(let hectares) = figure { .value(hectares / 100) } else { figure }
    }
  }

  private func cityRatios(
    _ numerators: [PublishedFigure], _ denominators: [PublishedFigure]
  ) -> [String: Double] {
    var sums: [String: (numerator: Double, denominator: Double)] = [:]
    for index in table.codes.indices {
      guard let n = numerators[index].number, let d = denominators[index].number else { continue }
      let sum = sums[table.gemeentecodes[index]] ?? (0, 0)
      sums[table.gemeentecodes[index]] = (sum.numerator + n, sum.denominator + d)
    }
    return sums.compactMapValues { $0.numerator > 0 ? $0.numerator / $0.denominator : nil }
  }

  private func value(
    _ indicator: Indicator, numerator: PublishedFigure, denominator: PublishedFigure,
    base: PublishedFigure?, reference: Double?, isProtected: Bool, margin: Double?,
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
    let d = divisor?.number
    // A rate over nobody has no meaning; nor has a quotient where its gemeente has nothing.
    if d == 0 { return IndicatorValue(status: .noData, missing: .notApplicable) }
    let scale: Double
    switch formula.kind {
    case .value: scale = 1
    case .rate(let per): scale = per / (d ?? 1)
    case .density: scale = 1 / (d ?? 1)
    case .share: scale = 100 / (d ?? 1)
    case .locationQuotient:
      guard let reference else {
        return IndicatorValue(status: .noData, missing: .notApplicable)
      }
      scale = 1 / (d ?? 1) / reference
    }

    let n = numerator.number
    let shown = (numerator: divisor == nil ? nil : n, denominator: d)
    if case .interval(let lower, let upper) = numerator {
      let isSmall = isProtected && (d ?? .infinity) < indicator.minimumDenominator
      guard upper.isFinite, !isSmall || formula.kind == .density else {
        return IndicatorValue(status: .fewData, denominator: shown.denominator)
      }
      return IndicatorValue(
        bounds: (lower * scale)...(upper * scale), status: .fewData,
        denominator: shown.denominator)
    }
    guard let n else { return IndicatorValue(status: .noData) }
    // Less than nothing of something counted is an error in the source.
    if divisor != nil, n < 0 { return IndicatorValue(status: .noData) }
    let value = rounded(n * scale, indicator.decimals)
    let bounds = margin.map { ((n - $0) * scale)...((n + $0) * scale) }
    let size = (formula.kind == .density ? nil : d) ?? base?.number
    guard let size, size < indicator.minimumDenominator else {
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
