public import Addresses
internal import Registers

/// Memory that is used again for every record.
public struct MatchScratch: Sendable {
  /// The address that was read last.
  public var parsed = ParsedAddress()
  /// The candidates of the record, the best of each key.
  public internal(set) var candidates: [MatchCandidate] = []
  /// Names of places that were compared before; files repeat them.
  var places: [FoldedName: PlaceComparison] = [:]
  var shares: [(buurt: Int, weight: Double)] = []

  /// Nothing yet.
  public init() {}

  /// A place as written, compared with those of the register.
  mutating func place(_ name: FoldedName, register: Register) -> PlaceComparison {
    if let known = places[name] { return known }
    let comparison = PlaceComparison(name, register: register, near: true)
    if places.count >= 5_000 { places.removeAll() }
    places[name] = comparison
    return comparison
  }
}
