public import Matching

/// How many records were found, and how; never which.
public struct AddressCounts: Hashable, Sendable {
  /// All records.
  public private(set) var total = 0
  /// Records by verdict.
  public private(set) var verdicts: [AddressVerdict: Int] = [:]
  /// Records by level.
  public private(set) var levels: [MatchLevel: Int] = [:]
  /// Records by reason, those without remark left out.
  public private(set) var reasons: [AddressReason: Int] = [:]
  /// Records at special points of the user, by reason.
  public private(set) var specialPoints: [MatchReason: Int] = [:]
  /// Records with fewer fields than the columns of the address need.
  public private(set) var ragged = 0

  /// Nothing counted.
  public init() {}

  mutating func add(
    _ match: AddressMatch?, special: SpecialPoint? = nil, _ verdict: AddressVerdict
  ) {
    total += 1
    verdicts[verdict, default: 0] += 1
    guard let match else {
      ragged += 1
      return
    }
    if let special {
      levels[special.level, default: 0] += 1
      specialPoints[special.action.reason, default: 0] += 1
      return
    }
    levels[match.level, default: 0] += 1
    if match.reason != .found { reasons[match.reason, default: 0] += 1 }
  }

  mutating func add(_ other: AddressCounts) {
    total += other.total
    ragged += other.ragged
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    levels.merge(other.levels, uniquingKeysWith: +)
    reasons.merge(other.reasons, uniquingKeysWith: +)
    specialPoints.merge(other.specialPoints, uniquingKeysWith: +)
  }
}
