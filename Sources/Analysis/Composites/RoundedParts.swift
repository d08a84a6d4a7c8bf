/// A start and parts with one decimal that add up to a total with one decimal.
public struct RoundedParts: Hashable, Sendable {
  /// The start.
  public let start: Double
  /// The parts, in the order given.
  public let parts: [Double]

  /// Rounds each part down or up: those with the largest rest up, so that the sum is right.
  ///
  /// `start` and `parts` add up to about `total`, so no part moves by more than a tenth; where the
  /// total is itself off by its last decimal, the largest parts take up what is left.
  public init(start: Double, parts: [Double], total: Double) {
    let begin = Int((start * 10).rounded())
    var tenths = parts.map { Int(($0 * 10).rounded(.down)) }
    var left = Int((total * 10).rounded()) - begin - tenths.reduce(0, +)
    // A part of nothing stays nothing.
    let order = parts.indices.filter { parts[$0] != 0 }.sorted { one, other in
      let (a, b) = (parts[one] * 10, parts[other] * 10)
      return (a - a.rounded(.down), -Double(one)) > (b - b.rounded(.down), -Double(other))
    }
    for place in order where left > 0 {
      tenths[place] += 1
      left -= 1
    }
    for place in order.reversed() where left < 0 {
      tenths[place] -= 1
      left += 1
    }
    // With nothing to take up a last tenth, it goes to the start.
    self.start = Double(begin + left) / 10
    self.parts = tenths.map { Double($0) / 10 }
  }
}
