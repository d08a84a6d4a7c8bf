internal import Addresses
internal import Registers

/// Looks in a register for all addresses that a record may mean, the cheapest ways first.
struct CandidateSearch {
  private let register: Register
  private let model: MatchModel
  private let parsed: ParsedAddress
  private var streets: [StreetComparison] = []
  private var places: [PlaceComparison] = []
  private(set) var candidates: [MatchCandidate]

  /// Beyond this many candidates no more are kept: a common name without place or postcode.
  private static let most = 400

  init(
    _ parsed: ParsedAddress, register: Register, model: MatchModel, memory: [MatchCandidate]
  ) {
    self.parsed = parsed
    self.register = register
    self.model = model
    candidates = memory
    candidates.removeAll(keepingCapacity: true)
  }

  /// All ways, when the address as written is not there; after the other readings were added.
  mutating func findAll(_ scratch: inout MatchScratch) {
    search(&scratch)
    if let street = parsed.readings.first?.street, street >= 0, !streets.isEmpty,
      streets[Int(street)].isKnown
    {
      scratch.parsed.marks.insert(.existingStreet)
    }
    if parsed.postcodeDigits > 0,
      candidates.contains(where: { Self.isOfPostcodeAlone($0) })
        || !candidates.contains(where: { Self.isNear($0.postcode) })
    {
      weighContradiction()
    }
  }

  /// Whether postcode and number are all that speaks for a candidate that has another street.
  private static func isOfPostcodeAlone(_ candidate: MatchCandidate) -> Bool {
    candidate.postcode == .same && candidate.street == .different
  }

  /// A postcode that points to another street than the one that is written, or to nothing, while the
  /// street is in the place that is written and has the number: then two or three fields stand against
  /// one.
  private mutating func weighContradiction() {
    for index in candidates.indices where candidates[index].postcode == .different {
      switch (candidates[index].street, candidates[index].place, candidates[index].suffix) {
      case (.same, .same, let suffix), (.same, .gemeente, let suffix), (.same, .alias, let suffix),
        (.canonical, .same, let suffix), (.canonical, .gemeente, let suffix),
        (.canonical, .alias, let suffix):
        guard suffix != .different, suffix != .extra, candidates[index].kind != .splitDigits else {
          continue
        }
        candidates[index].postcode = .ofAnotherStreet
        candidates[index].weight = model.weight(candidates[index])
      default: continue
      }
    }
  }

  private mutating func search(_ scratch: inout MatchScratch) {
    let hasStreets = register.streetCount > 0
    if hasStreets {
      streets = parsed.streets.map { StreetComparison($0, register: register) }
      for index in parsed.places.indices {
        let name = parsed.places[index]
        // What stands in another column is a place only when it is one to the letter.
        let isInPlace = parsed.readings.contains {
          $0.place == index && $0.kind != .swappedColumns
        }
        places.append(
          isInPlace
            ? scratch.place(name, register: register)
            : PlaceComparison(name, register: register, near: false))
      }
    }
    if let postcode = parsed.postcode {
      for reading in parsed.readings where reading.number >= 0 {
        let house = parsed.numbers[Int(reading.number)]
        if let key = register.key(postcode, number: house.number) { add(key, reading) }
      }
    }
    guard hasStreets else { return }
    for index in streets.indices { addExact(index) }
    if hasGood || hasNearAtPostcode { return }
    let known = streets.indices.map { parsed.isGuess($0) || isHere($0) }
    let first = parsed.readings.first.map { Int($0.street) } ?? -1
    // A street that is there, without the number, is not another street that has it.
    if first < 0 || !known[first] {
      for index in streets.indices where !known[index] { addNear(index) }
    }
    if !hasGood { repairPostcode(known) }
    let isSomewhere = parsed.postcodeDigits > 0 || places.contains { !$0.places.isEmpty }
    if candidates.isEmpty, !isSomewhere {
      for index in streets.indices { addAnywhere(index) }
    }
  }

  /// Whether a candidate agrees in its street and in postcode or place.
  private var hasGood: Bool {
    candidates.contains {
      ($0.street == .same || $0.street == .canonical)
        && ($0.postcode == .same || $0.postcode == .sameDigits || $0.place == .same)
        && $0.kind != .splitDigits
    }
  }

  /// Whether there is a candidate at the postcode itself with nearly the street as written: streets
  /// that have the name itself were looked for before.
  private var hasNearAtPostcode: Bool {
    candidates.contains {
      guard $0.postcode == .same, $0.kind != .splitDigits else { return false }
      switch $0.place {
      case .different, .unknown, .sameGemeente: return false
      default: break
      }
      switch $0.street {
      case .oneEdit, .twoEdits, .threeEdits, .abbreviated, .partOf: return true
      default: return false
      }
    }
  }

  /// Streets of the same name, in all places that do not contradict.
  private mutating func addExact(_ index: Int) {
    var found: [Int] = []
    streets[index].forEachExact(in: register) { found.append($0) }
    for street in found { addKeys(of: street, named: index) }
  }

  /// Whether a street of the name itself is in the written place or in the four digits of the postcode.
  private func isHere(_ index: Int) -> Bool {
    var isHere = false
    streets[index].forEachExact(in: register) { street in
      let place = register.place(ofStreet: street)
      for written in places where !isHere {
        switch written.agreement(with: place, in: register) {
        case .same, .gemeente, .alias: isHere = true
        default: break
        }
      }
      if !isHere { isHere = register.hasStreet(street, inDigits: parsed.postcodeDigits) }
    }
    return isHere
  }

  /// Streets of nearly the same name in the four digits of the postcode and in the place.
  private mutating func addNear(_ index: Int) {
    guard isLikely(index) else { return }
    let filter = streets[index].filter
    if parsed.postcodeDigits > 0 {
      add(near: register.streets(inDigits: parsed.postcodeDigits, near: filter), index)
      // Near the postcode and nearly the name: the rest of the place brings no better.
      if hasNearInDigits { return }
    }
    for place in places {
      for known in place.places {
        add(near: register.streets(inPlace: known.place, near: filter), index)
      }
    }
  }

  /// Whether there is a candidate in the four digits with nearly the street as written, in a place
  /// that does not contradict.
  private var hasNearInDigits: Bool {
    candidates.contains {
      switch $0.postcode {
      case .same, .sameDigits, .oneLetter, .bothLetters: break
      default: return false
      }
      switch $0.place {
      case .different, .unknown, .sameGemeente: return false
      default: break
      }
      switch $0.street {
      case .same, .canonical, .oneEdit, .twoEdits: return $0.kind != .splitDigits
      default: return false
      }
    }
  }

  private mutating func add(near found: [Int], _ index: Int) {
    let comparison = streets[index]
    for street in found {
      switch comparison.agreement(with: street, in: register) {
      case .different, .otherDigits, .absent, .unregistered, .same: continue
      case .canonical, .oneEdit, .oneEditShort, .twoEdits, .threeEdits, .abbreviated, .partOf:
        addKeys(of: street, named: index)
      }
    }
  }

  /// Whether what was read as a street can be one: of swapped columns only when the other is a place.
  private func isLikely(_ index: Int) -> Bool {
    parsed.readings.contains {
      $0.street == index
        && ($0.kind != .swappedColumns || $0.place >= 0 && places[Int($0.place)].isKnown)
    }
  }

  /// Names one or two edits away in the whole register, when nothing says where to look.
  private mutating func addAnywhere(_ index: Int) {
    let comparison = streets[index]
    guard comparison.name.plain.count >= 5, !parsed.isGuess(index), isLikely(index) else { return }
    var found: [Int] = []
    for name in register.names(near: comparison.filter) {
      register.forEachStreet(named: name) { found.append($0) }
    }
    for street in found.prefix(4_000) {
      switch comparison.agreement(with: street, in: register) {
      case .oneEdit, .twoEdits, .canonical: addKeys(of: street, named: index)
      default: continue
      }
    }
  }

  /// The keys of a street with the numbers that were read together with its name.
  private mutating func addKeys(of street: Int, named index: Int) {
    var found: [Int] = []
    for reading in parsed.readings where reading.street == index && reading.number >= 0 {
      let house = parsed.numbers[Int(reading.number)]
      found.removeAll(keepingCapacity: true)
      register.forEachKey(ofStreet: street, number: house.number) { found.append($0) }
      for key in found where candidates.count < Self.most {
        add(key, reading, street: street)
      }
    }
  }

  /// Postcodes with one letter or digit else, or two digits swapped, at which the number and a like
  /// street occur.
  private mutating func repairPostcode(_ known: [Bool]) {
    guard let postcode = parsed.postcode else { return }
    for reading in parsed.readings where reading.number >= 0 && reading.street >= 0 {
      let number = parsed.numbers[Int(reading.number)].number
      for variant in PostcodeVariants(postcode) {
        guard let key = register.key(variant, number: number),
          let street = register.street(ofKey: key)
        else { continue }
        switch streets[Int(reading.street)].agreement(with: street, in: register) {
        case .different, .otherDigits, .absent, .unregistered: continue
        case .same, .canonical: add(key, reading)
        default: if !known[Int(reading.street)] { add(key, reading) }
        }
      }
    }
  }

  /// Adds a key, or improves how it is reached.
  ///
  /// A key that was reached by its street is left out when nothing else speaks for it: the name occurs
  /// in many places.
  private mutating func add(_ key: Int, _ reading: AddressReading, street named: Int? = nil) {
    let house = parsed.numbers[Int(reading.number)]
    let street = named ?? register.street(ofKey: key)
    let postcode = PostcodeComparison.agreement(
      parsed.postcode, digits: parsed.postcodeDigits, with: register.postcode(ofKey: key))
    let place: PlaceAgreement =
      if let street {
        reading.place >= 0
          ? places[Int(reading.place)].agreement(
            with: register.place(ofStreet: street), in: register)
          : .absent
      } else {
        .unregistered
      }
    if named != nil, place == .different, !Self.isNear(postcode) { return }
    let streetAgreement: StreetAgreement =
      if let street {
        reading.street >= 0
          ? streets[Int(reading.street)].agreement(with: street, in: register) : .absent
      } else {
        .unregistered
      }
    let (suffix, address) = SuffixComparison.agreement(house, key: key, register: register)
    // Digits are split only where the register has the addition that comes of it.
    if reading.kind == .splitDigits, suffix != .same, suffix != .equivalent { return }
    var candidate = MatchCandidate(
      key: key, house: house, kind: reading.kind, postcode: postcode, street: streetAgreement,
      place: place, suffix: suffix, address: address, weight: 0)
    candidate.weight = model.weight(candidate)
    if let index = candidates.firstIndex(where: { $0.key == key }) {
      if candidate.weight > candidates[index].weight { candidates[index] = candidate }
    } else {
      candidates.append(candidate)
    }
  }

  /// Whether a postcode speaks for a candidate.
  private static func isNear(_ postcode: PostcodeAgreement) -> Bool {
    postcode != .different && postcode != .unregistered && postcode != .absent
  }
}
