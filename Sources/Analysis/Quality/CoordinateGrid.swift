/// To which powers of ten the coordinates of records are rounded, as their digits tell.
///
/// Of coordinates that are written to 10^k one in ten is a multiple of 10^(k+1) by chance, and of pairs one in
/// a hundred. What goes beyond that is rounded to it. Steps are looked at from the coarsest on, and what was
/// found rounded to a coarser one takes no part in the finer.
public struct CoordinateGrid: Sendable {
  /// The coarsest power of ten that is looked at.
  public static let coarsest = 3
  /// The share of pairs that are multiples of ten times a step by chance.
  public static let expected = 0.01

  /// Coordinates that are rounded to a power of ten.
  public struct Step: Hashable, Sendable {
    /// The power.
    public let exponent: Int
    /// The pairs of coordinates that are multiples of it and of no coarser step.
    public let count: Int
  }

  /// The steps that coordinates are rounded to, the coarsest first: more pairs lie there than by chance, or all
  /// that is left.
  public let steps: [Step]
  /// The pairs that were looked at.
  public var count: Int { steps.reduce(0) { $0 + $1.count } }

  /// - Parameter counts: the pairs by the largest power of ten of which both are multiples.
  public init(_ counts: [Int: Int]) {
    guard let lowest = counts.filter({ $0.value > 0 }).keys.min() else {
      steps = []
      return
    }
    let finest = min(lowest, Self.coarsest)
    func multiples(of exponent: Int) -> Int {
      exponent == finest
        ? counts.values.reduce(0, +)
        : counts.reduce(0) { $0 + ($1.key >= exponent ? $1.value : 0) }
    }
    var rounded: [Int] = []
    var coarser = 0.0
    for exponent in stride(from: Self.coarsest, through: finest, by: -1) {
      let here = Double(multiples(of: exponent)) - coarser
      guard exponent > finest else {
        if here >= 1 { rounded.append(exponent) }
        break
      }
      let around = Double(multiples(of: exponent - 1)) - coarser
      let excess =
        Heaping.excess(
          count: Int(here.rounded()), of: Int(around.rounded()), expected: Self.expected) ?? 0
      if excess * around >= 1 {
        rounded.append(exponent)
        coarser += excess * around
      }
    }
    steps = rounded.enumerated().map { place, exponent in
      // What is a multiple of a step that nothing is rounded to belongs to the next finer one.
      let below = place + 1 < rounded.count
      let own = multiples(of: below ? exponent : finest)
      return Step(
        exponent: exponent,
        count: own - (place == 0 ? 0 : multiples(of: rounded[place - 1])))
    }
  }

  /// The step that a pair is rounded to, of which both are multiples of a power of ten.
  public func step(of exponent: Int) -> Step? {
    steps.first { $0.exponent <= exponent } ?? steps.last
  }

  /// The largest power of ten that a coordinate as it is written is a multiple of, at most 3; nil when it is
  /// none: with an exponent, with signs between thousands, or zero.
  public static func exponent(of text: some StringProtocol) -> Int? {
    var digits: [UInt8] = []
    var decimals: Int?
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits.append(byte)
        decimals = decimals.map { $0 + 1 }
      case 0x2E, 0x2C:
        guard decimals == nil else { return nil }
        decimals = 0
      case 0x2B, 0x2D:
        guard place == 0 else { return nil }
      default: return nil
      }
    }
    guard let last = digits.lastIndex(where: { $0 != 0x30 }) else { return nil }
    let zeros = digits.count - 1 - last
    return min(zeros - (decimals ?? 0), coarsest)
  }
}
