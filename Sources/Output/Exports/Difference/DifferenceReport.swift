internal import CSV
public import Comparison
internal import GeoJSON
internal import Provenance

/// The changes between two runs: `verschil.csv`, a row for each indicator and area, and
/// `verschil.json`, a summary for each indicator.
public struct DifferenceReport: Sendable {
  /// One area.
  public struct Row: Sendable {
    let code: String
    let name: String
    let gemeentecode: String
    let values: (Double?, Double?)
    let statuses: (String, String)
    let moved: Double?
    let split: ChangeSplit

    /// Makes a row; `moved` is the share of the area that only one of the runs has.
    public init(
      code: String, name: String, gemeentecode: String, values: (Double?, Double?),
      statuses: (String, String), moved: Double?, split: ChangeSplit
    ) {
      self.code = code
      self.name = name
      self.gemeentecode = gemeentecode
      self.values = values
      self.statuses = statuses
      self.moved = moved
      self.split = split
    }
  }

  /// One indicator.
  public struct Indicator: Sendable {
    let id: String
    let title: String
    let unit: String
    let decimals: Int
    let changes: RunChanges
    let hasOtherClasses: Bool
    let isSynthetic: Bool
    let rows: [Row]

    /// Makes an indicator; `hasOtherClasses` when the classes of its maps differ.
    public init(
      id: String, title: String, unit: String, decimals: Int, changes: RunChanges,
      hasOtherClasses: Bool, isSynthetic: Bool, rows: [Row]
    ) {
      self.id = id
      self.title = title
      self.unit = unit
      self.decimals = decimals
      self.changes = changes
      self.hasOtherClasses = hasOtherClasses
      self.isSynthetic = isSynthetic
      self.rows = rows
    }

    func count(_ kind: ChangeSplit.Kind) -> Int { rows.count { $0.split.kind == kind } }

    /// The areas in which a part is more than nothing, and the mean of its size over all compared.
    func part(_ part: (ChangeSplit) -> Double?) -> (areas: Int, mean: Double) {
      let sizes = rows.compactMap { part($0.split).map(abs) }
      return (
        sizes.count { $0 > 1e-9 },
        sizes.isEmpty ? 0 : sizes.reduce(0, +) / Double(sizes.count)
      )
    }

    var changed: Int { rows.count { abs($0.split.difference ?? 0) > 1e-9 } }
    var withinRounding: Int {
      rows.count { abs($0.split.difference ?? 0) > 1e-9 && $0.split.isWithinRounding }
    }
  }

  private typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  private let indicators: [Indicator]
  private let peildata: (String, String)
  private let editions: (String, String)
  private let audience: String
  private let isConcept: Bool
  private let onlyFirst: [String]
  private let onlySecond: [String]
  private let isDutch: Bool

  /// Takes the changes of indicators.
  /// - Parameters:
  ///   - isConcept: whether nobody has released one of the runs.
  ///   - onlyFirst: the indicators that only the first run has.
  ///   - onlySecond: those that only the second has.
  public init(
    _ indicators: [Indicator], peildata: (String, String), editions: (String, String),
    audience: String, isConcept: Bool, onlyFirst: [String], onlySecond: [String], isDutch: Bool
  ) {
    self.indicators = indicators
    self.peildata = peildata
    self.editions = editions
    self.audience = audience
    self.isConcept = isConcept
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    self.isDutch = isDutch
  }

  /// Whether a file of this name is one of these.
  public static func isOurs(_ name: String) -> Bool {
    name == "verschil.csv" || name == "verschil.json"
  }

  /// The files by name.
  public var files: [(name: String, bytes: [UInt8])] {
    [("verschil.csv", csv), ("verschil.json", json)]
  }

  /// A sentence on the runs and one for each indicator.
  public var sentences: [String] {
    let texts = DifferenceTexts(isDutch: isDutch)
    return texts.heading(
      peildata: peildata, editions: editions,
      knowsFigures: indicators.allSatisfy { $0.changes.figures != nil })
      + indicators.map { texts.sentence($0) }
      + texts.only(first: onlyFirst, second: onlySecond)
  }

  // MARK: CSV

  private static let parts: [(name: String, part: @Sendable (ChangeSplit) -> Double?)] = [
    ("verschil", { $0.difference }), ("cijfers", { $0.figures }), ("grenzen", { $0.boundaries }),
    ("methode", { $0.method }), ("afronding", { $0.rounding }), ("onverdeeld", { $0.unsplit }),
  ]

  private var csv: [UInt8] {
    let form = CSVForm.plain
    let isSynthetic = indicators.contains(where: \.isSynthetic)
    var bytes: [UInt8] = []
    bytes.append(
      record: [
        "indicator", "code", "naam", "gemeentecode", "soort", "waarde_voor", "waarde_na",
      ] + Self.parts.map(\.name) + [
        "binnen_afronding", "grens_verschoven", "status_voor", "status_na", "doelgroep",
      ] + (isSynthetic ? ["synthetisch"] : []) + (isConcept ? ["concept"] : []),
      dialect: form.dialect)
    for indicator in indicators {
      for row in indicator.rows {
        func number(_ number: Double?) -> String {
          number.map { form.number($0, decimals: 6) } ?? ""
        }
        var record = [
          indicator.id, row.code, row.name, row.gemeentecode, row.split.kind.rawValue,
          number(row.values.0), number(row.values.1),
        ]
        record += Self.parts.map { number($0.part(row.split)) }
        record += [
          "\(row.split.isWithinRounding)", number(row.moved), row.statuses.0, row.statuses.1,
          audience,
        ]
        if isSynthetic { record.append("\(indicator.isSynthetic)") }
        if isConcept { record.append("true") }
        bytes.append(record: record, dialect: form.dialect)
      }
    }
    return bytes
  }

  // MARK: JSON

  /// `verschil.json`.
  public var json: [UInt8] {
    func texts(_ texts: [String]) -> ProvenanceRecord.Fact {
      .list(texts.map { .scalar(.text($0)) })
    }
    var facts: Facts = [
      ("peildata", texts([peildata.0, peildata.1])),
      ("editions", texts([editions.0, editions.1])),
      ("language", .scalar(.text(isDutch ? "nl" : "en"))), ("doelgroep", .scalar(.text(audience))),
    ]
    if indicators.contains(where: \.isSynthetic) {
      facts.append((name: "synthetisch", fact: .scalar(.bool(true))))
    }
    if isConcept { facts.append((name: "concept", fact: .scalar(.bool(true)))) }
    facts += [
      ("only_before", texts(onlyFirst)), ("only_after", texts(onlySecond)),
      ("indicators", .list(indicators.map { .facts(summary($0)) })),
    ]
    return ProvenanceRecord.json(of: facts)
  }

  private func summary(_ indicator: Indicator) -> Facts {
    func integer(_ number: Int) -> ProvenanceRecord.Fact { .scalar(.integer(Int64(number))) }
    let kinds = ChangeSplit.Kind.allCases.map {
      (name: $0.rawValue, fact: integer(indicator.count($0)))
    }
    let parts = Self.parts.map { part in
      let found = indicator.part(part.part)
      return (
        name: part.name,
        fact: ProvenanceRecord.Fact.facts([
          ("areas", integer(found.areas)),
          ("mean_size", .scalar(.number((found.mean * 1e6).rounded() / 1e6))),
        ])
      )
    }
    return [
      ("indicator", .scalar(.text(indicator.id))),
      ("figures_changed", .scalar(indicator.changes.figures.map { .bool($0) } ?? .null)),
      ("method_changed", .scalar(.bool(indicator.changes.method))),
      ("classes_changed", .scalar(.bool(indicator.hasOtherClasses))), ("areas", .facts(kinds)),
      ("within_rounding", integer(indicator.withinRounding)), ("parts", .facts(parts)),
      ("sentence", .scalar(.text(DifferenceTexts(isDutch: isDutch).sentence(indicator)))),
    ]
  }
}
