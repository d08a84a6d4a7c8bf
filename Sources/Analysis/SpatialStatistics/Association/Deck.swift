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
    for area in order.indices { order[area] = Int32(truncatingIfNeeded: area) }
    stream.shuffle(&order)
    // Taken out of the deck, so that they are not copied while they change.
    var found: [Int32] = []
    swap(&found, &places)
    do {
      let order = order.span
      var span = found.mutableSpan
      for place in order.indices { span[Int(order[place])] = Int32(truncatingIfNeeded: place) }
    }
    swap(&found, &places)
  }

  /// The values of the areas in their order.
  func cards(of values: [Double]) -> [Double] {
    let values = values.span
    return order.map { values[Int($0)] }
  }

  /// The sums of the first 0, 1, … cards, for values that are whole numbers below 2⁵³ in sum.
  func sums(of values: [Int64], into sums: inout [Double]) {
    let values = values.span
    let order = order.span
    var sums = sums.mutableSpan
    precondition(sums.count == order.count + 1, "a sum before each card and after the last")
    var sum: Int64 = 0
    sums[0] = 0
    for place in order.indices {
      sum &+= values[Int(order[place])]
      sums[place + 1] = Double(sum)
    }
  }
}

/// The sums of the hands of a deck of which cards are summed exactly, by where the deck is cut.
///
/// A deck is cut at most as deep as a hand is large; the hands of a cut are computed when the first
/// area asks for them.
struct HandSums {
  private let size: Int
  private let perCut: Int
  private var sums: [Double]
  /// The sums of the hands, those of each cut beside each other.
  private(set) var values: [Double]
  private var isKnown: [Bool]

  init(cards: Int, size: Int) {
    self.size = size
    perCut = cards / size
    sums = [Double](repeating: 0, count: cards + 1)
    values = [Double](repeating: 0, count: perCut * size)
    isKnown = [Bool](repeating: false, count: size)
  }

  /// Takes the cards of a newly shuffled deck.
  mutating func take(_ deck: Deck, of whole: [Int64]) {
    deck.sums(of: whole, into: &sums)
    for cut in isKnown.indices { isKnown[cut] = false }
  }

  /// Computes the hands of a deck that is cut at `cut`; returns where their sums begin in ``values``.
  mutating func deal(cutAt cut: Int) -> Int {
    let first = cut * perCut
    if !isKnown[cut] {
      isKnown[cut] = true
      let hands = (sums.count - 1 - cut) / size
      // Taken out, so that they are not copied while they change.
      var found: [Double] = []
      swap(&found, &values)
      do {
        let sums = sums.span
        var span = found.mutableSpan
        var place = cut
        var before = sums[place]
        for hand in first..<(first + hands) {
          place += size
          let after = sums[place]
          span[hand] = after - before
          before = after
        }
      }
      swap(&found, &values)
    }
    return first
  }
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
    // The sign of a difference says which is smaller; of equal numbers it is +0. So several are counted
    // at a time, and nothing depends on guessing how a comparison ends.
    var below: UInt64 = 0
    var above: UInt64 = 0
    for place in first..<end {
      let value = unsafe values[unchecked: place]
      below &+= (value - observed).bitPattern >> 63
      above &+= (observed - value).bitPattern >> 63
    }
    return (end - first - Int(below), end - first - Int(above))
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
