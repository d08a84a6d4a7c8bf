public import Addresses

/// An address of the register that a record may mean, and how it agrees.
public struct MatchCandidate: Hashable, Sendable {
  /// The key in the register.
  public var key: Int
  /// The house number as it was read.
  public var house: HouseNumber
  /// How the house number was read.
  public var kind: AddressReading.Kind
  public var postcode: PostcodeAgreement
  public var street: StreetAgreement
  public var place: PlaceAgreement
  public var suffix: SuffixAgreement
  /// The address within the key; -1 when there is none of its own, or no one is meant.
  public var address: Int
  /// The sum of weights.
  public var weight: Double
}
