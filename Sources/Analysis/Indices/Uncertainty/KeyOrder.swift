/// Puts scores with their areas in order, in three steps of 11 bits; equal ones keep their order.
struct KeyOrder: Sendable {
  /// The bits of a key that hold the area.
  static let areaBits: UInt64 = 20
  private static let digitBits: UInt64 = 11
  private static let digits = 1 << Int(digitBits)
  private static let steps = 3

  private var counts = [Int](repeating: 0, count: steps * digits)
  private var other: [UInt64] = []

  /// A score in steps of 2⁻²⁵, with its area. Scores are from 0 to 100; others, and what is not a number,
  /// become the nearest.
  @inline(__always)
  static func key(_ score: Double, area: Int) -> UInt64 {
    let score = score > 0 ? min(score, 100) : 0
    return UInt64(score * 0x1p25) << areaBits | UInt64(truncatingIfNeeded: area)
  }

  /// The score of a key, to be compared with others.
  @inline(__always)
  static func score(_ key: UInt64) -> UInt64 { key >> areaBits }

  /// The area of a key.
  @inline(__always)
  static func area(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key & (1 << areaBits - 1)) }

  /// Sorts the keys.
  /// - Complexity: O(keys); below 64 keys they are compared instead.
  mutating func sort(_ keys: inout [UInt64]) {
    guard keys.count >= 64 else {
      keys.sort()
      return
    }
    for index in counts.indices { counts[index] = 0 }
    for key in keys {
      for step in 0..<Self.steps { counts[step * Self.digits + Self.digit(key, step)] += 1 }
    }
    if other.count != keys.count { other = keys }
    for step in 0..<Self.steps {
      let start = step * Self.digits
      if counts[start + Self.digit(keys[0], step)] == keys.count { continue }
      var sum = 0
      for index in start..<start + Self.digits { (counts[index], sum) = (sum, sum + counts[index]) }
      for key in keys {
        let place = start + Self.digit(key, step)
        other[counts[place]] = key
        counts[place] += 1
      }
      swap(&keys, &other)
    }
  }

  @inline(__always)
  private static func digit(_ key: UInt64, _ step: Int) -> Int {
    Int(truncatingIfNeeded: key >> (areaBits + UInt64(step) * digitBits)) & (digits - 1)
  }
}
