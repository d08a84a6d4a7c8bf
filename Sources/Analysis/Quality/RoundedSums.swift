/// Whether wholes agree with the sum of their parts, as far as rounding lets one see.
///
/// CBS rounds counts of buurten and wijken at random to one of the two nearest multiples of five, so each
/// is less than five off (Toelichting Wijk- en Buurtkaart 2024, 1.2). The base is found in the numbers
/// themselves: the largest of 100, 50, 10 and 5 of which all are multiples, else 1.
public struct RoundedSums: Hashable, Sendable {
  /// Wholes of which all parts are known.
  public private(set) var compared = 0
  /// Wholes that are smaller than their parts together, by more than rounding gives; by their place.
  public private(set) var tooSmall: [Int] = []
  /// Wholes that are larger; by their place.
  public private(set) var tooLarge: [Int] = []
  /// Of which number all parts are multiples.
  public let partBase: Int
  /// Of which number all wholes are multiples.
  public let wholeBase: Int

  /// Compares wholes with their parts.
  /// - Parameters:
  ///   - parts: the counts of the parts; nil where unknown.
  ///   - parents: for each part the place of its whole, or -1.
  ///   - wholes: the counts of the wholes; nil where unknown.
  /// - Complexity: O(parts + wholes).
  public init(parts: [Double?], parents: [Int32], wholes: [Double?]) {
    var sums = [Double](repeating: 0, count: wholes.count)
    var numbers = [Int](repeating: 0, count: wholes.count)
    var unknown = [Bool](repeating: false, count: wholes.count)
    for (part, parent) in zip(parts, parents) where parent >= 0 {
      numbers[Int(parent)] += 1
      if let part { sums[Int(parent)] += part } else { unknown[Int(parent)] = true }
    }
    partBase = Self.base(of: parts.compactMap(\.self))
    wholeBase = Self.base(of: wholes.compactMap(\.self))
    let (partError, wholeError) = (Double(partBase - 1), Double(wholeBase - 1))
    for (place, whole) in wholes.enumerated() {
      guard let whole, numbers[place] > 0, !unknown[place] else { continue }
      compared += 1
      let difference = sums[place] - whole
      let bound = Self.bound(parts: numbers[place], partError: partError, wholeError: wholeError)
      if difference > bound { tooSmall.append(place) }
      if difference < -bound { tooLarge.append(place) }
    }
  }

  /// The largest difference that rounding gives: that in which all errors have one sign or, for many
  /// parts, five standard deviations of the sum of errors, of which each is at most half the base.
  static func bound(parts: Int, partError: Double, wholeError: Double) -> Double {
    let most = Double(parts) * partError + wholeError
    let variance =
      Double(parts) * (partError + 1) * (partError + 1) / 4
      + (wholeError + 1) * (wholeError + 1) / 4
    return partError + wholeError == 0 ? 0 : min(most, 5 * variance.squareRoot())
  }

  private static func base(of numbers: [Double]) -> Int {
    [100, 50, 10, 5].first { base in
      !numbers.isEmpty
        && numbers.allSatisfy { $0.truncatingRemainder(dividingBy: Double(base)) == 0 }
    } ?? 1
  }
}
