import Foundation
import Study
import TestSupport
import Testing

/// Entries of the Algoritmeregister against its publication standard 1.0.
///
/// Source of the fields, which of them are required, their types, lengths and words: `AlgorithmIn` and the
/// schemas that it names, in `amt/algoritmeregister/openapi/v1_0/specs/openapi.json` of the repository
/// MinBZK/amt (commit 8bd5b11ad2fc3a4b388cd0371700af57215ee3b7). The form of a month is that of its
/// instructions. `lars` and `publication_dt` are the register's own.
@Suite struct AlgorithmEntryTests {
  enum Form {
    case text(Int)
    case month
    case word([String])
    case words([String])
    case links(titles: Int, mayBeWithout: Bool)
  }

  static let standard: [(name: String, isRequired: Bool, form: Form)] = [
    ("name", true, .text(100)), ("description_short", true, .text(400)),
    ("organization", true, .text(100)),
    (
      "category", false,
      .words([
        "Organisatie en bedrijfsvoering", "Cultuur en recreatie", "Economie", "Overheidsfinanciën",
        "Wonen", "Internationaal", "Migratie en integratie", "Natuur en milieu",
        "Onderwijs en wetenschap", "Openbare orde en veiligheid", "Recht",
        "Ruimte en infrastructuur", "Sociale zekerheid", "Verkeer", "Werk", "Zorg en gezondheid",
      ])
    ),
    ("status", true, .word(["In ontwikkeling", "In gebruik", "Buiten gebruik"])),
    ("begin_date", false, .month), ("end_date", false, .month), ("contact_email", true, .text(500)),
    ("website", false, .text(500)),
    (
      "publication_category", true,
      .word(["Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"])
    ),
    ("url", false, .text(500)), ("goal", false, .text(2_500)),
    ("proportionality", false, .text(2_500)), ("human_intervention", false, .text(2_500)),
    ("risks", false, .text(2_500)), ("lawful_basis", false, .text(2_500)),
    ("lawful_basis_grouping", false, .links(titles: 100, mayBeWithout: false)),
    ("process_index_url", false, .text(500)),
    ("impacttoetsen_grouping", false, .links(titles: .max, mayBeWithout: true)),
    ("impacttoetsen", false, .text(2_500)), ("source_data", false, .text(2_500)),
    ("source_data_grouping", false, .links(titles: 500, mayBeWithout: false)),
    ("methods_and_models", false, .text(5_000)), ("provider", false, .text(200)),
    ("publiccode", false, .text(500)), ("lang", true, .word(["nld"])),
    ("standard_version", false, .word(["1.0"])), ("source_id", false, .text(100)),
    ("tags", false, .text(2_500)),
  ]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The entry of a small study, of which a line may be another.
  private func entry(
    title: String = "Een beeld per wijk", metadata: String = "", dpia: String = "DPIA-1",
    more: String = ""
  ) throws -> AlgorithmEntry {
    let folder = try ScratchFolder()
    let text = """
      study: klein
      title: \(title)
      purpose: Tests van het programma.
      peildatum: 2024-12-31
      audience: openbaar
      edition: 2024
      level: wijk
      gemeenten: [Utrecht]
      expires: 2130-06-30
      areas: {schematic: \(Self.root)/geodata/sample}
      metadata: {\(metadata)}
      records:
        - id: incidenten
          file: incidenten.csv
          columns: {x: x, y: y, datum: datum, soort: soort}
          data: {class: persons, controller: Gemeente, legal_basis: AVG art. 6 (1) e, purposes: [beeld], retention: een jaar, dpia: \(dpia)}
      indicators: [woningen_koop_aandeel]
      \(more)
      """
    let index = """
      id: nabij
      theme: weerbaarheid
      name: {nl: Nabijheid, en: Nearness}
      says: {nl: Hoe nabij het is., en: How near it is.}
      says_not: {nl: Niet meer., en: No more.}
      caveats: {nl: [Geen.], en: [None.]}
      references: [eigen]
      members:
        - {indicator: afstand_basisschool, weight: 1}
        - {indicator: afstand_huisarts, weight: 1}
      """
    _ = try folder.write(Array(index.utf8), to: "nabij.yaml")
    let path = try folder.write(Array(text.utf8), to: "studie.yaml")
    let study = try StudyFileReader.read(path)
    return try AlgorithmEntry(StudyRun(study, geodata: Geodata(folder: Self.root + "/geodata")))
  }

  private func fields(_ entry: AlgorithmEntry) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(entry.json)) as? [String: Any])
  }

  private func expect(_ value: Any, of name: String, in form: Form) {
    func isLink(_ text: String) -> Bool { text.count <= 500 && text.hasPrefix("https://") }
    switch form {
    case .text(let limit):
      let text = value as? String
      #expect((1...limit).contains(text?.unicodeScalars.count ?? 0), "\(name)")
    case .month:
      #expect((value as? String)?.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) != nil, "\(name)")
    case .word(let known): #expect(known.contains(value as? String ?? ""), "\(name)")
    case .words(let known):
      #expect((value as? [String])?.allSatisfy(known.contains) == true, "\(name)")
    case .links(let titles, let mayBeWithout):
      let items = value as? [[String: Any]] ?? []
      #expect(!items.isEmpty, "\(name)")
      for item in items {
        #expect(Set(item.keys) == ["title", "link"])
        #expect((1...titles).contains((item["title"] as? String)?.count ?? 0), "\(name)")
        #expect(
          (item["link"] as? String).map(isLink) ?? (mayBeWithout && item["link"] is NSNull),
          "\(name)")
      }
    }
  }

  @Test(arguments: ["DPIA-1", "https://voorbeeld.nl/dpia-1"])
  func everyFieldIsThatOfTheStandard(dpia: String) throws {
    let entry = try entry(
      metadata: "organisation: Gemeente Voorbeeld, email: data@voorbeeld.nl",
      dpia: dpia,
      more: "tables: [{id: per_soort, records: incidenten, category: soort}]\ntypes: true")
    let fields = try fields(entry)
    #expect(Set(fields.keys) == Set(Self.standard.map(\.name)))
    for (name, _, form) in Self.standard {
      let value = try #require(fields[name])
      if !(value is NSNull) { expect(value, of: name, in: form) }
    }
    let empty = Self.standard.filter { fields[$0.name] is NSNull }
    #expect(entry.required == empty.filter(\.isRequired).map(\.name))
    #expect(entry.required == ["status", "publication_category"])
    #expect(
      entry.open == empty.filter { !$0.isRequired && $0.name != "end_date" }.map(\.name))
    #expect(fields["end_date"] is NSNull)
  }

  @Test func whatTheStudyUsesIsTold() throws {
    let fields = try fields(
      try entry(
        more: """
          sectors: {records: incidenten, measures: [dichtheid], groups: [{id: cafes, rationale: r, date: 2024-11-01}]}
          tables: [{id: per_soort, records: incidenten, category: soort, title: Soorten, level: gemeente}]
          indices: [{file: nabij.yaml}]
          """))
    #expect(
      try #require(fields["description_short"] as? String).contains("per wijk en gemeente,"))
    let methods = try #require(fields["methods_and_models"] as? String)
    #expect(methods.contains("niet zelflerend"))
    #expect(methods.contains("(dichtheid)"))
    #expect(methods.contains("Soorten"))
    let sources = try #require(fields["source_data"] as? String)
    #expect(sources.contains("CBS 2024"))
    #expect(sources.contains("incidenten"))
    #expect(methods.contains("index Nabijheid"))
    #expect(!methods.contains("nabij.yaml"))
    let risks = try #require(fields["risks"] as? String)
    for risk in ["Herleidbaarheid", "Stigmatisering", "Onjuistheid", "Ander gebruik"] {
      #expect(risks.contains("\(risk): "))
    }
    #expect(risks.contains("geldig tot en met 30 juni 2130"))
    #expect(try #require(fields["tags"] as? String).contains("Utrecht"))
  }

  @Test func whatTheOrganisationDoesNotSayIsAsked() throws {
    #expect(
      try entry().required == ["organization", "status", "contact_email", "publication_category"])
  }

  @Test func aTextThatIsTooLongIsRefused() throws {
    let most = String(repeating: "é", count: 100)
    #expect(try fields(try entry(title: most))["name"] as? String == most)
    #expect(throws: AlgorithmEntry.TooLong.self) { try entry(title: most + "e") }
    #expect(throws: AlgorithmEntry.TooLong.self) {
      try entry(metadata: "organisation: \(most)e")
    }
  }

  @Test func aListThatIsTooLongTellsHowManyMoreThereAre() throws {
    let words = (1...400).map { "zoekterm \($0)" }.joined(separator: ", ")
    let tags = try #require(
      fields(try entry(metadata: "keywords: [\(words)]"))["tags"] as? String)
    #expect(tags.count <= 2_500)
    #expect(tags.count > 2_450)
    let rest = try #require(tags.firstMatch(of: /, en nog (\d+)$/)?.output.1)
    // The level, what it is about, the gemeente, and the words of the study.
    #expect(tags.components(separatedBy: ", ").count - 1 + (Int(rest) ?? 0) == 403)
  }
}
