/// Coordinates as whole units of their last decimal, so that equality and area are exact.
struct CoordinateGrid {
  /// Digits after the point.
  let decimals: Int
  private let factor: Double
  /// Coordinates are kept within this many units, so that no sum overflows; with 12 decimals that
  /// still is 9,000 degrees.
  private static let limit = 9_007_199_254_740_992.0

  /// - Precondition: `decimals` is 0 to 12.
  init(decimals: Int) {
    precondition(0...12 ~= decimals, "0 to 12 decimals")
    self.decimals = decimals
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    self.factor = factor
  }

  /// The nearest whole number of units, halves away from zero.
  func units(_ coordinate: Double) -> Int64 {
    let scaled = (coordinate * factor).rounded(.toNearestOrAwayFromZero)
    return Int64(min(max(scaled, -Self.limit), Self.limit))
  }

  /// The double nearest to the decimal text of `units`, which is what a reader of it gets.
  func coordinate(_ units: Int64) -> Double {
    Double(units) / factor
  }
}

extension [UInt8] {
  /// Appends `units` / 10^`decimals` without trailing zeros after the point.
  mutating func append(scaled units: Int64, decimals: Int) {
    if units < 0 { append(UInt8(ascii: "-")) }
    var rest = units.magnitude
    var places = decimals
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    var reversed = InlineArray<24, UInt8>(repeating: 0)
    var count = 0
    while count < places {
      reversed[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    }
    if places > 0 {
      reversed[count] = UInt8(ascii: ".")
      count += 1
    }
    repeat {
      reversed[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    while count > 0 {
      count -= 1
      append(reversed[count])
    }
  }
}
