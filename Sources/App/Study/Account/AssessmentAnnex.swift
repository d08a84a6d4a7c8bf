internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Reports
internal import Tables

/// The annex to an impact assessment, in one language: the facts of a study between texts that a lawyer can
/// edit. Tells no more than results for the audience of the study would.
struct AssessmentAnnex {
  let texts: AssessmentTexts
  let study: StudyFile
  let mapped: MappedStudy
  let report: StudyReport
  let audit: BiasAudit?
  let isJustified: Bool
  let barriers: [Barrier]
  let rules: DataRules
  let language: Language

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  private func say(_ text: LocalizedText) -> String { language == .nl ? text.nl : text.en }

  /// The annex.
  var document: ReportDocument {
    var text = ReportDocument(
      title: "\(say(texts.title)): \(say(study.title))", stamps: mapped.document.stamps,
      language: language)
    text.paragraph(say(texts.note))
    for section in texts.sections {
      text.heading(2, say(section.title))
      text.paragraph(section.article)
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
      text.paragraph(risk.article)
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
        [say("Te herzien na", "To be renewed after"), study.expires?.value.text ?? ""],
        [say("Bestemd voor", "Meant for"), study.audience.words(language)],
        [
          say("Gemeenten", "Gemeenten"),
          document.areas.gemeenten.map(\.name).joined(separator: ", "),
        ],
        [
          say("Gebieden", "Areas"),
          report.areaCounts.map { $0.level.counted($0.count) }.joined(separator: ", "),
        ],
        [say("Strengste klasse", "Strictest class"), title(of: study.dataClass)],
      ])
  }

  private func title(of dataClass: DataClass) -> String {
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
          say(map.layer.indicator.name), map.layer.level.plural, "\(counts[.ok] ?? 0)",
          "\(counts[.suppressed] ?? 0)", say(map.layer.indicator.saysNot),
        ]
      })
  }

  // MARK: Evidence

  private func facts(_ evidence: AssessmentTexts.Evidence) -> [String] {
    switch evidence {
    case .hiddenCounts: hiddenCounts
    case .rules: ruleFacts
    case .bias: biasFacts
    case .personalColumns: columnFacts
    case .release: releaseFacts
    case .quality:
      barriers.isEmpty
        ? [say("Er zijn geen belemmeringen gevonden.", "No barriers were found.")]
        : barriers.map { "\($0.kind.words(language)): \($0.subject) – \(say($0.text))" }
    case .again:
      [
        study.toldInputs.words(language).map {
          say("In de herkomst staan \($0).", "In provenance stand \($0).")
        }
          ?? say(
            "In de herkomst staat elk bestand met zijn SHA-256.",
            "In provenance stands each file with its SHA-256."),
        say(
          "'wijkzicht verify' maakt de studie opnieuw en vergelijkt elk bestand.",
          "'wijkzicht verify' makes the study again and compares every file."),
        study.expires.map {
          say("De studie vervalt op \($0.value.text).", "The study expires on \($0.value.text).")
        } ?? say("De studie heeft geen einddatum.", "The study has no day of expiry."),
      ]
    }
  }

  private var hiddenCounts: [String] {
    guard let rule = study.countRule(rules) else {
      return [
        say(
          "Voor intern gebruik is niets onderdrukt of afgerond.",
          "For internal use nothing is suppressed or rounded.")
      ]
    }
    return rule.sentences(language)
      + report.sums.map { $0.sentence(language, minimum: rule.minimumCount) }
      + report.losses.map { loss in
        let hidden = loss.small + loss.complementary
        return say(
          "\(loss.records), \(loss.gemeente): \(hidden) van \(counted(loss.counts, "aantal", "aantallen")) onderdrukt.",
          "\(loss.records), \(loss.gemeente): \(hidden) of \(counted(loss.counts, "count")) suppressed."
        )
      }
      + mapped.maps.compactMap { map in
        map.layer.statusCounts()[.suppressed].map { hidden in
          let level = map.layer.level
          return "\(say(map.layer.indicator.name)): \(hidden) "
            + (hidden == 1 ? level.rawValue : level.plural) + say(" onderdrukt.", " suppressed.")
        }
      }
  }

  private var ruleFacts: [String] {
    let classes = Set(study.dataSets.compactMap(\.declaration?.value.dataClass))
    let contents = Set(study.dataSets.compactMap(\.declaration?.value.content))
    let concerned = rules.rules.filter { rule in
      switch rule.condition {
      case .together(let all): all.allSatisfy(classes.contains)
      case .content(let content): contents.contains(content)
      case .audience(let word, let one): word == study.audience.rawValue && classes.contains(one)
      }
    }
    guard !concerned.isEmpty else {
      return [
        say(
          "Geen regel over combinaties of publiek geldt voor deze gegevens.",
          "No rule about combinations or audiences holds for these data.")
      ]
    }
    return concerned.map { rule in
      let finest =
        rule.finest.map { say("niet onder \($0)", "not below \($0)") }
        ?? say("in het geheel niet", "not at all")
      return
        "\(rule.id): \(finest). \(say(rule.explanation.nl, rule.explanation.en)) (\(rule.article)) "
        + say("Gevolgd.", "Followed.")
    }
  }

  private var biasFacts: [String] {
    guard let audit else {
      return [
        say(
          "De studie vraagt geen toets op vertekening: of uitkomsten samengaan met herkomst is niet bekend.",
          "The study asks for no bias audit: whether results go together with origin is not known.")
      ]
    }
    let stops = audit.stopsPublication(for: study.audience, isJustified: isJustified)
    return audit.report.sentences(language)
      + (stops
        ? [
          say(
            "Publicatie is gestopt: niemand verantwoordt dit nog.",
            "Publication is stopped: nobody answers for this yet.")
        ] : [])
  }

  private var columnFacts: [String] {
    study.records.map { records in
      let named = records.columns.values.map(\.value)
      let columns = Set(named + [records.contributorColumn].compactMap { $0?.value }).sorted()
      return columns.isEmpty
        ? say(
          "\(records.id): kolommen met plaats worden aan hun naam herkend; persoonsgegevens zijn niet "
            + "gevonden.",
          "\(records.id): columns with places are known by their names; no personal data were found."
        )
        : say(
          "\(records.id): genoemde kolommen \(columns.joined(separator: ", ")); persoonsgegevens zijn niet "
            + "gevonden.",
          "\(records.id): named columns \(columns.joined(separator: ", ")); no personal data were found."
        )
    }
      + (study.audit.map { audit in
        [
          say(
            "Alleen voor de toets: \(audit.columns.map(\.value).joined(separator: ", ")).",
            "For the audit alone: \(audit.columns.map(\.value).joined(separator: ", ")).")
        ]
      } ?? [])
  }

  private var releaseFacts: [String] {
    [
      say(
        "Nog niet vrijgegeven: deze bijlage is van het concept.",
        "Not released yet: this annex is of the concept."),
      study.author.map {
        say(
          "\($0) maakte de studie en kan haar niet vrijgeven.",
          "\($0) made the study and cannot release it.")
      }
        ?? say(
          "De studie zegt niet wie haar maakte; zo kan niemand haar vrijgeven.",
          "The study does not say who made it; as it is nobody can release it."),
    ]
  }
}

extension BiasAudit {
  /// Whether results may not be published as they are.
  func stopsPublication(for audience: Audience, isJustified: Bool) -> Bool {
    audience != .intern && !isJustified && report.isBeyond
  }
}
