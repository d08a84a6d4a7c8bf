internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import Geocoding
internal import Governance
internal import Indicators
internal import Patterns

/// The entry of a study in the Algoritmeregister, with the fields of its publication standard 1.0 as the
/// register takes them in.
///
/// Holds what the study tells, in Dutch, as the register asks. What only the organisation can say is null and
/// named in ``open``.
public struct AlgorithmEntry: Sendable {
  /// The entry as JSON, ended by a line feed.
  public let json: [UInt8]
  /// The fields that the organisation has to fill in.
  public let open: [String]

  /// Makes the entry of a study.
  public init(_ study: StudyFile, geodata: Geodata) {
    let rule = study.countRule(geodata.rules)
    let claims = study.dataSets.compactMap(\.declaration?.value)
    func joined(_ texts: [String]) -> String? {
      var seen: Set<String> = []
      let each = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
      return each.isEmpty ? nil : each.joined(separator: "; ")
    }
    let indicators = study.indicators.map { choice in
      geodata.indicators[choice.id.value]?.name.nl ?? choice.id.value
    }
    let indices = study.indices.map { choice in
      switch choice.origin.value {
      case .catalogue(let id): "index \(id)"
      case .file(let path): "index \(path.split(separator: "/").last ?? "")"
      }
    }
    let patterns = study.patterns.map { "ruimtelijk patroon \($0.question.id)" }
    let heatmaps = study.heatmaps.map { "heatmap \($0.title.nl) (kerndichtheid)" }
    var risks =
      rule.map {
        ($0.sentences(.nl) + ["Wat de onderdrukte zou verraden, is ook onderdrukt."])
          .joined(separator: " ")
      } ?? "Kleine aantallen staan in de uitkomsten; zij zijn alleen voor intern gebruik."
    if let expires = study.expires {
      risks += " De studie vervalt op \(expires.value.text) en wordt dan herzien."
    }
    if study.audit != nil {
      risks += " Uitkomsten zijn getoetst op samenhang met herkomst, nationaliteit of religie."
    }
    let fields: [(String, String?)] = [
      ("name", study.title.nl),
      (
        "description_short",
        "Kaarten en tabellen van cijfers per \(study.level.rawValue), gemaakt van registraties en open "
          + "cijfers. Een patroon per gebied, geen oordeel over personen, bedrijven of adressen."
      ),
      ("organization", study.metadata.organisation),
      ("category", nil),
      ("status", nil),
      ("begin_date", nil),
      ("end_date", study.expires.map { month($0.value.text) }),
      ("contact_email", study.metadata.email),
      ("website", nil),
      ("publication_category", nil),
      ("url", nil),
      ("goal", study.purpose),
      ("proportionality", nil),
      (
        "human_intervention",
        "De uitkomsten nemen geen besluit en geven geen score aan een persoon. Een tweede persoon geeft "
          + "ze vrij voordat het woord CONCEPT verdwijnt."
      ),
      ("risks", risks),
      ("lawful_basis", joined(claims.map { "\($0.controller): \($0.legalBasis)" })),
      ("impacttoetsen", joined(claims.compactMap(\.dpia))),
      ("source_data", joined(study.dataSets.map(\.source))),
      ("methods_and_models", joined(indicators + indices + patterns + heatmaps)),
      ("provider", nil),
      ("publiccode", nil),
      ("lang", "nld"),
      ("standard_version", "1.0"),
    ]
    var text = JSONText()
    text.openObject()
    for (name, value) in fields {
      text.name(name)
      text.appendJSON(value.map { .text($0) } ?? .null)
    }
    text.closeObject()
    json = text.bytes + [0x0A]
    open = fields.filter { $0.1 == nil }.map(\.0)
  }
}

/// A day as the register writes it: month and year.
private func month(_ day: String) -> String {
  let parts = day.split(separator: "-")
  return parts.count == 3 ? "\(parts[1])-\(parts[0])" : day
}
