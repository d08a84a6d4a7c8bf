/// Permutations around each area while its own value stays where it is.
///
/// What is permuted is which other areas stand in the places of the neighbours. All orders of the map
/// are put as a deck of cards: shuffled, and dealt out in hands as large as the number of neighbours. A
/// hand in which the area itself lies is passed over, so each other hand is any choice of other areas
/// with the same probability, and hands of one deck have no card in common. Areas with the same number
/// of neighbours, up to 256 in their order, deal from the same decks; where each of them cuts the deck
/// comes from its own sequence of random numbers. The counts of one area are those of independent
/// draws or a little steadier; those of areas in one group are not independent of each other.
struct ConditionalTest: Sendable {
  /// What is computed of a hand.
  enum Statistic: Sendable {
    /// The weighted sum of the values.
    case lag
    /// The weighted sum of squared differences with the area's own value.
    case squaredDifference
  }

  let weights: SpatialWeights
  /// The values that are permuted.
  let values: [Double]
  let statistic: Statistic
  /// The values as whole numbers, of which sums are exact; ties are ties.
  private let whole: [Double]
  /// The same as integers.
  private let integers: [Int64]
  private let largest: Double

  init(_ values: [Double], _ weights: SpatialWeights, _ statistic: Statistic) {
    self.values = values
    self.weights = weights
    self.statistic = statistic
    whole = WholeNumbers.scaled(values)
    integers = whole.map { Int64($0) }
    largest = values.reduce(0) { max($0, abs($1)) }
  }

  /// Draws all rounds and returns the counts of each area, and for each round how many areas were
  /// still drawn for.
  func run(
    _ plan: PermutationPlan
  ) async throws(StatisticsError) -> (counts: [PermutationCount], active: [Int]) {
    guard !plan.rounds.isEmpty, plan.rounds.allSatisfy({ $0 >= 1 }) else {
      throw .badPermutations
    }
    if let table = plan.table { return (try counts(of: table), [values.count]) }
    var states = [DealState](repeating: DealState(), count: values.count)
    var active: [Int] = []
    for limit in plan.rounds {
      let areas = states.map { !$0.count.isDecided }
      active.append(await deal(to: limit, areas, &states, plan))
    }
    if let settling = plan.settling, var limit = plan.rounds.last {
      while limit < settling.limit {
        limit = min(limit * 10 + 9, settling.limit)
        let areas = settling.doubtful(states.map(\.count))
        let count = await deal(to: limit, areas, &states, plan)
        if count == 0 { break }
        active.append(count)
      }
    }
    return (states.map(\.count), active)
  }

  /// Draws for some areas up to a number of permutations; returns how many areas those are.
  private func deal(
    to limit: Int, _ wanted: [Bool], _ states: inout [DealState], _ plan: PermutationPlan
  ) async -> Int {
    let groups = groups(wanted)
    let before = states
    let dealt = await inParallel(groups.count, tasks: plan.tasks) { index in
      self.deal(
        groups[index], before, limit: limit, decidedAt: plan.decidedAt, seed: plan.seed)
    }
    for (group, new) in zip(groups, dealt) {
      for (area, state) in zip(group, new) { states[Int(area)] = state }
    }
    return groups.reduce(0) { $0 + $1.count }
  }

  /// Areas that deal from the same decks, of those that are wanted: with the same number of
  /// neighbours and all their weights equal, or not.
  private func groups(_ wanted: [Bool]) -> [[Int32]] {
    var byKind: [Int: [Int32]] = [:]
    for area in 0..<values.count {
      let count = weights.neighbourCount(of: area)
      guard count > 0, wanted[area], canVary(area) else { continue }
      byKind[count * 2 + (usesWindows(area) ? 1 : 0), default: []].append(Int32(area))
    }
    return byKind.keys.sorted().flatMap { kind -> [[Int32]] in
      let areas = byKind[kind]!
      return stride(from: 0, to: areas.count, by: 256).map {
        Array(areas[$0..<min($0 + 256, areas.count)])
      }
    }
  }

  /// Whether the value of a hand is the plain sum of its whole numbers.
  private func usesWindows(_ area: Int) -> Bool {
    guard case .lag = statistic else { return false }
    return weighsEqually(area)
  }

  private func weighsEqually(_ area: Int) -> Bool {
    let row = weights.weights(of: area)
    return row.allSatisfy { $0 == row.first }
  }

  /// Whether permutations can change anything: not when all other areas are neighbours of one weight.
  private func canVary(_ area: Int) -> Bool {
    weights.neighbourCount(of: area) < values.count - 1 || !weighsEqually(area)
  }
}

extension ConditionalTest {
  /// Draws for one group until all of it have `limit` permutations or are decided.
  private func deal(
    _ areas: [Int32], _ before: [DealState], limit: Int, decidedAt: Int?, seed: UInt64
  ) -> [DealState] {
    let size = weights.neighbourCount(of: Int(areas[0]))
    let exact = usesWindows(Int(areas[0]))
    let observed = areas.map { self.observed(Int($0), exact: exact) }
    var states = areas.map { before[Int($0)] }
    for index in states.indices { states[index].target(limit, decidedAt: decidedAt) }
    let n = values.count
    if size * 4 > n {
      for index in areas.indices {
        drawOneByOne(Int(areas[index]), observed[index], &states[index], exact: exact, seed: seed)
      }
      return states
    }
    var deck = Deck(count: n)
    // All areas of a group have seen the same decks, but for those that were decided.
    var number = states.map(\.decks).max() ?? 0
    var sums = HandSums(cards: exact ? n : 0, size: size)
    while states.contains(where: { !$0.isDone }) {
      var stream = RandomStream(
        seed: seed, -1 - size * 2 - (exact ? 1 : 0), Int(areas[0]) << 32 | number)
      deck.shuffle(&stream)
      if exact { sums.take(deck, of: integers) }
      let cards = exact ? [] : deck.cards(of: values)
      for index in areas.indices where !states[index].isDone {
        let area = Int(areas[index])
        var own = RandomStream(seed: seed, area, number)
        let residue = own.next(below: size)
        let hands = (n - residue) / size
        let start = own.next(below: hands)
        let place = deck.places[area] - Int32(residue)
        let skipped = place < 0 ? -1 : Int(place) / size
        if exact {
          let first = sums.deal(cutAt: residue)
          states[index].scan(
            sums.values.span, from: first, hands: hands, start: start, skipping: skipped,
            observed: observed[index])
        } else {
          let computed = handValues(
            area, cards, residue: residue, hands: hands, start: start, skipping: skipped,
            most: states[index].wanted)
          states[index].scan(
            computed.span, from: 0, hands: computed.count, start: 0, skipping: -1,
            observed: observed[index])
        }
        states[index].decks = number + 1
      }
      number += 1
    }
    return states
  }

  /// The values of hands whose cards have weights of their own, in the order in which they are dealt.
  private func handValues(
    _ area: Int, _ cards: [Double], residue: Int, hands: Int, start: Int, skipping: Int, most: Int
  ) -> [Double] {
    let size = weights.neighbourCount(of: area)
    var found: [Double] = []
    found.reserveCapacity(min(hands, most))
    let span = cards.span
    var hand = start
    for _ in 0..<hands {
      if found.count >= most { break }
      if hand != skipping {
        found.append(value(area, span, from: residue + hand * size))
      }
      hand += 1
      if hand == hands { hand = 0 }
    }
    return found.map { tolerant($0, area) }
  }

  /// The statistic over `cards` from a place on.
  @inline(__always)
  private func value(_ area: Int, _ cards: Span<Double>, from first: Int) -> Double {
    let start = weights.starts[area]
    let size = weights.starts[area + 1] - start
    let row = weights.weights.span
    var sum = 0.0
    switch statistic {
    case .lag:
      for place in 0..<size { sum += row[start + place] * cards[first + place] }
    case .squaredDifference:
      let own = values[area]
      for place in 0..<size {
        let difference = own - cards[first + place]
        sum += row[start + place] * difference * difference
      }
    }
    return sum
  }

  /// The value on a lattice so fine that only what rounding sets apart falls together.
  private func tolerant(_ value: Double, _ area: Int) -> Double {
    let scale = statisticScale(area)
    // −0 and 0 are equal, and have one sign.
    return scale > 0 ? (value / scale * 0x1p40).rounded() + 0 : 0
  }

  private func statisticScale(_ area: Int) -> Double {
    let total = weights.weights(of: area).reduce(0, +)
    switch statistic {
    case .lag: return total * largest
    case .squaredDifference: return total * 4 * largest * largest
    }
  }

  /// What was observed, on the scale of the permuted values.
  private func observed(_ area: Int, exact: Bool) -> Double {
    let source = exact ? whole : values
    let hand = weights.neighbours(of: area).map { source[Int($0)] }
    return exact ? hand.reduce(0, +) : tolerant(value(area, hand.span, from: 0), area)
  }

  /// Draws where hands are so large that a deck gives few of them.
  private func drawOneByOne(
    _ area: Int, _ observed: Double, _ state: inout DealState, exact: Bool, seed: UInt64
  ) {
    let size = weights.neighbourCount(of: area)
    let source = exact ? whole : values
    var others = source
    others.remove(at: area)
    while !state.isDone {
      var stream = RandomStream(seed: seed, area, state.decks)
      var found: [Double] = []
      for _ in 0..<min(state.wanted, 256) {
        for place in 0..<size {
          others.swapAt(place, place + stream.next(below: others.count - place))
        }
        found.append(
          exact
            ? others[..<size].reduce(0, +) : tolerant(value(area, others.span, from: 0), area))
      }
      state.scan(
        found.span, from: 0, hands: found.count, start: 0, skipping: -1, observed: observed)
      state.decks += 1
    }
  }

  /// Counts over the permutations of a table.
  private func counts(of table: PermutationTable) throws(StatisticsError) -> [PermutationCount] {
    let most = (0..<values.count).lazy.map { weights.neighbourCount(of: $0) }.max() ?? 0
    guard most <= table.width, table.isOfDifferent(below: values.count - 1, columns: most) else {
      throw .badPermutations
    }
    var counts: [PermutationCount] = []
    for area in 0..<values.count {
      let size = weights.neighbourCount(of: area)
      guard size > 0, canVary(area) else {
        counts.append(PermutationCount())
        continue
      }
      let exact = usesWindows(area)
      let source = exact ? whole : values
      let observed = self.observed(area, exact: exact)
      var count = PermutationCount(permutations: table.count)
      var hand = [Double](repeating: 0, count: size)
      for row in 0..<table.count {
        for column in 0..<size {
          let place = table.place(row, column)
          hand[column] = source[place < area ? place : place + 1]
        }
        let drawn =
          exact ? hand.reduce(0, +) : tolerant(value(area, hand.span, from: 0), area)
        if drawn >= observed { count.atLeast += 1 }
        if drawn <= observed { count.atMost += 1 }
      }
      counts.append(count)
    }
    return counts
  }
}
