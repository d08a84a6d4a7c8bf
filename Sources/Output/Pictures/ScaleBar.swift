/// The length of a scale bar: 1, 2 or 5 with zeros, in metres.
package enum ScaleBar {
  /// The longest round length that takes at most `room` mm at `scale` mm to the metre.
  package static func metres(room: Double, scale: Double) -> Double {
    let most = room / scale
    var best = 1.0
    var power = 1.0
    while power <= most {
      for digit in [1.0, 2, 5] where digit * power <= most { best = digit * power }
      power *= 10
    }
    return best
  }

  /// The length in words: "500 m", "5 km".
  package static func label(_ metres: Double) -> String {
    metres >= 1000 ? "\(Int(metres / 1000)) km" : "\(Int(metres)) m"
  }
}
