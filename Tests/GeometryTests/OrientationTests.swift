import Geometry
import TestSupport
import Testing

@Suite struct OrientationTests {
  /// The sign of the determinant for whole numbers below 2^60, exact in 128 bits.
  private func exact(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
    let left = Int128(a.0 - c.0) * Int128(b.1 - c.1)
    let right = Int128(a.1 - c.1) * Int128(b.0 - c.0)
    return left == right ? 0 : (left > right ? 1 : -1)
  }

  @Test func sidesOfALine() {
    let a = Position(x: 0, y: 0)
    let b = Position(x: 10, y: 0)
    #expect(orientation(a, b, Position(x: 5, y: 1)) == 1)
    #expect(orientation(a, b, Position(x: 5, y: -1)) == -1)
    #expect(orientation(a, b, Position(x: 50, y: 0)) == 0)
    #expect(orientation(a, b, Position(x: 5, y: .leastNonzeroMagnitude)) == 1)
    #expect(orientation(a, a, b) == 0)
  }

  /// The grid around (0.5, 0.5) with steps of 2^-53 from Kettner and others, Classroom examples of
  /// robustness problems, 2008, on which plain arithmetic gives wrong signs.
  @Test func gridNearALine() {
    let unit = 1 << 53
    let half = unit / 2
    let far = [((12, 12), (24, 24)), ((17, 17), (19, 19)), ((8, 8), (3, 3))]
    var onLine = 0
    for (b, c) in far {
      for i in 0..<64 {
        for j in 0..<64 {
          let a = Position(x: 0.5 + Double(i) / Double(unit), y: 0.5 + Double(j) / Double(unit))
          // Steps below the spacing of doubles round away; take the number that is left.
          let whole = (Int(a.x * Double(unit)), Int(a.y * Double(unit)))
          #expect(whole.0 - half <= i + 1)
          let got = orientation(
            a, Position(x: Double(b.0), y: Double(b.1)), Position(x: Double(c.0), y: Double(c.1)))
          let want = exact(whole, (b.0 * unit, b.1 * unit), (c.0 * unit, c.1 * unit))
          #expect(got == want)
          if got == 0 { onLine += 1 }
        }
      }
    }
    #expect(onLine == 3 * 64)
  }

  @Test func agreesWithWholeNumbersAndKeepsSymmetry() {
    var generator = RepeatableGenerator(seed: 11)
    for round in 0..<20_000 {
      // RD metres in steps of 2^-30, points close to one line in half of the rounds.
      func whole() -> Int { Int.random(in: 0..<(1 << 49), using: &generator) }
      let a = (whole(), whole())
      let b = (whole(), whole())
      var c = (whole(), whole())
      if round % 2 == 0 {
        c = ((a.0 + b.0) / 2, (a.1 + b.1) / 2 + Int.random(in: -1...1, using: &generator))
      }
      func position(_ p: (Int, Int)) -> Position {
        Position(x: Double(p.0) / 1_073_741_824, y: Double(p.1) / 1_073_741_824)
      }
      let got = orientation(position(a), position(b), position(c))
      #expect(got == exact(a, b, c))
      #expect(got == -orientation(position(b), position(a), position(c)))
      #expect(got == orientation(position(b), position(c), position(a)))
    }
  }
}
