internal import Addresses
public import Matching
internal import Registers

/// How a record was found: what was read of it, the candidates and their weights.
///
/// Holds values of the record: for the screen of the one who has the file, never for a log.
public struct AddressExplanation: Sendable {
  /// A candidate and its weights.
  public struct Candidate: Sendable {
    /// Postcode, number, street and place as the register has them.
    public let address: String
    /// The code of the buurt; empty when the register has none, or several.
    public let buurtcode: String
    /// The weight of each field, and how it agrees.
    public let weights: [(field: String, agreement: String, weight: Double)]
    /// The sum, the base included.
    public let weight: Double
  }

  /// What was read, one reading a line.
  public let readings: [String]
  /// What was noticed.
  public let marks: [String]
  /// The best ten candidates, the best first.
  public let candidates: [Candidate]
  /// How many there were.
  public let candidateCount: Int
  /// What came of it.
  public let match: AddressMatch
  /// What the user wants done with records at that address.
  public let special: SpecialPoint?
  /// Whether the record may be counted in the buurt.
  public let verdict: AddressVerdict

  init(
    _ found: AddressFinder.Found, _ match: AddressMatch, scratch: MatchScratch,
    finder: AddressFinder
  ) {
    self.match = match
    special = found.special
    verdict = found.verdict(threshold: finder.threshold)
    let matcher = finder.matcher
    let register = matcher.register
    let parsed = scratch.parsed
    readings = parsed.readings.map { reading in
      var parts: [String] = []
      if let postcode = parsed.postcode {
        parts.append("postcode \(postcode.text)")
      } else if parsed.postcodeDigits > 0 {
        parts.append("postcode \(parsed.postcodeDigits)")
      }
      if reading.street >= 0 {
        let street = parsed.streets[Int(reading.street)]
        let isSame = street.plain == street.canonical
        parts.append("street \(street.plain.text)\(isSame ? "" : " or \(street.canonical.text)")")
      }
      if reading.number >= 0 {
        let house = parsed.numbers[Int(reading.number)]
        parts.append("number \(house.number)")
        if house.letter != 0 { parts.append("letter \(UnicodeScalar(house.letter))") }
        if !house.addition.isEmpty { parts.append("addition \(house.addition.text)") }
      }
      if reading.place >= 0 { parts.append("place \(parsed.places[Int(reading.place)].text)") }
      return parts.joined(separator: ", ") + " (\(reading.kind.words))"
    }
    marks = parsed.marks.words
    candidateCount = scratch.candidates.count
    candidates = scratch.candidates
      .sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.key < $1.key }
      .prefix(10).map { candidate in
        var address =
          (register.postcode(ofKey: candidate.key)?.text ?? "")
          + " \(register.number(ofKey: candidate.key))"
        if let street = register.street(ofKey: candidate.key) {
          address +=
            " \(register.written(register.name(ofStreet: street))), "
            + register.written(place: register.place(ofStreet: street))
        }
        var code = ""
        if candidate.address >= 0,
          case .one(let buurt) = register.area(ofAddress: candidate.address)
        {
          code = register.buurtcodes[buurt]
        } else if case .one(let buurt) = register.area(ofKey: candidate.key) {
          code = register.buurtcodes[buurt]
        }
        return Candidate(
          address: address, buurtcode: code, weights: matcher.model.weights(candidate),
          weight: candidate.weight)
      }
  }
}
