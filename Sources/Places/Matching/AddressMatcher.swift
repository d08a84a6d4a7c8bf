public import Addresses
internal import Geometry
public import Registers

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Finds the address, and above all the buurt, that a record means.
///
/// In order: the identification of the BAG; postcode and number with the street as a check; street,
/// number and place; names a few edits away in the same postcode area or place; a slip in the postcode;
/// and when no number is found, the street, the postcode, its four digits, the place. Digits are never
/// corrected: `Horst 19` is not `Horst 29`.
///
/// The probability is that the *buurt* is right: candidates in one buurt are no competitors.
public struct AddressMatcher: Sendable {
  /// Where addresses are looked for.
  public let register: Register
  /// How candidates are weighed.
  public let model: MatchModel
  private let parser = AddressParser()

  /// Makes a matcher.
  public init(register: Register, model: MatchModel) {
    self.register = register
    self.model = model
  }

  /// Finds what a record means.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the record, UTF-8.
  ///   - fields: where the parts of the address stand in them.
  ///   - scratch: memory to use again; holds what was read and the candidates afterwards.
  /// - Complexity: a few microseconds for an address as it is in the register, tens for one that has to
  ///   be searched for; measured in Benchmarks/geocoding.
  public func match(
    _ bytes: Span<UInt8>, _ fields: AddressFields, _ scratch: inout MatchScratch
  ) -> AddressMatch {
    parser.read(bytes, fields, into: &scratch.parsed)
    scratch.candidates.removeAll(keepingCapacity: true)
    let marks = scratch.parsed.marks
    if marks.contains(.empty) { return .none(.empty) }
    if marks.contains(.postBox) { return .none(.postBox) }
    if marks.contains(.foreign) { return .none(.foreign) }
    if marks.contains(.dummyPostcode) { return .none(.dummyPostcode) }
    if marks.contains(.unknownAddress), scratch.parsed.postcode == nil,
      scratch.parsed.identifier == nil
    {
      return .none(.unknown)
    }
    if let identifier = scratch.parsed.identifier, register.hasIdentifiers,
      let match = match(identifier, &scratch)
    {
      return match
    }
    if let candidate = asWritten(scratch.parsed) {
      scratch.candidates.append(candidate)
      if let match = answer(alone: candidate, marks) { return match }
    } else {
      parser.addAlternatives(bytes, fields, to: &scratch.parsed)
      if scratch.parsed.marks.contains(.postBox) { return .none(.postBox) }
      if scratch.parsed.marks.contains(.foreign) { return .none(.foreign) }
      var search = CandidateSearch(
        scratch.parsed, register: register, model: model, memory: scratch.candidates)
      search.findAll(&scratch)
      scratch.candidates = search.candidates
    }
    if let match = decide(&scratch) { return match }
    return Fallback(register: register, model: model).match(&scratch)
  }

  /// Finds what an address means.
  public func match(_ address: WrittenAddress, _ scratch: inout MatchScratch) -> AddressMatch {
    let (bytes, fields) = address.record
    return match(bytes.span, fields, &scratch)
  }

  /// Finds what an address means; for many, one scratch is faster.
  public func match(_ address: WrittenAddress) -> AddressMatch {
    var scratch = MatchScratch()
    return match(address, &scratch)
  }

  /// By identification; what contradicts it halves the probability.
  private func match(_ identifier: BagIdentifier, _ scratch: inout MatchScratch) -> AddressMatch? {
    let places = register.places(of: identifier)
    guard !places.isEmpty else { return nil }
    var areas: Set<Int> = []
    for place in places {
      let area =
        place.address.map { register.area(ofAddress: $0) } ?? register.area(ofKey: place.key)
      if case .one(let buurt) = area { areas.insert(buurt) }
    }
    let first = places[0]
    var match = AddressMatch(
      key: first.key, address: first.address, buurt: areas.count == 1 ? areas.first : nil,
      level: .address, probability: areas.count == 1 ? model.identifierProbability : 0,
      agreement: .init(), reason: areas.count == 1 ? .found : .severalAreas,
      position: position(first.key, first.address))
    if match.buurt != nil, !places.contains(where: { agrees(scratch.parsed, with: $0.key) }) {
      match.reason = .identifierConflict
      match.probability *= 0.5
    } else if match.buurt != nil, scratch.parsed.marks.contains(.repairedIdentifier) {
      match.reason = .identifierRepaired
    }
    return match
  }

  /// Whether nothing else that a record with an identification says points elsewhere: not its street,
  /// not its number, and not its postcode unless the street agrees.
  private func agrees(_ parsed: borrowing ParsedAddress, with key: Int) -> Bool {
    let numbers = parsed.readings.filter { $0.number >= 0 }
    if !numbers.isEmpty,
      !numbers.contains(where: {
        parsed.numbers[Int($0.number)].number == register.number(ofKey: key)
      })
    {
      return false
    }
    var hasStreet = false
    if let street = register.street(ofKey: key), let written = parsed.streets.first {
      let agreement =
        register.hasCanonical(register.name(ofStreet: street), written.canonical)
        ? .canonical
        : StreetComparison(written, register: register).agreement(with: street, in: register)
      if agreement == .different || agreement == .otherDigits { return false }
      hasStreet = true
    }
    guard let postcode = parsed.postcode, let own = register.postcode(ofKey: key) else {
      return true
    }
    return postcode == own || hasStreet
  }

  private func position(_ key: Int, _ address: Int?) -> Position? {
    address.flatMap { register.position(ofAddress: $0, key: key) } ?? register.position(ofKey: key)
  }

  /// Weighs the candidates against each other and against none of them.
  private func decide(_ scratch: inout MatchScratch) -> AddressMatch? {
    let candidates = scratch.candidates
    guard let top = candidates.map(\.weight).max() else { return nil }
    let scale = max(top, 0)
    var total = exp(-scale)
    scratch.shares.removeAll(keepingCapacity: true)
    for candidate in candidates {
      let share = exp(candidate.weight - scale)
      total += share
      spread(share, of: candidate, &scratch.shares)
    }
    guard
      let best = scratch.shares.max(by: {
        $0.weight != $1.weight ? $0.weight < $1.weight : $0.buurt > $1.buurt
      })
    else { return withoutArea(candidates) }
    let raw = log(best.weight / max(total - best.weight, 1e-12))
    guard
      let candidate = candidates.filter({ holds($0, best.buurt) })
        .max(by: { $0.weight != $1.weight ? $0.weight < $1.weight : $0.key > $1.key })
    else { return nil }
    let match = answer(
      candidate, buurt: best.buurt, isAlone: candidates.count == 1, raw: raw,
      share: best.weight / total, scratch.parsed.marks)
    // When "none of these" is far more likely, a coarser level says more.
    if match.probability < 0.2 {
      let coarse = Fallback(register: register, model: model).match(&scratch)
      if coarse.probability > match.probability { return coarse }
    }
    return match
  }

  /// The answer by a candidate; `raw` are the log-odds of its buurt against all else, `share` is the
  /// part of the whole that is in it.
  func answer(
    _ candidate: MatchCandidate, buurt: Int, isAlone: Bool, raw: Double, share: Double,
    _ marks: AddressMarks
  ) -> AddressMatch {
    var probability = model.probability(raw: min(max(raw, -25), 25))
    // Which of two addresses is meant, nothing in the record says.
    if marks.contains(.severalAddresses) { probability = min(probability, 0.5) }
    if isOpposite(candidate, marks) { probability = min(probability, 0.95) }
    if isAnotherStreet(candidate, marks) { probability = min(probability, 0.9) }
    let address = candidate.address >= 0 ? candidate.address : nil
    var agreement = FieldAgreement(candidate)
    if candidate.postcode == .same, marks.contains(.repairedPostcode) {
      agreement.postcode = UInt8(ascii: "r")
    }
    // Four digits and letters that are none of a postcode: `1901SA`.
    if candidate.postcode == .sameDigits, marks.contains(.invalidPostcode) {
      agreement.postcode = UInt8(ascii: "r")
    }
    if marks.contains(.swappedColumns), agreement.number == UInt8(ascii: "=") {
      agreement.number = UInt8(ascii: "~")
    }
    return AddressMatch(
      key: candidate.key, address: address, buurt: buurt,
      level: address != nil || candidate.suffix == .neither ? .address : .number,
      probability: probability, agreement: agreement,
      reason: reason(candidate, isAlone: isAlone, share: share, marks),
      position: position(candidate.key, address))
  }

  /// Whether the name of another existing street is written: with a postcode that says otherwise, or
  /// a few edits from this one without a postcode that speaks for it. Neither is ever certain.
  private func isAnotherStreet(_ candidate: MatchCandidate, _ marks: AddressMarks) -> Bool {
    if candidate.postcode == .ofAnotherStreet { return true }
    guard marks.contains(.existingStreet) else { return false }
    switch (candidate.street, candidate.postcode) {
    case (.different, _): return true
    case (.oneEdit, let postcode), (.oneEditShort, let postcode), (.twoEdits, let postcode),
      (.threeEdits, let postcode), (.partOf, let postcode), (.abbreviated, let postcode):
      return postcode != .same && postcode != .oneLetter
    default: return false
    }
  }

  /// Whether a record is opposite a number, and the register has no address of that name: it may lie
  /// across a boundary.
  private func isOpposite(_ candidate: MatchCandidate, _ marks: AddressMarks) -> Bool {
    guard marks.contains(.opposite) else { return false }
    let isRegistered = candidate.suffix == .same || candidate.suffix == .equivalent
    return !isRegistered || candidate.house.addition != Addition("TO".utf8)
  }

  /// Divides the share of a candidate over the buurten in which it lies.
  private func spread(
    _ share: Double, of candidate: MatchCandidate, _ shares: inout [(buurt: Int, weight: Double)]
  ) {
    func add(_ buurt: Int, _ weight: Double) {
      if let index = shares.firstIndex(where: { $0.buurt == buurt }) {
        shares[index].weight += weight
      } else {
        shares.append((buurt, weight))
      }
    }
    if candidate.address >= 0, case .one(let buurt) = register.area(ofAddress: candidate.address) {
      return add(buurt, share)
    }
    switch register.area(ofKey: candidate.key) {
    case .one(let buurt): add(buurt, share)
    case .unknown: return
    case .several:
      let addresses = register.addresses(ofKey: candidate.key)
      for address in addresses {
        if case .one(let buurt) = register.area(ofAddress: address) {
          add(buurt, share / Double(addresses.count))
        }
      }
    }
  }

  private func holds(_ candidate: MatchCandidate, _ buurt: Int) -> Bool {
    var shares: [(buurt: Int, weight: Double)] = []
    spread(1, of: candidate, &shares)
    return shares.contains { $0.buurt == buurt }
  }

  private func withoutArea(_ candidates: [MatchCandidate]) -> AddressMatch? {
    guard
      let candidate = candidates.max(by: {
        $0.weight != $1.weight ? $0.weight < $1.weight : $0.key > $1.key
      })
    else { return nil }
    let address = candidate.address >= 0 ? candidate.address : nil
    return AddressMatch(
      key: candidate.key, address: address, buurt: nil,
      level: address != nil || candidate.suffix == .neither ? .address : .number, probability: 0,
      agreement: FieldAgreement(candidate), reason: .withoutArea,
      position: position(candidate.key, address))
  }

  private func reason(
    _ candidate: MatchCandidate, isAlone: Bool, share: Double, _ marks: AddressMarks
  ) -> AddressReason {
    if marks.contains(.severalAddresses) { return .severalAddresses }
    if candidate.kind == .spreadsheetDate { return .spreadsheetDate }
    if isOpposite(candidate, marks) { return .opposite }
    if share < 0.9 {
      if case .several = register.area(ofKey: candidate.key), candidate.address < 0 {
        return .severalAreas
      }
      let isOfTwo = candidate.postcode == .ofAnotherStreet || candidate.street == .different
      if !isAlone, !isOfTwo { return .ambiguous }
    }
    let streetContradicts = candidate.street == .different || candidate.street == .otherDigits
    let postcodeContradicts =
      candidate.postcode == .different || candidate.postcode == .ofAnotherStreet
    return streetContradicts || postcodeContradicts ? .conflict : .found
  }
}
