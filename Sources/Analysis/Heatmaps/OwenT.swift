#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Owen's T function: the chance that a standard bivariate normal lies right of `h` and between the
/// horizontal axis and the line y = `a` x.
///
/// Odd in `a`; T(0, ∞) = 1/4. D. B. Owen, Tables for computing bivariate normal probabilities, 1956,
/// doi:10.1214/aoms/1177728074. By Gauss-Legendre quadrature with 20 nodes for |a| ≤ 1 and by reflection
/// otherwise; the error is below 1e-13.
func owenT(_ h: Double, _ a: Double) -> Double {
  guard a >= 0 else { return -owenT(h, -a) }
  guard a > 1 else { return quadrature(h, a) }
  let far = h == 0 ? 0 : a * h
  let (q, r) = (upperTail(h), upperTail(far))
  return (q + r) / 2 - q * r - quadrature(far, 1 / a)
}

/// The chance that a standard normal is above `z`.
func upperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

private func quadrature(_ h: Double, _ a: Double) -> Double {
  guard h < 40, a > 0 else { return 0 }
  var sum = 0.0
  for (node, weight) in legendre {
    for place in [0.5 - node / 2, 0.5 + node / 2] {
      let t = a * place
      let q = 1 + t * t
      sum += weight * exp(-h * h * q / 2) / q
    }
  }
  return sum * a / (4 * Double.pi)
}

/// The positive nodes and the weights of Gauss-Legendre quadrature with 20 nodes on −1 to 1, by Newton's
/// method on the Legendre polynomial.
private let legendre: [(node: Double, weight: Double)] = (0..<10).map { index in
  let n = 20
  var x = cos(Double.pi * (Double(index) + 0.75) / (Double(n) + 0.5))
  var slope = 1.0
  for _ in 0..<100 {
    var (before, now) = (1.0, x)
    for k in 2...n {
      (before, now) = (now, (Double(2 * k - 1) * x * now - Double(k - 1) * before) / Double(k))
    }
    slope = Double(n) * (x * now - before) / (x * x - 1)
    let change = now / slope
    x -= change
    if abs(change) < 1e-16 { break }
  }
  return (x, 2 / ((1 - x * x) * slope * slope))
}
