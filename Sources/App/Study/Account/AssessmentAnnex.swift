internal import Areas
internal import Atlas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Patterns
internal import Reports
internal import Tables

/// The annex to an impact assessment, in one language: the facts of a study between texts that a lawyer can
/// edit. Tells no more than results for the audience of the study would.
struct AssessmentAnnex {
  let texts: AssessmentTexts
  let study: StudyFile
  let mapped: MappedStudy
  let report: StudyReport
  let patterns: [PatternAnswer]
  let kinds: AreaKinds?
  /// Heatmaps and tables.
  let told: ToldResults
  let audit: BiasAudit?
  /// The results that rest on what police record.
  let feedback: PoliceFeedback
  /// What protected columns are called.
  let columns: BiasNames
  let isJustified: Bool
  let barriers: [Barrier]
  let rules: DataRules
  let language: Language

  func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  func say(_ text: LocalizedText) -> String { language == .nl ? text.nl : text.en }

  /// The annex.
  var document: ReportDocument {
    var text = ReportDocument(
      title: "\(say(texts.title)): \(say(study.title))", stamps: mapped.document.stamps,
      language: language)
    text.paragraph(say(texts.note))
    for section in texts.sections {
      text.heading(2, say(section.title))
      if let article = section.article { text.paragraph(say(article)) }
      text.paragraph(say(section.text))
      switch section.facts {
      case .processing: processing(&text)
      case .data: data(&text)
      case .results: results(&text)
      case nil: break
      }
      for question in section.ask { text.blank(say(question)) }
    }
    text.heading(2, say("Risico's en maatregelen", "Risks and measures"))
    for risk in texts.risks {
      text.heading(3, say(risk.title))
      if let article = risk.article { text.paragraph(say(article)) }
      text.paragraph(say("Risico: ", "Risk: ") + say(risk.risk))
      text.paragraph(say("Maatregel: ", "Measure: ") + say(risk.measure))
      if let evidence = risk.evidence {
        text.paragraph(say("In deze studie:", "In this study:"))
        text.list(facts(evidence))
      }
      text.blank(
        say(
          "Wat blijft er van het risico over, en wie aanvaardt dat?",
          "What is left of the risk, and who accepts that?"))
    }
    text.paragraph(
      say(
        "Teksten: dpia.yaml van de catalogus, versie \(texts.version). Regels over gegevens: versie "
          + "\(rules.version). Gemaakt met Wijkzicht \(ProgramVersion.text).",
        "Texts: dpia.yaml of the catalogue, version \(texts.version). Rules about data: version "
          + "\(rules.version). Made by Wijkzicht \(ProgramVersion.text)."))
    return text
  }

  /// A count as people write it.
  func count(_ count: Int) -> String { language.number(Double(count), decimals: 0) }

  // MARK: Facts

  private func processing(_ text: inout ReportDocument) {
    let document = mapped.document
    text.table(
      [say("Kenmerk", "Subject"), say("Waarde", "Value")],
      [
        [say("Doel", "Purpose"), study.purpose],
        [say("Naam van het doel", "Name of the purpose"), study.purposeID?.value ?? ""],
        [say("Gemaakt door", "Made by"), study.author ?? ""],
        [say("Peildatum", "Reference date"), study.peildatum.text],
        [
          say("Geldigheid", "Validity"),
          study.expires?.value.holdsThrough(language) ?? say("geen einddatum", "no last day"),
        ],
        [say("Bestemd voor", "Meant for"), study.audience.words(language)],
        [
          say("Gemeenten", "Gemeenten"),
          document.areas.gemeenten.map(\.name).joined(separator: ", "),
        ],
        [
          say("Gebieden", "Areas"),
          report.areaCounts.map { $0.level.counted($0.count, language) }.joined(separator: ", "),
        ],
        [say("Strengste klasse", "Strictest class"), title(of: study.dataClass)],
      ])
  }

  func title(of dataClass: DataClass) -> String {
    let known = rules.classes.first { $0.dataClass == dataClass }?.title
    return known.map { say($0.nl, $0.en) } ?? dataClass.rawValue
  }

  private func data(_ text: inout ReportDocument) {
    text.table(
      [
        say("Naam", "Name"), say("Bron", "Source"), say("Klasse", "Class"),
        say("Verantwoordelijke", "Controller"), say("Grondslag", "Legal basis"),
        say("Doelen", "Purposes"), say("Bewaartermijn", "Retention"), "DPIA",
      ],
      study.dataSets.map { data in
        let claim = data.declaration?.value
        return [
          data.id, data.source,
          claim.map { title(of: $0.dataClass) } ?? (data.isOpen ? title(of: .open) : ""),
          claim?.controller ?? "", claim?.legalBasis ?? "",
          claim?.purposes.joined(separator: ", ") ?? "", claim?.retention ?? "", claim?.dpia ?? "",
        ]
      })
  }

  private func results(_ text: inout ReportDocument) {
    text.table(
      [
        say("Uitkomst", "Result"), say("Gebieden", "Areas"), say("Met een waarde", "With a value"),
        say("Onderdrukt", "Suppressed"), say("Zegt niet", "Does not say"),
      ],
      mapped.maps.map { map in
        let counts = map.layer.statusCounts()
        return [
          say(map.layer.indicator.name), map.layer.level.plural, count(counts[.ok] ?? 0),
          count(counts[.suppressed] ?? 0), say(map.layer.indicator.saysNot),
        ]
      })
    let others = otherResults
    guard !others.isEmpty else { return }
    text.table(
      [
        say("Uitkomst", "Result"), say("Gemaakt van", "Made of"), say("Zegt niet", "Does not say"),
        say("Bescherming", "Protection"),
      ], others)
  }
}

extension BiasAudit {
  /// Whether results may not be published as they are.
  func stopsPublication(for audience: Audience, isJustified: Bool) -> Bool {
    audience != .intern && !isJustified && report.isBeyond
  }
}
