internal import Addresses

/// The weights by which candidates are judged, and the calibration of the probability.
///
/// Each field adds a weight for how it agrees: the logarithm of how much more often that happens
/// between a record and its own address than between a record and another candidate (Fellegi and
/// Sunter, A theory for record linkage, 1969, doi:10.1080/01621459.1969.10501049). The weights are
/// fitted together on damaged real addresses; see Documentation/geocoding.md. Not guaranteed: that a
/// file of another kind, such as one with house numbers of its own, has the same probabilities.
public struct MatchModel: Sendable {
  /// The weight of every candidate against "none of these".
  public var base = 0.0
  /// The probability that an identification of the BAG gives the right buurt.
  public private(set) var identifierProbability = 0.0
  private var postcode = [Double](repeating: 0, count: PostcodeAgreement.allCases.count)
  private var street = [Double](repeating: 0, count: StreetAgreement.allCases.count)
  private var place = [Double](repeating: 0, count: PlaceAgreement.allCases.count)
  private var suffix = [Double](repeating: 0, count: SuffixAgreement.allCases.count)
  private var reading = [Double](repeating: 0, count: AddressReading.Kind.allCases.count)
  /// Raw log-odds and the probability that belongs to them, ascending.
  private var knots: [(raw: Double, probability: Double)] = []
  /// What a fallback level is worth when the whole area agrees.
  private var fallback: [MatchLevel: Double] = [:]

  /// Why a file with weights was not understood: its line, counted from 1.
  public struct Problem: Error, Hashable, Sendable {
    /// The line; 0 when the file as a whole is not understood.
    public let line: Int
  }

  /// Reads the weights from lines of `kind;field;class;value`.
  /// - Throws: ``Problem``.
  public init(text: String) throws(Problem) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") || line == "kind;field;class;value" { continue }
      let parts = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, let value = Double(parts[3]), value.isFinite,
        set(parts[0], parts[1], parts[2], value)
      else { throw Problem(line: index + 1) }
    }
    guard zip(knots, knots.dropFirst()).allSatisfy({ $0.raw < $1.raw }), knots.count > 1 else {
      throw Problem(line: 0)
    }
  }

  private mutating func set(_ kind: String, _ field: String, _ name: String, _ value: Double)
    -> Bool
  {
    func named<Case: CaseIterable & RawRepresentable>(_: Case.Type) -> Int?
    where Case.RawValue == UInt8 {
      Case.allCases.first { "\($0)" == name }.map { Int($0.rawValue) }
    }
    switch (kind, field) {
    case ("knot", _):
      guard let raw = Double(name), 0...1 ~= value else { return false }
      knots.append((raw, value))
    case ("fallback", _):
      guard let level = MatchLevel(rawValue: name), 0...1 ~= value else { return false }
      fallback[level] = value
    case ("identifier", _):
      guard 0...1 ~= value else { return false }
      identifierProbability = value
    case ("weight", "base"): base = value
    case ("weight", "postcode"):
      guard let index = named(PostcodeAgreement.self) else { return false }
      postcode[index] = value
    case ("weight", "street"):
      guard let index = named(StreetAgreement.self) else { return false }
      street[index] = value
    case ("weight", "place"):
      guard let index = named(PlaceAgreement.self) else { return false }
      place[index] = value
    case ("weight", "suffix"):
      guard let index = named(SuffixAgreement.self) else { return false }
      suffix[index] = value
    case ("weight", "reading"):
      guard let index = named(AddressReading.Kind.self) else { return false }
      reading[index] = value
    default: return false
    }
    return true
  }

  /// The weight of a candidate.
  func weight(_ candidate: MatchCandidate) -> Double {
    base + postcode[Int(candidate.postcode.rawValue)] + street[Int(candidate.street.rawValue)]
      + place[Int(candidate.place.rawValue)] + suffix[Int(candidate.suffix.rawValue)]
      + reading[Int(candidate.kind.rawValue)]
  }

  /// The weights of a candidate by field, for an explanation: together they are ``weight(_:)``.
  public func weights(_ candidate: MatchCandidate) -> [(
    field: String, agreement: String, weight: Double
  )] {
    [
      ("postcode", candidate.postcode.words, postcode[Int(candidate.postcode.rawValue)]),
      ("street", candidate.street.words, street[Int(candidate.street.rawValue)]),
      ("addition", candidate.suffix.words, suffix[Int(candidate.suffix.rawValue)]),
      ("place", candidate.place.words, place[Int(candidate.place.rawValue)]),
      ("read", candidate.kind.words, reading[Int(candidate.kind.rawValue)]),
      ("any address", "against none of them", base),
    ]
  }

  /// The probability that belongs to raw log-odds: linear between the knots.
  func probability(raw: Double) -> Double {
    guard let first = knots.first, raw > first.raw else { return knots.first?.probability ?? 0 }
    var low = 0
    var high = knots.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].raw <= raw { low = middle } else { high = middle }
    }
    guard high < knots.count else { return knots[low].probability }
    let share = (raw - knots[low].raw) / (knots[high].raw - knots[low].raw)
    return knots[low].probability + share * (knots[high].probability - knots[low].probability)
  }

  /// The probability of a buurt that holds `share` of what a fallback level names.
  func probability(of level: MatchLevel, share: Double) -> Double {
    (fallback[level] ?? 0) * share
  }
}
