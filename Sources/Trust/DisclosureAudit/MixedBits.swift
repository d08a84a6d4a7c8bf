extension UInt64 {
  /// The bits spread, so that numbers near each other look as if they had nothing to do with each other: the finalizer
  /// of SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
  var mixed: UInt64 {
    var bits = self &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
