public import Areas
internal import Tables
public import Tabulation

/// The values per area that an audience may know. All that is published is computed from this.
///
/// ``init(_:for:hiding:)`` makes one, by applying the audience's rule to every column. Tables that were made
/// so come back from a file that is whole with ``SavedPublication/tables``, and those of several cities are
/// put together with ``init(joining:)``; there is no other way to a value of this type, also not by decoding.
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
  /// How the id of a column begins that is counted from records.
  public static let recordsPrefix = "records:"

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

extension SavedPublication {
  /// The tables, as they were published.
  public var tables: [PublishedTable] {
    saved.compactMap { PublishedTable($0, audience: audience) }
  }
}

extension PublishedTable {
  fileprivate init?(_ saved: SavedTable, audience: Audience) {
    guard let level = saved.areaLevel else { return nil }
    self.audience = audience
    self.level = level
    codes = saved.codes
    gemeentecodes = saved.gemeentecodes
    columns = saved.columns.mapValues(PublishedColumn.init)
  }

  /// Puts the tables of cities together: what each may tell, and nothing else.
  ///
  /// Areas are in the order of their codes. A column that one of the tables lacks has no data there.
  /// - Precondition: one or more tables of one audience and level, that have no area in common.
  public init(joining tables: [PublishedTable]) {
    precondition(!tables.isEmpty, "one table or more")
    audience = tables[0].audience
    level = tables[0].level
    precondition(
      tables.allSatisfy { [audience, level] in $0.audience == audience && $0.level == level },
      "one audience and level")
    let order = tables.enumerated().flatMap { number, table in
      table.codes.indices.map { (part: number, place: $0, code: table.codes[$0]) }
    }.sorted { $0.code < $1.code }
    precondition(zip(order, order.dropFirst()).allSatisfy { $0.code < $1.code }, "no area twice")
    codes = order.map(\.code)
    gemeentecodes = order.map { tables[$0.part].gemeentecodes[$0.place] }
    let places = order.map { (part: $0.part, place: $0.place) }
    columns = Dictionary(
      uniqueKeysWithValues: Set(tables.flatMap(\.columns.keys)).map { id in
        (id, PublishedColumn(joining: tables.map { $0.columns[id] }, places: places))
      })
  }
}

extension PublishedColumn {
  fileprivate init(_ saved: SavedTable.Column) {
    figures = saved.figures.map(\.figure)
    isFromRecords = saved.fromRecords
    source = saved.source
    isSynthetic = saved.synthetic
    conversion = saved.conversion.map {
      ColumnConversion(
        origin: $0.origin, shares: $0.shares,
        grades: $0.grades.map { ColumnConversion.Grade(rawValue: $0) ?? .geen })
    }
    estimates = saved.estimates.map {
      SurveyEstimates(margins: $0.margins, respondents: $0.respondents, minimum: $0.minimum)
    }
  }

  /// - Parameter places: for each area of the whole which part has it, and where.
  fileprivate init(joining parts: [PublishedColumn?], places: [(part: Int, place: Int)]) {
    let present = parts.compactMap(\.self)
    func joined<Value>(_ own: (PublishedColumn) -> [Value]?, else other: Value) -> [Value] {
      let values = parts.map { $0.flatMap(own) }
      return places.map { values[$0.part]?[$0.place] ?? other }
    }
    figures = joined({ $0.figures }, else: .missing(.noData))
    isFromRecords = present.contains(where: \.isFromRecords)
    source = Set(present.map(\.source)).sorted().joined(separator: "; ")
    isSynthetic = present.contains(where: \.isSynthetic)
    let conversions = present.compactMap(\.conversion)
    conversion =
      conversions.isEmpty
      ? nil
      : ColumnConversion(
        origin: Set(conversions.map(\.origin)).sorted().joined(separator: ", "),
        // What was not converted is of whole areas.
        shares: joined({ $0.conversion?.shares }, else: 0),
        grades: joined({ $0.conversion?.grades }, else: .geheel))
    let estimates = present.compactMap(\.estimates)
    self.estimates =
      estimates.isEmpty
      ? nil
      : SurveyEstimates(
        margins: joined({ $0.estimates?.margins }, else: nil),
        respondents: joined({ $0.estimates?.respondents }, else: nil),
        minimum: estimates.map(\.minimum).max() ?? 0)
  }
}
