public import Addresses

/// An address of the register that a record may mean, and how it agrees.
public struct MatchCandidate: Hashable, Sendable {
  /// The key in the register.
  public var key: Int
  /// The house number as it was read.
  public var house: HouseNumber
  /// How the house number was read.
  public var kind: AddressReading.Kind
  /// How the postcode agrees.
  public var postcode: PostcodeAgreement
  /// How the street agrees.
  public var street: StreetAgreement
  /// How the place agrees.
  public var place: PlaceAgreement
  /// How letter and addition agree.
  public var suffix: SuffixAgreement
  /// The address within the key; -1 when there is none of its own, or no one is meant.
  public var address: Int
  /// The sum of weights.
  public var weight: Double
}
