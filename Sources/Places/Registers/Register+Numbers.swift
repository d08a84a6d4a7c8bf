public import Addresses
internal import Bytes
public import Geometry

/// Where the addresses of a key lie.
public enum RegisteredArea: Hashable, Sendable {
  /// All in one buurt, by its place in ``Register/buurtcodes``.
  case one(Int)
  /// In several buurten: the addition decides.
  case several
  /// Not known.
  case unknown
}

/// Look-ups by postcode and number. A key is one combination of these, and is named by its place.
extension Register {
  /// How many keys there are.
  public var keyCount: Int { keys.count }
  /// How many postcodes occur.
  public var postcodeCount: Int { postcodes.count }

  /// The keys of a postcode, by number; empty when it does not occur.
  public func keys(of postcode: Postcode) -> Range<Int> {
    guard let ordinal = ordinal(of: postcode) else { return 0..<0 }
    return postcodes.keys(ordinal)
  }

  /// The key of a postcode and number; nil when it does not occur.
  public func key(_ postcode: Postcode, number: UInt32) -> Int? {
    guard number <= KeyWord.largestNumber, let ordinal = ordinal(of: postcode) else { return nil }
    let range = postcodes.keys(ordinal)
    let place = keys.firstIndex(in: range, notBelow: KeyWord.first(number))
    return place < range.upperBound && KeyWord.number(keys[place]) == number ? place : nil
  }

  /// The place of a postcode among those that occur.
  func ordinal(of postcode: Postcode) -> Int? {
    let ordinal = postcodes.ordinal(of: postcode.rawValue)
    return ordinal < 0 ? nil : ordinal
  }

  /// The place of a key's postcode; that behind the last for keys without postcode.
  func postcodeOrdinal(ofKey key: Int) -> Int {
    var ordinal = Int(blockPostcodes[key / 64])
    while postcodes.keys(ordinal).upperBound <= key { ordinal += 1 }
    return ordinal
  }

  /// The postcode of a key; nil for addresses without.
  public func postcode(ofKey key: Int) -> Postcode? {
    postcodes.postcode(postcodeOrdinal(ofKey: key))
  }

  /// The house number of a key.
  public func number(ofKey key: Int) -> UInt32 { KeyWord.number(keys[key]) }

  /// Where the addresses of a key lie.
  public func area(ofKey key: Int) -> RegisteredArea {
    Self.area(KeyWord.buurt(keys[key]))
  }

  static func area(_ buurt: UInt32) -> RegisteredArea {
    switch buurt {
    case KeyWord.nowhere: .unknown
    case KeyWord.several: .several
    default: .one(Int(buurt))
    }
  }

  /// To how many metres the register keeps places.
  public static let positionGrain = 0.25

  /// The middle of a key's addresses in RD New, to a quarter of a metre; nil when it is not known.
  public func position(ofKey key: Int) -> Position? {
    position(KeyWord.position(keys[key]), base: postcodeOrdinal(ofKey: key))
  }

  func position(_ relative: UInt32, base: Int) -> Position? {
    guard relative != KeySections.noPosition else { return nil }
    let (x, y) = postcodes.base(base)
    let east = Int32(Int16(truncatingIfNeeded: Int32(bitPattern: relative) >> 16))
    let north = Int32(Int16(truncatingIfNeeded: Int32(bitPattern: relative)))
    return Position(x: Double(x * 4 + east) / 4, y: Double(y * 4 + north) / 4)
  }
}
