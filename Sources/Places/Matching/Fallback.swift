internal import Addresses
internal import Registers

/// The coarser levels, for records whose house number is not found: the street, the postcode, its four
/// digits, the place. The probability is the share of the largest buurt there.
struct Fallback {
  let register: Register
  let model: MatchModel

  /// What a level says, and the keys that it leaves.
  struct Answer {
    var match: AddressMatch
    var keys: [Int] = []
  }

  /// The finest level that says anything.
  func match(_ scratch: inout MatchScratch) -> AddressMatch { answer(&scratch).match }

  /// The same with the keys that the record may mean.
  func answer(_ scratch: inout MatchScratch) -> Answer {
    let parsed = scratch.parsed
    let hasNumber = parsed.readings.contains { $0.number >= 0 }
    let reason: AddressReason =
      parsed.marks.contains(.spreadsheetRounded)
      ? .rounded : hasNumber ? .numberUnknown : .noNumber
    let isUnknown = parsed.marks.contains(.unknownAddress)
    if !isUnknown, let answer = byStreet(parsed, reason, &scratch) { return answer }
    if let postcode = parsed.postcode,
      let answer = best(Array(register.keys(of: postcode)), level: .postcode, reason)
    {
      return answer
    }
    let hasStreet = parsed.readings.contains { $0.street >= 0 }
    if !hasStreet, let refusal = refusal(parsed) { return Answer(match: .none(refusal)) }
    // The words for "not known" leave nothing to look for in a whole postcode area or place.
    if isUnknown { return Answer(match: .none(.unknown)) }
    if parsed.postcodeDigits > 0, let answer = byDigits(parsed.postcodeDigits, reason) {
      return answer
    }
    if let answer = byPlace(parsed, reason, &scratch) { return answer }
    return Answer(
      match: .none(parsed.marks.contains(.spreadsheetRounded) ? .rounded : .unknown))
  }

  /// Why a record without a street says nothing of where it belongs: a postcode that is none.
  private func refusal(_ parsed: ParsedAddress) -> AddressReason? {
    // Four nines and no letters are written for "unknown" far more often than for Stitswerd.
    if parsed.postcode == nil, parsed.postcodeDigits == 9999 { return .dummyPostcode }
    if let postcode = parsed.postcode, !hasKeys(digits: postcode.digits) { return .unknown }
    return nil
  }

  private func hasKeys(digits: Int) -> Bool {
    guard let first = Postcode(digits: digits, first: 0, second: 0) else { return false }
    return (0..<676).contains {
      !register.keys(of: Postcode(rawValue: first.rawValue + UInt32($0))).isEmpty
    }
  }

  /// For each buurt how much of what was counted lies there, in parts of ``whole``.
  private typealias Tally = [Int: Int]
  /// What a key counts: a whole number, so that the order of adding does not matter, and one that most
  /// numbers of addresses divide.
  private static let whole = 27_720

  /// Counts a key; of one in several buurten each address counts its part.
  private func count(_ key: Int, _ tally: inout Tally) {
    switch register.area(ofKey: key) {
    case .one(let buurt): tally[buurt, default: 0] += Self.whole
    case .several:
      let addresses = register.addresses(ofKey: key)
      for address in addresses {
        if case .one(let buurt) = register.area(ofAddress: address) {
          tally[buurt, default: 0] += max(Self.whole / addresses.count, 1)
        }
      }
    case .unknown: return
    }
  }

  /// The buurt with most of what the keys count; nil when none has a buurt.
  private func best(_ keys: [Int], level: MatchLevel, _ reason: AddressReason) -> Answer? {
    var tally: Tally = [:]
    for key in keys { count(key, &tally) }
    let total = tally.values.reduce(0, +)
    guard
      let largest = tally.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key })
    else { return nil }
    let share = Double(largest.value) / Double(total)
    let match = AddressMatch(
      key: nil, address: nil, buurt: largest.key, level: level,
      probability: model.probability(of: level, share: share), agreement: .init(), reason: reason,
      position: nil)
    return Answer(match: match, keys: keys)
  }

  /// The street of the same name in the postcode area or the place: the keys with the nearest numbers.
  private func byStreet(
    _ parsed: ParsedAddress, _ reason: AddressReason, _ scratch: inout MatchScratch
  ) -> Answer? {
    guard register.streetCount > 0, !parsed.readings.isEmpty else { return nil }
    for reading in parsed.readings.prefix(4) where reading.street >= 0 {
      let comparison = StreetComparison(
        parsed.streets[Int(reading.street)], register: register)
      let place =
        reading.place >= 0
        ? scratch.place(parsed.places[Int(reading.place)], register: register) : nil
      var streets: [Int] = []
      comparison.forEachExact(in: register) { street in
        let agreement = place?.agreement(with: register.place(ofStreet: street), in: register)
        let isThere = agreement == .same || agreement == .gemeente || agreement == .alias
        if isThere || register.hasStreet(street, inDigits: parsed.postcodeDigits) {
          streets.append(street)
        }
      }
      let number = reading.number >= 0 ? parsed.numbers[Int(reading.number)].number : nil
      let keys = streets.flatMap { nearest(street: $0, number) }
      if let answer = best(keys, level: .street, reason) { return answer }
    }
    return nil
  }

  /// The six keys of a street with the nearest numbers, or all keys when there is no number.
  private func nearest(street: Int, _ number: UInt32?) -> [Int] {
    let range = register.keyRange(ofStreet: street)
    guard let number else { return range.map { register.streetKey($0) } }
    var low = range.lowerBound
    while low < range.upperBound, register.number(ofKey: register.streetKey(low)) < number {
      low += 1
    }
    return (max(range.lowerBound, low - 3)..<min(range.upperBound, low + 3)).map {
      register.streetKey($0)
    }
  }

  private func byDigits(_ digits: Int, _ reason: AddressReason) -> Answer? {
    guard let first = Postcode(digits: digits, first: 0, second: 0) else { return nil }
    let keys = (0..<676).flatMap {
      register.keys(of: Postcode(rawValue: first.rawValue + UInt32($0)))
    }
    return best(keys, level: .postcodeDigits, reason)
  }

  /// The first place that is one, not counting what stands in the column of the street.
  private func byPlace(
    _ parsed: ParsedAddress, _ reason: AddressReason, _ scratch: inout MatchScratch
  ) -> Answer? {
    guard register.streetCount > 0 else { return nil }
    for index in parsed.places.indices
    where parsed.readings.contains(where: { $0.place == index && $0.kind != .swappedColumns }) {
      if let answer = answer(place: parsed.places[index], reason, &scratch) { return answer }
    }
    return nil
  }

  /// One key of every street of a place: enough to tell how its addresses are spread.
  private func answer(
    place name: FoldedName, _ reason: AddressReason, _ scratch: inout MatchScratch
  ) -> Answer? {
    var found: [Int] = []
    for known in scratch.place(name, register: register).places
    where known.agreement == .same || known.agreement == .gemeente {
      for street in register.streets(inPlace: known.place) {
        let keys = register.keyRange(ofStreet: street)
        if !keys.isEmpty { found.append(register.streetKey(keys.lowerBound)) }
      }
    }
    return best(found, level: .place, reason)
  }
}
