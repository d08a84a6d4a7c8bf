/// Kulldorff's scan statistic for Poisson counts: where in space, or in space and time, cases are more
/// (or fewer) than equal risk leads one to expect, allowing for all the places that were looked at.
///
/// M. Kulldorff, A spatial scan statistic, 1997, doi:10.1080/03610929708831995; Kulldorff and others,
/// Evaluating cluster alarms, 1998, doi:10.2105/AJPH.88.9.1377 for cylinders. Windows are circles around
/// the point of each area that hold the areas whose points lie in them; with periods, cylinders over
/// any stretch of periods. Under the null the cases are divided over areas and periods in proportion to
/// the population, their number as it was.
///
/// It says nothing of what caused a cluster, of a boundary within it, or of what will come. Recorded
/// crime follows enforcement: a cluster of recorded crime is a cluster of recording as well.
public enum ScanStatistic {
  /// Scans.
  ///
  /// The result depends on the data, options and seed alone, not on the number of tasks.
  /// - Throws: ``ScanError``, and `CancellationError`.
  /// - Complexity: O(areas² · replicates) per stretch of periods; memory 2 bytes per area, period and
  ///   replicate, and no more than 1 GiB or 32 replicates at a time.
  public static func run(_ data: ScanData, options: ScanOptions = ScanOptions()) async throws
    -> ScanResult
  {
    let model = try ScanModel(data, options)
    let draws = NullDistribution(model)
    return try await run(model, source: .random(draws))
  }

  /// Scans with replicates from elsewhere, for instance from another program: of each replicate the
  /// counts by area and period, as in ``ScanData/cases``, adding up to the same number of cases.
  ///
  /// - Throws: ``ScanError``, and `CancellationError`.
  public static func run(
    _ data: ScanData, replicates: [[Int]], options: ScanOptions = ScanOptions()
  ) async throws -> ScanResult {
    var options = options
    options.replicates = replicates.count
    let model = try ScanModel(data, options)
    for counts in replicates {
      guard counts.count == data.cases.count, counts.allSatisfy({ $0 >= 0 }),
        counts.reduce(0, +) == data.totalCases
      else { throw ScanError.replicates }
    }
    return try await run(model, source: .given(replicates))
  }

  private static func run(_ model: ScanModel, source: ReplicateSource) async throws -> ScanResult {
    let observed = try await ObservedWindows(model)
    guard observed.windowCount > 0 else {
      throw ScanError.noWindows(share: model.options.largestShare)
    }
    let maxima = try await ReplicateRun(model: model, source: source).maxima()
    let gumbel = GumbelDistribution(maxima: maxima)
    return ScanResult(
      clusters: observed.clusters(model, maxima: maxima, gumbel: gumbel), maxima: maxima,
      windowCount: observed.windowCount, gumbel: gumbel)
  }
}

/// Where replicates come from.
enum ReplicateSource: Sendable {
  case random(NullDistribution)
  case given([[Int]])

  /// Hands over the counts of a replicate.
  func draw(_ replicate: Int, _ put: (_ place: Int, _ count: Int) -> Void) {
    switch self {
    case .random(let null): null.draw(replicate, put)
    case .given(let replicates):
      for (place, count) in replicates[replicate].enumerated() { put(place, count) }
    }
  }
}

/// Counts under equal risk, given the number of cases: in all, or in each period.
struct NullDistribution: Sendable {
  private let parts: [(places: [Int], cases: Int, distribution: Multinomial)]
  private let seed: UInt64

  init(_ model: ScanModel) {
    let data = model.data
    seed = model.options.seed
    if model.options.adjustsForTime, data.periodCount > 1 {
      parts = (0..<data.periodCount).map { period in
        let places = Array(stride(from: period, to: data.cases.count, by: data.periodCount))
        return (
          places, places.reduce(0) { $0 + data.cases[$1] },
          Multinomial(weights: places.map { data.population[$0] })
        )
      }
    } else {
      parts = [
        (Array(data.cases.indices), data.totalCases, Multinomial(weights: data.population))
      ]
    }
  }

  func draw(_ replicate: Int, _ put: (_ place: Int, _ count: Int) -> Void) {
    var stream = RandomStream(seed: seed, replicate)
    for part in parts {
      part.distribution.draw(part.cases, using: &stream) { cell, count in
        put(part.places[cell], count)
      }
    }
  }
}
