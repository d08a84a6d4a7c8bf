internal import SpatialStatistics

/// How sure an index is, per area and over all.
public struct IndexUncertainty: Sendable {
  /// What is known of one area.
  public struct Area: Sendable {
    /// The score lies within these in nine of ten draws: the scores on the map at the places that the
    /// area came at.
    public let interval: ClosedRange<Double>
    /// The places themselves, in thousandths.
    public let places: ClosedRange<Int>
    /// In which share of the draws the area came in the class that it has.
    public let classShare: Double
    /// The choice that moves it most; nil when nothing does, or when that was not asked for.
    public let mainChoice: Choice?
    /// The band of areas that it cannot be told apart from, counted from 1, highest scores first.
    public let band: Int
    /// The grade.
    public let grade: Grade
  }

  /// One entry per area; nil without a score.
  public let areas: [Area?]
  /// How much each choice accounts for, over all areas together; empty when that was not asked for.
  public let shares: [Choice: (first: Double, total: Double)]
  /// What becomes of the index without each member.
  public let leaveOneOut: LeaveOneOut
  /// The number of draws.
  public let draws: Int
  /// The number of pairs of samples behind ``shares``.
  public let basePairs: Int
  /// The seed.
  public let seed: UInt64

  /// Draws figures and choices anew.
  ///
  /// The same plan gives the same numbers with any number of tasks.
  /// - Parameters:
  ///   - scores: of ``IndexModel/scores(from:)``, one per area.
  ///   - classIndex: the class of a score.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(draws · areas · (members + log areas)) over `tasks`.
  public init(
    _ model: IndexModel, _ data: IndexData, _ method: IndexMethod, scores: [AreaScore],
    plan: UncertaintyPlan, tasks: Int, classIndex: (Double) -> Int?
  ) async throws {
    let scored = scores.indices.filter { scores[$0].score != nil }
    draws = plan.draws
    basePairs = plan.basePairs
    seed = plan.seed
    let memberScores = model.members.indices.map { member in scores.map { $0.memberScores[member] }
    }
    leaveOneOut = LeaveOneOut(model, memberScores: memberScores, areas: scored)
    guard scored.count > 1 else {
      areas = scores.map { _ in nil }
      shares = [:]
      return
    }
    let simulation = IndexSimulation(model, data, method, areas: scored, plan: plan)
    let onMap = scored.map { scores[$0].score ?? 0 }
    let drawn = try await SimulatedDraws(
      simulation, onMap: LeaveOneOut.places(onMap), plan: plan, tasks: tasks)
    let counts = drawn.counts
    shares =
      drawn.shares.map { parts in
        Dictionary(
          uniqueKeysWithValues: zip(
            Choice.allCases, zip(parts.overall.first, parts.overall.total)
          ).map { ($0, (first: $1.0, total: $1.1)) })
      } ?? [:]

    // The score on the map at each place, and its class.
    let ascending = Distribution(onMap)
    let scoreAt = (0...PlaceCounts.last).map {
      ascending.quantile(Double($0) / Double(PlaceCounts.last))
    }
    let classAt = scoreAt.map { classIndex($0) }
    var intervals: [(score: ClosedRange<Double>, places: ClosedRange<Int>)] = []
    for (number, score) in onMap.enumerated() {
      let low = counts.quantile(0.05, area: number)
      let high = max(low, counts.quantile(0.95, area: number))
      intervals.append(
        (min(scoreAt[low], score)...max(scoreAt[high], score), low...high))
    }
    let bands = Self.bands(onMap, intervals.map(\.score))
    var areas = [Area?](repeating: nil, count: scores.count)
    for (number, area) in scored.enumerated() {
      let own = classIndex(onMap[number])
      let hits = zip(counts.of(number), classAt).reduce(0) { $1.1 == own ? $0 + Int($1.0) : $0 }
      let places = intervals[number].places
      var remarks: [Grade.Reason] = [
        .moves(places: Double(places.upperBound - places.lowerBound) / 10)
      ]
      remarks += Self.remarks(model, data, area: area)
      if let largest = leaveOneOut.largest[number] {
        remarks.append(
          .dependsOn(
            member: model.members[largest.member].id, places: Double(largest.move) / 10))
      }
      areas[area] = Area(
        interval: intervals[number].score, places: places,
        classShare: Double(hits) / Double(max(plan.draws, 1)),
        mainChoice: drawn.shares?.mainChoice[number], band: bands[number], grade: Grade(remarks))
    }
    self.areas = areas
  }

  /// What the numbers of an area lack.
  private static func remarks(
    _ model: IndexModel, _ data: IndexData, area: Int
  ) -> [Grade.Reason] {
    // What the weights fall short of 1 is that of members without a number anywhere.
    var missing = max(0, 1 - model.weights.reduce(0, +))
    var (few, modelled) = (0.0, 0.0)
    for (place, member) in model.members.enumerated() {
      let weight = model.weights[place]
      if data.columns[place].values[area].isNaN {
        missing += weight
      } else {
        if data.columns[place].isFew[area] { few += weight }
        if member.isModelled { modelled += weight }
      }
    }
    return [.missing(share: missing), .few(share: few), .modelled(share: modelled)]
  }

  /// Bands from the highest score down: an area begins a new one when its interval lies wholly below
  /// that of the first of the band.
  private static func bands(_ scores: [Double], _ intervals: [ClosedRange<Double>]) -> [Int] {
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var bands = [Int](repeating: 0, count: scores.count)
    var band = 0
    var lower = Double.infinity
    for area in order {
      if intervals[area].upperBound < lower {
        band += 1
        lower = intervals[area].lowerBound
      }
      bands[area] = band
    }
    return bands
  }
}
