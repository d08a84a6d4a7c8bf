public import Matching

/// How many records were found, and how; never which.
public struct AddressCounts: Hashable, Sendable {
  /// All records.
  public private(set) var total = 0
  /// Records by verdict.
  public private(set) var verdicts: [AddressVerdict: Int] = [:]
  /// Records by level.
  public private(set) var levels: [MatchLevel: Int] = [:]
  /// Records by verdict and reason, those without remark left out.
  private var reasonsOfVerdicts: [AddressVerdict: [AddressReason: Int]] = [:]
  /// Records at special points of the user, by reason.
  public private(set) var specialPoints: [MatchReason: Int] = [:]
  /// Records with fewer fields than the columns of the address need.
  public private(set) var ragged = 0

  /// The kind of the records that came last, and how many they are: not yet among the others.
  private var last = Kind(verdict: .none, level: nil, reason: .found)
  private var ofLast = 0

  /// Nothing counted.
  public init() {}

  /// Records by reason, those without remark left out.
  public var reasons: [AddressReason: Int] {
    reasonsOfVerdicts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// Records of one verdict by reason, those without remark left out.
  public func reasons(of verdict: AddressVerdict) -> [AddressReason: Int] {
    reasonsOfVerdicts[verdict] ?? [:]
  }

  /// Counts a record; complete after ``close()``.
  mutating func add(next kind: Kind) {
    if kind != last {
      close()
      last = kind
    }
    ofLast += 1
  }

  /// Counts the records that came last among the others.
  mutating func close() {
    if ofLast > 0 { add(last, count: ofLast) }
    last = Kind(verdict: .none, level: nil, reason: .found)
    ofLast = 0
  }

  private mutating func add(_ kind: Kind, count: Int) {
    total += count
    verdicts[kind.verdict, default: 0] += count
    guard let level = kind.level else {
      ragged += count
      return
    }
    levels[level, default: 0] += count
    if let action = kind.special {
      specialPoints[action, default: 0] += count
    } else if kind.reason != .found {
      reasonsOfVerdicts[kind.verdict, default: [:]][kind.reason, default: 0] += count
    }
  }

  /// What is counted of a record; most records in a row are of one kind, and are counted together.
  struct Kind: Hashable {
    var verdict: AddressVerdict
    /// Nil for a record with too few fields.
    var level: MatchLevel?
    var reason: AddressReason
    /// What was done at a special point.
    var special: MatchReason?
  }

  mutating func add(_ other: AddressCounts) {
    total += other.total
    ragged += other.ragged
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    levels.merge(other.levels, uniquingKeysWith: +)
    reasonsOfVerdicts.merge(other.reasonsOfVerdicts) { $0.merging($1, uniquingKeysWith: +) }
    specialPoints.merge(other.specialPoints, uniquingKeysWith: +)
  }
}
