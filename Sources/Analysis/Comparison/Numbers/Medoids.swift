internal import SpatialStatistics

/// A partition around medoids: the elements of which the others are on the whole least unlike.
///
/// The sum of the dissimilarities to the nearest medoid is made small: medoids are built up one by one
/// (BUILD of Kaufman and Rousseeuw 1990, doi:10.1002/9780470316801), then one is exchanged for another
/// element as long as that lowers the sum (Schubert and Rousseeuw 2021,
/// doi:10.1016/j.is.2021.101804). Exchanges stop at a local optimum, so they also begin at medoids drawn
/// by lot, and the lowest sum counts. The same numbers and seed give the same partition.
public struct Medoids: Hashable, Sendable {
  /// The medoids, ascending.
  public let medoids: [Int]
  /// The cluster of each element: the place of its medoid among ``medoids``; of medoids at the same
  /// distance the first.
  public let labels: [Int]
  /// The sum of the dissimilarities of all elements to their medoid.
  public let loss: Double

  /// Partitions into `clusters`.
  /// - Parameters:
  ///   - starts: how many times to begin at medoids drawn by lot, beside those that are built up.
  ///   - seed: each start has its own sequence under it.
  /// - Throws: ``ComparisonError/badClusterCount(_:elements:)`` below 2 or above the number of elements.
  /// - Complexity: O(n² clusters) to build, O(n²) for each round of exchanges of each start; a start
  ///   needs few.
  public init(
    _ distances: Dissimilarities, clusters: Int, starts: Int = 10, seed: UInt64 = 1
  ) throws(ComparisonError) {
    guard clusters >= 2, clusters <= distances.count else {
      throw .badClusterCount(clusters, elements: distances.count)
    }
    var search = MedoidSearch(distances)
    for _ in 0..<clusters { search.build() }
    search.exchange()
    var everybody = Array(0..<distances.count)
    for start in 0..<starts {
      var stream = RandomStream(seed: seed, clusters, start)
      stream.shuffle(&everybody)
      var other = MedoidSearch(distances)
      other.begin(at: Array(everybody.prefix(clusters)))
      other.exchange()
      // Rounding must not decide between sums that are the same.
      if other.loss < search.loss * (1 - 1e-12) { search = other }
    }
    medoids = search.medoids.sorted()
    var labels: [Int] = []
    var loss = 0.0
    for element in 0..<distances.count {
      var best = 0
      for place in medoids.indices
      where distances[element, medoids[place]] < distances[element, medoids[best]] {
        best = place
      }
      // A medoid stands for itself, also beside one just like it.
      if let own = medoids.firstIndex(of: element) { best = own }
      labels.append(best)
      loss += distances[element, medoids[best]]
    }
    self.labels = labels
    self.loss = loss
  }
}

/// The search for medoids, with what every element has as its nearest and second nearest.
private struct MedoidSearch {
  private let distances: Dissimilarities
  var medoids: [Int] = []
  private var nearest: [(medoid: Int, distance: Double)]
  private var second: [Double]

  init(_ distances: Dissimilarities) {
    self.distances = distances
    nearest = Array(repeating: (0, .infinity), count: distances.count)
    second = Array(repeating: .infinity, count: distances.count)
  }

  /// Adds the element that lowers the sum most; of equals the first.
  mutating func build() {
    var best: (element: Int, sum: Double)?
    for candidate in 0..<distances.count where !medoids.contains(candidate) {
      var sum = 0.0
      for element in 0..<distances.count {
        sum += min(nearest[element].distance, distances[element, candidate])
      }
      if sum < (best?.sum ?? .infinity) { best = (candidate, sum) }
    }
    guard let best else { return }
    medoids.append(best.element)
    assign()
  }

  /// Begins at given medoids.
  mutating func begin(at chosen: [Int]) {
    medoids = chosen
    assign()
  }

  /// The sum of the dissimilarities to the nearest medoid.
  var loss: Double { nearest.reduce(0) { $0 + $1.distance } }

  private mutating func assign() {
    for element in 0..<distances.count {
      var first = (medoid: 0, distance: Double.infinity)
      var next = Double.infinity
      for (place, medoid) in medoids.enumerated() {
        let distance = distances[element, medoid]
        if distance < first.distance {
          next = first.distance
          first = (place, distance)
        } else {
          next = min(next, distance)
        }
      }
      nearest[element] = first
      second[element] = next
    }
  }

  /// Exchanges medoids as long as that lowers the sum by more than rounding.
  mutating func exchange() {
    let count = distances.count
    let least = 1e-12 * loss
    var removals = removalLosses()
    var sinceChange = 0
    var candidate = 0
    while sinceChange < count {
      if !medoids.contains(candidate) {
        var changes = removals
        var shared = 0.0
        for element in 0..<count {
          let distance = distances[element, candidate]
          let own = nearest[element]
          if distance < own.distance {
            shared += distance - own.distance
            changes[own.medoid] += own.distance - second[element]
          } else if distance < second[element] {
            changes[own.medoid] += distance - second[element]
          }
        }
        var best = 0
        for place in changes.indices where changes[place] < changes[best] { best = place }
        if changes[best] + shared < -least {
          medoids[best] = candidate
          assign()
          removals = removalLosses()
          sinceChange = 0
        }
      }
      sinceChange += 1
      candidate = (candidate + 1) % count
    }
  }

  /// By how much the sum rises when a medoid goes and none comes.
  private func removalLosses() -> [Double] {
    var losses = medoids.map { _ in 0.0 }
    for element in 0..<distances.count {
      losses[nearest[element].medoid] += second[element] - nearest[element].distance
    }
    return losses
  }
}
