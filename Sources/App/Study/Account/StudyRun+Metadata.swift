internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GISBundle
internal import Geocoding
internal import Geometry
internal import Indicators
internal import Provenance
internal import Reports

extension StudyRun {
  /// What the results are, for catalogues.
  ///
  /// The day of the description is that of the release, and before that the peildatum: never that of the
  /// clock.
  /// - Throws: `ProjectionError`.
  func metadata(of mapped: MappedStudy, told: ToldResults) throws -> DatasetMetadata {
    let document = mapped.document
    let isDutch = document.language == .nl
    func say(_ nl: String, _ en: String) -> String { isDutch ? nl : en }
    func say(_ text: LocalizedText) -> String { isDutch ? text.nl : text.en }
    let given = study.metadata
    let names =
      mapped.maps.map { say($0.layer.indicator.name) }
      + told.tables.map { $0.name(document.language) } + told.heatmaps.map { say($0.title) }
    let levels = ListWords.joined(
      Set(
        mapped.maps.map(\.layer.level) + told.tables.flatMap(\.counts.levels)
      ).sorted().map(\.rawValue), document.language)
    let places = document.areas.gemeenten.map(\.name)
    let identity = [
      study.id, given.organisation ?? "", study.audience.rawValue, study.peildatum.text,
    ]
    let files = filesThatWereRead
    let box = try GISBundle.degrees(of: document.areas)
    return DatasetMetadata(
      identifier: StableIdentifier(["metadata"] + identity).text,
      dataIdentifier: given.identifier ?? StableIdentifier(["data"] + identity).text,
      language: document.language, title: document.title, stamps: document.stamps,
      abstract: say(
        "Kaarten en tabellen per \(levels) van \(Self.short(places, say)): "
          + "\(Self.short(names, say)). Peildatum \(document.peildatum). Een patroon per gebied, geen "
          + "oordeel over personen, bedrijven of adressen.",
        "Maps and tables by \(levels) of \(Self.short(places, say)): "
          + "\(Self.short(names, say)). Reference date \(document.peildatum). A pattern by area, no "
          + "verdict on persons, firms or addresses."),
      purpose: study.purpose, date: document.peildatum,
      metadataDate: release?.date ?? document.peildatum, isReleased: release != nil,
      keywords: [
        say("buurten en wijken", "neighbourhoods"), say("leefbaarheid", "quality of life"),
      ]
        + Set(mapped.maps.map(\.layer.indicator.theme)).map { $0.words(document.language) }.sorted()
        + given.keywords,
      useLimitations: limitations(document),
      access: access(document), scale: given.scale ?? Self.scale(study.level),
      extent: box.isEmpty ? nil : box, places: places, formats: formats,
      lineage: say(
        "Gemaakt met Wijkzicht \(ProgramVersion.text) op de grenzen van "
          + "\(document.areas.edition.description). Elke stap, formule en bron staat in "
          + "\(StudyExport.methodReports[0]), \(files.nl).",
        "Made by Wijkzicht \(ProgramVersion.text) on the boundaries of "
          + "\(document.areas.edition.description). Each step, formula and source stands in "
          + "\(StudyExport.methodReports[1]), \(files.en)."),
      sources: Set(
        mapped.maps.flatMap(\.layer.sources) + told.tables.map(\.source)
          + told.heatmaps.map(\.source)
      ).sorted(),
      organisation: given.organisation, email: given.email, licence: given.licence,
      address: given.address)
  }

  /// Where the files that were read stand, and by what they are known.
  private var filesThatWereRead: (nl: String, en: String) {
    let mark = StudyExport.mark
    guard let nl = study.toldInputs.words(.nl), let en = study.toldInputs.words(.en) else {
      return ("elk bestand met zijn SHA-256 in \(mark)", "each file with its SHA-256 in \(mark)")
    }
    return ("de gelezen bestanden in \(mark): \(nl)", "the files that were read in \(mark): \(en)")
  }

  /// The scale at which maps of a level are meant to be seen, when the study gives none.
  private static func scale(_ level: AreaLevel) -> Int {
    switch level {
    case .wijk: 50_000
    case .gemeente: 250_000
    default: 25_000
    }
  }

  /// The first of a list, and how many more there are.
  private static func short(
    _ list: [String], _ say: (String, String) -> String, most: Int = 10
  ) -> String {
    guard list.count > most else { return list.joined(separator: ", ") }
    let rest = list.count - most
    return list.prefix(most).joined(separator: ", ")
      + say(" en \(rest) andere", " and \(rest) more")
  }

  private func limitations(_ document: MapDocument) -> [String] {
    let isDutch = document.language == .nl
    func say(_ nl: String, _ en: String) -> String { isDutch ? nl : en }
    var limits = [
      say(
        "Niet geschikt voor besluiten over personen, bedrijven of adressen.",
        "Not fit for decisions on persons, firms or addresses.")
    ]
    if document.isSynthetic {
      limits.append(
        say(
          "Er zijn verzonnen gegevens in verwerkt: alleen om te proberen.",
          "Made-up data went in: for trying out only."))
    }
    if document.areas.isSchematic {
      limits.append(
        say(
          "De grenzen zijn schematisch en niet geschikt om iets te meten of te plaatsen.",
          "The boundaries are schematic, and not fit for measuring or placing anything."))
    }
    if document.isConcept {
      limits.append(
        say("Een concept: nog niet vrijgegeven.", "A draft: not released yet."))
    }
    if let expires = study.expires {
      let (nl, en) = (expires.value.holdsThrough(.nl), expires.value.holdsThrough(.en))
      limits.append(
        say("De uitkomsten zijn \(nl).", "The results are \(en)."))
    }
    if DisclosureRule.rule(for: document.audience) != nil {
      limits.append(
        say(
          "Kleine aantallen zijn onderdrukt: ontbreken is geen nul.",
          "Small counts are suppressed: missing is not zero."))
    }
    return limits
  }

  private func access(_ document: MapDocument) -> DatasetMetadata.Access {
    let isDutch = document.language == .nl
    return switch document.audience {
    case .openbaar: .open
    case .partners: .restricted(isDutch ? "Alleen voor partners." : "For partners only.")
    case .intern: .restricted(isDutch ? "Alleen voor intern gebruik." : "For internal use only.")
    }
  }

  private var formats: [DatasetMetadata.Format] {
    [
      (ExportKind.geopackage, "GeoPackage", "1.3"), (.geojson, "GeoJSON", "RFC 7946"),
      (.csv, "CSV", "RFC 4180"), (.xlsx, "XLSX", "ISO/IEC 29500"),
    ].filter { study.exports.contains($0.0) }.map {
      DatasetMetadata.Format(name: $0.1, version: $0.2)
    }
  }
}

extension Indicator.Theme {
  /// The subject for readers.
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.gelegenheid, .nl): "gelegenheidsstructuren"
    case (.gelegenheid, .en): "opportunity structures"
    case (.weerbaarheid, .nl): "maatschappelijke weerbaarheid"
    case (.weerbaarheid, .en): "community resilience"
    case (.context, .nl): "sociaaleconomische context"
    case (.context, .en): "socio-economic context"
    case (.misdaad, .nl): "geregistreerde misdaad"
    case (.misdaad, .en): "recorded crime"
    }
  }
}
