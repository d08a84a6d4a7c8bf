internal import Areas
internal import Atlas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Patterns
internal import Projection
internal import Quality
internal import Reports

/// How each number of a study was made, for people: a report in one language.
///
/// Tells no more than the results beside it: published values, and counts of areas.
struct MethodReport {
  let study: StudyFile
  let mapped: MappedStudy
  let report: StudyReport
  let patterns: [PatternAnswer]
  let kinds: AreaKinds?
  /// Heatmaps and tables.
  let results: ToldResults
  let audit: BiasAudit?
  /// The results that rest on what police record.
  let feedback: PoliceFeedback
  let barriers: [Barrier]
  let rules: DataRules
  let release: StudyRelease?
  /// The hash of all that was read of the catalogue.
  let catalogue: String
  let language: Language

  func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  func say(_ text: LocalizedText) -> String { language == .nl ? text.nl : text.en }

  /// A number with the decimals of its indicator.
  func number(_ number: Double, _ decimals: Int) -> String {
    language.number(number, decimals: decimals)
  }

  /// Names of sources, in the language of the report as far as the program wrote them.
  func sources(_ names: [String]) -> String {
    ProvisionalSource.text(
      names.joined(separator: "; "), in: language == .nl ? .nl : .en)
  }

  /// A count as people write it.
  func count(_ count: Int) -> String { number(Double(count), 0) }

  /// The report.
  /// - Throws: `ProjectionError`.
  func document() throws -> ReportDocument {
    var text = ReportDocument(
      title: say("Methode: ", "Method: ") + say(study.title), stamps: mapped.document.stamps,
      language: language)
    aim(&text)
    sources(&text)
    hiding(
      &text, rule: study.countRule(rules), sums: report.sums,
      losses: report.losses.map {
        [$0.records, $0.gemeente, count($0.counts), count($0.hidden)]
      })
    indicators(&text)
    indices(&text)
    patterns(&text)
    types(&text)
    heatmaps(&text)
    tables(&text)
    classes(&text)
    certainty(&text)
    bias(&text)
    barriers(&text)
    try software(&text)
    files(&text)
    references(&text)
    return text
  }

  // MARK: What for

  private func aim(_ text: inout ReportDocument) {
    let document = mapped.document
    text.paragraph(study.purpose)
    var rows = [
      [say("Studie", "Study"), study.id],
      [say("Peildatum", "Reference date"), document.peildatum],
      [say("Bestemd voor", "Meant for"), document.audience.words(language)],
      [say("Grenzen", "Boundaries"), document.areas.edition.description],
      [
        say("Gemeenten", "Gemeenten"), document.areas.gemeenten.map(\.name).joined(separator: ", "),
      ],
      [
        say("Gebieden", "Areas"),
        report.areaCounts.map { $0.level.counted($0.count, language) }.joined(separator: ", "),
      ],
      [
        say("Strengste klasse van de gegevens", "Strictest class of the data"),
        title(of: study.dataClass),
      ],
    ]
    if let author = study.author { rows.append([say("Gemaakt door", "Made by"), author]) }
    if let release {
      rows.append([
        say("Vrijgegeven door", "Released by"), "\(release.by), \(release.role), \(release.date)",
      ])
      if let dpia = release.dpia { rows.append(["DPIA", dpia]) }
      rows.append([say("Advies", "Advice"), release.advice])
    } else {
      rows.append([say("Vrijgave", "Release"), say("nog niet: een concept", "not yet: a draft")])
    }
    if let expires = study.expires {
      rows.append([say("Geldigheid", "Validity"), expires.value.holdsThrough(language)])
    }
    text.table([say("Kenmerk", "Subject"), say("Waarde", "Value")], rows)
    noVerdict(&text)
  }

  func noVerdict(_ text: inout ReportDocument) {
    text.paragraph(
      say(
        "De uitkomsten zijn een patroon per gebied en nooit een oordeel. Zij zeggen niets over wie er "
          + "woont of werkt, en zijn niet bedoeld voor besluiten over personen, bedrijven of adressen.",
        "The results are a pattern by area and never a verdict. They say nothing of who lives or works "
          + "there, and are not meant for decisions on persons, firms or addresses."))
  }

  func title(of dataClass: DataClass) -> String {
    let known = rules.classes.first { $0.dataClass == dataClass }?.title
    return known.map { say($0.nl, $0.en) } ?? dataClass.rawValue
  }

  // MARK: Data

  private func sources(_ text: inout ReportDocument) {
    text.heading(2, say("Bronnen", "Sources"))
    text.table(
      [
        say("Naam", "Name"), say("Bron", "Source"), say("Gebieden van", "Areas of"),
        say("Klasse", "Class"), say("Grondslag", "Legal basis"), say("Bewaartermijn", "Retention"),
      ],
      study.dataSets.map { data -> [String] in
        let figures = study.figures.first { $0.id == data.id && data.figures != nil }
        let claim = data.declaration?.value
        return [
          data.id + (figures?.isSynthetic ?? study.isSynthetic(data.id) ? " (SYNTHETISCH)" : ""),
          sources([data.source]), figures.map { "\($0.edition.value)" } ?? "",
          claim.map { title(of: $0.dataClass) }
            ?? (data.isOpen ? title(of: .open) : ""),
          claim.map { "\($0.controller): \($0.legalBasis)" } ?? "", claim?.retention ?? "",
        ]
      } + shares)
    if study.dataSets.contains(where: { $0.declaration != nil }) { claims(&text) }
    converted(
      &text,
      report.figures.compactMap { figures -> [String]? in
        guard let conversion = figures.conversion else { return nil }
        return [
          figures.id, conversion.origin,
          conversion.grades.filter { $0.count > 0 }.map { "\($0.word) \($0.count)" }
            .joined(separator: ", "),
        ]
      })
  }

  /// The shares of the bias audit among the sources.
  private var shares: [[String]] {
    study.audit.map { audit in
      [
        [
          say("alleen voor de toets op vertekening", "for the bias audit alone"),
          audit.words ?? say("niet opgegeven", "not said"), "", "", "", "",
        ]
      ]
    } ?? []
  }

  /// Who says what data may be used for.
  func claims(_ text: inout ReportDocument) {
    text.paragraph(
      say(
        "Klasse, grondslag en bewaartermijn zijn wat de gebruiker verklaart; het programma legt dat "
          + "vast en oordeelt er niet over. De regels over gegevens hebben versie \(rules.version).",
        "Class, legal basis and retention are what the user claims; the program records and does not "
          + "judge it. The rules about data are of version \(rules.version)."))
  }

  /// Figures that were converted from other areas: name, areas that they were of, areas by grade.
  func converted(_ text: inout ReportDocument, _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    text.paragraph(
      say(
        "Omgerekend naar de gebieden van de studie, met per gebied hoe zeker dat is:",
        "Converted to the areas of the study, with how sure that is by area:"))
    text.table([say("Naam", "Name"), say("Waren van", "Were of"), say("Gebieden", "Areas")], rows)
  }

  /// What the rule for counts hides: records, gemeente, counts, hidden ones.
  /// - Parameter sums: who counts as a contributor to sums, as far as it is known.
  func hiding(
    _ text: inout ReportDocument, rule: DisclosureRule?, sums: [StudyReport.Sums] = [],
    losses: [[String]]
  ) {
    text.heading(2, say("Wat niet getoond wordt", "What is not shown"))
    guard let rule else {
      text.paragraph(
        say(
          "Voor intern gebruik is niets onderdrukt of afgerond.",
          "For internal use nothing is suppressed or rounded."))
      return
    }
    text.list(
      rule.sentences(language, addsUp: addsUp)
        + sums.map { $0.sentence(language, minimum: rule.minimumCount) } + [
          say(
            "Aantallen waaruit een onderdrukt aantal valt af te leiden, zijn ook onderdrukt; voor elk "
              + "onderdrukt aantal is nagerekend wat een buitenstaander ervan kan weten.",
            "Counts from which a suppressed one can be derived are suppressed too; for each suppressed count "
              + "it was worked out what an outsider can know of it."),
          say(
            "Verhoudingen, indices, patronen en klassen zijn gemaakt van wat overblijft.",
            "Rates, indices, patterns and classes are made of what is left."),
        ])
    text.table(
      [
        say("Registratie", "Records"), "Gemeente", say("Aantallen", "Counts"),
        say("Onderdrukt", "Suppressed"),
      ], losses)
  }

  // MARK: Trust

  func bias(_ text: inout ReportDocument) {
    text.heading(2, say("Toets op vertekening", "Bias audit"))
    guard let audit else {
      text.paragraph(
        say("Er is geen toets op vertekening uitgevoerd.", "No bias audit was carried out."))
      if let warning = feedback.sentence(language) { text.list([warning]) }
      return
    }
    text.list(audit.report.sentences(language))
  }

  func barriers(_ text: inout ReportDocument) {
    guard !barriers.isEmpty else { return }
    text.heading(2, say("Belemmeringen", "Barriers"))
    text.table(
      [
        say("Soort", "Kind"), say("Onderwerp", "Subject"), say("Wat", "What"),
        say("Oplossing", "Remedy"),
      ],
      barriers.map {
        [
          $0.kind.words(language), $0.subject(named: mapped, language), say($0.text),
          $0.remedy.map { say($0) } ?? "",
        ]
      })
  }

  /// Whether numbers of records are added up.
  private var addsUp: Bool { mapped.addsUp || results.tables.contains(where: \.isSum) }
}

extension StudyFile {
  /// Whether records are made up.
  fileprivate func isSynthetic(_ records: String) -> Bool {
    self.records.first { $0.id == records }?.isSynthetic ?? false
  }
}
