/// How the areas of one edition or kind are divided over those of another.
///
/// The share s(a, b) of area a that goes to area b is w(a, b) / Σ w(a, ·), with w the addresses or the
/// square metres that both have in common. The shares of an area add up to 1, so totals stay what they
/// are. Areas that share nothing with any other have no links.
/// Source: Goodchild & Lam (1980), Areal interpolation: a variant of the traditional spatial problem,
/// Geo-Processing 1; Eurostat and CBS weight by addresses in the same way.
public struct Crosswalk: Sendable {
  /// A part that two areas have in common.
  public struct Link: Hashable, Sendable {
    /// The place of the area among those of ``Crosswalk/from``.
    public let from: Int
    /// The place among those of ``Crosswalk/to``.
    public let to: Int
    /// The addresses or square metres in common, above 0.
    public let weight: Double
    /// The share of `from` that goes to `to`, above 0, at most 1.
    public let share: Double
    /// What the weight counts.
    public let kind: WeightKind
  }

  /// A weight on its way into a crosswalk.
  public struct Weight: Hashable, Sendable {
    /// The place of the area it comes from.
    public var from: Int
    /// The place of the area it goes to.
    public var to: Int
    /// The addresses or square metres in common.
    public var weight: Double
    /// What it counts.
    public var kind: WeightKind

    /// Makes a weight.
    public init(from: Int, to: Int, weight: Double, kind: WeightKind) {
      self.from = from
      self.to = to
      self.weight = weight
      self.kind = kind
    }
  }

  /// The areas that are divided.
  public let from: CrosswalkSide
  /// The areas over which they are divided.
  public let to: CrosswalkSide
  /// The kind of weights by which most is divided; others stand in where it gives none.
  public let mainKind: WeightKind
  /// The links, by `from`, then `to`.
  public let links: [Link]
  /// Per area of ``from`` the weight that lies in no area of ``to``.
  public let uncovered: [Double]
  /// Per area of ``to`` the weight that lies in no area of ``from``.
  public let unfilled: [Double]

  /// The links of each area of ``to``: places in ``links``, from one start to the next.
  let incoming: [Int]
  let incomingStarts: [Int]

  /// Makes a crosswalk of weights; weights of the same pair are added.
  ///
  /// All weights of one area are of one kind. Weights that are not above 0 fall away.
  /// - Precondition: places within the two sides, one value per area in `uncovered` and `unfilled`.
  public init(
    from: CrosswalkSide, to: CrosswalkSide, mainKind: WeightKind, weights: [Weight],
    uncovered: [Double]? = nil, unfilled: [Double]? = nil
  ) {
    let sorted = weights.filter { $0.weight > 0 && $0.weight.isFinite }
      .sorted { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
    var merged: [Weight] = []
    merged.reserveCapacity(sorted.count)
    for weight in sorted {
      if let last = merged.last, last.from == weight.from, last.to == weight.to {
        merged[merged.count - 1].weight += weight.weight
      } else {
        merged.append(weight)
      }
    }
    var sums = [Double](repeating: 0, count: from.codes.count)
    for weight in merged { sums[weight.from] += weight.weight }
    self.init(
      from: from, to: to, mainKind: mainKind,
      links: merged.map {
        Link(
          from: $0.from, to: $0.to, weight: $0.weight, share: $0.weight / sums[$0.from],
          kind: $0.kind)
      }, uncovered: uncovered, unfilled: unfilled)
  }

  /// Takes links that are sorted and whose shares add up.
  init(
    from: CrosswalkSide, to: CrosswalkSide, mainKind: WeightKind, links: [Link],
    uncovered: [Double]?, unfilled: [Double]?
  ) {
    self.from = from
    self.to = to
    self.mainKind = mainKind
    self.links = links
    self.uncovered = uncovered ?? Array(repeating: 0, count: from.codes.count)
    self.unfilled = unfilled ?? Array(repeating: 0, count: to.codes.count)
    precondition(self.uncovered.count == from.codes.count, "one value per area")
    precondition(self.unfilled.count == to.codes.count, "one value per area")
    var starts = [Int](repeating: 0, count: to.codes.count + 1)
    for link in links { starts[link.to + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var next = starts
    var incoming = [Int](repeating: 0, count: links.count)
    for (place, link) in links.enumerated() {
      incoming[next[link.to]] = place
      next[link.to] += 1
    }
    self.incoming = incoming
    incomingStarts = starts
  }

  /// The links by which an area of ``to`` is made, by `from`.
  public func sources(of target: Int) -> [Link] {
    incoming[incomingStarts[target]..<incomingStarts[target + 1]].map { links[$0] }
  }

  /// The areas of ``from`` that have no link.
  public var unlinked: [Int] {
    var isLinked = [Bool](repeating: false, count: from.codes.count)
    for link in links { isLinked[link.from] = true }
    return isLinked.indices.filter { !isLinked[$0] }
  }

  /// The crosswalk back, by the same weights.
  public var reversed: Crosswalk {
    Crosswalk(
      from: to, to: from, mainKind: mainKind,
      weights: links.map {
        Weight(from: $0.to, to: $0.from, weight: $0.weight, kind: $0.kind)
      }, uncovered: unfilled, unfilled: uncovered)
  }
}
