/// Which windows are looked at, and against what they are compared.
public struct ScanOptions: Sendable {
  /// Which windows count.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// More cases than expected.
    case high
    /// Fewer cases than expected.
    case low
    /// Either; the p-value allows for looking at both.
    case both
  }

  /// The largest share of the population that a circle may hold, above 0 and at most 0.5.
  public var largestShare: Double
  /// The most periods that a cylinder may last; nil for half of them. Ignored with one period.
  public var longestDuration: Int?
  /// Which windows count.
  public var direction: Direction
  /// Whether each period is expected to have the cases that it had, so that a rise everywhere is no
  /// cluster.
  public var adjustsForTime: Bool
  /// The number of Monte Carlo replicates.
  public var replicates: Int
  /// With the same seed the same replicates are made, with any number of tasks.
  public var seed: UInt64
  /// The most clusters that are reported.
  public var mostClusters: Int
  /// Clusters are reported down to this p-value; the most likely one always.
  public var largestP: Double
  /// How many tasks work at the same time; the result is the same.
  public var tasks: Int

  /// The usual choices: circles of up to half of the population, 999 replicates.
  public init(
    largestShare: Double = 0.5, longestDuration: Int? = nil, direction: Direction = .high,
    adjustsForTime: Bool = false, replicates: Int = 999, seed: UInt64 = 1, mostClusters: Int = 1000,
    largestP: Double = 0.05, tasks: Int = 1
  ) {
    self.largestShare = largestShare
    self.longestDuration = longestDuration
    self.direction = direction
    self.adjustsForTime = adjustsForTime
    self.replicates = replicates
    self.seed = seed
    self.mostClusters = mostClusters
    self.largestP = largestP
    self.tasks = tasks
  }
}
