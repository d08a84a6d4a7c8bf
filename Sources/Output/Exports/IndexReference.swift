internal import Areas
internal import Disclosure
internal import GeoJSON
public import Provenance

/// The scales, weights and classes of the indices of a study, so that others, and later years, can be
/// scored on the same scale: `referentie.json`.
public struct IndexReference: Sendable {
  /// The name of the file.
  static let name = "referentie.json"
  private let indices: [ProvenanceRecord.Fact]

  /// Takes the facts of each index; nil without indices.
  public init?(_ indices: [ProvenanceRecord.Fact]) {
    guard !indices.isEmpty else { return nil }
    self.indices = indices
  }

  func json(of document: MapDocument) -> [UInt8] {
    let stamps = document.stamps.map { ProvenanceRecord.Fact.scalar(.text($0)) }
    return ProvenanceRecord.json(of: [
      ("study", .scalar(.text(document.title))),
      ("peildatum", .scalar(.text(document.peildatum))),
      ("audience", .scalar(.text(document.audience.rawValue))),
      ("edition", .scalar(.text(document.areas.edition.description))),
      ("gemeenten", .list(document.areas.gemeenten.map { .scalar(.text($0.code)) })),
      ("stamps", .list(stamps)),
      ("indices", .list(indices)),
    ])
  }
}
