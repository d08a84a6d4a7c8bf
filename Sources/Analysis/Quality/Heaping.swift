/// How many items lie where a share of them is expected by chance, beyond that share.
public enum Heaping {
  /// The part of 365.25 days that are the first of January.
  public static let newYear = 1 / 365.25
  /// The part that are the first of another month.
  public static let firstOfMonth = 11 / 365.25
  /// A heap is told when chance gives so many, or more, with at most this probability.
  public static let significance = 0.001
  /// One item by itself is no heap, however seldom it is.
  public static let fewest = 2

  /// The share h of items that are heaped, when the others are spread: with a share p expected and a
  /// share q seen, q = h + (1 - h) p, so h = (q - p) / (1 - p).
  ///
  /// What chance gives with a probability above ``significance``, by the exact binomial distribution, is
  /// chance and gives 0; so is a single item. Of items without a heap at most one set in a thousand is
  /// told to have one, however small the sets are.
  /// - Parameter expected: above 0 and below 1.
  /// - Returns: nil without items.
  public static func excess(count: Int, of total: Int, expected: Double) -> Double? {
    guard total > 0 else { return nil }
    let seen = Double(count) / Double(total)
    guard count >= fewest, seen > expected,
      BinomialTail.atLeast(count, of: total, probability: expected) <= significance
    else { return 0 }
    return (seen - expected) / (1 - expected)
  }
}
