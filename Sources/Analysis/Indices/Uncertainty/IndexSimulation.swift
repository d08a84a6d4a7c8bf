internal import SpatialStatistics

/// An index computed again and again with other figures and other choices.
///
/// Each time the areas are put in order, and what is kept of an area is its place in thousandths: 0 has
/// the lowest score, 1,000 the highest. Places do not depend on which scale was drawn, so a shift of
/// all areas alike counts as no change. The frame of the scales is held as it was. Places are whole
/// numbers, so sums do not depend on the order in which tasks end.
struct IndexSimulation: Sendable {
  /// What is chosen in one computation: a place in each list, and the streams for figures and weights.
  struct Draw {
    var data: (Int, Int)
    var weights: (Int, Int)
    var normalisation: Int
    var outliers: Int
    var aggregation: Int
    var fillsMissing: Bool

    /// The draw with one choice taken from another.
    func taking(_ choice: Choice, from other: Draw) -> Draw {
      var draw = self
      switch choice {
      case .data: draw.data = other.data
      case .weights: draw.weights = other.weights
      case .normalisation: draw.normalisation = other.normalisation
      case .outliers: draw.outliers = other.outliers
      case .aggregation: draw.aggregation = other.aggregation
      case .missing: draw.fillsMissing = other.fillsMissing
      }
      return draw
    }
  }

  private let seed: UInt64
  private let spread: Double
  /// The number of members.
  let memberCount: Int
  /// The figures, member by member, and what is not known of each.
  private let values: [Double]
  private let halfSteps: [Double]
  private let deviations: [Double]
  /// Areas one after another in the same frame, with the number of the frame.
  private let stretches: [(frame: Int, areas: Range<Int>)]
  private let weights: [Double]
  /// The scales by way to normalise, treatment of outliers, frame and member.
  private let scales: [FlatScale]
  private let normalisationCount: Int
  private let outlierCount: Int
  private let frameCount: Int
  private let aggregations: [Aggregation]
  /// The areas that have a score, by their place among all.
  let areas: [Int]

  /// Prepares the draws.
  /// - Parameter areas: the areas with a score, by place.
  init(
    _ model: IndexModel, _ data: IndexData, _ method: IndexMethod, areas: [Int],
    plan: UncertaintyPlan
  ) {
    seed = plan.seed
    spread = plan.weightSpread
    self.areas = areas
    memberCount = model.members.count
    weights = model.weights
    let columns = data.columns
    values = columns.flatMap { column in areas.map { column.values[$0] } }
    halfSteps = columns.flatMap { column in areas.map { column.halfSteps[$0] } }
    deviations = columns.flatMap { column in areas.map { column.deviations[$0] } }
    let frames = Set(data.frames).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: frames.enumerated().map { ($1, $0) })
    stretches = Self.stretches(areas.map { numbers[data.frames[$0]] ?? 0 })
    frameCount = frames.count
    aggregations =
      [model.aggregation] + plan.aggregations.filter { $0 != model.aggregation }

    // The scales that were used come first; others are fitted on the same frame.
    var variants: [[[String: [FittedMember]]]] = []
    let treatments = method.outliers == nil ? [nil, OutlierRule()] : [method.outliers, nil]
    for normalisation in [method.normalisation]
      + plan.normalisations.filter({ $0 != method.normalisation })
    {
      var own: [[String: [FittedMember]]] = []
      for treatment in treatments {
        var other = method
        other.normalisation = normalisation
        other.outliers = treatment
        let isUsed = normalisation == method.normalisation && treatment == method.outliers
        if isUsed {
          own.append(model.frames)
        } else if let fitted = try? IndexModel.fit(model.members, data, other) {
          own.append(fitted)
        } else if normalisation == method.normalisation {
          // A frozen scale can be had where none can be fitted, such as on areas that are all alike.
          own.append(model.frames)
        }
      }
      // A way that cannot be fitted here, such as limits that nobody gave, is not drawn.
      if own.count == treatments.count { variants.append(own) }
    }
    normalisationCount = variants.count
    outlierCount = treatments.count
    scales = variants.flatMap { variant in
      variant.flatMap { fitted in frames.flatMap { (fitted[$0] ?? []).map { FlatScale($0) } } }
    }
  }

  private static func stretches(_ frames: [Int]) -> [(frame: Int, areas: Range<Int>)] {
    var found: [(frame: Int, areas: Range<Int>)] = []
    for (area, frame) in frames.enumerated() {
      if let last = found.last, last.frame == frame {
        found[found.count - 1].areas = last.areas.lowerBound..<area + 1
      } else {
        found.append((frame, area..<area + 1))
      }
    }
    return found
  }

  /// A draw of all choices, by its number.
  func draw(_ number: Int) -> Draw {
    var stream = RandomStream(seed: seed, number)
    return Draw(
      data: (number, 1_000), weights: (number, 2_000),
      normalisation: stream.next(below: normalisationCount),
      outliers: stream.next(below: outlierCount),
      aggregation: stream.next(below: aggregations.count),
      fillsMissing: stream.next(below: 2) == 1)
  }

  /// Computes the index of a draw; the places are left in `scratch`.
  ///
  /// Figures are drawn when others than those of the draw before are asked for, and scored when they are
  /// others or the scale is another.
  /// - Complexity: O(areas · members + areas · log areas).
  func run(_ draw: Draw, _ scratch: inout Scratch) {
    var stream = RandomStream(seed: seed, draw.weights.0, draw.weights.1)
    for member in 0..<memberCount {
      scratch.weights[member] = weights[member] * (1 + spread * (2 * stream.uniform() - 1))
    }
    let variant = (draw.normalisation * outlierCount + draw.outliers) * frameCount
    let aggregation = aggregations[draw.aggregation]
    var made = Scratch.Made(stream: draw.data.0, sample: draw.data.1)
    if scratch.figuresMade != made {
      drawFigures(draw, &scratch.figures)
      scratch.figuresMade = made
    }
    made.normalisation = draw.normalisation
    made.outliers = draw.outliers
    if scratch.scoresMade != made {
      score(variant: variant, scratch.figures, &scratch.scores)
      scratch.scoresMade = made
    }
    if aggregation == .arithmetic {
      add(
        scratch.scores, draw, variant: variant, weights: scratch.weights, &scratch.sums,
        &scratch.totals)
    } else {
      made.aggregation = draw.aggregation
      if scratch.termsMade != made {
        if scratch.terms.isEmpty { scratch.terms = scratch.scores }
        aggregation.setTerms(scratch.scores, &scratch.terms)
        scratch.termsMade = made
      }
      add(
        scratch.terms, draw, variant: variant, weights: scratch.weights, &scratch.sums,
        &scratch.totals)
    }
    for area in areas.indices {
      let score = aggregation.outer(scratch.sums[area] / scratch.totals[area])
      scratch.keys[area] = KeyOrder.key(score, area: area)
    }
    scratch.order.sort(&scratch.keys)
    setPlaces(&scratch)
  }

  /// Draws a figure around each that is known, member by member.
  private func drawFigures(_ draw: Draw, _ figures: inout [Double]) {
    var noise = Noise(RandomStream(seed: seed, draw.data.0, draw.data.1))
    var figures = figures.mutableSpan
    noise.draw(
      around: values.span, halfSteps: halfSteps.span, deviations: deviations.span, into: &figures)
  }

  /// Scores figures, each member on the scale of the frame of the area.
  private func score(variant: Int, _ figures: [Double], _ scores: inout [Double]) {
    let figures = figures.span
    var scores = scores.mutableSpan
    for member in 0..<memberCount {
      let first = member * areas.count
      for (frame, range) in stretches {
        scales[(variant + frame) * memberCount + member].score(
          figures, places: first + range.lowerBound..<first + range.upperBound, into: &scores)
      }
    }
  }

  /// Adds up what the members of each area count for.
  private func add(
    _ terms: [Double], _ draw: Draw, variant: Int, weights: [Double], _ sums: inout [Double],
    _ totals: inout [Double]
  ) {
    let aggregation = aggregations[draw.aggregation]
    let terms = terms.span
    var sums = sums.mutableSpan
    var totals = totals.mutableSpan
    for area in sums.indices { (sums[area], totals[area]) = (0, 0) }
    for member in 0..<memberCount {
      let weight = weights[member]
      let first = member * areas.count
      for (frame, range) in stretches {
        // Said once, so that the loop need not ask it of each area.
        precondition(
          first >= 0 && range.lowerBound >= 0 && first + range.upperBound <= terms.count
            && range.upperBound <= sums.count && range.upperBound <= totals.count)
        // A member that is missing counts as the median of its frame, or not at all.
        let fill = draw.fillsMissing ? weight : 0
        let start = aggregation.inner(scales[(variant + frame) * memberCount + member].start)
        for area in range {
          let term = terms[first &+ area]
          sums[area] += term.isNaN ? fill * start : weight * term
          totals[area] += term.isNaN ? fill : weight
        }
      }
    }
  }

  /// Places in thousandths from keys in order; areas with the same score share the place in their middle.
  private func setPlaces(_ scratch: inout Scratch) {
    let count = areas.count
    var first = 0
    while first < count {
      let score = KeyOrder.score(scratch.keys[first])
      var next = first + 1
      while next < count, KeyOrder.score(scratch.keys[next]) == score { next += 1 }
      let place = count > 1 ? ((first + next - 1) * 500 + (count - 1) / 2) / (count - 1) : 0
      for position in first..<next {
        scratch.places[KeyOrder.area(scratch.keys[position])] = place
      }
      first = next
    }
  }
}
