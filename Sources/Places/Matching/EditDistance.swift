internal import Addresses

/// The number of edits between one name and many others.
///
/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one.
/// Bit-parallel: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances, Nordic Journal of Computing 10 (2003).
///
/// A class, so that its table is never copied.
final class EditDistance {
  let count: Int
  private let places: InlineArray<64, UInt64>

  /// Prepares comparing with `name`.
  init(_ name: FoldedName) {
    count = name.count
    var places = InlineArray<64, UInt64>(repeating: 0)
    for index in 0..<name.count {
      places[Self.slot(name[index])] |= 1 << UInt64(index)
    }
    self.places = places
  }

  /// Letters come first, digits behind them.
  @inline(__always)
  private static func slot(_ byte: UInt8) -> Int {
    Int((byte >= 97 ? byte &- 97 : byte &- 48 &+ 26) & 63)
  }

  /// The distance to the bytes of `range`; any number above `limit` when it is more than that.
  func distance(to other: Span<UInt8>, _ range: Range<Int>, limit: Int) -> Int {
    if count == 0 { return range.count }
    var row = Row(count)
    for index in range {
      row.advance(places[Self.slot(other[index])])
      // Each byte that is left takes away one edit at most.
      if row.distance - (range.upperBound - 1 - index) > limit { return .max }
    }
    return row.distance
  }

  /// The distance to `other`; any number above `limit` when it is more than that.
  func distance(to other: borrowing FoldedName, limit: Int) -> Int {
    let otherCount = other.count
    if count == 0 { return otherCount }
    var row = Row(count)
    for index in 0..<otherCount {
      row.advance(places[Self.slot(other[index])])
      if row.distance - (otherCount - 1 - index) > limit { return .max }
    }
    return row.distance
  }

  /// A row of the table of distances as differences between neighbours, one bit each.
  private struct Row {
    private var positive: UInt64 = ~0
    private var negative: UInt64 = 0
    private var diagonal: UInt64 = 0
    private var lastMatch: UInt64 = 0
    private let last: UInt64
    var distance: Int

    init(_ count: Int) {
      distance = count
      last = count == 0 ? 0 : 1 << UInt64(count - 1)
    }

    /// The next row; `match` has a bit for every place with the next byte.
    @inline(__always)
    mutating func advance(_ match: UInt64) {
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
  }
}
