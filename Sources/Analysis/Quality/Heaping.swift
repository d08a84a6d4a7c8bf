/// How many items lie where a share of them is expected by chance, beyond that share.
public enum Heaping {
  /// The part of 365.25 days that are the first of January.
  public static let newYear = 1 / 365.25
  /// The part that are the first of another month.
  public static let firstOfMonth = 11 / 365.25

  /// The share h of items that are heaped, when the others are spread: with a share p expected and a
  /// share q seen, q = h + (1 - h) p, so h = (q - p) / (1 - p).
  ///
  /// What lies within three standard deviations of a binomial draw is chance, and gives 0.
  /// - Parameter expected: from 0 up to, and not including, 1.
  /// - Returns: nil without items.
  public static func excess(count: Int, of total: Int, expected: Double) -> Double? {
    guard total > 0 else { return nil }
    let seen = Double(count) / Double(total)
    let deviation = (expected * (1 - expected) / Double(total)).squareRoot()
    guard seen > expected + 3 * deviation else { return 0 }
    return (seen - expected) / (1 - expected)
  }
}
