internal import Bytes
internal import CSV
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Geocoding
internal import Governance
internal import Linkage
internal import Provenance
internal import Reports

/// What a linkage writes.
struct LinkageFiles {
  private typealias Fact = ProvenanceRecord.Fact
  private let outcome: Linkage.Outcome
  private let request: LinkageRun.Request
  private let areas: LinkageAreas
  private let rule: String?
  /// What stood in the way.
  let barriers: BarrierRegister
  private let document: MapDocument
  private let release: StudyRelease?
  private let ledger: ProvenanceRecord.Fact?

  /// - Parameters:
  ///   - rule: the name of the rule by which counts are protected; nil for what always holds.
  ///   - ledger: what is told of the ledger.
  init(
    _ outcome: Linkage.Outcome, request: LinkageRun.Request, areas: LinkageAreas, rule: String?,
    barriers: [Barrier], document: MapDocument, release: StudyRelease?,
    ledger: ProvenanceRecord.Fact?
  ) {
    self.document = document
    self.rule = rule
    self.release = release
    self.ledger = ledger
    self.barriers = BarrierRegister(barriers, document: document)
    self.outcome = outcome
    self.request = request
    self.areas = areas
  }

  /// One line for each place, scheme, period and measure.
  var table: [UInt8] {
    var table = MarkedTable(document, isSynthetic: request.isSynthetic)
    table.header([
      "niveau", "code", "naam", "periode", "regeling", "maat", "waarde", "ondergrens",
      "bovengrens", "status",
    ])
    for row in outcome.published.rows {
      let (value, bounds) = (row.valueText, row.boundsText)
      table.row([
        row.level.rawValue, row.area.code, row.area.name, row.period, row.scheme,
        row.measure.rawValue, value, bounds.lower, bounds.upper,
        value.isEmpty ? "onderdrukt" : "ok",
      ])
    }
    return table.bytes
  }

  private func text(_ text: String) -> Fact { .scalar(.text(text)) }
  private func count(_ number: Int) -> Fact { .scalar(.integer(Int64(number))) }

  /// A part of the rows in whole per cents: their number would tell how many persons there are.
  private func percentage(_ part: Int, of rows: RowCounts) -> Fact {
    rows.share(part, rule: outcome.published.rule).map(count) ?? text("onderdrukt")
  }

  /// The reports on method, by the name of the file.
  func reports(rules: DataRules) -> [(name: String, text: ReportDocument)] {
    zip(StudyExport.methodReports, [Language.nl, .en]).map { name, language in
      let report = LinkageReport(
        outcome: outcome, request: request, areas: areas, document: document,
        barriers: barriers.barriers, rules: rules, release: release, language: language)
      return (name, report.text)
    }
  }

  /// What made the results, and what they do not say.
  var facts: [(name: String, fact: ProvenanceRecord.Fact)] {
    let protection = outcome.published.rule
    return [
      ("program", text("wijkzicht")),
      ("program_version", text(ProgramVersion.text)),
      ("product", text("linkage")),
      ("synthetisch", .scalar(.bool(request.isSynthetic))),
      ("concept", .scalar(.bool(document.isConcept))),
      ("release", release?.fact ?? .scalar(.null)),
      ("author", request.author.map { text($0) } ?? .scalar(.null)),
      ("audience", text(document.audience.rawValue)),
      ("purpose", text(request.purpose)),
      ("legal_basis", text(request.legalBasis)),
      ("dpia", text(request.dpia)),
      ("expires", request.declaration?.expires.map { text($0.text) } ?? .scalar(.null)),
      (
        "declared",
        text("Purpose, legal basis and DPIA are as the user declared them; they were not judged.")
      ),
      (
        "data",
        request.declaration.map { declaration in
          .facts([
            ("purpose_id", text(declaration.purpose)),
            ("audience", text(declaration.audience.rawValue)),
            ("data_class", text(declaration.dataClass.rawValue)),
            (
              "claims",
              .list(
                declaration.registers.sorted { $0.key < $1.key }.map {
                  StudyFacts.claim($0.value, of: $0.key)
                })
            ),
          ])
        } ?? .scalar(.null)
      ),
      ("years", text("\(request.years.first)-\(request.years.last)")),
      ("pooled_years", count(request.years.pooled)),
      ("schemes", .list(request.schemes.map { text($0.name) })),
      ("gemeenten", .list(areas.gemeenten.map { text($0.code) })),
      ("level", text(areas.wijken.isEmpty ? "gemeente" : "wijk")),
      (
        "disclosure",
        .facts([
          ("minimum_count", count(protection.minimumCount)),
          ("rounding_base", count(protection.roundingBase)),
          ("rule", rule.map { text($0) } ?? .scalar(.null)),
          ("zero", text("suppressed like 1 to \(protection.minimumCount - 1)")),
          (
            "group",
            text("fewer than \(protection.minimumCount) without the scheme are protected too")
          ),
        ])
      ),
      (
        "hidden",
        .list(
          (outcome.published.hiddenByLevel + outcome.published.hiddenByGemeente).map {
            .facts([
              ("level", text($0.level.rawValue)),
              ("code", $0.area.map { text($0.code) } ?? .scalar(.null)),
              ("what", text($0.kind == .persons ? "persons" : "addresses")),
              ("counts", count($0.counts)), ("onderdrukt", count($0.hidden)),
            ])
          })
      ),
      (
        "rows_left_out_pct",
        .facts(
          outcome.rows.map { name, own in
            // None and a few are told alike.
            var facts = RowCounts.Reason.allCases.map { reason in
              (name: reason.rawValue, fact: percentage(own.leftOut[reason] ?? 0, of: own))
            }
            facts.append(("place_not_readable", percentage(own.unreadablePlaces, of: own)))
            return (name, .facts(facts))
          })
      ),
      ("barriers", barriers.fact),
      ("ledger", ledger ?? .scalar(.null)),
      ("notes_nl", .list(Self.notes.all.map { text($0.nl) })),
      ("notes_en", .list(Self.notes.all.map { text($0.en) })),
    ]
  }

  /// What whoever reads the results should know.
  struct Notes {
    /// That they are no ground for decisions about persons.
    let noDecisions = (
      nl:
        "Niet bedoeld voor besluiten over personen. Een samenloop is een patroon, geen bewijs van "
        + "misbruik: ook verouderde registraties, persoonsverwisseling en overlijden geven samenloop.",
      en: "Not for decisions about persons. An overlap is a pattern, no proof of misuse: outdated "
        + "registers, mistaken identity and death give overlaps too."
    )
    /// Where those without a fixed address are.
    let withoutFixedAddress = (
      nl: "Wie tot de Nederlandse bevolking hoort en geen vast adres heeft, staat ingeschreven in "
        + "'s-Gravenhage. Die personen staan in een eigen rij en niet bij die gemeente.",
      en: "People of the Dutch population without a fixed address are registered in 's-Gravenhage. "
        + "They have a row of their own and are not counted in that gemeente."
    )
    /// What a ratio and its bounds are.
    let ratio = (
      nl:
        "Verhouding: samenloop gedeeld door wat het aandeel van alle gebieden samen doet verwachten. "
        + "De grenzen (95 %) bevatten toeval (Poisson, exact) en afronding.",
      en: "Ratio: overlap over what the share of all areas together lets expect. The bounds (95 %) "
        + "hold chance (Poisson, exact) and rounding."
    )

    /// All of them.
    var all: [(nl: String, en: String)] { [noDecisions, withoutFixedAddress, ratio] }
  }

  /// What whoever reads the results should know.
  static let notes = Notes()
}

extension PublishedLinkage.Row {
  /// The value as it is written; empty when it is suppressed.
  var valueText: String { monthClass ?? text(figure.number) }

  /// The bounds as they are written, rounded outwards so that they hold what they have to; empty without.
  var boundsText: (lower: String, upper: String) {
    let outer = bounds?.outwards(decimals: decimals)
    return (text(outer?.lowerBound), text(outer?.upperBound))
  }

  /// The bounds rounded to the nearest: so they are in the stamps of every ledger, and they follow from the counts.
  var stampedBounds: (lower: String, upper: String) {
    (text(bounds?.lowerBound), text(bounds?.upperBound))
  }

  private var decimals: Int { measure == .share ? 1 : measure == .ratio ? 2 : 0 }

  private func text(_ value: Double?) -> String {
    guard let value else { return "" }
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }
}
