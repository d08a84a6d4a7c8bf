#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Tails of the normal distribution.
enum Normal {
  /// The p-value of a standard normal value.
  static func p(_ z: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: erfc(abs(z) / 2.0.squareRoot())
    case .greater: erfc(z / 2.0.squareRoot()) / 2
    case .less: erfc(-z / 2.0.squareRoot()) / 2
    case .directed: erfc(abs(z) / 2.0.squareRoot()) / 2
    }
  }
}
