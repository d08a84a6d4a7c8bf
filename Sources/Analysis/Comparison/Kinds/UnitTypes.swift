/// Types of units over all cities: units with a like profile, and the unit that stands for each type.
///
/// A partition around medoids for each number of types, of which the one with the largest mean silhouette
/// is taken, of equals the one with fewer types; or a number that is given. Types are numbered in the order of their medoids,
/// never in that of their values.
public struct UnitTypes: Sendable {
  /// Why there are no types.
  public enum Refusal: String, Hashable, Sendable {
    /// Fewer units take part than ``UnitTypes/leastUnits``.
    case fewUnits = "te_weinig_eenheden"
    /// Fewer than two indicators vary.
    case fewIndicators = "te_weinig_indicatoren"
    /// All profiles are the same.
    case constant = "overal_gelijk"
  }

  /// One type.
  public struct Kind: Sendable {
    /// The unit that stands for the type, by its place among the units.
    public let medoid: Int
    /// The number of its units.
    public let unitCount: Int
    /// Their inhabitants.
    public let inhabitants: Double
    /// The mean silhouette of its units.
    public let silhouette: Double
    /// How well the type comes back when units are drawn anew, 0 to 1; nil without draws.
    public let stability: Double?
    /// The middle score of its units on each indicator: 0 is the middle of all units, 1 a standard deviation
    /// above; nil when none has a value.
    public let scores: [Double?]

    /// The indicators that set the type apart, the most extreme first: those with a middle score of
    /// ``UnitProfiles/leastScore`` or more from the middle of all.
    public var marks: [Int] { UnitProfiles.marks(scores) }
  }

  /// The fewest units that are divided into types.
  public static let leastUnits = 6
  /// The most types, so that their colours can be told apart.
  public static let mostTypes = 6
  /// From which mean silhouette there is more than a weak structure (Kaufman and Rousseeuw 1990,
  /// doi:10.1002/9780470316801).
  public static let fairSilhouette = 0.25

  /// The profiles.
  public let profiles: UnitProfiles
  /// Why there are no types; nil when there are.
  public let refusal: Refusal?
  /// The mean silhouette for each number of types that was tried.
  public let candidates: [(count: Int, silhouette: Double)]
  /// The types.
  public let kinds: [Kind]
  /// The type of each unit, counted from 0; nil of a unit that takes no part.
  public let labels: [Int?]
  /// The silhouette of each unit; nil of a unit that takes no part.
  public let silhouettes: [Double?]

  /// Divides units into types.
  /// - Parameters:
  ///   - count: the number of types, 2 to ``mostTypes``; nil for the one with the best silhouette.
  ///   - draws: how many samples the stability rests on; 0 for none.
  ///   - tasks: how many tasks work at the same time; the result does not depend on it.
  /// - Complexity: that of ``Medoids`` for each number of types, and for each draw.
  public init(
    _ profiles: UnitProfiles, count wanted: Int? = nil, draws: Int, seed: UInt64, tasks: Int
  ) async throws(ComparisonError) {
    self.profiles = profiles
    let distances = profiles.dissimilarities
    let unitCount = profiles.units.members.count
    let count = profiles.places.count
    refusal =
      if count < max(Self.leastUnits, (wanted ?? 0) + 1) {
        .fewUnits
      } else if profiles.layers.count < 2 {
        .fewIndicators
      } else if (1..<count).allSatisfy({ distances[0, $0] == 0 }) {
        .constant
      } else {
        nil
      }
    var labels = [Int?](repeating: nil, count: unitCount)
    var silhouettes = [Double?](repeating: nil, count: unitCount)
    var candidates: [(count: Int, silhouette: Double)] = []
    var best: (partition: Medoids, widths: [Double], mean: Double)?
    if refusal == nil {
      for clusters in 2...min(Self.mostTypes, count - 1) {
        let partition = try Medoids(distances, clusters: clusters, seed: seed)
        let widths = Silhouette.widths(distances, labels: partition.labels)
        let mean = widths.reduce(0, +) / Double(count)
        candidates.append((clusters, mean))
        let isBetter = wanted.map { $0 == clusters } ?? (mean > (best?.mean ?? -.infinity))
        if isBetter { best = (partition, widths, mean) }
      }
    }
    var kinds: [Kind] = []
    if let best {
      for (element, place) in profiles.places.enumerated() {
        labels[place] = best.partition.labels[element]
        silhouettes[place] = best.widths[element]
      }
      let stability =
        draws > 0
        ? try await ClusterStability.jaccard(
          distances, best.partition, draws: draws, seed: seed, tasks: tasks) : []
      kinds = best.partition.medoids.indices.map { kind in
        let own = profiles.places.indices.filter { best.partition.labels[$0] == kind }
        return Kind(
          medoid: profiles.places[best.partition.medoids[kind]], unitCount: own.count,
          inhabitants: own.reduce(0) { $0 + profiles.units.inhabitants[profiles.places[$1]] },
          silhouette: own.reduce(0) { $0 + best.widths[$1] } / Double(own.count),
          stability: stability.isEmpty ? nil : stability[kind],
          scores: profiles.layers.indices.map { column in
            RobustProfiles.median(
              own.compactMap { profiles.profiles.scores[$0][column] }.sorted())
          })
      }
    }
    self.kinds = kinds
    self.labels = labels
    self.silhouettes = silhouettes
    self.candidates = candidates
  }

  /// The mean silhouette of the types; nil without types.
  public var silhouette: Double? {
    candidates.first { $0.count == kinds.count }?.silhouette
  }

  /// The units of a type in a gemeente, and the share of the gemeente's inhabitants in units with a type
  /// who live in them; nil when it has none.
  public func share(of kind: Int, in gemeentecode: String) -> (units: Int, share: Double?) {
    let own = labels.indices.filter {
      profiles.units.gemeentecodes[$0] == gemeentecode && labels[$0] != nil
    }
    let total = own.reduce(0) { $0 + profiles.units.inhabitants[$1] }
    let members = own.filter { labels[$0] == kind }
    let inhabitants = members.reduce(0) { $0 + profiles.units.inhabitants[$1] }
    return (members.count, total > 0 ? inhabitants / total : nil)
  }
}
