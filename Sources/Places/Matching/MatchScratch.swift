public import Addresses

/// Memory that is used again for every record.
public struct MatchScratch: Sendable {
  /// The address that was read last.
  public var parsed = ParsedAddress()
  /// The candidates of the record, the best of each key.
  public internal(set) var candidates: [MatchCandidate] = []
  var streets: [(street: Int, agreement: StreetAgreement)] = []
  var places: [(place: Int, agreement: PlaceAgreement)] = []
  var shares: [(buurt: Int, weight: Double)] = []

  /// Nothing yet.
  public init() {}
}
