#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The functions of real numbers that the standard library lacks.
enum Real {
  @inline(__always) static func log(_ x: Double) -> Double { _log(x) }
  @inline(__always) static func exp(_ x: Double) -> Double { _exp(x) }
  @inline(__always) static func log1p(_ x: Double) -> Double { _log1p(x) }
  @inline(__always) static func expm1(_ x: Double) -> Double { _expm1(x) }
  @inline(__always) static func erfc(_ x: Double) -> Double { _erfc(x) }

  /// The natural logarithm of `count` factorial.
  static func logFactorial(_ count: Int) -> Double {
    if count < smallFactorials.count { return smallFactorials[count] }
    // Stirling's series; the first term left out is below 1e-16 from 32 on.
    let x = Double(count + 1)
    let inverse = 1 / x
    let square = inverse * inverse
    let series =
      inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)))
    return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series
  }

  private static let smallFactorials: [Double] = {
    var logs = [0.0]
    for k in 1..<64 { logs.append(logs[k - 1] + log(Double(k))) }
    return logs
  }()
}

@inline(__always) private func _log(_ x: Double) -> Double { log(x) }
@inline(__always) private func _exp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func _log1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func _expm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func _erfc(_ x: Double) -> Double { erfc(x) }
