internal import GeoJSON
internal import Geocoding
internal import Indicators
internal import Provenance

extension SectorPlan {
  /// Which sectors the study counts, why, and when that was decided.
  var fact: ProvenanceRecord.Fact {
    func text(_ text: String?) -> ProvenanceRecord.Fact {
      text.map { .scalar(.text($0)) } ?? .scalar(.null)
    }
    return .facts([
      ("classification", text(classification?.id)),
      (
        "groups",
        .list(
          groups.map { group in
            .facts([
              ("id", text(group.id.value)), ("label", text(group.label.nl)),
              ("codes", .list(group.codes.map { text($0.replacing("*", with: "")) })),
              ("rationale", text(group.rationale?.nl)), ("date", text(group.date?.text)),
            ])
          })
      ),
    ])
  }
}
