internal import SpatialStatistics

/// Numbers around a figure: evenly within the step it was rounded to, and normally as chance has it.
struct Noise {
  private var stream: RandomStream
  private var spare: Double?

  init(_ stream: RandomStream) { self.stream = stream }

  @inline(__always)
  mutating func around(_ value: Double, halfStep: Double, deviation: Double) -> Double {
    var value = value
    if halfStep > 0 { value += halfStep * (2 * stream.uniform() - 1) }
    if deviation > 0 { value += deviation * normal() }
    return value
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
      let factor = (-2 * naturalLogarithm(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
