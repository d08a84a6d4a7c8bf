internal import CSV
internal import GeoJSON
public import Indicators
internal import Provenance
internal import Tables

/// Values of several periods: `reeksen.csv`, a row for each indicator, area and period, and `reeksen.json`,
/// the parts of each series.
///
/// A part is a stretch of periods without a break: a line is drawn within a part and never from one to
/// another.
public struct SeriesReport: Sendable {
  /// Why a series is cut.
  public enum Cause: String, Hashable, Sendable {
    /// Its source measures something else.
    case method = "methode"
    /// It is defined in another way.
    case definition = "definitie"
    /// An index stands on another scale.
    case scale = "schaal"
  }

  /// A cut before a period.
  public struct Break: Sendable {
    let period: Int
    let cause: Cause
    let why: LocalizedText?

    /// States a cut before the period with this place.
    public init(period: Int, cause: Cause, why: LocalizedText?) {
      self.period = period
      self.cause = cause
      self.why = why
    }
  }

  /// One area, with a value and a status per period; no status where an area is not there.
  public struct Row: Sendable {
    let code: String
    let name: String
    let gemeentecode: String
    let points: [(value: Double?, status: String)]

    /// Makes a row.
    public init(
      code: String, name: String, gemeentecode: String, points: [(value: Double?, status: String)]
    ) {
      self.code = code
      self.name = name
      self.gemeentecode = gemeentecode
      self.points = points
    }
  }

  /// One indicator.
  public struct Indicator: Sendable {
    let id: String
    let title: String
    let unit: String
    let isSynthetic: Bool
    let periods: [Int]
    let breaks: [Break]
    let rows: [Row]

    /// Makes an indicator that has maps in some periods.
    public init(
      id: String, title: String, unit: String, isSynthetic: Bool, periods: [Int],
      breaks: [Break], rows: [Row]
    ) {
      self.id = id
      self.title = title
      self.unit = unit
      self.isSynthetic = isSynthetic
      self.periods = periods
      self.breaks = breaks
      self.rows = rows
    }

    /// The number of the part in which a period lies, from 1.
    func part(of period: Int) -> Int {
      1 + Set(breaks.map(\.period)).count { $0 <= period }
    }
  }

  private typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  private let indicators: [Indicator]
  private let peildata: [String]
  private let provisional: Set<String>
  private let edition: String
  private let audience: String
  private let isConcept: Bool
  private let isDutch: Bool

  /// Takes the series; `provisional` are the days of periods that may still change, and `isConcept` says whether
  /// nobody has released one of them.
  public init(
    _ indicators: [Indicator], peildata: [String], provisional: Set<String>, edition: String,
    audience: String, isConcept: Bool, isDutch: Bool
  ) {
    self.indicators = indicators
    self.peildata = peildata
    self.provisional = provisional
    self.edition = edition
    self.audience = audience
    self.isConcept = isConcept
    self.isDutch = isDutch
  }

  /// Whether a file of this name is one of these.
  public static func isOurs(_ name: String) -> Bool {
    name == "reeksen.csv" || name == "reeksen.json"
  }

  /// The files by name.
  public var files: [(name: String, bytes: [UInt8])] {
    [("reeksen.csv", csv), ("reeksen.json", json)]
  }

  /// A sentence for each indicator.
  public var sentences: [String] {
    indicators.map { indicator in
      let days = indicator.periods.map { peildata[$0] }
      let first = days.first ?? ""
      let last = days.last ?? ""
      let open = days.filter { provisional.contains($0) }
      var text =
        isDutch
        ? "\(indicator.title): \(counted(days.count, "periode", "perioden")), \(first) tot \(last)"
        : "\(indicator.title): \(counted(days.count, "period")), \(first) to \(last)"
      for cut in indicator.breaks {
        let day = peildata[cut.period]
        text += isDutch ? "; niet doorgetrokken vóór \(day): " : "; not drawn on before \(day): "
        text += words(cut)
      }
      if !open.isEmpty {
        text += (isDutch ? "; voorlopig: " : "; provisional: ") + open.joined(separator: ", ")
      }
      return text + "."
    }
  }

  private func words(_ cut: Break) -> String {
    if let why = cut.why {
      let text = isDutch ? why.nl : why.en
      // It stands within a sentence.
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    switch cut.cause {
    case .method: return isDutch ? "de bron meet iets anders" : "the source measures something else"
    case .definition: return isDutch ? "anders gedefinieerd" : "defined in another way"
    case .scale:
      return isDutch
        ? "de index staat op een andere schaal; neem die van een eerdere run over met 'reference'"
        : "the index stands on another scale; take over that of an earlier run with 'reference'"
    }
  }

  private var csv: [UInt8] {
    let form = CSVForm.plain
    let isSynthetic = indicators.contains(where: \.isSynthetic)
    var bytes: [UInt8] = []
    bytes.append(
      record: [
        "indicator", "code", "naam", "gemeentecode", "peildatum", "waarde", "status", "deel",
        "breuk", "voorlopig", "doelgroep",
      ] + (isSynthetic ? ["synthetisch"] : []) + (isConcept ? ["concept"] : []),
      dialect: form.dialect)
    for indicator in indicators {
      for row in indicator.rows {
        for period in indicator.periods {
          let (value, status) = row.points[period]
          let causes = indicator.breaks.filter { $0.period == period }.map(\.cause.rawValue)
          var record = [
            indicator.id, row.code, row.name, row.gemeentecode, peildata[period],
            value.map { form.number($0, decimals: 6) } ?? "", status,
            "\(indicator.part(of: period))", causes.joined(separator: " "),
            "\(provisional.contains(peildata[period]))", audience,
          ]
          if isSynthetic { record.append("\(indicator.isSynthetic)") }
          if isConcept { record.append("true") }
          bytes.append(record: record, dialect: form.dialect)
        }
      }
    }
    return bytes
  }

  /// `reeksen.json`.
  public var json: [UInt8] {
    func text(_ text: String) -> ProvenanceRecord.Fact { .scalar(.text(text)) }
    var facts: Facts = [
      ("edition", text(edition)), ("peildata", .list(peildata.map(text))),
      ("provisional", .list(provisional.sorted().map(text))),
      ("language", text(isDutch ? "nl" : "en")), ("doelgroep", text(audience)),
    ]
    if indicators.contains(where: \.isSynthetic) {
      facts.append((name: "synthetisch", fact: .scalar(.bool(true))))
    }
    if isConcept { facts.append((name: "concept", fact: .scalar(.bool(true)))) }
    let sentences = sentences
    facts.append(
      (
        name: "indicators",
        fact: .list(
          indicators.enumerated().map { number, indicator in
            let parts = Dictionary(grouping: indicator.periods) { indicator.part(of: $0) }
            return .facts([
              ("indicator", text(indicator.id)), ("title", text(indicator.title)),
              ("unit", text(indicator.unit)),
              (
                "parts",
                .list(
                  parts.keys.sorted().map { part in
                    .list((parts[part] ?? []).map { text(peildata[$0]) })
                  })
              ),
              (
                "breaks",
                .list(
                  indicator.breaks.map { cut in
                    .facts([
                      ("before", text(peildata[cut.period])), ("cause", text(cut.cause.rawValue)),
                      ("why", text(words(cut))),
                    ])
                  })
              ),
              ("sentence", text(sentences[number])),
            ])
          })
      ))
    return ProvenanceRecord.json(of: facts)
  }
}
