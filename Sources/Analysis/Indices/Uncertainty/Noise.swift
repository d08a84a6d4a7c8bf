internal import SpatialStatistics

/// Numbers around a figure: evenly within the step it was rounded to, and normally as chance has it.
struct Noise {
  private var stream: RandomStream
  private var spare: Double?

  init(_ stream: RandomStream) { self.stream = stream }

  /// Draws a number around each value; what is not a number stays so.
  /// - Parameters:
  ///   - halfSteps: half of the step that each value was rounded to, 0 or more.
  ///   - deviations: the standard deviation of each value, 0 or more.
  mutating func draw(
    around values: Span<Double>, halfSteps: Span<Double>, deviations: Span<Double>,
    into figures: inout MutableSpan<Double>
  ) {
    for place in values.indices {
      var value = values[place]
      let (halfStep, deviation) = (halfSteps[place], deviations[place])
      if halfStep > 0 { value += halfStep * (2 * stream.uniform() - 1) }
      if deviation > 0 { value += deviation * normal() }
      figures[place] = value
    }
  }

  /// A standard normal number, by Marsaglia's polar method (1964, doi:10.1137/1006063).
  private mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let x = 2 * stream.uniform() - 1
      let y = 2 * stream.uniform() - 1
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * quickLogarithm(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
