public import Areas
internal import Tables
public import Tabulation

/// The values per area that an audience may know. All that is published is computed from this.
///
/// Only ``init(_:for:)`` makes one, by applying the audience's rule to every column; there is no other
/// way to a value of this type, also not by decoding.
public struct PublishedTable: Sendable {
  /// The audience.
  public let audience: Audience
  /// The level of the areas.
  public let level: AreaLevel
  /// The codes of the areas, sorted.
  public let codes: [String]
  /// The gemeente of each area.
  public let gemeentecodes: [String]
  /// The columns by id.
  public let columns: [String: PublishedColumn]

  /// Decides for every base value what `audience` may know of it.
  ///
  /// Open figures pass unchanged. Of values tabulated from records, `openbaar` gets nothing when fewer
  /// than ``DisclosureRule/minimumCount`` records are behind them, and otherwise the rounded value; of
  /// counts of which only bounds are known the bounds, rounded outwards. Estimates of a survey with
  /// fewer answers than it takes are unreliable, for every audience.
  /// - Parameter hidden: by column the places of values that are suppressed too, so that others cannot be
  ///   derived: those that ``CountStatements`` found. They are suppressed for an audience with a rule.
  public init(
    _ base: BaseTable, for audience: Audience, hiding hidden: [String: Set<Int>] = [:]
  ) {
    self.init(base, for: audience, rule: DisclosureRule.rule(for: audience), hiding: hidden)
  }

  /// Decides as ``init(_:for:hiding:)`` does, by a rule of the user's own; none for `intern`.
  public init(
    _ base: BaseTable, for audience: Audience, rule: DisclosureRule?,
    hiding hidden: [String: Set<Int>] = [:]
  ) {
    precondition((rule == nil) == (audience == .intern), "a rule for every audience but intern")
    self.audience = audience
    level = base.level
    codes = base.codes
    gemeentecodes = base.gemeentecodes
    columns = Dictionary(
      uniqueKeysWithValues: base.columns.map { id, column in
        (id, PublishedColumn(column, rule: rule, hidden: rule == nil ? [] : hidden[id] ?? []))
      })
  }
}

/// One column of published values.
public struct PublishedColumn: Sendable {
  /// One value per area.
  public let figures: [PublishedFigure]
  /// Whether the values come from records, and so fall under a rule.
  public let isFromRecords: Bool
  /// The source as it is named under a map.
  public let source: String
  /// Whether the values are made up.
  public let isSynthetic: Bool
  /// How the values were converted from another edition; nil when they were not.
  public let conversion: ColumnConversion?

  /// How sure estimates are; nil when the values are none.
  public let estimates: SurveyEstimates?

  fileprivate init(_ column: BaseColumn, rule: DisclosureRule?, hidden: Set<Int>) {
    conversion = column.conversion
    source = column.source
    isSynthetic = column.isSynthetic
    switch column.origin {
    case .open:
      isFromRecords = false
      estimates = nil
      figures = column.figures.map(PublishedFigure.init(open:))
    case .records(let contributions):
      isFromRecords = true
      estimates = nil
      figures = zip(column.figures, contributions).enumerated().map { place, pair in
        let (figure, contributions) = pair
        switch figure {
        case .missing(let reason): return .missing(reason)
        case _ where hidden.contains(place): return .suppressed
        case .value(let number):
          let concentration = column.concentrations.isEmpty ? nil : column.concentrations[place]
          return PublishedFigure(
            number, contributions: contributions, concentration: concentration, rule: rule)
        case .interval(let lower, let upper):
          return PublishedFigure(bounds: lower, upper, contributions: contributions, rule: rule)
        }
      }
    case .survey(let survey):
      isFromRecords = false
      estimates = survey
      figures = zip(column.figures, survey.respondents).map { figure, respondents in
        if figure.reason == nil, (respondents ?? 0) < survey.minimum { return .unreliable }
        return PublishedFigure(open: figure)
      }
    }
  }

  /// The number of values that were suppressed.
  public var suppressedCount: Int { figures.count { $0 == .suppressed } }
}

extension PublishedFigure {
  fileprivate init(open figure: Figure) {
    switch figure {
    case .value(let number): self = .value(number)
    case .interval(let lower, let upper): self = .interval(lower: lower, upper: upper)
    case .missing(let reason): self = .missing(reason)
    }
  }
}
