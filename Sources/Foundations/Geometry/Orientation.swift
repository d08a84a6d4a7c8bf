/// On which side of the line from `a` to `b` the position `c` lies, decided without rounding error.
///
/// Positive: left; negative: right; zero: on the line. A quick sum decides when it is certain; close
/// to the line the determinant is added up exactly.
/// Source: J. R. Shewchuk, Adaptive precision floating-point arithmetic, 1997,
/// doi:10.1007/PL00009321 (error bound A; the exact stage here is a plain expansion sum).
/// Not guaranteed for coordinates above 1e150, where products overflow.
@inlinable
public func orientation(_ a: Position, _ b: Position, _ c: Position) -> Int {
  let left = (a.x - c.x) * (b.y - c.y)
  let right = (a.y - c.y) * (b.x - c.x)
  let determinant = left - right
  let bound = 3.3306690738754716e-16 * (abs(left) + abs(right))
  if determinant > bound { return 1 }
  if -determinant > bound { return -1 }
  return exactOrientation(a, b, c)
}

/// The sign of ax·by − ax·cy − cx·by − ay·bx + ay·cx + cy·bx, exactly.
@usableFromInline
func exactOrientation(_ a: Position, _ b: Position, _ c: Position) -> Int {
  var sum = ExpansionSum()
  sum.addProduct(a.x, b.y)
  sum.addProduct(-a.x, c.y)
  sum.addProduct(-c.x, b.y)
  sum.addProduct(-a.y, b.x)
  sum.addProduct(a.y, c.x)
  sum.addProduct(c.y, b.x)
  return sum.sign
}

/// A sum of doubles kept without rounding, as parts that do not overlap, smallest first.
private struct ExpansionSum {
  private var parts: [Double] = []

  mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    add((-product).addingProduct(a, b))
    add(product)
  }

  private mutating func add(_ value: Double) {
    var carry = value
    var kept: [Double] = []
    kept.reserveCapacity(parts.count + 1)
    for part in parts {
      let total = carry + part
      let virtual = total - carry
      let error = (carry - (total - virtual)) + (part - virtual)
      if error != 0 { kept.append(error) }
      carry = total
    }
    if carry != 0 || kept.isEmpty { kept.append(carry) }
    parts = kept
  }

  var sign: Int {
    guard let largest = parts.last, largest != 0 else { return 0 }
    return largest > 0 ? 1 : -1
  }
}
