internal import SpatialStatistics

/// Whether clusters come back when the elements are drawn anew.
///
/// Elements are drawn with replacement, those that were drawn are partitioned again, and each cluster
/// is compared with the new one most like it by Jaccard's index, over the elements drawn. The
/// mean over draws is its stability: from about 0.75 a cluster can be relied on, below 0.6 it cannot
/// (Hennig 2007, doi:10.1016/j.csda.2006.11.025). An element that is drawn more than once counts once.
public enum ClusterStability {
  /// Below this a cluster cannot be relied on.
  public static let least = 0.6

  /// The stability of each cluster; nil of one that was never drawn.
  /// - Parameters:
  ///   - seed: each draw has its own sequence under it.
  ///   - tasks: how many tasks work at the same time; the result does not depend on it.
  /// - Complexity: that of ``Medoids`` without starts by lot, times `draws`.
  public static func jaccard(
    _ distances: Dissimilarities, _ partition: Medoids, draws: Int, seed: UInt64, tasks: Int
  ) async throws(ComparisonError) -> [Double?] {
    let clusters = partition.medoids.count
    let perTask = await withTaskGroup(of: [(draw: Int, indices: [Double?])].self) { group in
      for task in 0..<max(tasks, 1) {
        group.addTask {
          stride(from: task, to: draws, by: max(tasks, 1)).compactMap { draw in
            one(distances, partition, seed: seed, draw: draw).map { (draw, $0) }
          }
        }
      }
      var all: [(draw: Int, indices: [Double?])] = []
      for await part in group { all += part }
      return all.sorted { $0.draw < $1.draw }
    }
    return (0..<clusters).map { cluster in
      let found = perTask.compactMap { $0.indices[cluster] }
      return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
    }
  }

  /// The likeness of each cluster to the one most like it in one draw; nil when too little was drawn.
  private static func one(
    _ distances: Dissimilarities, _ partition: Medoids, seed: UInt64, draw: Int
  ) -> [Double?]? {
    var stream = RandomStream(seed: seed, draw)
    var isDrawn = [Bool](repeating: false, count: distances.count)
    for _ in 0..<distances.count { isDrawn[stream.next(below: distances.count)] = true }
    let kept = isDrawn.indices.filter { isDrawn[$0] }
    let clusters = partition.medoids.count
    guard let again = try? Medoids(distances.restricted(to: kept), clusters: clusters, starts: 0)
    else {
      return nil
    }
    var both = [[Int]](
      repeating: [Int](repeating: 0, count: clusters), count: clusters)
    var old = [Int](repeating: 0, count: clusters)
    var new = old
    for (place, element) in kept.enumerated() {
      both[partition.labels[element]][again.labels[place]] += 1
      old[partition.labels[element]] += 1
      new[again.labels[place]] += 1
    }
    return (0..<clusters).map { cluster in
      guard old[cluster] > 0 else { return nil }
      return (0..<clusters).map {
        Double(both[cluster][$0]) / Double(old[cluster] + new[$0] - both[cluster][$0])
      }.max()
    }
  }
}
