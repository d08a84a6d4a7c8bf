public import Addresses
internal import Bytes
public import Geometry

/// The addresses of a key: letters and additions.
extension Register {
  /// The addresses of a key, by letter and addition; empty when the key is one address without these.
  public func addresses(ofKey key: Int) -> Range<Int> {
    let word = sharedBits[key / 64]
    let bit: UInt64 = 1 << UInt64(key % 64)
    guard word & bit != 0 else { return 0..<0 }
    let place = Int(sharedRanks[key / 64]) + (word & (bit - 1)).nonzeroBitCount
    return Int(sharedStarts[place])..<Int(sharedStarts[place + 1])
  }

  /// Whether the register knows letters and additions at all.
  public var hasAdditions: Bool { addressTexts.count > 0 }

  /// The number of a key with the letter and addition of one of its addresses.
  public func house(_ address: Int, ofKey key: Int) -> HouseNumber {
    AdditionText.house(number(ofKey: key), addressTexts[address])
  }

  /// Where an address lies.
  public func area(ofAddress address: Int) -> RegisteredArea {
    Self.area(UInt32(addressBuurten[address]))
  }

  /// The place of an address in RD New, to a quarter of a metre; nil when it is not known.
  public func position(ofAddress address: Int, key: Int) -> Position? {
    position(addressPositions[address], base: postcodeOrdinal(ofKey: key))
  }

  /// What an identification of the BAG stands for: keys, and addresses where a key has several.
  public func places(of identifier: BagIdentifier) -> [(key: Int, address: Int?)] {
    var place = identifiers.firstIndex(
      in: 0..<identifiers.count, notBelow: identifier.rawValue)
    var found: [(key: Int, address: Int?)] = []
    while place < identifiers.count, identifiers[place] == identifier.rawValue {
      let address = identifierAddresses[place]
      found.append((Int(identifierKeys[place]), address == .max ? nil : Int(address)))
      place += 1
    }
    return found
  }

  /// Whether the register holds identifications at all.
  public var hasIdentifiers: Bool { identifiers.count > 0 }
}
