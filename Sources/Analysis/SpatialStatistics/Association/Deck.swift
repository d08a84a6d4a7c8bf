/// All areas in a random order.
struct Deck {
  private var order: [Int32]
  /// Where each area lies.
  private(set) var places: [Int32]

  init(count: Int) {
    order = (0..<Int32(count)).map { $0 }
    places = order
  }

  /// Puts the deck in an order that depends on the sequence alone, not on the order before.
  mutating func shuffle(_ stream: inout RandomStream) {
    for area in order.indices { order[area] = Int32(area) }
    stream.shuffle(&order)
    for (place, area) in order.enumerated() { places[Int(area)] = Int32(place) }
  }

  /// The values of the areas in their order.
  func cards(of values: [Double]) -> [Double] { order.map { values[Int($0)] } }
}

/// How far the drawing for one area has come.
struct DealState {
  private(set) var count = PermutationCount()
  /// How many decks were used, or pieces drawn one by one.
  var decks = 0
  private var limit = 0
  private var decidedAt = Int.max

  /// How many permutations are still to be drawn.
  var wanted: Int { count.isDecided ? 0 : limit - count.permutations }
  /// Whether nothing is left to be drawn up to the limit.
  var isDone: Bool { wanted <= 0 && limit > 0 || count.isDecided }

  /// Sets how many permutations are drawn in all.
  mutating func target(_ limit: Int, decidedAt: Int?) {
    self.limit = limit
    self.decidedAt = decidedAt ?? .max
  }

  /// Counts over hands `start` and on, around the end, but for the one that is skipped.
  mutating func scan(
    _ values: Span<Double>, from base: Int, hands: Int, start: Int, skipping: Int, observed: Double
  ) {
    for part in [start..<hands, 0..<start] {
      if skipping >= part.lowerBound, skipping < part.upperBound {
        scan(values, base + part.lowerBound, base + skipping, observed)
        scan(values, base + skipping + 1, base + part.upperBound, observed)
      } else {
        scan(values, base + part.lowerBound, base + part.upperBound, observed)
      }
    }
  }

  private mutating func scan(
    _ values: Span<Double>, _ low: Int, _ high: Int, _ observed: Double
  ) {
    var first = low
    while first < high, wanted > 0 {
      let end = min(high, first + min(wanted, decidedAt == .max ? .max >> 1 : 512))
      let (atLeast, atMost) = Self.count(values, first, end, observed)
      if count.decidedUpper == nil, count.atLeast + atLeast >= decidedAt {
        count.decidedUpper = decided(values, first, end, count.atLeast) { $0 >= observed }
      }
      if count.decidedLower == nil, count.atMost + atMost >= decidedAt {
        count.decidedLower = decided(values, first, end, count.atMost) { $0 <= observed }
      }
      count.atLeast += atLeast
      count.atMost += atMost
      count.permutations += end - first
      first = end
    }
  }

  /// h / L: the share up to the permutation with which the count reaches h.
  private func decided(
    _ values: Span<Double>, _ first: Int, _ end: Int, _ before: Int, _ isExtreme: (Double) -> Bool
  ) -> Double? {
    var extreme = before
    for place in first..<end where isExtreme(values[place]) {
      extreme += 1
      if extreme == decidedAt {
        return Double(decidedAt) / Double(count.permutations + place - first + 1)
      }
    }
    return nil
  }

  @inline(__always)
  private static func count(
    _ values: Span<Double>, _ first: Int, _ end: Int, _ observed: Double
  ) -> (atLeast: Int, atMost: Int) {
    precondition(first >= 0 && first <= end && end <= values.count)
    var atLeast = 0
    var atMost = 0
    for place in first..<end {
      let value = unsafe values[unchecked: place]
      atLeast += value >= observed ? 1 : 0
      atMost += value <= observed ? 1 : 0
    }
    return (atLeast, atMost)
  }
}

/// Does pieces of work with so many tasks at a time; the results are in the order of the pieces.
func inParallel<Result: Sendable>(
  _ count: Int, tasks: Int, _ work: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  guard tasks > 1, count > 1 else { return (0..<count).map(work) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: count)
    var next = 0
    while next < min(tasks, count) {
      let index = next
      group.addTask { (index, work(index)) }
      next += 1
    }
    while let (index, result) = await group.next() {
      results[index] = result
      if next < count {
        let index = next
        group.addTask { (index, work(index)) }
        next += 1
      }
    }
    return results.map { $0! }
  }
}
