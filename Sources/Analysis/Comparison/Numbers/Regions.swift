/// Elements grouped into connected regions that are alike within.
///
/// SKATER (Assunção, Neves, Câmara and Freitas 2006, doi:10.1080/13658810600665111): of a spanning tree
/// the edge is cut whose removal lowers the sum of squared differences from the means of regions
/// most, again and again, until there are as many regions as asked for.
public struct Regions: Hashable, Sendable {
  /// The region of each element, numbered from 0 in the order of their first element.
  public let labels: [Int]
  /// The sum of squares within regions before the first cut and after each.
  public let sums: [Double]
  /// The edges that were cut, in order.
  public let cuts: [SpanningTree.Edge]

  /// The share of all variation that lies between regions; nil when there is no variation.
  public var explained: Double? {
    guard let first = sums.first, let last = sums.last, first > 0 else { return nil }
    return 1 - last / first
  }

  /// Cuts a tree into regions.
  ///
  /// The trees of a graph with several components are regions from the start. There are fewer regions
  /// than asked for when no edge can be cut: each side must keep the least size.
  /// - Parameters:
  ///   - rows: the numbers of each element, as many for each.
  ///   - sizes: the size of each element, for instance its inhabitants.
  ///   - minimum: the least size of a region that a cut may leave.
  /// - Complexity: O(n × columns) for each cut.
  public init(
    _ tree: SpanningTree, rows: [[Double]], count: Int, sizes: [Double]? = nil,
    minimum: Double = 0
  ) {
    var forest = Forest(tree, rows: rows, sizes: sizes, minimum: minimum)
    var cuts: [SpanningTree.Edge] = []
    var sums = [forest.sum]
    while forest.parts.count < count, let cut = forest.cutBest() {
      cuts.append(cut)
      sums.append(forest.sum)
    }
    labels = forest.labels
    self.cuts = cuts
    self.sums = sums
  }
}

/// The trees that are left, each with the cut that helps most.
private struct Forest {
  struct Part {
    let elements: [Int]
    let sum: Double
    let cut: (edge: Int, gain: Double)?
  }

  private let tree: SpanningTree
  private let rows: [[Double]]
  private let sizes: [Double]?
  private let minimum: Double
  private var links: [[(edge: Int, to: Int)]]
  private(set) var parts: [Part] = []

  init(_ tree: SpanningTree, rows: [[Double]], sizes: [Double]?, minimum: Double) {
    self.tree = tree
    self.rows = rows
    self.sizes = sizes
    self.minimum = minimum
    links = Array(repeating: [], count: tree.count)
    for (index, edge) in tree.edges.enumerated() {
      links[edge.a].append((index, edge.b))
      links[edge.b].append((index, edge.a))
    }
    var seen = [Bool](repeating: false, count: tree.count)
    for element in 0..<tree.count where !seen[element] {
      let part = self.part(from: element)
      for member in part.elements { seen[member] = true }
      parts.append(part)
    }
  }

  var sum: Double { parts.reduce(0) { $0 + $1.sum } }

  var labels: [Int] {
    var labels = [Int](repeating: 0, count: tree.count)
    let ordered = parts.map { $0.elements.min() ?? 0 }.enumerated().sorted {
      $0.element < $1.element
    }
    for (label, part) in ordered.enumerated() {
      for element in parts[part.offset].elements { labels[element] = label }
    }
    return labels
  }

  /// Cuts the edge with the largest gain; of equals the first of the tree.
  mutating func cutBest() -> SpanningTree.Edge? {
    var best: (part: Int, edge: Int, gain: Double)?
    for (place, part) in parts.enumerated() {
      guard let cut = part.cut else { continue }
      if best.map({ cut.gain > $0.gain || (cut.gain == $0.gain && cut.edge < $0.edge) }) ?? true {
        best = (place, cut.edge, cut.gain)
      }
    }
    guard let best else { return nil }
    let edge = tree.edges[best.edge]
    links[edge.a].removeAll { $0.edge == best.edge }
    links[edge.b].removeAll { $0.edge == best.edge }
    parts[best.part] = part(from: edge.a)
    parts.append(part(from: edge.b))
    return edge
  }

  /// The tree with an element, its sum of squares and its best cut.
  ///
  /// Of the subtree below each edge the sums are known once it has been walked through; those of the rest
  /// are what is left of the whole.
  private func part(from root: Int) -> Part {
    var order: [(element: Int, edge: Int, above: Int)] = [(root, -1, -1)]
    var next = 0
    while next < order.count {
      let at = order[next]
      for link in links[at.element] where link.edge != at.edge {
        order.append((link.to, link.edge, next))
      }
      next += 1
    }
    let columns = rows.first?.count ?? 0
    // Around the mean, so that sums of squares keep their digits.
    var means = [Double](repeating: 0, count: columns)
    for at in order { for column in 0..<columns { means[column] += rows[at.element][column] } }
    for column in 0..<columns { means[column] /= Double(order.count) }
    var sums = order.map { at in (0..<columns).map { rows[at.element][$0] - means[$0] } }
    var squares = sums.map { $0.reduce(0) { $0 + $1 * $1 } }
    var counts = [Double](repeating: 1, count: order.count)
    var weights = order.map { sizes?[$0.element] ?? 1 }
    for place in order.indices.dropFirst().reversed() {
      let above = order[place].above
      for column in 0..<columns { sums[above][column] += sums[place][column] }
      squares[above] += squares[place]
      counts[above] += counts[place]
      weights[above] += weights[place]
    }
    func within(_ square: Double, _ sum: [Double], _ count: Double) -> Double {
      max(square - sum.reduce(0) { $0 + $1 * $1 } / count, 0)
    }
    let whole = within(squares[0], sums[0], counts[0])
    var best: (edge: Int, gain: Double)?
    for place in order.indices.dropFirst() {
      guard weights[place] >= minimum, weights[0] - weights[place] >= minimum else { continue }
      let rest = (0..<columns).map { sums[0][$0] - sums[place][$0] }
      let gain =
        whole - within(squares[place], sums[place], counts[place])
        - within(squares[0] - squares[place], rest, counts[0] - counts[place])
      let edge = order[place].edge
      if best.map({ gain > $0.gain || (gain == $0.gain && edge < $0.edge) }) ?? true {
        best = (edge, gain)
      }
    }
    return Part(elements: order.map(\.element), sum: whole, cut: best)
  }
}
