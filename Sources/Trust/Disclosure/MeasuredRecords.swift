public import Tabulation

/// What a sum, or a number of different words, tells of the number of records behind it.
///
/// A column of ones that is added up is a count, and so is a column of words that all differ. So somebody is taken
/// to know the smallest and the largest number of a column, nought left out, or how many records the commonest word
/// has.
///
/// All is told of the records that add to the sum or the number of words, and of no others: statements are of parts
/// without records that have no word, no number, or nought; see
/// ``Tabulation/RecordPlaces/adding(to:in:)``. So a column of ones and noughts is a count of the ones.
public struct MeasuredRecords: Sendable {
  private enum Column: Sendable {
    /// Of words: the most records that one has.
    case words(most: Int)
    /// Of numbers: the smallest above nought, and the largest.
    case numbers(least: Double, most: Double)
    /// Nothing can be told of one by the other.
    case unknown
  }

  private let column: Column

  /// Looks at a column of words.
  /// - Parameters:
  ///   - words: the number of the word of each record.
  ///   - empty: the number of the empty word, which is none.
  /// - Complexity: O(records).
  public init(_ partition: CountPartition, words: [UInt32], empty: UInt32?) {
    var counts: [UInt32: Int] = [:]
    for (record, word) in words.enumerated() where word != empty && partition.holds(record) {
      counts[word, default: 0] += 1
    }
    column = counts.values.max().map { .words(most: $0) } ?? .unknown
  }

  /// Looks at a column of numbers; of one with numbers below zero nothing can be told.
  /// - Parameter numbers: the number of each record; what is not one is NaN.
  /// - Complexity: O(records).
  public init(_ partition: CountPartition, numbers: [Double]) {
    var (least, most) = (Double.infinity, 0.0)
    var isNegative = false
    for (record, number) in numbers.enumerated() where partition.holds(record) {
      if number < 0 { isNegative = true }
      guard number > 0 else { continue }
      least = min(least, number)
      most = max(most, number)
    }
    column =
      isNegative || most == 0 || !most.isFinite ? .unknown : .numbers(least: least, most: most)
  }

  /// Whether it is the number of records itself: words that all differ, or numbers that are all the same and not
  /// below one. What is hidden of it is hidden for few records.
  public var isCount: Bool {
    switch column {
    case .words(let most): most == 1
    case .numbers(let least, let most): least == most && least >= 1
    case .unknown: false
    }
  }

  /// What a published figure says of the number of records to everybody.
  func told(_ figure: PublishedFigure, rule: DisclosureRule) -> ClosedRange<Int>? {
    guard let told = rule.bounds(of: figure) else { return nil }
    if case .words = column { return told.lowerBound...Int.max }
    return (told.upperBound > 0 ? rule.minimumCount : 0)...Int.max
  }

  /// Between which bounds the number of records lies.
  /// - Parameters:
  ///   - figure: what is published of the sum, or of the number of words; not hidden.
  ///   - count: the number of records, which lies within the bounds.
  func records(
    _ figure: PublishedFigure, count: Int, rule: DisclosureRule
  ) -> ClosedRange<Int>? {
    guard let told = rule.bounds(of: figure), let number = figure.number else { return nil }
    // Nought of either is said where no record adds anything.
    guard told.upperBound > 0 else { return 0...count }
    switch column {
    case .unknown:
      return min(rule.minimumCount, count)...Int.max
    case .words(let most):
      let upper = Self.whole(Double(told.upperBound) * Double(most))
      return min(told.lowerBound, count)...max(upper, count)
    case .numbers(let least, let most):
      let half = Double(rule.roundingBase) / 2
      let lower = Self.whole((max(number - half, Double(rule.minimumCount)) / most).rounded(.up))
      // Halves were rounded up.
      let upper = Self.whole(((number + half) / least).rounded(.up)) - 1
      return min(max(lower, rule.minimumCount), count)...max(upper, count)
    }
  }

  /// What was said of a sum, in thousandths, or of a number of words, as what it says of the number of records.
  /// - Parameter count: the number of records.
  func records(_ said: SaidCount, count: Int, rule: DisclosureRule) -> SaidCount {
    guard case .between(let lower, let upper) = said else { return said }
    guard upper != 0 else { return .between(lower: 0, upper: 0) }
    // Nothing is told of fewer; what was told before that was so says what it says.
    let enough = min(rule.minimumCount, count)
    let (least, most): (Int, Int?)
    switch column {
    case .unknown: return .nothing
    case .words(let records):
      (least, most) = (lower, upper.map { Self.whole(Double($0) * Double(records)) })
    case .numbers(let smallest, let largest):
      let unit = Double(SaidCount.unitsOfSum)
      least = Self.whole((Double(lower) / unit / largest).rounded(.up))
      most = upper.map { Self.whole((Double($0) / unit / smallest).rounded(.down)) }
    }
    let bound = max(least, enough)
    // No number of these records fits.
    if let most, most < bound { return .nothing }
    return .between(lower: bound, upper: most)
  }

  private static func whole(_ number: Double) -> Int { Int(min(number, 1e15)) }
}
