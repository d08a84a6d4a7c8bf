/// For each unit the units of other cities that are most like it, and in what.
public struct UnitTwins: Sendable {
  /// Two units of different cities.
  public struct Twin: Hashable, Sendable {
    /// The unit, by its place among the units.
    public let unit: Int
    /// The unit that is like it.
    public let other: Int
    /// How unlike they are: the root of the mean squared difference of their scores.
    public let distance: Double
    /// The number of indicators that both have.
    public let shared: Int
    /// The indicators in which they are most alike, by their place among the layers of the profiles.
    public let alike: [Int]
    /// The indicators in which they differ, the largest difference first.
    public let different: [Int]
  }

  /// From which difference of scores units differ in an indicator.
  public static let leastDifference = 0.5
  /// How many indicators are named.
  public static let named = 3

  /// The profiles.
  public let profiles: UnitProfiles
  /// The twins by unit, the most alike first; of equals the first by code. Not symmetric: the best
  /// twin of a unit may have a better one itself.
  public let twins: [Twin]

  /// Finds twins.
  /// - Parameter count: how many for each unit.
  /// - Complexity: O(units² × indicators).
  public init(_ profiles: UnitProfiles, count: Int) {
    let scores = profiles.profiles
    let units = profiles.units
    let least = UnitProfiles.leastCompleteness * Double(profiles.layers.count)
    var twins: [Twin] = []
    for (element, unit) in profiles.places.enumerated() {
      var near: [(distance: Double, element: Int)] = []
      for (other, place) in profiles.places.enumerated()
      where units.gemeentecodes[place] != units.gemeentecodes[unit] {
        guard let distance = scores.dissimilarity(element, other),
          near.count < count || distance < near[near.count - 1].distance,
          Double(Self.shared(scores, element, other)) >= least
        else { continue }
        let at = near.firstIndex { $0.distance > distance } ?? near.count
        near.insert((distance, other), at: at)
        if near.count > count { near.removeLast() }
      }
      twins += near.map { found in
        let differences = profiles.layers.indices.compactMap { column in
          scores.scores[element][column].flatMap { own in
            scores.scores[found.element][column].map {
              (column: column, size: abs(own - $0))
            }
          }
        }
        let ordered = differences.sorted { ($0.size, $0.column) < ($1.size, $1.column) }
        return Twin(
          unit: unit, other: profiles.places[found.element], distance: found.distance,
          shared: differences.count,
          alike: ordered.filter { $0.size < Self.leastDifference }.prefix(Self.named)
            .map(\.column),
          different: ordered.filter { $0.size >= Self.leastDifference }.reversed()
            .prefix(Self.named).map(\.column))
      }
    }
    self.profiles = profiles
    self.twins = twins
  }

  private static func shared(_ scores: RobustProfiles, _ a: Int, _ b: Int) -> Int {
    zip(scores.scores[a], scores.scores[b]).count { $0 != nil && $1 != nil }
  }
}
