import Comparison
import SpatialStatistics
import Testing

@Suite struct ChangeSplitTests {
  private static func figure(_ numerator: Double, _ denominator: Double, factor: Double = 1000)
    -> PublishedFigure
  {
    PublishedFigure(
      value: (numerator / denominator * factor * 10).rounded() / 10, numerator: numerator,
      denominator: denominator)
  }

  private static let perThousand = PublishedScale([figure(33, 700), figure(7, 90)])
  private static let perTenThousand = PublishedScale([
    figure(33, 700, factor: 10_000), figure(7, 90, factor: 10_000),
  ])
  private static let plain = PublishedScale([PublishedFigure(value: 41)])

  @Test func factorsAndDecimalsAreFound() {
    #expect(Self.perThousand.factor == 1000 && Self.perThousand.decimals == 1)
    #expect(Self.perTenThousand.factor == 10_000)
    #expect(Self.plain.factor == nil && Self.plain.decimals == 0)
    // A quotient of shares is no ratio of its parts.
    let quotient = PublishedFigure(value: 1.37, numerator: 5, denominator: 20)
    #expect(PublishedScale([quotient]).factor == nil)
  }

  /// For all causes and many numbers: parts that are there add up to the change.
  @Test func partsAddUp() throws {
    var stream = RandomStream(seed: 4, 1)
    for _ in 0..<2000 {
      let newFactor = stream.next(below: 2) == 0
      let before = Self.figure(
        Double(stream.next(below: 90)), Double(1 + stream.next(below: 4000)))
      let after = Self.figure(
        Double(stream.next(below: 90)), Double(1 + stream.next(below: 4000)),
        factor: newFactor ? 10_000 : 1000)
      let split = ChangeSplit(
        before, after,
        scales: (Self.perThousand, newFactor ? Self.perTenThousand : Self.perThousand),
        hasMoved: stream.next(below: 2) == 0,
        changes: RunChanges(figures: stream.next(below: 2) == 0, method: newFactor))
      let parts = [split.figures, split.boundaries, split.method, split.rounding, split.unsplit]
      let sum = parts.reduce(0) { $0 + ($1 ?? .nan) }
      let difference = try #require(split.difference)
      #expect(abs(sum - difference) <= 1e-9 * max(1, abs(difference)))
      #expect(abs(split.rounding ?? 1) <= 0.1 + 1e-9)
    }
  }

  @Test func eachCauseGetsItsOwn() {
    func split(
      _ before: PublishedFigure, _ after: PublishedFigure, moved: Bool = false,
      figures: Bool = true, method: Bool = false,
      scales: (PublishedScale, PublishedScale) = (Self.perThousand, Self.perThousand)
    ) -> ChangeSplit {
      ChangeSplit(
        before, after, scales: scales, hasMoved: moved,
        changes: RunChanges(figures: figures, method: method))
    }
    let ten = Self.figure(10, 1000)
    let twenty = Self.figure(20, 1000)
    #expect(split(ten, twenty).figures == 10)
    #expect(split(ten, twenty, moved: true).boundaries == 10)
    #expect(split(ten, twenty, figures: false, method: true).method == 10)
    #expect(split(ten, twenty, method: true).unsplit == 10)
    // The same parts under another factor are method, whatever else has changed.
    let other = split(
      ten, Self.figure(10, 1000, factor: 10_000), method: true,
      scales: (Self.perThousand, Self.perTenThousand))
    #expect(other.method == 90 && other.unsplit == 0)
    // 1/3 and 2/6 per thousand differ in nothing, rounded or not.
    let same = split(Self.figure(1, 3), Self.figure(2, 6))
    #expect(same.difference == 0 && same.figures == 0 && same.rounding == 0)
  }

  @Test func roundingIsNamed() {
    let unit = ChangeSplit(
      PublishedFigure(value: 41), PublishedFigure(value: 42), scales: (Self.plain, Self.plain),
      hasMoved: false, changes: RunChanges(figures: true, method: false))
    let more = ChangeSplit(
      PublishedFigure(value: 41), PublishedFigure(value: 43), scales: (Self.plain, Self.plain),
      hasMoved: false, changes: RunChanges(figures: true, method: false))
    #expect(unit.isWithinRounding && !more.isWithinRounding)
  }

  @Test func whatCannotBeComparedSaysWhy() {
    let value = PublishedFigure(value: 1)
    let none = PublishedFigure(value: nil)
    func kind(_ before: PublishedFigure?, _ after: PublishedFigure?) -> ChangeSplit.Kind {
      ChangeSplit(
        before, after, scales: (Self.plain, Self.plain), hasMoved: false,
        changes: RunChanges(figures: true, method: false)
      ).kind
    }
    #expect(kind(nil, value) == .newArea && kind(value, nil) == .goneArea)
    #expect(kind(none, value) == .appeared && kind(value, none) == .vanished)
    #expect(kind(none, none) == .none && kind(value, value) == .compared)
  }
}
