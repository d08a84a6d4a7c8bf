public import SpatialStatistics

/// The tree that links all elements of a graph over its links with the least sum of unlikeness; a tree
/// for each component.
public struct SpanningTree: Hashable, Sendable {
  /// A link of the tree.
  public struct Edge: Hashable, Sendable {
    /// The one end.
    public let a: Int
    /// The other end, the larger number.
    public let b: Int

    /// Makes an edge of two ends in any order.
    public init(_ first: Int, _ second: Int) {
      a = min(first, second)
      b = max(first, second)
    }
  }

  /// The number of elements.
  public let count: Int
  /// The edges.
  public let edges: [Edge]

  /// Takes edges that are known to make a forest.
  public init(count: Int, edges: [Edge]) {
    self.count = count
    self.edges = edges
  }

  /// Finds the tree (Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7). Of links that cost the same
  /// the one with the smaller numbers goes first.
  /// - Complexity: O(links × log links).
  public init(_ graph: SpatialWeights, cost: (Int, Int) -> Double) {
    var links: [(cost: Double, a: Int, b: Int)] = []
    for a in 0..<graph.count {
      for neighbour in graph.neighbours(of: a) where Int(neighbour) > a {
        links.append((cost(a, Int(neighbour)), a, Int(neighbour)))
      }
    }
    links.sort { ($0.cost, $0.a, $0.b) < ($1.cost, $1.a, $1.b) }
    var parents = Array(0..<graph.count)
    func root(_ element: Int) -> Int {
      var element = element
      while parents[element] != element {
        parents[element] = parents[parents[element]]
        element = parents[element]
      }
      return element
    }
    var edges: [Edge] = []
    for link in links {
      let a = root(link.a)
      let b = root(link.b)
      guard a != b else { continue }
      parents[max(a, b)] = min(a, b)
      edges.append(Edge(link.a, link.b))
    }
    self.init(count: graph.count, edges: edges)
  }
}
