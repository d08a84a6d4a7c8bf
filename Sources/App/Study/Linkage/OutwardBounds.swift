extension ClosedRange<Double> {
  /// The smallest range with so many decimals, of 0 to 2, that holds this one. What lies less than a rounding error
  /// of the machine beside such a number is that number.
  func outwards(decimals: Int) -> ClosedRange<Double> {
    let power = [1.0, 10, 100][decimals]
    func moved(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      let nearest = (value * power).rounded()
      let isThere = abs(value * power - nearest) <= 1e-9
      return (isThere ? nearest : (value * power).rounded(rule)) / power
    }
    return moved(lowerBound, .down)...moved(upperBound, .up)
  }
}
