/// Numbers as whole numbers of which sums are exact in a `Double`.
enum WholeNumbers {
  /// The values times one number and rounded, less one number, so that the sum of all is below 2⁵³.
  ///
  /// Values with up to six decimals, such as counts and published figures, lose nothing, so equal sums
  /// of different values are equal here. Others are rounded at 2⁻³⁸ of their range or finer, for a
  /// hundred thousand areas at 2⁻³⁵.
  static func scaled(_ values: [Double]) -> [Double] {
    guard let least = values.min(), let most = values.max(), most > least else {
      return [Double](repeating: 0, count: values.count)
    }
    let room = 0x1p52 / Double(values.count)
    var factor = 1.0
    for _ in 0...6 {
      if (most - least) * factor < room, max(abs(least), abs(most)) * factor < 0x1p52,
        values.allSatisfy({ isWhole($0 * factor) })
      {
        let origin = (least * factor).rounded()
        return values.map { ($0 * factor).rounded() - origin }
      }
      factor *= 10
    }
    let scale = room / (most - least)
    return values.map { (($0 - least) * scale).rounded() }
  }

  /// Whether a number is whole but for what the multiplication rounded.
  private static func isWhole(_ value: Double) -> Bool {
    abs(value - value.rounded()) <= min(abs(value) * 0x1p-51, 1e-6)
  }
}
