internal import Areas
internal import Cartography
internal import Composites
internal import Exports
internal import GeoPackage
internal import Geometry
internal import Heatmaps
internal import Indicators
internal import Indices
internal import Patterns
internal import Projection
internal import Reports
internal import SpatialStatistics
internal import Topology

/// The part of the report on what is found, how sure it is, and by what it was computed.
extension MethodReport {
  func patterns(_ text: inout ReportDocument) {
    guard !patterns.isEmpty else { return }
    text.heading(2, say("Patronen", "Patterns"))
    let names = Dictionary(
      mapped.document.areas.gemeenten.map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
    for answer in patterns {
      text.heading(3, say(answer.question.text))
      text.paragraph(
        say(answer.subject.name) + " (\(say(answer.subject.unit))). " + say(answer.subject.saysNot))
      let texts = PatternTexts(answer, language: language)
      text.list(
        [answer.whole, answer.perCity].flatMap { $0?.parts ?? [] }.map { part in
          texts.sentence(part, gemeente: part.gemeentecode.map { names[$0] ?? $0 })
        })
      if answer.question.statistic != .trend {
        text.paragraph(
          say("Buren: ", "Neighbours: ") + answer.question.neighbours.words(language) + ". "
            + say("Zaad: ", "Seed: ") + "\(answer.question.seed).")
      }
    }
  }

  func classes(_ text: inout ReportDocument) {
    text.heading(2, say("Klassen op de kaart", "Classes on the map"))
    text.paragraph(
      say(
        "Hoogstens \(study.classCount) klassen (\(study.classification.words(language))). De grenzen zijn "
          + "voor alle gemeenten dezelfde; elke gemeente weegt even zwaar. Een klasse heeft haar "
          + "ondergrens wel en haar bovengrens niet; de laatste heeft beide.",
        "At most \(study.classCount) classes (\(study.classification.words(language))). The edges are the "
          + "same for all gemeenten; each gemeente weighs the same. A class has its lower edge and not "
          + "its upper one; the last has both."))
  }

  func certainty(_ text: inout ReportDocument) {
    text.heading(2, say("Hoe zeker het is", "How sure it is"))
    text.list(
      [
        say(
          "Een gebied met een te kleine noemer heeft te weinig gegevens en geen klasse.",
          "An area with too small a denominator has too little data and no class.")
      ]
        + (hasSurvey
          ? [
            say(
              "Van een steekproef staan de marges van de bron erbij; met te weinig antwoorden staat er niets.",
              "Of a survey the margins of its source are given; with too few answers nothing is.")
          ] : []))
    for index in mapped.indices {
      guard let definition = index.fitted?.definition, let certainty = index.certainty,
        let first = certainty.parts.first?.uncertainty
      else { continue }
      let letters = index.map.layer.values.compactMap { $0.certainty?.grade }
      let grades = Grade.Letter.allCases.map { letter in
        "\(letter.rawValue) \(count(letters.count { $0 == letter.rawValue }))"
      }
      let unsure = index.map.layer.values.count { $0.certainty?.word == .unsure }
      text.paragraph(
        say(
          "\(say(definition.name)) is \(count(first.draws)) keer opnieuw berekend met andere cijfers en andere "
            + "keuzes (zaad \(first.seed)). Gebieden per cijfer: \(grades.joined(separator: ", ")); "
            + "\(count(unsure)) zonder klasse, omdat hun klasse bij herberekening wisselt.",
          "\(say(definition.name)) was computed \(count(first.draws)) times with other figures and other choices "
            + "(seed \(first.seed)). Areas by grade: \(grades.joined(separator: ", ")); \(count(unsure)) "
            + "without a class, since it changes when they are computed again."))
      text.list(
        index.agreements.map { level, found in
          say(
            "Van de inwoners woont \(number(100 * found.sameClass, 0)) % in een gebied met dezelfde "
              + "klasse als de \(level.rawValue) waarin het ligt.",
            "Of the inhabitants \(number(100 * found.sameClass, 0)) % live in an area of the same class "
              + "as the \(level.rawValue) in which it lies.")
        })
    }
  }

  /// Whether a figure is an estimate of a survey.
  private var hasSurvey: Bool {
    study.figures.contains { $0.kind == .survey }
      || mapped.maps.contains { $0.layer.values.contains { $0.respondents != nil } }
  }

  /// - Throws: `ProjectionError`.
  func software(_ text: inout ReportDocument) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    text.heading(2, say("Programma en bibliotheken", "Program and libraries"))
    text.table(
      [say("Wat", "What"), say("Versie", "Version")],
      [
        ["Wijkzicht", ProgramVersion.text],
        [say("Catalogus (SHA-256)", "Catalogue (SHA-256)"), catalogue],
        ["GEOS", TopologyEngine.libraryVersion], ["PROJ", Transformer.libraryVersion],
        ["SQLite", GeoPackageWriter.libraryVersion],
        [
          say("Van RD naar graden", "From RD to degrees"),
          transformer.operation
            + (transformer.accuracy.map { " (\(number($0, 3)) m)" } ?? ""),
        ],
      ])
  }

  func files(_ text: inout ReportDocument) {
    let told = study.toldInputs.words(language)
    text.paragraph(
      say("Alle bestanden die gelezen zijn, staan ", "All files that were read stand ")
        + (told == nil ? say("met hun SHA-256 ", "with their SHA-256 ") : "")
        + "in \(StudyExport.mark)\(told.map { ": \($0)" } ?? ""). "
        + say(
          "'wijkzicht verify' maakt de studie opnieuw en vergelijkt elk bestand.",
          "'wijkzicht verify' makes the study again and compares every file."))
  }

  func references(_ text: inout ReportDocument) {
    let indicators =
      mapped.maps.map(\.layer.indicator)
      + mapped.indices.flatMap { $0.fitted?.definition.members.map(\.indicator) ?? [] }
    let own = Set(
      indicators.flatMap(\.references)
        + mapped.indices.flatMap { $0.fitted?.definition.references ?? [] })
    let statistics = Set(patterns.map(\.question.statistic))
    var methods: [String] = []
    if statistics.contains(.hotspots) {
      methods.append("Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x")
    }
    if statistics.contains(.lisa) {
      methods.append("Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x")
    }
    if statistics.contains(.trend) { methods.append("Mann 1945, doi:10.2307/1907187; Sen 1968") }
    if !statistics.isEmpty {
      methods.append("Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x")
    }
    if indicators.contains(where: \.formula.isSmoothed) {
      methods.append("Marshall 1991, doi:10.2307/2347593")
    }
    let all = own.sorted() + methods
    guard !all.isEmpty else { return }
    text.heading(2, say("Literatuur", "References"))
    text.list(all)
  }
}
