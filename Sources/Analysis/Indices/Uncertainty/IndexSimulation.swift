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

  /// Lists that are used again for each draw.
  struct Scratch {
    var keys: [UInt64]
    /// Room for putting the keys in order.
    var order = KeyOrder()
    var weights: [Double]
    /// The place of each area, in thousandths.
    var places: [Int]

    init(areas: Int, members: Int) {
      keys = Array(repeating: 0, count: areas)
      weights = Array(repeating: 0, count: members)
      places = Array(repeating: 0, count: areas)
    }
  }

  private let seed: UInt64
  private let spread: Double
  /// The number of members.
  let memberCount: Int
  private let values: [Double]
  private let halfSteps: [Double]
  private let deviations: [Double]
  private let frameOf: [Int]
  private let weights: [Double]
  /// The scales by way to normalise, treatment of outliers, frame and member.
  private let scales: [FlatScale]
  private let ranks: [Double]
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
    values = areas.flatMap { area in columns.map { $0.values[area] } }
    halfSteps = areas.flatMap { area in columns.map { $0.halfSteps[area] } }
    deviations = areas.flatMap { area in columns.map { $0.deviations[area] } }
    let frames = Set(data.frames).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: frames.enumerated().map { ($1, $0) })
    frameOf = areas.map { numbers[data.frames[$0]] ?? 0 }
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
        }
      }
      // A way that cannot be fitted here, such as limits that nobody gave, is not drawn.
      if own.count == treatments.count { variants.append(own) }
    }
    normalisationCount = variants.count
    outlierCount = treatments.count
    var shared: [Double] = []
    var flat: [FlatScale] = []
    for variant in variants {
      for fitted in variant {
        for frame in frames {
          for member in fitted[frame] ?? [] { flat.append(FlatScale(member, ranks: &shared)) }
        }
      }
    }
    scales = flat
    ranks = shared
  }

  /// A draw of all choices: the `number`-th of the sample `sample`.
  func draw(_ number: Int, sample: Int) -> Draw {
    var stream = RandomStream(seed: seed, number, sample)
    return Draw(
      data: (number, sample + 1_000), weights: (number, sample + 2_000),
      normalisation: stream.next(below: normalisationCount),
      outliers: stream.next(below: outlierCount),
      aggregation: stream.next(below: aggregations.count),
      fillsMissing: stream.next(below: 2) == 1)
  }

  /// Computes the index of a draw; the places are left in `scratch`.
  /// - Complexity: O(areas · members + areas · log areas).
  func run(_ draw: Draw, _ scratch: inout Scratch) {
    var stream = RandomStream(seed: seed, draw.weights.0, draw.weights.1)
    for member in 0..<memberCount {
      scratch.weights[member] = weights[member] * (1 + spread * (2 * stream.uniform() - 1))
    }
    var noise = Noise(RandomStream(seed: seed, draw.data.0, draw.data.1))
    let aggregation = aggregations[draw.aggregation]
    let variant = (draw.normalisation * outlierCount + draw.outliers) * frameCount
    for area in areas.indices {
      let scale = (variant + frameOf[area]) * memberCount
      var sum = 0.0
      var total = 0.0
      for member in 0..<memberCount {
        let cell = area * memberCount + member
        let value = values[cell]
        let score: Double
        if value.isNaN {
          guard draw.fillsMissing else { continue }
          score = scales[scale + member].start
        } else {
          score = scales[scale + member].score(
            noise.around(value, halfStep: halfSteps[cell], deviation: deviations[cell]),
            ranks: ranks)
        }
        let weight = scratch.weights[member]
        sum += weight * aggregation.inner(score)
        total += weight
      }
      let score = max(aggregation.outer(sum / total), 0)
      // Scores are 0 or more, so their bits ascend with them; the last 20 hold the area.
      scratch.keys[area] = (score.bitPattern & ~0xF_FFFF) | UInt64(area)
    }
    scratch.order.sort(&scratch.keys)
    let count = areas.count
    var first = 0
    while first < count {
      let score = scratch.keys[first] >> 20
      var next = first + 1
      while next < count, scratch.keys[next] >> 20 == score { next += 1 }
      // Areas with the same score share the place in their middle.
      let place = count > 1 ? ((first + next - 1) * 500 + (count - 1) / 2) / (count - 1) : 0
      for position in first..<next {
        scratch.places[Int(scratch.keys[position] & 0xF_FFFF)] = place
      }
      first = next
    }
  }
}

/// Numbers around a figure: evenly within the step it was rounded to, and normally as chance has it.
private struct Noise {
  private var stream: RandomStream
  private var spare: Double?

  init(_ stream: RandomStream) { self.stream = stream }

  @inline(__always)
  mutating func around(_ value: Double, halfStep: Double, deviation: Double) -> Double {
    var value = value
    if halfStep > 0 { value += halfStep * (2 * stream.uniform() - 1) }
    if deviation > 0 { value += deviation * normal() }
    return value
  }

  /// A standard normal number, by Marsaglia's polar method (1964, doi:10.1137/1006063).
  private mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let x = 2 * stream.uniform() - 1
      let y = 2 * stream.uniform() - 1
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * naturalLogarithm(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
