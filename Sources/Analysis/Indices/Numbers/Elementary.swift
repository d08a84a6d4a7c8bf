#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The natural logarithm.
@inline(__always) func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// The exponential function.
@inline(__always) func exponential(_ value: Double) -> Double { exp(value) }

/// `base` to the power `exponent`.
@inline(__always) func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
