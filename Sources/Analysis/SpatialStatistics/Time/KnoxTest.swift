/// Whether incidents that are near in space are near in time more often than chance makes them: Knox's
/// test in bands, as used for near repeats.
///
/// E. G. Knox, The detection of space-time interactions, 1964, doi:10.2307/2985220; bands as in S. D.
/// Johnson and others, Space-time patterns of risk, 2007, doi:10.1007/s10940-007-9025-3. Dates are
/// permuted over the places, so that what is usual for a place and what is usual for a season remain. It
/// describes pairs of incidents that were recorded, and says nothing of the next one. Recorded crime
/// follows enforcement: a patrol that stays makes near repeats too.
public struct KnoxTest: Sendable {
  /// A band of distance with a band of days.
  public struct Cell: Hashable, Sendable {
    /// The pairs of incidents in both bands.
    public let pairs: Int
    /// The mean number of pairs over all permutations of the dates: pairs in the band of distance times
    /// pairs in the band of days over all pairs.
    public let expected: Double
    /// Pairs over expected; nil when none is expected.
    public let ratio: Double?
    /// The share of permutations, this one counted, with as many pairs or more.
    public let p: Double
    /// ``p`` adjusted for the number of cells by the false discovery rate.
    public let adjustedP: Double
  }

  /// By band of distance, then by band of days.
  public let cells: [[Cell]]
  /// The pairs per band of distance.
  public let nearInSpace: [Int]
  /// The pairs per band of days.
  public let nearInTime: [Int]
  /// The number of incidents.
  public let count: Int

  /// Why incidents cannot be tested.
  public enum Failure: Error, Hashable, Sendable {
    /// The arrays have different lengths.
    case lengths
    /// There are fewer than four incidents.
    case tooFewIncidents(Int)
    /// A coordinate is beyond ``KnoxTest/farthest`` or not a number.
    case position(incident: Int)
    /// The upper edges of the bands do not rise, the first is negative, or the last is beyond
    /// ``KnoxTest/farthest``.
    case distances
    /// The upper edges of the bands do not rise, or the first is negative.
    case days
    /// All incidents are of the same day.
    case oneDay
    /// There are no permutations.
    case permutations
    /// There are more pairs within the largest distance than ``KnoxTest/pairLimit``.
    case tooManyPairs
  }

  /// The most pairs within the largest distance.
  public static let pairLimit = 200_000_000
  /// The largest coordinate and distance in metres: more than the way around the earth.
  public static let farthest = 1e8

  /// Tests incidents.
  ///
  /// - Parameters:
  ///   - x: east in metres, one per incident.
  ///   - y: north in metres.
  ///   - days: the day of each incident, counted from any day.
  ///   - distances: the upper edges of the bands in metres, the edge included: 0, 100 and 200 give the
  ///     same place, more than 0 up to 100, and more than 100 up to 200.
  ///   - lags: the upper edges of the bands of days in the same way.
  ///   - permutations: the number of permutations.
  ///   - seed: the same seed gives the same permutations, with any number of tasks.
  /// - Throws: ``Failure``, and `CancellationError`.
  /// - Complexity: O(pairs within the largest distance · permutations); 8 bytes a pair.
  public static func run(
    x: [Double], y: [Double], days: [Int], distances: [Double], lags: [Int],
    permutations: Int = 999, seed: UInt64 = 1, tasks: Int = 1
  ) async throws -> KnoxTest {
    guard permutations >= 1 else { throw Failure.permutations }
    let pairs = try KnoxPairs(x: x, y: y, days: days, distances: distances, lags: lags)
    let observed = pairs.counts(days)
    let ranges = (0..<permutations).split(tasks * 8)
    let found = try await Tasks.map(ranges, tasks: tasks) { range in
      var reached = [Int](repeating: 0, count: observed.count)
      for permutation in range {
        var stream = RandomStream(seed: seed, permutation)
        var order = days
        stream.shuffle(&order)
        let counts = pairs.counts(order)
        for cell in counts.indices where counts[cell] >= observed[cell] { reached[cell] += 1 }
      }
      return reached
    }
    var reached = [Int](repeating: 0, count: observed.count)
    for part in found { for cell in part.indices { reached[cell] += part[cell] } }
    return KnoxTest(pairs, observed: observed, reached: reached, permutations: permutations)
  }

  /// Tests incidents with permutations from elsewhere: of each the place in `days` from which an
  /// incident gets its day.
  /// - Throws: ``Failure``.
  public static func run(
    x: [Double], y: [Double], days: [Int], distances: [Double], lags: [Int],
    permutations: [[Int]]
  ) throws -> KnoxTest {
    let pairs = try KnoxPairs(x: x, y: y, days: days, distances: distances, lags: lags)
    let observed = pairs.counts(days)
    var reached = [Int](repeating: 0, count: observed.count)
    guard !permutations.isEmpty else { throw Failure.permutations }
    for permutation in permutations {
      guard permutation.sorted() == Array(days.indices) else { throw Failure.permutations }
      let counts = pairs.counts(permutation.map { days[$0] })
      for cell in counts.indices where counts[cell] >= observed[cell] { reached[cell] += 1 }
    }
    return KnoxTest(pairs, observed: observed, reached: reached, permutations: permutations.count)
  }

  private init(_ pairs: KnoxPairs, observed: [Int], reached: [Int], permutations: Int) {
    let all = Double(pairs.count) * Double(pairs.count - 1) / 2
    let ps = reached.map { Double($0 + 1) / Double(permutations + 1) }
    let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(ps)
    let bands = pairs.nearInTime.count
    count = pairs.count
    nearInSpace = pairs.nearInSpace
    nearInTime = pairs.nearInTime
    cells = pairs.nearInSpace.indices.map { space in
      (0..<bands).map { time in
        let cell = space * bands + time
        let expected =
          Double(pairs.nearInSpace[space]) * Double(pairs.nearInTime[time]) / all
        return Cell(
          pairs: observed[cell], expected: expected,
          ratio: expected > 0 ? Double(observed[cell]) / expected : nil, p: ps[cell],
          adjustedP: adjusted[cell] ?? 1)
      }
    }
  }
}
