/// Puts keys in order by their upper 44 bits, in four steps of 11 bits; equal ones keep their order.
///
/// Of scores from 0 to 100, which are close to each other, many steps find one digit only and are skipped.
struct KeyOrder: Sendable {
  private static let digitBits: UInt64 = 11
  private static let digits = 1 << Int(digitBits)
  private static let firstBit: UInt64 = 20
  private static let steps = 4

  private var counts = [Int](repeating: 0, count: steps * digits)
  private var other: [UInt64] = []

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
    Int(truncatingIfNeeded: key >> (firstBit + UInt64(step) * digitBits)) & (digits - 1)
  }
}
