public import Addresses
public import Geometry

/// One address as a source tells it, on its way into a register.
public struct RegisterEntry: Sendable {
  /// The postcode; nil for the few addresses without one.
  public var postcode: Postcode?
  /// Number, letter and addition.
  public var house: HouseNumber
  /// The name of the street as written; empty when the source has none.
  public var street = ""
  /// The short name of the street by NEN 5825; empty when there is none.
  public var shortStreet = ""
  /// The name of the place (woonplaats); empty when the source has none.
  public var place = ""
  /// The name of the gemeente; empty when the source has none.
  public var gemeente = ""
  /// `BU` with eight characters; empty when the source has none.
  public var buurtcode = ""
  /// Metres in RD New; nil when the source has none.
  public var position: Position?
  /// The nummeraanduiding; nil when the source has none.
  public var nummeraanduiding: BagIdentifier?
  /// The verblijfsobject, ligplaats or standplaats; nil when the source has none.
  public var object: BagIdentifier?
  /// The pand; nil when the source has none.
  public var pand: BagIdentifier?

  /// An address of which no more is known than its number.
  public init(postcode: Postcode?, house: HouseNumber) {
    self.postcode = postcode
    self.house = house
  }
}
