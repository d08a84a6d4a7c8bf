/// How well each element lies in its cluster (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7).
///
/// s = (b − a) / max(a, b), with a the mean dissimilarity to the others of its cluster and b that to
/// the nearest other cluster: 1 well within, 0 between two, below 0 nearer to another. 0 for an element
/// alone in its cluster.
public enum Silhouette {
  /// The width of each element.
  /// - Parameter labels: the cluster of each element, from 0 and without gaps; two or more.
  /// - Complexity: O(n²).
  public static func widths(_ distances: Dissimilarities, labels: [Int]) -> [Double] {
    let clusters = (labels.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: clusters)
    for label in labels { sizes[label] += 1 }
    return labels.indices.map { element in
      let own = labels[element]
      guard sizes[own] > 1 else { return 0 }
      var sums = [Double](repeating: 0, count: clusters)
      for other in labels.indices { sums[labels[other]] += distances[element, other] }
      let a = sums[own] / Double(sizes[own] - 1)
      var b = Double.infinity
      for cluster in 0..<clusters where cluster != own {
        b = min(b, sums[cluster] / Double(sizes[cluster]))
      }
      let larger = max(a, b)
      return larger > 0 && b.isFinite ? (b - a) / larger : 0
    }
  }
}
