import Foundation
import Quality
import Testing

@Suite struct HeapingTests {
  /// Against scipy: `Tests/Oracles/binomial_tail.py`.
  @Test func tailsOfScipy() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/binomial_tail.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 200)
    for line in lines {
      let cells = line.split(separator: ";")
      let probability = try #require(Double(cells[0]))
      let (total, count) = try #require(
        Int(cells[1]).flatMap { n in Int(cells[2]).map { (n, $0) } })
      let expected = try #require(Double(cells[3]))
      let found = BinomialTail.atLeast(count, of: total, probability: probability)
      let isNear = abs(found - expected) <= 1e-8 * expected
      #expect(isNear, "\(line): \(found)")
      let critical = try #require(Int(cells[4]))
      let excess = try #require(
        Heaping.excess(count: count, of: total, expected: probability))
      #expect((excess > 0) == (count >= critical), "\(line): \(excess)")
    }
  }

  @Test func endsOfTheTail() {
    #expect(BinomialTail.atLeast(0, of: 10, probability: 0.1) == 1)
    #expect(BinomialTail.atLeast(-1, of: 0, probability: 0.1) == 1)
    #expect(BinomialTail.atLeast(11, of: 10, probability: 0.1) == 0)
    let all = abs(BinomialTail.atLeast(3, of: 3, probability: 0.1) - 1e-3)
    #expect(all < 1e-12)
  }

  /// Of every size a set without a heap is told to have one with a probability of at most one in a thousand.
  @Test(arguments: [Heaping.newYear, Heaping.firstOfMonth, 0.1, 1e-4])
  func chanceIsSeldomAHeap(_ expected: Double) throws {
    for total in 1...400 {
      let smallest = (1...total).first {
        (Heaping.excess(count: $0, of: total, expected: expected) ?? 0) > 0
      }
      guard let smallest else { continue }
      #expect(smallest >= 2)
      let probability = BinomialTail.atLeast(smallest, of: total, probability: expected)
      #expect(probability <= 0.001)
    }
  }

  /// Random dates, in sets of ten to forty: of 50,000 sets 11 are expected to be told to have a heap, as the exact
  /// distribution says; beyond three standard deviations lie 2,262.
  @Test func randomDatesAreSeldomAHeap() {
    var state: UInt64 = 20_241_231
    func draw(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    let sets = 50_000
    var told = 0
    for _ in 0..<sets {
      let total = 10 + Int(draw(31))
      // Four years of 365.25 days, of which four days are a first of January.
      let count = (0..<total).count { _ in draw(1461) < 4 }
      if (Heaping.excess(count: count, of: total, expected: Heaping.newYear) ?? 0) > 0 { told += 1 }
    }
    #expect(told > 0)
    #expect(told <= sets / 1000)
  }

  @Test func fewRecords() {
    #expect(Heaping.excess(count: 1, of: 1, expected: Heaping.newYear) == 0)
    // Seldom enough by the numbers, and no heap all the same.
    #expect(Heaping.excess(count: 1, of: 5, expected: 1e-4) == 0)
    #expect(Heaping.excess(count: 2, of: 2, expected: Heaping.newYear) == 1)
    #expect(Heaping.excess(count: 2, of: 40, expected: Heaping.newYear) == 0)
  }
}
