import Comparison
import Foundation
import Testing

/// The numbers of other programs, from `Tests/Oracles/comparison.py` with its versions.
private let oracle: [String: [[Double]]] = {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Oracles/comparison.txt")
  var lines: [String: [[Double]]] = [:]
  for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n") {
    let words = line.split(separator: " ")
    lines[String(words[0]), default: []].append(words.dropFirst().map { Double($0) ?? .nan })
  }
  return lines
}()

private func rows(_ name: String) -> [[Double]] { oracle[name] ?? [] }

private func isClose(_ a: Double?, _ b: Double) -> Bool {
  a.map { abs($0 - b) <= 1e-9 * max(1, abs(b)) } ?? false
}

@Suite struct ComparisonOracleTests {
  let groups = zip(rows("values"), rows("weights")).map { WeightedSample(values: $0, weights: $1) }

  private func distributions() throws -> [WeightedDistribution] {
    try groups.map { try WeightedDistribution(values: $0.values, weights: $0.weights) }
  }

  @Test func distributionsAgreeWithInequalityAndNumPy() throws {
    let distributions = try distributions()
    #expect(distributions.count == 3)
    for (group, distribution) in distributions.enumerated() {
      #expect(isClose(distribution.gini, rows("gini")[group][0]))
      #expect(isClose(distribution.mean, rows("mean")[group][0]))
      #expect(isClose(TheilIndex([distribution])?.total, rows("theil")[group][0]))
      for (p, wanted) in zip([0.1, 0.5, 0.9], rows("quantiles")[group]) {
        #expect(distribution.quantile(p) == wanted)
      }
    }
  }

  @Test func decompositionAgreesWithInequality() throws {
    let theil = try #require(TheilIndex(try distributions()))
    let wanted = rows("decomposition")[0]
    #expect(isClose(theil.total, wanted[0]))
    #expect(isClose(theil.between, wanted[1]))
    #expect(isClose(theil.within, wanted[2]))
  }

  @Test func distancesAgreeWithSciPy() throws {
    let distances = try DistributionDistances(groups, draws: 0, seed: 1)
    #expect(distances.pairs.count == 3)
    for (pair, wanted) in zip(distances.pairs, rows("distance")) {
      #expect(pair.first == Int(wanted[0]) && pair.second == Int(wanted[1]))
      #expect(isClose(pair.kolmogorovSmirnov, wanted[2]))
      #expect(isClose(pair.wasserstein, wanted[3]))
    }
  }

  private var cloud: Dissimilarities {
    let points = rows("point")
    return Dissimilarities(count: points.count) { a, b in
      zip(points[a], points[b]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
  }

  @Test func silhouettesAgreeWithScikitLearn() throws {
    #expect(rows("labels").count == 4)
    for (labels, wanted) in zip(rows("labels"), rows("silhouette")) {
      let widths = Silhouette.widths(cloud, labels: labels.map { Int($0) })
      #expect(widths.count == wanted.count)
      for (a, b) in zip(widths, wanted) { #expect(isClose(a, b)) }
    }
  }

  /// Fifty random starts of another program find nothing that is better by more than a percent.
  @Test func medoidsAreAsGoodAsTheBestOfManyStarts() throws {
    for wanted in rows("loss") {
      let found = try Medoids(cloud, clusters: Int(wanted[0])).loss
      #expect(found <= wanted[1] * 1.01 && found >= wanted[1] - 1e-9)
    }
  }

  @Test func regionsAgreeWithSpopt() throws {
    let cells = rows("cell")
    let edges = rows("edge").map { SpanningTree.Edge(Int($0[0]), Int($0[1])) }
    let tree = SpanningTree(count: cells.count, edges: edges)
    #expect(rows("regions").count == 4)
    for (wanted, labels) in zip(rows("regions"), rows("region_labels")) {
      let regions = Regions(tree, rows: cells, count: Int(wanted[0]), minimum: wanted[1])
      #expect(isClose(regions.sums.last, wanted[2]))
      // The same partition, whatever the numbers of the regions.
      #expect(
        Set(zip(regions.labels, labels).map { "\($0) \($1)" }).count == Int(wanted[0]))
    }
  }
}
