/// The windows of the map itself: of each middle the best one.
struct ObservedWindows: Sendable {
  /// A window, by the number of areas in order around its middle.
  struct Window: Sendable {
    let centre: Int
    let length: Int
    let periods: Range<Int>
    let cases: Int
    let expected: Double
    let ratio: Double
  }

  private let best: [Window?]
  let windowCount: Int

  init(_ model: ScanModel) async throws {
    let tasks = model.options.tasks
    let centres = 0..<model.data.areaCount
    let found = try await Tasks.map(centres.split(tasks * 8), tasks: tasks) { part in
      var search = WindowSearch(model)
      return (part.map { search.best(around: $0) }, search.windowCount)
    }
    best = found.flatMap(\.0)
    windowCount = found.reduce(0) { $0 + $1.1 }
  }

  /// Clusters that share no area, the largest ratio first: each is the best of all windows that share
  /// no area with an earlier one.
  func clusters(_ model: ScanModel, maxima: [Double], gumbel: GumbelDistribution) -> [ScanCluster] {
    var search = WindowSearch(model)
    var candidates = best.compactMap(\.self)
    // Lowest first; the last one is the next to be looked at.
    candidates.sort { Self.precedes($1, $0) }
    var clusters: [ScanCluster] = []
    let sorted = maxima.sorted()
    while clusters.count < model.options.mostClusters, let window = candidates.popLast() {
      if search.isTaken(window) {
        // Its best window is gone; the next best around it is no better, so it goes back in line.
        if let next = search.best(around: window.centre) {
          let place = candidates.partitioningIndex { !Self.precedes(next, $0) }
          candidates.insert(next, at: place)
        }
        continue
      }
      let cluster = search.cluster(window, sorted: sorted, gumbel: gumbel)
      if !clusters.isEmpty, cluster.p > model.options.largestP { break }
      search.take(cluster.areas)
      clusters.append(cluster)
    }
    return clusters
  }

  /// Whether one window is reported before another: larger ratio, then the lower middle.
  private static func precedes(_ a: Window, _ b: Window) -> Bool {
    a.ratio != b.ratio ? a.ratio > b.ratio : a.centre < b.centre
  }
}

extension [ObservedWindows.Window] {
  /// The first place at which `belongsBehind` holds, in an array where it holds from there on.
  fileprivate func partitioningIndex(_ belongsBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Looks for the best window around one middle after another.
struct WindowSearch {
  private let model: ScanModel
  /// Cases and weights per area for each stretch of periods.
  private let parts: [(periods: Range<Int>, cases: [Int], weights: [Double])]
  private var scratch: NeighbourSorter.Scratch
  private var taken: [Bool]
  private(set) var windowCount = 0

  init(_ model: ScanModel) {
    self.model = model
    parts = model.intervals.map {
      ($0, model.sums(model.data.cases, over: $0), model.sums(model.weights, over: $0))
    }
    scratch = NeighbourSorter.Scratch(count: model.data.areaCount)
    taken = [Bool](repeating: false, count: model.data.areaCount)
  }

  /// The window with the largest ratio among those without a taken area; of equals the smallest, and
  /// the earliest. Nil when none counts.
  mutating func best(around centre: Int) -> ObservedWindows.Window? {
    guard !taken[centre] else { return nil }
    let order = model.sorter.order(around: centre, using: &scratch)
    var best: ObservedWindows.Window?
    var largest = 0.0
    for part in parts {
      var cases = 0
      var weight = 0.0
      for position in order.areas.indices {
        let area = Int(order.areas[position])
        if taken[area] { break }
        cases += part.cases[area]
        weight += part.weights[area]
        guard order.isEnd[position] else { continue }
        windowCount += 1
        let expected = weight * model.factor
        let number = Double(cases)
        guard model.counts(number, expected),
          model.likelihood.bound(number, expected: expected) > largest
        else { continue }
        let ratio = model.likelihood.logRatio(number, expected: expected)
        if ratio > largest {
          largest = ratio
          best = ObservedWindows.Window(
            centre: centre, length: position + 1, periods: part.periods, cases: cases,
            expected: expected, ratio: ratio)
        }
      }
    }
    return best
  }

  /// Whether a window shares an area with a cluster that was taken.
  mutating func isTaken(_ window: ObservedWindows.Window) -> Bool {
    if taken[window.centre] { return true }
    return areas(window).contains { taken[$0] }
  }

  /// Leaves areas out of all windows from now on.
  mutating func take(_ areas: [Int]) { for area in areas { taken[area] = true } }

  private mutating func areas(_ window: ObservedWindows.Window) -> [Int] {
    model.sorter.order(around: window.centre, using: &scratch).areas.prefix(window.length)
      .map(Int.init)
  }

  /// A window with its p-values; `sorted` are the maxima of the replicates, ascending.
  mutating func cluster(
    _ window: ObservedWindows.Window, sorted: [Double], gumbel: GumbelDistribution
  ) -> ScanCluster {
    let data = model.data
    let inside = areas(window)
    let farthest = inside.last ?? window.centre
    let (dx, dy) = (
      data.x[farthest] - data.x[window.centre], data.y[farthest] - data.y[window.centre]
    )
    let rest = Double(data.totalCases - window.cases)
    let rateInside = Double(window.cases) / window.expected
    let rateOutside = rest / (Double(data.totalCases) - window.expected)
    // A window with the same areas may have another rounding; that is no difference.
    let least = window.ratio - 1e-9 * (1 + window.ratio)
    let reached = sorted.count { $0 >= least }
    return ScanCluster(
      centre: window.centre, areas: inside, periods: window.periods,
      radius: (dx * dx + dy * dy).squareRoot(), cases: window.cases, expected: window.expected,
      relativeRisk: rateOutside > 0 ? rateInside / rateOutside : .infinity,
      logLikelihoodRatio: window.ratio,
      p: Double(reached + 1) / Double(sorted.count + 1), gumbelP: gumbel.upperTail(window.ratio))
  }
}
