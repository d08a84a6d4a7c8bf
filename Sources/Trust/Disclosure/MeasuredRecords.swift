public import Tabulation

/// What a sum, or a number of different words, tells of the number of records behind it.
///
/// A column of ones that is added up is a count, and so is a column of words that all differ. So somebody is taken
/// to know the smallest and the largest number of a column, or how many records the commonest word has, and how
/// many records of each part add nothing: they have no word, no number, or nought.
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
  /// The records that add nothing, by part.
  private let idle: [Int]

  /// Looks at a column of words.
  /// - Parameters:
  ///   - words: the number of the word of each record.
  ///   - empty: the number of the empty word, which is none.
  /// - Complexity: O(records).
  public init(_ partition: CountPartition, words: [UInt32], empty: UInt32?) {
    idle = partition.counts { words[$0] == empty }
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
    idle = partition.counts { numbers[$0].isNaN || numbers[$0] == 0 }
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
  /// below one, and a cell in every record. What is hidden of it is hidden for few records.
  public var isCount: Bool {
    guard idle.allSatisfy({ $0 == 0 }) else { return false }
    return switch column {
    case .words(let most): most == 1
    case .numbers(let least, let most): least == most && least >= 1
    case .unknown: false
    }
  }

  /// The records of some parts that add nothing.
  private func idle(_ members: some Sequence<Int32>) -> Int {
    members.reduce(0) { $0 + idle[Int($1)] }
  }

  /// What a published figure says of the number of records to everybody.
  func told(_ figure: PublishedFigure, rule: DisclosureRule) -> ClosedRange<Int>? {
    guard let told = rule.bounds(of: figure) else { return nil }
    if case .words = column { return told.lowerBound...Int.max }
    // Records without a number are no part of a sum.
    return (told.upperBound > 0 ? rule.minimumCount : 0)...Int.max
  }

  /// Between which bounds the number of records of some parts lies.
  /// - Parameters:
  ///   - figure: what is published of the sum, or of the number of words; not hidden.
  ///   - count: the number of records, which lies within the bounds.
  func records(
    _ figure: PublishedFigure, _ members: [Int32], count: Int, rule: DisclosureRule
  ) -> ClosedRange<Int>? {
    guard let told = rule.bounds(of: figure), let number = figure.number else { return nil }
    // Nought of either is said where no record adds anything.
    guard told.upperBound > 0 else { return 0...Int.max }
    let idle = idle(members)
    switch column {
    case .unknown:
      return min(rule.minimumCount, count)...Int.max
    case .words(let most):
      let upper = Self.whole(Double(told.upperBound) * Double(most))
      return min(told.lowerBound + idle, count)...max(upper + idle, count)
    case .numbers(let least, let most):
      let half = Double(rule.roundingBase) / 2
      let lower = Self.whole((max(number - half, Double(rule.minimumCount)) / most).rounded(.up))
      let upper = Self.whole(((number + half) / least).rounded(.down))
      return min(max(lower + idle, rule.minimumCount), count)...max(upper + idle, count)
    }
  }

  /// The sum below which there are certainly fewer records than a number of some parts.
  func leastSum(of records: Int, _ parts: [Int32]) -> Double {
    guard case .numbers(let least, _) = column else { return 0 }
    return Double(max(records - idle(parts), 0)) * least
  }

  private static func whole(_ number: Double) -> Int { Int(min(number, 1e15)) }
}
