import SpatialStatistics
import TestSupport
import Testing

@Suite struct ClassBreaksTests {
  private func plain(_ values: [Double]) -> [WeightedValue] {
    values.map { WeightedValue(value: $0, weight: 1) }
  }

  /// The weighted squared distances to the class means.
  private func cost(_ items: [WeightedValue], classOf: (Double) -> Int) -> Double {
    var groups: [Int: [WeightedValue]] = [:]
    for item in items { groups[classOf(item.value), default: []].append(item) }
    return groups.values.reduce(0) { total, members in
      let weight = members.reduce(0) { $0 + $1.weight }
      let mean = members.reduce(0) { $0 + $1.value * $1.weight } / weight
      return total
        + members.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.weight }
    }
  }

  /// The least cost over every way to cut the different values into `classes` runs.
  private func leastCost(_ items: [WeightedValue], classes: Int) -> Double {
    let values = Set(items.map(\.value)).sorted()
    guard classes < values.count else { return 0 }
    var least = Double.infinity
    for cuts in 0..<(1 << (values.count - 1)) where cuts.nonzeroBitCount == classes - 1 {
      let total = cost(items) { value in
        let place = values.firstIndex(of: value) ?? 0
        return (cuts & ((1 << place) - 1)).nonzeroBitCount
      }
      least = min(least, total)
    }
    return least
  }

  @Test(arguments: [false, true])
  func optimalIsAsGoodAsEveryDivision(isWeighted: Bool) throws {
    var generator = RepeatableGenerator(seed: 11)
    for round in 0..<150 {
      let count = Int.random(in: 1...(round % 10 == 0 ? 12 : 9), using: &generator)
      let items = (0..<count).map { _ in
        let value: Double =
          round % 3 == 0
          ? Double(Int.random(in: -5...5, using: &generator))
          : Double.random(in: -100...100, using: &generator)
        let weight = isWeighted ? Double.random(in: 0.01...3, using: &generator) : 1
        return WeightedValue(value: value, weight: weight)
      }
      for classes in 1...6 {
        let breaks = ClassBreaks(items, classes: classes, method: .optimal)
        let different = Set(items.map(\.value)).count
        #expect(breaks.count == min(classes, different))
        let found = cost(items) { breaks.classIndex(of: $0) ?? -1 }
        let least = leastCost(items, classes: classes)
        #expect(abs(found - least) <= 1e-9 * (1 + least), "\(items) in \(classes)")
        #expect(breaks.edges.first == items.map(\.value).min())
        #expect(breaks.edges.last == items.map(\.value).max())
      }
    }
  }

  @Test func largeNumbersWithSmallDifferences() {
    let items = plain([0, 1, 2, 50, 51, 99].map { 1_000_000_000 + $0 })
    let breaks = ClassBreaks(items, classes: 3, method: .optimal)
    #expect(breaks.edges.map { $0 - 1_000_000_000 } == [0, 50, 99, 99])
  }

  @Test func weightMovesTheBreaks() {
    let values = [0.0, 1, 3]
    let even = ClassBreaks(plain(values), classes: 2, method: .optimal)
    #expect(even.edges == [0, 3, 3])
    let heavy = zip(values, [100.0, 100, 1]).map { WeightedValue(value: $0, weight: $1) }
    #expect(ClassBreaks(heavy, classes: 2, method: .optimal).edges == [0, 1, 3])
  }

  @Test func theOrderOfTheValuesDoesNotMatter() {
    var generator = RepeatableGenerator(seed: 12)
    let items = (0..<60).map { _ in
      WeightedValue(
        value: Double(Int.random(in: 0...20, using: &generator)),
        weight: Double.random(in: 0.1...1, using: &generator))
    }
    for method in ClassificationMethod.allCases {
      let breaks = ClassBreaks(items, classes: 5, method: method)
      for _ in 0..<20 {
        let shuffled = items.shuffled(using: &generator)
        #expect(ClassBreaks(shuffled, classes: 5, method: method) == breaks)
      }
    }
  }

  // MARK: Quantiles

  @Test func quantilesOfDifferentValues() {
    let breaks = ClassBreaks(plain((1...10).map(Double.init)), classes: 5, method: .quantile)
    #expect(breaks.edges == [1, 3, 5, 7, 9, 10])
    let thirds = ClassBreaks(plain((1...9).map(Double.init)), classes: 3, method: .quantile)
    #expect(thirds.edges == [1, 4, 7, 9])
  }

  @Test func equalValuesStayTogether() {
    let breaks = ClassBreaks(plain([1, 1, 1, 1, 1, 1, 2, 3, 4, 5]), classes: 5, method: .quantile)
    // Six in ten are 1: they take the place of three classes.
    #expect(breaks.edges == [1, 2, 4, 5])
    #expect(breaks.classIndex(of: 1) == 0)
    for value in [2.0, 3] { #expect(breaks.classIndex(of: value) == 1) }
    for value in [4.0, 5] { #expect(breaks.classIndex(of: value) == 2) }
  }

  @Test func quantilesCountWeight() {
    let items = zip([1.0, 2, 3, 4], [3.0, 1, 1, 1]).map { WeightedValue(value: $0, weight: $1) }
    #expect(ClassBreaks(items, classes: 2, method: .quantile).edges == [1, 2, 4])
  }

  @Test func quantilesOfSeededValuesCarryWhatTheyShould() {
    var generator = RepeatableGenerator(seed: 13)
    for _ in 0..<100 {
      let values = (0..<50).map { _ in Double(Int.random(in: 0...30, using: &generator)) }
      let breaks = ClassBreaks(plain(values), classes: 5, method: .quantile)
      // Each class begins at the first value below which at least k fifths of the values lie.
      let wanted = Set(
        (0..<5).compactMap { k in
          Set(values).sorted().first { start in values.count { $0 < start } * 5 >= k * 50 }
        }
      ).sorted()
      #expect(Array(breaks.edges.dropLast()) == wanted)
    }
  }

  // MARK: Edges

  @Test(arguments: ClassificationMethod.allCases)
  func noValues(method: ClassificationMethod) {
    for breaks in [
      ClassBreaks([], classes: 5, method: method),
      ClassBreaks(plain([1, 2]), classes: 0, method: method),
      ClassBreaks(plain([.nan, .infinity]), classes: 5, method: method),
    ] {
      #expect(breaks.edges == [])
      #expect(breaks.count == 0)
      #expect(breaks.classIndex(of: 1) == nil)
    }
  }

  @Test(arguments: ClassificationMethod.allCases)
  func allEqual(method: ClassificationMethod) {
    let breaks = ClassBreaks(plain([7, 7, 7]), classes: 5, method: method)
    #expect(breaks.edges == [7, 7])
    #expect(breaks.count == 1)
    #expect(breaks.classIndex(of: 7) == 0)
    #expect(breaks.classIndex(of: 6.9) == nil)
    #expect(breaks.classIndex(of: 7.1) == nil)
  }

  @Test(arguments: ClassificationMethod.allCases)
  func everyValueHasAClassAndEdgesBelongToTheUpperOne(method: ClassificationMethod) {
    let isFull = [.quantile, .optimal, .equal].contains(method)
    var generator = RepeatableGenerator(seed: 14)
    for classes in 1...7 {
      let values = (0..<80).map { _ in Double.random(in: 0...1, using: &generator) }
      let breaks = ClassBreaks(plain(values), classes: classes, method: method)
      #expect(isFull ? breaks.count == classes : (1...classes).contains(breaks.count))
      for value in values { #expect(breaks.classIndex(of: value) != nil) }
      for (index, edge) in breaks.edges.dropLast().enumerated() {
        #expect(breaks.classIndex(of: edge) == index)
        if index > 0 { #expect(breaks.classIndex(of: edge.nextDown) == index - 1) }
      }
      #expect(breaks.classIndex(of: breaks.edges[breaks.count]) == breaks.count - 1)
      #expect(breaks.classIndex(of: breaks.edges[breaks.count].nextUp) == nil)
      #expect(breaks.classIndex(of: breaks.edges[0].nextDown) == nil)
      #expect(breaks.classIndex(of: .nan) == nil)
      #expect(breaks.edges == breaks.edges.sorted())
    }
  }

  // MARK: Other methods

  private let skewed = [1.0, 2, 2, 3, 3, 3, 4, 5, 6, 8, 13, 40]

  @Test func equalWidths() {
    let breaks = ClassBreaks(plain(skewed + [51]), classes: 5, method: .equal)
    #expect(breaks.edges == [1, 11, 21, 31, 41, 51])
  }

  @Test func standardDeviations() {
    // Mean 5, deviation 2.
    let values = [2.0, 4, 4, 4, 5, 5, 7, 9, 0.5, 9.5]
    let eight = plain(Array(values[..<8]))
    #expect(ClassBreaks(eight, classes: 5, method: .deviation).edges == [2, 4, 6, 8, 9])
    #expect(ClassBreaks(eight, classes: 4, method: .deviation).edges == [2, 3, 5, 7, 9])
    // A value of weight two is two values.
    let paired = [2.0, 4, 5, 7, 9].map { value in
      WeightedValue(value: value, weight: Double(values[..<8].count { $0 == value }))
    }
    #expect(ClassBreaks(paired, classes: 5, method: .deviation).edges == [2, 4, 6, 8, 9])
  }

  @Test func headsAndTails() {
    // The mean of all is 7.5; of 8, 13 and 40 it is 20 1/3; then one is left.
    let breaks = ClassBreaks(plain(skewed), classes: 5, method: .headtail)
    #expect(breaks.edges == [1, 7.5, 61.0 / 3, 40] || breaks.count == 3)
    #expect(abs(breaks.edges[2] - 61.0 / 3) < 1e-12)
    #expect(ClassBreaks(plain(skewed), classes: 2, method: .headtail).edges == [1, 7.5, 40])
    // Half of the values lie above the mean: one cut, and no more.
    let even = ClassBreaks(plain((0..<10).map(Double.init)), classes: 5, method: .headtail)
    #expect(even.edges == [0, 4.5, 9])
  }

  @Test func boxPlots() {
    // Quarters at 2.5: 3 of 12 lie below 3, six below 4, nine below 8.
    let breaks = ClassBreaks(plain(skewed), classes: 5, method: .box)
    #expect(breaks.edges == [1, 3, 4, 8, 15.5, 40])
    let both = plain(skewed + [-30])
    #expect(ClassBreaks(both, classes: 6, method: .box).count == 6)
    #expect(ClassBreaks(both, classes: 5, method: .box).count == 5)
    #expect(ClassBreaks(both, classes: 2, method: .box).count == 2)
  }

  @Test func roundNumbers() {
    #expect(
      ClassBreaks(plain(skewed), classes: 5, method: .pretty).edges == [0, 10, 20, 30, 40])
    #expect(
      ClassBreaks(plain([0.013, 0.031]), classes: 5, method: .pretty).edges
        == [0.01, 0.015, 0.02, 0.025, 0.03, 0.035])
    #expect(
      ClassBreaks(plain([-7, 12]), classes: 5, method: .pretty).edges == [-10, -5, 0, 5, 10, 15])
    var generator = RepeatableGenerator(seed: 15)
    for _ in 0..<300 {
      let scale = Double.random(in: -6...9, using: &generator)
      let values = (0..<5).map { _ in
        Double.random(in: -1...1, using: &generator)
          * (0..<Int(abs(scale))).reduce(1) { p, _ in
            scale < 0 ? p / 10 : p * 10
          }
      }
      for classes in 2...7 {
        let breaks = ClassBreaks(plain(values), classes: classes, method: .pretty)
        #expect((1...classes).contains(breaks.count))
        for value in values { #expect(breaks.classIndex(of: value) != nil) }
      }
    }
  }

  @Test func givenBreaks() throws {
    let breaks = try #require(ClassBreaks(given: [2, 5, 100], over: skewed))
    #expect(breaks.edges == [0, 2, 5, 100, 100])
    #expect(skewed.allSatisfy { breaks.classIndex(of: $0) != nil })
    #expect(breaks.classIndex(of: 2) == 1 && breaks.classIndex(of: 5) == 2)
    #expect(try #require(ClassBreaks(given: [10], over: [])).edges == [0, 10, 10])
    #expect(try #require(ClassBreaks(given: [-2, 3], over: [7])).edges == [-2, -2, 3, 7])
    #expect(ClassBreaks(given: [5, 2], over: skewed) == nil)
    #expect(ClassBreaks(given: [5, 5], over: skewed) == nil)
    #expect(ClassBreaks(given: [.nan], over: skewed) == nil)
  }
}
