internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Linkage
internal import Reports

/// How a linkage was made, from which registers, on what ground, and what is not told: a report for people in one
/// language, from which an impact assessment can be written too.
///
/// Tells no more than the results beside it.
struct LinkageReport {
  let outcome: Linkage.Outcome
  let request: LinkageRun.Request
  let areas: LinkageAreas
  let document: MapDocument
  let barriers: [Barrier]
  let rules: DataRules
  let release: StudyRelease?
  let language: Language

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  private func say(_ text: (nl: String, en: String)) -> String { say(text.nl, text.en) }

  /// The report.
  var text: ReportDocument {
    var text = ReportDocument(
      title: say("Methode: koppeling ", "Method: linkage ")
        + request.schemes.map(\.name).joined(separator: ", ")
        + " \(request.years.first)-\(request.years.last)",
      stamps: document.stamps, language: language)
    aim(&text)
    registers(&text)
    measures(&text)
    hiding(&text)
    noVerdict(&text)
    obstacles(&text)
    files(&text)
    return text
  }

  private func aim(_ text: inout ReportDocument) {
    text.paragraph(request.purpose)
    let years = request.years
    var rows = [
      [say("Grondslag", "Legal basis"), request.legalBasis],
      ["DPIA", request.dpia],
      [say("Bestemd voor", "Meant for"), document.audience.words(language)],
      [
        say("Jaren", "Years"),
        "\(years.first)-\(years.last)"
          + (years.pooled == 1 ? "" : say(", per \(years.pooled)", ", by \(years.pooled)")),
      ],
      ["Gemeenten", areas.gemeenten.map(\.name).joined(separator: ", ")],
      [
        say("Laagste niveau", "Lowest level"),
        areas.wijken.isEmpty ? "gemeente" : "wijk (\(areas.wijken.count))",
      ],
      [
        say("Strengste klasse van de gegevens", "Strictest class of the data"),
        request.declaration.map { title(of: $0.dataClass) } ?? "",
      ],
      [say("Gemaakt door", "Made by"), request.author ?? ""],
    ]
    if let release {
      rows += [
        [
          say("Vrijgegeven door", "Released by"), "\(release.by), \(release.role), \(release.date)",
        ],
        [say("Advies", "Advice"), release.advice],
      ]
    } else {
      rows.append([say("Vrijgave", "Release"), say("nog niet: een concept", "not yet: a draft")])
    }
    rows.append([
      say("Geldigheid", "Validity"),
      request.declaration?.expires?.holdsThrough(language) ?? say("geen einddatum", "no last day"),
    ])
    text.table([say("Kenmerk", "Subject"), say("Waarde", "Value")], rows)
  }

  private func title(of dataClass: DataClass) -> String {
    let known = rules.classes.first { $0.dataClass == dataClass }?.title
    return known.map { say($0.nl, $0.en) } ?? dataClass.rawValue
  }

  private func registers(_ text: inout ReportDocument) {
    text.heading(2, say("Registraties", "Registers"))
    let names = [LinkageDeclaration.untraceable] + request.schemes.map(\.name)
    text.table(
      [
        say("Naam", "Name"), say("Klasse", "Class"), say("Verantwoordelijke", "Controller"),
        say("Grondslag", "Legal basis"), say("Doelen", "Purposes"),
        say("Bewaartermijn", "Retention"), "DPIA",
      ],
      names.map { name in
        let claim = request.declaration?.registers[name]
        let shown =
          name == LinkageDeclaration.untraceable
          ? say("spoorloze veroordeelden", "untraceable convicts") : name
        return [
          shown + (request.isSynthetic ? " (SYNTHETISCH)" : ""),
          claim.map { title(of: $0.dataClass) } ?? "", claim?.controller ?? "",
          claim?.legalBasis ?? "", claim?.purposes.joined(separator: ", ") ?? "",
          claim?.retention ?? "", claim?.dpia ?? "",
        ]
      })
    text.list([
      say(
        "Klasse, grondslag en bewaartermijn zijn wat de gebruiker verklaart; het programma legt dat vast en "
          + "oordeelt er niet over. De regels over gegevens hebben versie \(rules.version).",
        "Class, legal basis and retention are what the user claims; the program records and does not judge it. "
          + "The rules about data are of version \(rules.version)."),
      say(
        "In de plaats van een burgerservicenummer heeft elke regel een pseudoniem: HMAC-SHA256 (RFC 2104) met een "
          + "sleutel die alleen de sleutelhouder hoort te hebben. Het programma kan niet nagaan wie de sleutel heeft.",
        "Each row has a pseudonym in the place of a citizen service number: HMAC-SHA256 (RFC 2104) with a key "
          + "that is meant for the key holder alone. The program cannot know who has the key."),
      say(
        "Het programma bewaart na het tellen geen pseudoniem en maakt geen lijst van personen of adressen.",
        "The program keeps no pseudonym after counting, and makes no list of persons or addresses."),
      say(
        "Pseudoniemen blijven persoonsgegevens zolang iemand de sleutel heeft.",
        "Pseudonyms remain personal data as long as somebody has the key."),
    ])
  }

  private func measures(_ text: inout ReportDocument) {
    text.heading(2, say("Wat is geteld", "What is counted"))
    text.paragraph(
      say(
        "Per plaats, periode en regeling. Een maand telt als er een dag van meetelt; regels met hetzelfde "
          + "pseudoniem zijn één persoon.",
        "By place, period and scheme. A month counts when a day of it does; rows with the same pseudonym are one "
          + "person."))
    text.table(
      [say("Maat", "Measure"), say("Wat", "What")],
      PublishedLinkage.Measure.allCases.map { [$0.rawValue, say($0.meaning)] })
    text.paragraph(say(LinkageFiles.notes.withoutFixedAddress))
  }

  private func hiding(_ text: inout ReportDocument) {
    let minimum = outcome.published.rule.minimumCount
    text.heading(2, say("Wat niet getoond wordt", "What is not shown"))
    text.list([
      say(
        "Aantallen onder de \(minimum), ook nul, zijn onderdrukt; andere zijn afgerond op "
          + "\(outcome.published.rule.roundingBase).",
        "Counts under \(minimum), zero too, are suppressed; others are rounded to "
          + "\(outcome.published.rule.roundingBase)."),
      say(
        "Niet af te leiden is dat ergens minder dan \(minimum) personen spoorloos zijn, dat minder dan \(minimum) "
          + "van hen een regeling hebben, of dat minder dan \(minimum) van hen die niet hebben. Andere aantallen "
          + "zijn onderdrukt tot dat zo is.",
        "It cannot be derived that fewer than \(minimum) persons are untraceable somewhere, that fewer than "
          + "\(minimum) of them have a scheme, or that fewer than \(minimum) of them have not. Other counts are "
          + "suppressed until that is so."),
      say(
        "Aandelen, verhoudingen en klassen zijn gemaakt van wat overblijft.",
        "Shares, ratios and classes are made of what is left."),
    ])
    let published = outcome.published
    text.table(
      [
        say("Plaatsen", "Places"), say("Welke aantallen", "Which counts"),
        say("Aantallen", "Counts"), say("Onderdrukt", "Suppressed"),
      ],
      (published.hiddenByLevel + published.hiddenByGemeente).map { told in
        [
          told.area?.name ?? say(told.level.words), say(told.kind.words),
          language.number(Double(told.counts), decimals: 0),
          language.number(Double(told.hidden), decimals: 0),
        ]
      })
  }

  private func noVerdict(_ text: inout ReportDocument) {
    text.heading(2, say("Wat dit niet zegt", "What this does not say"))
    text.list([
      say(LinkageFiles.notes.noDecisions),
      say(
        "Twee koppelingen van dezelfde registraties kunnen samen zeggen wat elk verbergt. Daartegen beschermt "
          + "alleen een grootboek dat alle koppelingen delen.",
        "Two linkages of the same registers can tell together what each hides. Only a ledger that all linkages "
          + "share protects against that."),
      say(
        "Verschillen tussen gemeenten kunnen verschillen in registratie zijn.",
        "Differences between gemeenten can be differences in registration."),
    ])
  }

  private func obstacles(_ text: inout ReportDocument) {
    guard !barriers.isEmpty else { return }
    text.heading(2, say("Belemmeringen", "Barriers"))
    text.table(
      [
        say("Soort", "Kind"), say("Onderwerp", "Subject"), say("Wat", "What"),
        say("Oplossing", "Remedy"),
      ],
      barriers.map { barrier in
        [
          barrier.kind.words(language), barrier.subject, say(barrier.text.nl, barrier.text.en),
          barrier.remedy.map { say($0.nl, $0.en) } ?? "",
        ]
      })
  }

  private func files(_ text: inout ReportDocument) {
    text.heading(2, say("Bestanden en programma", "Files and program"))
    text.paragraph(
      say(
        "De aantallen staan in \(LinkageRun.table), de belemmeringen in \(BarrierRegister.name), en hoe zij gemaakt "
          + "zijn in \(StudyResults.mark). 'wijkzicht verify' houdt elk bestand naast \(StudyExport.checksums). "
          + "Gemaakt met Wijkzicht \(ProgramVersion.text).",
        "The counts stand in \(LinkageRun.table), the barriers in \(BarrierRegister.name), and how they were made in "
          + "\(StudyResults.mark). 'wijkzicht verify' holds each file against \(StudyExport.checksums). Made by "
          + "Wijkzicht \(ProgramVersion.text)."))
    text.heading(2, say("Literatuur", "References"))
    text.list([
      "Garwood 1936, doi:10.1093/biomet/28.3-4.437", "Krawczyk, Bellare & Canetti 1997, RFC 2104",
      "NIST 2008, FIPS 198-1", "CBS, Toelichting Wijk- en Buurtkaart, § 5.2",
    ])
  }
}

extension PublishedLinkage.Measure {
  /// What is told by it.
  fileprivate var meaning: (nl: String, en: String) {
    switch self {
    case .persons:
      (
        nl: "Personen die in een maand van de periode spoorloos waren",
        en: "Persons who were untraceable in a month of the period"
      )
    case .overlap:
      (
        nl: "Wie daarvan in zo'n maand uit de regeling betaald werd",
        en: "Of those, persons who were paid by the scheme in such a month"
      )
    case .share:
      (
        nl: "100 × overlap ÷ spoorloos; de grenzen zijn die van de afronding",
        en: "100 × overlap ÷ untraceable; the bounds are those of rounding"
      )
    case .ratio:
      (
        nl:
          "Overlap ÷ (spoorloos × overlap van alle plaatsen samen ÷ spoorloos van alle plaatsen samen); de grenzen "
          + "bevatten toeval (95 %, Poisson, exact) en afronding",
        en:
          "Overlap ÷ (untraceable × overlap of all places together ÷ untraceable of all places together); the "
          + "bounds hold chance (95 %, Poisson, exact) and rounding"
      )
    case .months:
      (
        nl:
          "De klasse waarin de mediaan van de gezamenlijke maanden ligt, bij een getoonde overlap van 25 of meer",
        en: "The class of the median of the months in common, from a published overlap of 25 on"
      )
    case .letter: (nl: "Personen betaald op een briefadres", en: "Persons paid to a letter address")
    case .post:
      (nl: "Personen betaald op een postbus", en: "Persons paid to a post-office box")
    case .foreign:
      (
        nl: "Personen betaald op een adres in het buitenland",
        en: "Persons paid to an address abroad"
      )
    case .elsewhere:
      (
        nl: "Personen betaald in een andere gemeente dan waar zij het laatst ingeschreven waren",
        en: "Persons paid to another gemeente than where they were last registered"
      )
    }
  }
}

extension PublishedLinkage.Hidden.Kind {
  /// Which counts, in a text for people.
  fileprivate var words: (nl: String, en: String) {
    switch self {
    case .persons: (nl: "spoorloos en overlap", en: "untraceable and overlap")
    case .addresses: (nl: "soort adres, andere gemeente", en: "kind of address, another gemeente")
    }
  }
}

extension LinkageAreas.Level {
  /// The places, in a text for people.
  fileprivate var words: (nl: String, en: String) {
    switch self {
    case .wijk: (nl: "Wijken", en: "Wijken")
    case .gemeente: (nl: "Gemeenten", en: "Gemeenten")
    case .withoutFixedAddress:
      (
        nl: "Zonder vaste woonplaats ('s-Gravenhage)",
        en: "Without a fixed address ('s-Gravenhage)"
      )
    case .elsewhere: (nl: "Andere en onbekende plaatsen", en: "Other and unknown places")
    case .total: (nl: "Totaal", en: "Total")
    }
  }
}
