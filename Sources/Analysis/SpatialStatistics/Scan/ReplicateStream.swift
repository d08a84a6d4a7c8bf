/// Random numbers of one stream out of many that do not depend on each other (SplitMix64).
///
/// A stream is named by a seed and a number, so that work can be divided over tasks in any way.
struct ReplicateStream: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, stream: Int) {
    let start = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = Self.mixed(
      start ^ Self.mixed(UInt64(truncatingIfNeeded: stream) &+ 0x632B_E59B_D9B4_E019))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  private static func mixed(_ x: UInt64) -> UInt64 {
    var z = x
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
