import SpatialStatistics
import Testing

@testable import Indices

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct QuickLogarithmTests {
  /// Against the C library, over all powers of two and close to 1.
  @Test func isTheLogarithm() {
    var stream = RandomStream(seed: 8, 3)
    for power in -1_020...1_020 {
      for _ in 0..<20 {
        let x = Double(sign: .plus, exponent: power, significand: 1 + stream.uniform())
        let exact = log(x)
        #expect(abs(quickLogarithm(x) - exact) <= 4 * max(exact.magnitude.ulp, 2.5e-16))
      }
    }
    #expect(quickLogarithm(1) == 0)
    #expect(abs(quickLogarithm(2.0.squareRoot()) - log(2) / 2) < 1e-15)
    #expect(quickLogarithm(.nan).isNaN)
    #expect(quickLogarithm(.leastNormalMagnitude) == log(.leastNormalMagnitude))
  }

  /// Keys come in the order of their scores, and equal scores in that of their areas.
  @Test func keysAreInOrder() {
    var stream = RandomStream(seed: 8, 4)
    for count in [2, 63, 64, 500] {
      let scores = (0..<count).map { _ in (100 * stream.uniform() * 40).rounded() / 40 }
      var keys = scores.indices.map { KeyOrder.key(scores[$0], area: $0) }
      var order = KeyOrder()
      order.sort(&keys)
      #expect(
        keys.map(KeyOrder.area)
          == scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) })
    }
    #expect(KeyOrder.key(.nan, area: 5) == KeyOrder.key(0, area: 5))
    #expect(KeyOrder.key(100.000_001, area: 5) == KeyOrder.key(100, area: 5))
    #expect(KeyOrder.score(KeyOrder.key(100, area: 0)) == 100 << 25)
  }
}
