/// How unlike each pair of elements is: symmetric, 0 on the diagonal.
public struct Dissimilarities: Sendable {
  /// The number of elements.
  public let count: Int
  private let values: [Double]

  /// Fills in the pairs; `between` is asked once for each.
  /// - Complexity: O(n²) calls and numbers.
  public init(count: Int, between: (Int, Int) -> Double) {
    var values = [Double](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<a {
        let value = between(a, b)
        values[a * count + b] = value
        values[b * count + a] = value
      }
    }
    self.count = count
    self.values = values
  }

  /// How unlike two elements are.
  public subscript(_ a: Int, _ b: Int) -> Double { values[a * count + b] }

  /// The pairs among some elements, in their order.
  func restricted(to kept: [Int]) -> Dissimilarities {
    Dissimilarities(count: kept.count) { self[kept[$0], kept[$1]] }
  }
}
