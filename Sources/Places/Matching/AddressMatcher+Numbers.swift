internal import Addresses
public import Registers

/// Postcodes and numbers that were looked up together.
extension AddressMatcher {
  /// What ``match(_:_:_:)`` finds for the postcode and number of a lookup when the register holds no
  /// streets; nil when the lookup found nothing.
  public func match(_ lookup: NumberLookup) -> AddressMatch? {
    guard register.tier == .numbers, let key = lookup.key else { return nil }
    var candidate = MatchCandidate(
      key: key, house: HouseNumber(register.number(ofKey: key)), kind: .asWritten, postcode: .same,
      street: .unregistered, place: .unregistered,
      suffix: lookup.address == nil ? .neither : .same, address: lookup.address ?? -1, weight: 0)
    candidate.weight = model.weight(candidate)
    return answer(
      candidate, buurt: lookup.buurt, isAlone: true, raw: candidate.weight, share: 1, [])
  }
}
