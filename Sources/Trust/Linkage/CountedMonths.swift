/// Months of the years that are counted, as a set of bits.
struct MonthSet: Hashable, Sendable {
  private(set) var bits = SIMD4<UInt64>()

  /// No months.
  init() {}

  /// All months from `first` up to and including `last`; none when `last` is earlier.
  init(_ first: Int, _ last: Int) {
    for word in 0..<4 {
      let lower = max(first - 64 * word, 0)
      let upper = min(last - 64 * word, 63)
      if lower <= upper { bits[word] = (.max << UInt64(lower)) & (.max >> UInt64(63 - upper)) }
    }
  }

  var isEmpty: Bool { bits == SIMD4<UInt64>() }

  /// The number of months.
  var count: Int { (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } }

  mutating func formUnion(_ other: MonthSet) { bits |= other.bits }

  func intersection(_ other: MonthSet) -> MonthSet {
    var result = self
    result.bits &= other.bits
    return result
  }
}

/// The years that are counted, in pools of several.
public struct CountedYears: Hashable, Sendable {
  /// The first year.
  public let first: Int
  /// The last year.
  public let last: Int
  /// How many years are taken together.
  public let pooled: Int

  /// The largest number of years.
  public static let most = 20
  /// The years that registers can be about.
  public static let span = 1901...2199

  /// Years in pools: 2019 to 2024 by threes is 2019-2021 and 2022-2024.
  /// - Throws: ``LinkageError/years(first:last:pooled:)`` for more than ``most`` years, years outside of ``span``,
  ///   or a number of years that is no multiple of the pool.
  public init(_ first: Int, _ last: Int, pooled: Int? = nil) throws(LinkageError) {
    let (count, isOver) = last.subtractingReportingOverflow(first)
    let pool = pooled ?? (isOver ? 0 : count + 1)
    guard !isOver, count >= 0, count < Self.most, Self.span.contains(first),
      Self.span.contains(last),
      pool > 0, (count + 1) % pool == 0
    else { throw .years(first: first, last: last, pooled: pool) }
    self.first = first
    self.last = last
    self.pooled = pool
  }

  /// The years of each period.
  public var spans: [ClosedRange<Int>] {
    stride(from: first, through: last, by: pooled).map { $0...($0 + pooled - 1) }
  }

  /// The names of the periods: `2019-2021`, or a year by itself.
  public var names: [String] {
    spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }

  /// The months of each period.
  var periods: [MonthSet] {
    spans.map { MonthSet(($0.lowerBound - first) * 12, ($0.upperBound - first + 1) * 12 - 1) }
  }

  /// The months of a stretch of time that are counted. A month counts from its first day on.
  /// - Parameters:
  ///   - begin: months since the year 0.
  ///   - end: the same; nil for a stretch that lasts.
  func months(from begin: Int, to end: Int?) -> MonthSet {
    let start = first * 12
    let length = (last - first + 1) * 12
    return MonthSet(max(begin - start, 0), min(end.map { $0 - start } ?? length, length - 1))
  }
}

/// A moment as registers write it, to the month.
enum RegisterMonth {
  /// The month since the year 0 of `2024-03-31`, `20240331`, `31-03-2024` or `2024`; nil for anything
  /// else. A year by itself is its first month, or its last for an end.
  static func read(_ text: Span<UInt8>, isEnd: Bool) -> Int? {
    var digits = InlineArray<8, UInt8>(repeating: 0)
    var count = 0
    var isDayFirst = false
    var marks = 0
    for index in text.indices {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        guard count < 8 else { return nil }
        digits[count] = byte - 0x30
        count += 1
      } else if byte == 0x2D || byte == 0x2F {
        if marks == 0, count == 2 { isDayFirst = true }
        // `2024-03-31` or `31-03-2024`.
        let isPlaced = isDayFirst ? count == 2 + 2 * marks : count == 4 + 2 * marks
        guard isPlaced else { return nil }
        marks += 1
      } else {
        return nil
      }
    }
    func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 * 10 + Int(digits[$1]) } }
    let (year, month, day): (Int, Int, Int)
    switch (count, marks) {
    case (4, 0): (year, month, day) = (number(0..<4), isEnd ? 12 : 1, 1)
    case (8, 0), (8, 2):
      (year, month, day) =
        isDayFirst
        ? (number(4..<8), number(2..<4), number(0..<2))
        : (number(0..<4), number(4..<6), number(6..<8))
    default: return nil
    }
    guard (1900..<2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return year * 12 + month - 1
  }
}
