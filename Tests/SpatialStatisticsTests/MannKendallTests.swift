import Foundation
import SpatialStatistics
import TestSupport
import Testing

@Suite struct MannKendallTests {
  @Test func handChecked() throws {
    // Rising throughout: one of 24 orders, and one that falls throughout.
    let rising = try MannKendall([1, 2, 3, 4])
    #expect(rising.score == 6)
    #expect(rising.tau == 1)
    #expect(rising.isExact)
    #expect(abs(rising.p - 2.0 / 24) < 1e-15)
    #expect(rising.slope == 1)
    #expect(rising.autocorrelation == nil)
    // With ties: 1 1 2 2 is one of six orders; 2 2 1 1 is as far from zero.
    let tied = try MannKendall([1, 1, 2, 2])
    #expect(tied.score == 4)
    #expect(abs(tied.p - 2.0 / 6) < 1e-15)
    // 0, 0, 1/3, 1/2, 1/2 and 1.
    #expect(abs(tied.slope - 5.0 / 12) < 1e-15)
  }

  /// Against scipy and pymannkendall: `Tests/Oracles/trend.py`.
  @Test func agreesWithOtherPrograms() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/trend.csv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count == 44)
    for row in rows {
      let cells = row.split(separator: ";")
      let values = cells[0].split(separator: " ").map { Double($0)! }
      let told = cells.dropFirst().map { Double($0)! }
      func agrees(_ own: Double, _ other: Double, _ what: String) {
        #expect(abs(own - other) <= 1e-9 * max(1, abs(other)), "\(what) of \(values.count)")
      }
      let test = try MannKendall(values.map { $0 })
      agrees(Double(test.score), told[0], "score")
      agrees(test.variance, told[1], "variance")
      agrees(test.z, told[2], "z")
      agrees(test.tau, told[3], "tau")
      if !told[4].isNaN { agrees(test.p, told[4], "exact p") }
      if !test.isExact { agrees(test.p, told[5], "normal p") }
      agrees(test.slope, told[6], "slope")
      agrees(try #require(test.slopeInterval).lowerBound, told[7], "lower bound")
      agrees(try #require(test.slopeInterval).upperBound, told[8], "upper bound")
      if !told[9].isNaN {
        let seasonal = try MannKendall(values.map { $0 }, seasons: 4)
        agrees(Double(seasonal.score), told[9], "seasonal score")
        agrees(seasonal.p, told[10], "seasonal p")
        // Per year there, per quarter here.
        agrees(seasonal.slope * 4, told[11], "seasonal slope")
      }
    }
  }

  /// The exact p is the share of all orders of the values.
  @Test func exactByEnumeration() throws {
    func orders(_ values: [Double]) -> [[Double]] {
      guard values.count > 1 else { return [values] }
      return values.indices.flatMap { place in
        var rest = values
        let first = rest.remove(at: place)
        return orders(rest).map { [first] + $0 }
      }
    }
    func score(_ values: [Double]) -> Int {
      values.indices.reduce(0) { sum, later in
        values[..<later].reduce(sum) { $0 + (values[later] > $1 ? 1 : values[later] < $1 ? -1 : 0) }
      }
    }
    for values: [Double] in [
      [3, 1, 2, 2, 5, 5], [1, 1, 1, 1, 2], [0, 0, 4, 4, 4, 0], [6, 1, 5, 2, 4, 3],
      [2, 2, 2, 3, 1, 1],
    ] {
      let own = abs(score(values))
      let all = orders(values)
      let share = Double(all.count { abs(score($0)) >= own }) / Double(all.count)
      #expect(abs(try MannKendall(values.map { $0 }).p - share) < 1e-12, "\(values)")
    }
  }

  @Test func turningTheSeriesTurnsTheSign() throws {
    var generator = RepeatableGenerator(seed: 3)
    for count in [5, 12, 33, 50] {
      let values = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
      guard Set(values).count > 1 else { continue }
      let test = try MannKendall(values.map { $0 })
      for other in [values.map { -$0 }, values.reversed()] {
        let turned = try MannKendall(other.map { $0 })
        #expect(turned.score == -test.score)
        #expect(turned.p == test.p)
        #expect(turned.slope == -test.slope)
      }
      let scaled = try MannKendall(values.map { 3 * $0 + 7 })
      #expect(scaled.p == test.p)
      #expect(abs(scaled.slope - 3 * test.slope) < 1e-12)
    }
  }

  @Test func missingValuesKeepTheirPlace() throws {
    let test = try MannKendall([1, nil, 3, 4, nil, 6])
    #expect(test.count == 4)
    #expect(test.slope == 1)
    #expect(test.p == (try MannKendall([1, 3, 4, 6])).p)
  }

  @Test func theSmallestP() throws {
    for count in 4...40 {
      let rising = (0..<count).map { Double($0) }
      let p = try MannKendall(rising).p
      #expect(abs(MannKendall.smallestP(counts: [count]) / p - 1) < 1e-12)
      let quarters = (0..<4).map { season in (0..<count).count { $0 % 4 == season } }
      if count > 4 {
        #expect(
          MannKendall.smallestP(counts: quarters) == (try MannKendall(rising, seasons: 4).p))
      }
    }
    // Four values have 24 orders, and one that rises: no p reaches a level of 5 %.
    #expect(MannKendall.smallestP(counts: [4]) == 2.0 / 24)
  }

  @Test func badSeries() {
    func failure(_ values: [Double?], seasons: Int = 1) -> MannKendall.Failure? {
      do throws(MannKendall.Failure) {
        _ = try MannKendall(values, seasons: seasons)
        return nil
      } catch { return error }
    }
    #expect(failure([1, 2, 3]) == .tooFewValues(3))
    #expect(failure([]) == .tooFewValues(0))
    #expect(failure([1, nil, 3, 4, nil]) == .tooFewValues(3))
    #expect(failure([5, 5, 5, 5, nil]) == .constant)
    #expect(failure([1, 2, .nan, 4]) == .notFinite(period: 2))
    #expect(failure([1, 2, .infinity, 4]) == .notFinite(period: 2))
    #expect(failure([1, -1e308, 1e308, 4]) == .tooLarge(period: 1))
    #expect(failure([1, 2, 3, 4], seasons: 0) == .seasons(0))
    #expect(failure([1, 2, 3, 4], seasons: 4) == .seasons(4))
  }

  /// Series without trend are rejected in 5 % of cases at most; those that depend on the value before
  /// in more, which the autocorrelation shows.
  @Test func sizeWithAndWithoutDependence() throws {
    var generator = RepeatableGenerator(seed: 12)
    func rate(_ dependence: Double) throws -> (rejected: Double, correlation: Double) {
      let series = (0..<1_000).map { _ in
        var value = 0.0
        return (0..<28).map { _ -> Double? in
          let noise = (0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0..<1, using: &generator)
          }
          value = dependence * value + noise
          return value
        }
      }
      let tests = try MannKendall.areas(series).map { try $0.get() }
      return (
        Double(tests.count { $0.p <= 0.05 }) / 1_000,
        tests.reduce(0) { $0 + ($1.autocorrelation ?? 0) } / 1_000
      )
    }
    let independent = try rate(0)
    #expect(abs(independent.rejected - 0.05) <= 3 * (0.05 * 0.95 / 1_000).squareRoot())
    let dependent = try rate(0.6)
    #expect(dependent.rejected > 0.15)
    #expect(dependent.correlation > independent.correlation + 0.3)
  }
}
