internal import Disclosure
internal import Indicators
internal import Indices

extension IndexData {
  /// The published values of members in some areas, and how exact they are.
  ///
  /// A value is exact to half its last decimal. What is counted is rounded to five, above the line and
  /// below it, by CBS and by the rule of the audience. A count of records moves as chance has it, with
  /// the deviation of a Poisson number.
  init(_ layers: [IndicatorLayer], places: [Int], frame: String) {
    let columns = layers.map { layer in
      let values = places.map { layer.values[$0] }
      let step = (0..<layer.indicator.decimals).reduce(0.5) { half, _ in half / 10 }
      let usesRecords = layer.indicator.formula.usesRecords
      return Column(
        values.map { $0.value ?? .nan },
        halfSteps: values.map { $0.halfStep(own: step) },
        deviations: values.map { usesRecords ? $0.countDeviation : 0 },
        isFew: values.map { $0.status == .fewData })
    }
    self.init(columns, frames: places.map { _ in frame })
  }
}

extension IndicatorValue {
  /// Half of what counts are rounded to.
  private static var halfCount: Double { 2.5 }

  /// Half the step to which the value is exact.
  fileprivate func halfStep(own: Double) -> Double {
    guard let value, let numerator, let denominator, denominator > 0 else { return own }
    // Both lines of the quotient move: value = scale × numerator / denominator.
    let below = abs(value) * Self.halfCount / denominator
    let above = numerator > 0 ? abs(value) / numerator * Self.halfCount : 0
    return own + above + below
  }

  /// The deviation that chance gives a value that counts records.
  fileprivate var countDeviation: Double {
    guard let value, let numerator, numerator > 0 else { return 0 }
    return abs(value) / numerator.squareRoot()
  }
}
