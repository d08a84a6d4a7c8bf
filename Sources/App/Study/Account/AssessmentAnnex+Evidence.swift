internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators

/// What the annex tells of how far each risk is met.
extension AssessmentAnnex {
  func facts(_ evidence: AssessmentTexts.Evidence) -> [String] {
    switch evidence {
    case .hiddenCounts: hiddenCounts
    case .rules: ruleFacts
    case .bias: biasFacts
    case .personalColumns: columnFacts
    case .release: releaseFacts
    case .quality:
      sentences(
        barriers.filter { $0.kind != .legal },
        none: say("Er zijn geen belemmeringen gevonden.", "No barriers were found."))
    case .again:
      [
        study.toldInputs.words(language).map {
          say(
            "In het verwerkingsverslag (\(StudyExport.mark)) staan \($0).",
            "In \(StudyExport.mark) stand \($0).")
        }
          ?? say(
            "In het verwerkingsverslag (\(StudyExport.mark)) staat elk bestand met zijn SHA-256.",
            "In \(StudyExport.mark) stands each file with its SHA-256."),
        say(
          "'wijkzicht verify' maakt de studie opnieuw en vergelijkt elk bestand.",
          "'wijkzicht verify' makes the study again and compares every file."),
        study.expires.map {
          say(
            "De studie is \($0.value.holdsThrough(.nl)); daarna is zij opnieuw te beoordelen.",
            "The study is \($0.value.holdsThrough(.en)); after that it is to be looked at again.")
        }
          ?? say(
            "De studie heeft geen einddatum: niets dwingt ertoe haar opnieuw te beoordelen.",
            "The study has no last day: nothing makes anybody look at it again."),
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
    let addsUp = mapped.addsUp || told.tables.contains(where: \.isSum)
    var facts = rule.sentences(language, addsUp: addsUp)
    facts += report.sums.map { $0.sentence(language, minimum: rule.minimumCount) }
    facts += report.losses.map { loss in
      let hidden = count(loss.hidden)
      let all = count(loss.counts)
      return say(
        "\(loss.records), \(loss.gemeente): \(hidden) van \(all) aantallen onderdrukt.",
        "\(loss.records), \(loss.gemeente): \(hidden) of \(all) counts suppressed.")
    }
    facts += mapped.maps.compactMap { map -> String? in
      guard let hidden = map.layer.statusCounts()[.suppressed] else { return nil }
      return say(map.layer.indicator.name) + ": " + map.layer.level.counted(hidden, language)
        + say(" onderdrukt.", " suppressed.")
    }
    facts += told.tables.map { table in
      say(
        "Tabel \(table.name(.nl)): \(table.hidden(.nl)) onderdrukt.",
        "Table \(table.name(.en)): \(table.hidden(.en)) suppressed.")
    }
    facts += told.heatmaps.map { heatmap in
      say(
        "Heatmap \(heatmap.title.nl): niet getoond is \(heatmap.hidden(.nl)).",
        "Heatmap \(heatmap.title.en): not shown is \(heatmap.hidden(.en)).")
    }
    return facts
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
    let followed =
      concerned.isEmpty
      ? [
        say(
          "Geen regel over combinaties of publiek geldt voor deze gegevens.",
          "No rule about combinations or audiences holds for these data.")
      ]
      : concerned.map { rule in
        rule.sentence(language) + " "
          + say("Deze studie voldoet hieraan.", "This study complies with it.")
      }
    // What is hidden stands with the counts.
    let hidden = Set(mapped.maps.map(\.layer.indicator.id) + study.heatmaps.map(\.id.value))
    return followed
      + sentences(barriers.filter { $0.kind == .legal && !hidden.contains($0.subject) }, none: nil)
  }

  /// Barriers, a sentence each.
  /// - Parameter none: what is said when there are none; nil for nothing.
  private func sentences(_ barriers: [Barrier], none: String?) -> [String] {
    if barriers.isEmpty { return none.map { [$0] } ?? [] }
    return barriers.map { barrier in
      let subject = barrier.subject(named: mapped, language)
      return say("Belemmering (", "Barrier (") + barrier.kind.words(language) + ")"
        + (subject.isEmpty ? "" : ", \(subject)") + ": " + say(barrier.text)
    }
  }

  private var biasFacts: [String] {
    guard let audit else {
      return [
        say(
          "Er is geen toets op vertekening uitgevoerd: of uitkomsten samengaan met herkomst is niet bekend.",
          "No bias audit was carried out: whether results go together with origin is not known.")
      ] + [feedback.sentence(language)].compactMap(\.self)
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
      + (study.audit.map { audit -> [String] in
        let names = audit.columns.map { self.columns.column($0.value, language) }
          .joined(separator: ", ")
        let source = audit.words.map { " (\($0))" } ?? ""
        return [
          say("Alleen voor de toets: \(names)\(source).", "For the audit alone: \(names)\(source).")
        ]
      } ?? [])
  }

  private var releaseFacts: [String] {
    [
      say(
        "Nog niet vrijgegeven: deze bijlage hoort bij het concept.",
        "Not released yet: this annex belongs to the draft."),
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
