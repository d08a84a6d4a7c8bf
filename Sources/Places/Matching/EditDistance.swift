internal import Addresses

/// The number of edits between one name and many others.
///
/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one.
/// Bit-parallel: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances, Nordic Journal of Computing 10 (2003).
struct EditDistance {
  let name: FoldedName
  let mask: UInt32
  private var places = InlineArray<36, UInt64>(repeating: 0)

  /// Prepares comparing with `name`.
  init(_ name: FoldedName) {
    self.name = name
    mask = name.letterMask
    for index in 0..<name.count {
      places[Self.slot(name[index])] |= 1 << UInt64(index)
    }
  }

  private static func slot(_ byte: UInt8) -> Int {
    byte >= 97 ? Int(byte &- 97) % 26 : 26 + Int(byte &- 48) % 10
  }

  /// Whether names with these letters and this length can be within `limit` edits.
  func canBeNear(mask other: UInt32, count: Int, limit: Int) -> Bool {
    abs(count - name.count) <= limit
      && (mask ^ other).nonzeroBitCount <= 2 * limit
  }

  /// The distance to `other`.
  func distance(to other: FoldedName) -> Int {
    let count = name.count
    if count == 0 { return other.count }
    var positive: UInt64 = ~0
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var lastMatch: UInt64 = 0
    var distance = count
    let last: UInt64 = 1 << UInt64(count - 1)
    for index in 0..<other.count {
      let match = places[Self.slot(other[index])]
      let swap = ((~diagonal & match) << 1) & lastMatch
      diagonal = (((match & positive) &+ positive) ^ positive) | match | negative | swap
      let plus = negative | ~(diagonal | positive)
      let minus = diagonal & positive
      if plus & last != 0 { distance += 1 }
      if minus & last != 0 { distance -= 1 }
      let shifted = plus << 1 | 1
      negative = shifted & diagonal
      positive = minus << 1 | ~(diagonal | shifted)
      lastMatch = match
    }
    return distance
  }
}
