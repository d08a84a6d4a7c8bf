public import Areas
public import Cartography
internal import Disclosure
internal import GeoJSON
internal import Provenance
public import Quality

/// What is known of the quality of the sources of a study: `kwaliteit.json`, `kwaliteit.md`,
/// `kwaliteit.csv`, and `kwaliteit.geojson` with its styles. For `intern` alone.
public struct QualityReport: Sendable {
  /// One source.
  public struct Source: Sendable {
    /// Its id in the study; `gebieden` for the figures of the areas themselves.
    public let id: String
    /// What it is called.
    public let name: String
    /// Whether it is made up.
    public let isSynthetic: Bool
    /// What was measured, of the whole source and per gemeente.
    public let findings: [QualityFinding]

    /// Names a source.
    public init(id: String, name: String, isSynthetic: Bool, findings: [QualityFinding]) {
      self.id = id
      self.name = name
      self.isSynthetic = isSynthetic
      self.findings = findings
    }

    /// What was measured of the whole source.
    var whole: [QualityFinding] { findings.filter { $0.gemeentecode == nil } }
  }

  /// One area of the map.
  public struct Place: Hashable, Sendable {
    /// The share of figures that it has, of those that have a meaning there; nil when none has.
    public let completeness: Double?
    /// The grade; nil when there was nothing to measure.
    public let grade: QualityGrade?
    /// Why it is no better, and what is pointed at.
    public let checks: [QualityCheck]

    /// Notes an area.
    public init(completeness: Double?, grade: QualityGrade?, checks: [QualityCheck]) {
      self.completeness = completeness
      self.grade = grade
      self.checks = checks
    }
  }

  /// The sources, in the order of the study.
  public let sources: [Source]
  private let layer: AreaLayer
  private let places: [Place]
  private let document: MapDocument
  private let peildatum: String?
  private let hasGemeenten: Bool

  /// Gathers what was measured.
  /// - Parameters:
  ///   - layer: the areas of the map.
  ///   - places: one for each of them.
  ///   - document: that of the study, for audience `intern`.
  ///   - peildatum: the day at which was measured; nil when nobody named one.
  ///   - hasGemeenten: whether what was measured lies in the gemeenten of the areas; else none is named.
  public init(
    sources: [Source], layer: AreaLayer, places: [Place], document: MapDocument,
    peildatum: String?, hasGemeenten: Bool = true
  ) {
    precondition(layer.areas.count == places.count, "one place per area")
    self.peildatum = peildatum
    self.hasGemeenten = hasGemeenten
    self.sources = sources
    self.layer = layer
    self.places = places
    self.document = document
  }

  /// Whether a file of this name is one of these.
  public static func isOurs(_ name: String) -> Bool {
    ["kwaliteit.json", "kwaliteit.md", "kwaliteit.csv", "kwaliteit.geojson"].contains(name)
      || StyleFiles.endings.contains { name == "kwaliteit" + $0 }
  }

  /// The files by name.
  /// - Throws: `ProjectionError`.
  public func files() throws -> [(name: String, bytes: [UInt8])] {
    [
      ("kwaliteit.json", json), ("kwaliteit.md", Array(markdown.utf8)), ("kwaliteit.csv", table),
    ] + (try map.files())
  }

  /// What was found: a line for each source and gemeente, and what its owner can do, in a language.
  public func lines(_ language: Language) -> [String] {
    let texts = QualityTexts(language)
    return sources.flatMap { source in
      ["\(source.id): \(texts.grade(source.whole))"]
        + texts.actions(source.whole).map { "  \($0)" }
    } + cities.map { "\($0.name): \(texts.grade($0.findings))" } + [
      texts.areas(places, layer.level)
    ]
  }

  /// The findings of all sources per gemeente.
  private var cities: [(code: String, name: String, findings: [QualityFinding])] {
    guard hasGemeenten else { return [] }
    return document.areas.gemeenten.map { gemeente in
      (
        gemeente.code, gemeente.name,
        sources.flatMap { source in source.findings.filter { $0.gemeentecode == gemeente.code } }
      )
    }
  }

  // MARK: JSON

  /// `kwaliteit.json`.
  public var json: [UInt8] {
    func text(_ text: String?) -> Fact { .scalar(text.map { .text($0) } ?? .null) }
    func both(_ texts: (Language) -> [String]) -> [Fact] {
      zip(texts(.nl), texts(.en)).map { .facts([("nl", text($0)), ("en", text($1))]) }
    }
    return ProvenanceRecord.json(of: [
      ("study", text(document.title)), ("peildatum", text(peildatum)),
      ("audience", text(document.audience.rawValue)),
      ("synthetisch", .scalar(.bool(document.isSynthetic))),
      ("stamps", .list(document.stamps.map { text($0) })),
      ("standard", text("ISO 19157-1:2023")),
      (
        "grades",
        .facts([
          ("shares", .list(QualityGrade.shares.map { .scalar(.number($0)) })),
          ("months", .list(QualityGrade.months.map { .scalar(.integer(Int64($0))) })),
        ])
      ),
      (
        "sources",
        .list(
          sources.map { source in
            .facts([
              ("id", text(source.id)), ("source", text(source.name)),
              ("synthetisch", .scalar(.bool(source.isSynthetic))),
              ("grade", text(source.whole.grade?.rawValue)),
              ("reasons", .list(both { QualityTexts($0).reasons(source.whole) })),
              ("actions", .list(both { QualityTexts($0).actions(source.whole) })),
              ("findings", .list(source.findings.map(Self.fact))),
            ])
          })
      ),
      (
        "gemeenten",
        .list(
          cities.map { city in
            .facts([
              ("gemeentecode", text(city.code)), ("gemeentenaam", text(city.name)),
              ("grade", text(city.findings.grade?.rawValue)),
              ("reasons", .list(both { QualityTexts($0).reasons(city.findings) })),
            ])
          })
      ),
      (
        "areas",
        .facts(
          [("level", text(layer.level.rawValue))]
            + QualityGrade.allCases.map { grade in
              (grade.rawValue, .scalar(.integer(Int64(places.count { $0.grade == grade }))))
            })
      ),
    ])
  }

  private typealias Fact = ProvenanceRecord.Fact

  private static func fact(_ finding: QualityFinding) -> Fact {
    func text(_ text: String?) -> Fact { .scalar(text.map { .text($0) } ?? .null) }
    func number(_ number: Double?) -> Fact {
      .scalar(number.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null)
    }
    func integer(_ number: Int?) -> Fact {
      .scalar(number.map { .integer(Int64($0)) } ?? .null)
    }
    let (count, total, expected, months) = finding.parts
    func texts(_ list: some Sequence<String>) -> Fact { .list(list.map { text($0) }) }
    // To centimetres: no measure of a place is finer.
    func metres(_ metres: Double) -> Fact { .scalar(.number((metres * 100).rounded() / 100)) }
    return .facts([
      ("check", text(finding.check.rawValue)), ("element", text(finding.check.element.rawValue)),
      ("measure", text(finding.check.measure)), ("column", text(finding.column)),
      ("gemeentecode", text(finding.gemeentecode)), ("reason", text(finding.reason)),
      ("subject", text(finding.subject?.rawValue)), ("count", integer(count)),
      ("of", integer(total)), ("expected", number(expected)),
      ("months", integer(months)),
      (
        "metres",
        finding.error.map {
          .facts([
            ("median", metres($0.median)), ("within_95", metres($0.within95)),
            ("rms", metres($0.rootMeanSquare)),
          ])
        } ?? .scalar(.null)
      ), ("rate", number(finding.rate)),
      ("grade", text(finding.grade?.rawValue)), ("levels", texts(finding.levels)),
      ("base", integer(finding.base)), ("areas", texts(finding.namedAreas)),
      ("rows", .list(finding.namedRows.map { integer($0) })),
      ("not_named", integer(finding.unnamed)),
    ])
  }

  // MARK: Table

  private var table: [UInt8] {
    var table = MarkedTable(document, isSynthetic: document.isSynthetic)
    table.header([
      "bron", "controle", "element", "maat", "kolom", "gemeentecode", "reden", "aantal", "van",
      "verwacht", "maanden", "mediaan_m", "binnen_95_m", "rms_m", "aandeel", "oordeel", "niveaus",
      "afrondingsbasis", "gebieden", "rijen", "niet_genoemd",
    ])
    for source in sources {
      for finding in source.findings {
        let (count, total, expected, months) = finding.parts
        func metres(_ metres: Double?) -> String {
          metres.map { table.number(($0 * 100).rounded() / 100) } ?? ""
        }
        table.row([
          source.id, finding.check.rawValue, finding.check.element.rawValue,
          finding.check.measure, finding.column ?? "", finding.gemeentecode ?? "",
          finding.reason ?? "", count.map { "\($0)" } ?? "", total.map { "\($0)" } ?? "",
          expected.map { table.number($0) } ?? "", months.map { "\($0)" } ?? "",
          metres(finding.error?.median), metres(finding.error?.within95),
          metres(finding.error?.rootMeanSquare), finding.rate.map { table.number($0) } ?? "",
          finding.grade?.rawValue ?? "", finding.levels.joined(separator: ", "),
          finding.base.map { "\($0)" } ?? "",
          MarkedTable.words(finding.namedAreas.joined(separator: ", ")),
          finding.namedRows.map { "\($0)" }.joined(separator: ", "),
          finding.unnamed > 0 ? "\(finding.unnamed)" : "",
        ])
      }
    }
    return table.bytes
  }

  // MARK: Map

  private var map: KindLayer {
    let isDutch = document.language == .nl
    let texts = QualityTexts(document.language)
    let style = MapStyle(
      title: isDutch ? "Kwaliteit van de gegevens" : "Quality of the data", unit: "",
      field: "label",
      categories: zip(QualityGrade.allCases, Self.colors).map { grade, color in
        LegendCategory(value: grade.rawValue, label: texts.legend(grade), color: color)
      },
      stamps: document.stamps,
      abstract: [
        texts.mapAbstract,
        peildatum.map { (isDutch ? "Peildatum " : "Reference date ") + $0 },
      ]
      .compactMap(\.self).joined(separator: "\n"),
      decimals: 0, language: document.language)
    return KindLayer(
      name: "kwaliteit", style: style, areas: layer, document: document,
      isSynthetic: document.isSynthetic, labels: places.map { $0.grade?.rawValue },
      facts: [("kind", "quality")],
      columns: { place in
        let found = places[place]
        return [
          GeoJSONProperty(
            name: "volledigheid",
            value: found.completeness.map { .number($0 * 100) } ?? .null, decimals: 0),
          GeoJSONProperty(
            name: "redenen", value: .text(found.checks.map(\.rawValue).joined(separator: ", "))),
        ]
      })
  }

  /// From good to bad, light to dark, told apart by all kinds of eyes (ColorBrewer YlOrBr).
  private static let colors = ["#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404"].compactMap {
    Color(hex: $0)
  }

  // MARK: Markdown

  private var markdown: String {
    let texts = QualityTexts(document.language)
    var lines = ["# \(texts.title): \(document.title)", ""]
    if !document.stamps.isEmpty {
      lines += ["**" + document.stamps.joined(separator: " · ") + "**", ""]
    }
    lines += [texts.introduction(peildatum: peildatum), ""]
    lines += ["| \(texts.sourceHeader) | \(texts.gradeHeader) | \(texts.reasonsHeader) |"]
    lines += ["| --- | --- | --- |"]
    for source in sources {
      lines.append(
        "| \(Self.cell(source.id)) | \(source.whole.grade?.rawValue ?? "–") | "
          + Self.cell(texts.reasons(source.whole).joined(separator: "; ")) + " |")
    }
    lines += [""]
    for source in sources {
      let actions = texts.actions(source.whole)
      guard !actions.isEmpty else { continue }
      lines += ["## \(texts.actionsHeader) \(source.id)", ""] + actions.map { "- \($0)" } + [""]
    }
    if !cities.isEmpty {
      lines += ["## \(texts.citiesHeader)", ""]
      lines += [
        "| gemeente | \(texts.gradeHeader) | \(texts.reasonsHeader) |", "| --- | --- | --- |",
      ]
      for city in cities {
        lines.append(
          "| \(Self.cell(city.name)) | \(city.findings.grade?.rawValue ?? "–") | "
            + Self.cell(texts.reasons(city.findings).joined(separator: "; ")) + " |")
      }
      lines += [""]
    }
    lines += [texts.areas(places, layer.level), "", "## \(texts.measuresHeader)", ""]
    lines += [
      "| \(texts.sourceHeader) | \(texts.checkHeader) | \(texts.columnHeader) | "
        + "\(texts.resultHeader) | \(texts.gradeHeader) | \(texts.elementHeader) |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    for source in sources {
      for finding in source.whole {
        lines.append(
          "| \(Self.cell(source.id)) | \(texts.name(finding.check))"
            + (finding.levels.isEmpty ? "" : ", \(texts.levels(finding))")
            + (finding.reason.map { " (\(texts.reason($0)))" } ?? "")
            + " | \(Self.cell(finding.column ?? "")) | \(texts.result(finding)) | "
            + "\(finding.grade?.rawValue ?? "–") | \(texts.element(finding.check.element)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as a cell of a table: what would end the cell or begin markup stands for itself.
  private static func cell(_ text: String) -> String {
    var escaped = ""
    for letter in text {
      if "\\|*_`[]<>#".contains(letter) { escaped += "\\" }
      escaped.append(letter.isNewline ? " " : letter)
    }
    return escaped
  }
}
