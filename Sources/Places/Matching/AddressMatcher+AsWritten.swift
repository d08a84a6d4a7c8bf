internal import Addresses
internal import Registers

/// The way of most records: the address is in the register as it is written.
extension AddressMatcher {
  /// The candidate at the postcode and number as written, when street and place plainly agree.
  func asWritten(_ parsed: borrowing ParsedAddress) -> MatchCandidate? {
    guard let reading = parsed.readings.first, reading.number >= 0,
      let postcode = parsed.postcode
    else { return nil }
    let house = parsed.numbers[Int(reading.number)]
    guard let key = register.key(postcode, number: house.number),
      let agreement = plainAgreement(parsed, reading, key: key)
    else { return nil }
    let (suffix, address) = SuffixComparison.agreement(house, key: key, register: register)
    var candidate = MatchCandidate(
      key: key, house: house, kind: reading.kind, postcode: .same, street: agreement.street,
      place: agreement.place, suffix: suffix, address: address, weight: 0)
    candidate.weight = model.weight(candidate)
    return candidate
  }

  /// How street and place agree when they plainly do; nil when they must be looked at.
  private func plainAgreement(
    _ parsed: borrowing ParsedAddress, _ reading: AddressReading, key: Int
  ) -> (street: StreetAgreement, place: PlaceAgreement)? {
    guard register.streetCount > 0, let street = register.street(ofKey: key) else {
      return (.unregistered, .unregistered)
    }
    var agreement = StreetAgreement.absent
    if reading.street >= 0 {
      let name = register.name(ofStreet: street)
      guard register.hasCanonical(name, parsed.streets[Int(reading.street)].canonical) else {
        return nil
      }
      agreement =
        register.hasPlain(name, parsed.streets[Int(reading.street)].plain) ? .same : .canonical
    }
    guard reading.place >= 0 else { return (agreement, .absent) }
    let written = parsed.places[Int(reading.place)]
    let place = register.place(ofStreet: street)
    if register.folded(place: place) == written { return (agreement, .same) }
    if register.foldedGemeente(ofPlace: place) == written { return (agreement, .gemeente) }
    return nil
  }

  /// The answer when there is no other candidate; nil when its addresses lie in several buurten.
  ///
  /// Its share against "none of these" has the weight itself as log-odds.
  func answer(alone candidate: MatchCandidate, _ marks: AddressMarks) -> AddressMatch? {
    var area = register.area(ofKey: candidate.key)
    if candidate.address >= 0, case .several = area {
      area = register.area(ofAddress: candidate.address)
    }
    guard case .one(let buurt) = area else { return nil }
    return answer(
      candidate, buurt: buurt, isAlone: true, raw: candidate.weight, share: 1, marks)
  }
}
