#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The regularised incomplete gamma functions: tails of the Poisson and chi-squared distributions.
///
/// By series below a + 1 and by continued fraction above (NIST Digital Library of Mathematical
/// Functions, 8.7.1 and 8.9.2); relative error about 1e-13 for a up to a million.
enum IncompleteGamma {
  /// P(a, x), a above 0 and x not negative.
  static func lower(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// Q(a, x) = 1 − P(a, x).
  static func upper(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// x^a e^−x / Γ(a + 1), without loss of digits for large a.
  static func density(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return a == 0 ? 1 : 0 }
    if a < 16 { return exp(a * log(x) - x) / tgamma(a + 1) }
    // Stirling with the remainder, and a log(x/a) − (x − a) from the small difference.
    let u = (x - a) / a
    let deviance = u > -0.5 && u < 1 ? log1pMinus(u) : log(x / a) - u
    return exp(a * deviance - remainder(a)) / (2 * Double.pi * a).squareRoot()
  }

  /// log(1 + u) − u without cancellation.
  private static func log1pMinus(_ u: Double) -> Double {
    guard abs(u) < 0.1 else { return log1p(u) - u }
    var term = -u * u
    var sum = 0.0
    var k = 2.0
    while abs(term) > 1e-19 * abs(sum) || k < 4 {
      sum += term / k
      term *= -u
      k += 1
      if term == 0 || k > 60 { break }
    }
    return sum
  }

  /// log Γ(a + 1) − (a log a − a + ½ log 2πa), for a of 16 and more.
  private static func remainder(_ a: Double) -> Double {
    let r = 1 / (a * a)
    return
      (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - r / 1188) * r) * r) * r) / a
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var k = a + 1
    while term > sum * 1e-17 {
      term *= x / k
      sum += term
      k += 1
    }
    return min(density(a, x) * sum, 1)
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    // Lentz's method; the first factor is x^a e^−x / Γ(a) = a · density.
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    var k = 1.0
    while k < 1e6 {
      let step = -k * (k - a)
      b += 2
      d = step * d + b
      if abs(d) < 1e-300 { d = 1e-300 }
      c = b + step / c
      if abs(c) < 1e-300 { c = 1e-300 }
      d = 1 / d
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
      k += 1
    }
    return min(a * density(a, x) * h, 1)
  }
}

/// Powers of numbers that are not negative.
enum Power {
  static func of(_ base: Double, _ exponent: Double) -> Double {
    exponent == 2 ? base * base : exponent == 1 ? base : pow(base, exponent)
  }
}
