import Testing

@testable import Study

/// Bounds as they are written hold those that were computed.
@Suite struct OutwardBoundsTests {
  @Test(
    arguments: [
      (0.53958...1.7448, 2, 0.53...1.75), (0.5...1.75, 2, 0.5...1.75),
      (12.14...15.51, 1, 12.1...15.6),
      // What a division leaves beside a number that can be written.
      (0.1 + 0.2...1.1 * 1.1, 1, 0.3...1.3), (0...100, 1, 0...100), (1.9...2.1, 0, 1...3),
    ] as [(ClosedRange<Double>, Int, ClosedRange<Double>)])
  func rounded(bounds: ClosedRange<Double>, decimals: Int, written: ClosedRange<Double>) {
    #expect(bounds.outwards(decimals: decimals) == written)
  }
}
