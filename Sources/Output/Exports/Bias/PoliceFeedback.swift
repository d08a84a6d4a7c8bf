public import Cartography
internal import GeoJSON
internal import Provenance

/// The results of a study that rest on what police record: who searches where they are high records more there.
public struct PoliceFeedback: Sendable {
  /// The results.
  public let results: [NamedResult]

  /// Gathers results.
  public init(_ results: [NamedResult]) { self.results = results }

  /// The warning; nil when nothing rests on what police record.
  public func sentence(_ language: Language) -> String? {
    guard !results.isEmpty else { return nil }
    let names = results.map { $0.name.text(language) }.joined(separator: ", ")
    let isOne = results.count == 1
    return language == .nl
      ? "terugkoppeling: \(names) \(isOne ? "berust" : "berusten") op wat de politie vastlegt. Wie zoekt "
        + "waar deze kaarten en tabellen hoog zijn, legt daar meer vast."
      : "feedback: \(names) \(isOne ? "rests" : "rest") on what police record. Whoever looks where these "
        + "maps and tables are high will record more there."
  }

  /// What provenance keeps.
  var fact: ProvenanceRecord.Fact { .list(results.map { .scalar(.text($0.id)) }) }
}
