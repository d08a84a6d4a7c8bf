/// A piece of the order around a middle, for which one comparison tells whether any circle that ends in
/// it can matter.
struct OrderPiece: Sendable {
  let start: Int32
  let end: Int32
  /// Between which places of ``ScanThresholds`` the expected cases of its circles lie.
  let firstPlace: Int32
  let lastPlace: Int32
  /// The least and the most that the whole numbers before and in the piece exceed the expected cases.
  let leastShift: Double
  let mostShift: Double
  /// The whole numbers, and the weights, of all areas before the piece.
  let baseBefore: Int
  let weightBefore: Double

  /// The longest piece.
  static let longest = 32
}

/// The order around a middle, cut into pieces for one stretch of periods.
struct CutOrder: Sendable {
  let order: NeighbourOrder
  let pieces: [OrderPiece]

  init(_ order: NeighbourOrder, model: ScanModel, weights: [Double], bases: [Int32], longest: Int) {
    self.order = order
    let count = order.areas.count
    var pieces: [OrderPiece] = []
    var start = 0
    var base = 0
    var weight = 0.0
    while start < count {
      // Short at first, where each area more changes what is expected by much.
      let end = min(count, start + max(1, min(start, OrderPiece.longest, longest)))
      let (baseBefore, weightBefore) = (base, weight)
      var (least, most) = (Double.infinity, -Double.infinity)
      var (firstExpected, lastExpected) = (0.0, 0.0)
      for position in start..<end {
        let area = Int(order.areas[position])
        base += Int(bases[area])
        weight += weights[area]
        let expected = weight * model.factor
        if position == start { firstExpected = expected }
        lastExpected = expected
        let shift = Double(base) - expected
        least = min(least, shift)
        most = max(most, shift)
      }
      pieces.append(
        OrderPiece(
          start: Int32(start), end: Int32(end),
          firstPlace: Int32(model.thresholds.place(firstExpected)),
          lastPlace: Int32(model.thresholds.place(lastExpected)), leastShift: least,
          mostShift: most, baseBefore: baseBefore, weightBefore: weightBefore))
      start = end
    }
    self.pieces = pieces
  }
}

extension ReplicateBlock {
  /// Raises the maxima by all circles around one middle, over the periods that were taken.
  ///
  /// Per piece the counts are summed and the largest partial sum is kept. Only when that sum can reach
  /// the smallest of the maxima is the piece looked at circle by circle.
  mutating func sweep(_ cut: CutOrder, model: ScanModel, weights: [Double], bases: [Int32]) {
    switch model.options.direction {
    case .high: sweep(cut, model, weights, bases, high: true, low: false)
    case .low: sweep(cut, model, weights, bases, high: false, low: true)
    case .both: sweep(cut, model, weights, bases, high: true, low: true)
    }
  }

  @inline(__always)
  private mutating func sweep(
    _ cut: CutOrder, _ model: ScanModel, _ weights: [Double], _ bases: [Int32], high: Bool,
    low: Bool
  ) {
    var level = lowestLevel
    var before = WideNumbers()
    for piece in cut.pieces {
      let (sum, largest, smallest) = Self.partialSums(
        running.span, cut.order.areas.span, Int(piece.start), Int(piece.end), high: high, low: low)
      var matters = false
      let (first, last) = (Int(piece.firstPlace), Int(piece.lastPlace))
      if high {
        let least =
          Double(model.thresholds.leastExcess(level: level, from: first, to: last))
          - piece.mostShift
        matters = Self.reaches(before + largest.wide, least)
      }
      if low, !matters {
        let least =
          Double(model.thresholds.leastShortage(level: level, from: first, to: last))
          + piece.leastShift
        matters = Self.reaches(-(before + smallest.wide), least)
      }
      if matters {
        look(at: piece, of: cut.order, before: before, model: model, weights: weights, bases: bases)
        level = lowestLevel
      }
      before = before + sum.wide
    }
  }

  /// The sum of the rows of some areas, and the largest and smallest of the sums on the way.
  @inline(__always)
  private static func partialSums(
    _ rows: Span<Lanes>, _ areas: Span<Int32>, _ start: Int, _ end: Int, high: Bool, low: Bool
  ) -> (sum: Lanes, largest: Lanes, smallest: Lanes) {
    var sum = rows[Int(areas[start])]
    var largest = sum
    var smallest = sum
    var position = start + 1
    while position < end {
      sum = Lanes.sum(sum, rows[Int(areas[position])])
      if high { largest = Lanes.larger(largest, sum) }
      if low { smallest = Lanes.smaller(smallest, sum) }
      position += 1
    }
    return (sum, largest, smallest)
  }

  /// Whether one of the numbers is at least `least`.
  @inline(__always)
  private static func reaches(_ numbers: WideNumbers, _ least: Double) -> Bool {
    guard least < Double(Int32.max / 2) else { return false }
    return numbers.reaches(Int32(max(least.rounded(.up), -Double(Int32.max / 2))))
  }

  /// Looks at each circle that ends in a piece, in each replicate.
  private mutating func look(
    at piece: OrderPiece, of order: NeighbourOrder, before: WideNumbers, model: ScanModel,
    weights: [Double], bases: [Int32]
  ) {
    var sums = before
    var base = piece.baseBefore
    var weight = piece.weightBefore
    for position in Int(piece.start)..<Int(piece.end) {
      let area = Int(order.areas[position])
      sums = sums + running[area].wide
      base += Int(bases[area])
      weight += weights[area]
      guard order.isEnd[position] else { continue }
      let expected = weight * model.factor
      guard expected > 0 else { continue }
      for lane in maxima.indices {
        let cases = Double(base + Int(sums[lane]))
        guard model.counts(cases, expected),
          model.likelihood.bound(cases, expected: expected) > maxima[lane]
        else { continue }
        maxima[lane] = max(
          maxima[lane], model.likelihood.logRatio(cases, expected: expected))
      }
    }
  }
}
