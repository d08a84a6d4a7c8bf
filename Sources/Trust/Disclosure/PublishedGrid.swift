public import Geometry
public import Heatmaps
public import SpatialStatistics

/// The classes of a density that may be known. All heatmaps that are published are drawn from this.
///
/// Only ``init(_:of:source:breaks:)`` makes one, by applying the rule, and ``init(joining:)`` puts those that were
/// saved beside each other; there is no other way to a value of this type, also not by decoding. It holds no density: from exact densities the places of
/// single records can be computed. Of a cell only the class is known, and only when enough records of
/// enough addresses, weighed by their distance, lie within the bandwidth: the border of what is hidden is
/// then a line of equal density like those between classes, and no circle around a record. What one
/// address counts for is limited before densities are summed, and checked here. The edges of classes have
/// two significant digits, so that they are the value of no cell, and the first and the last class are open. Surfaces are drawn from the
/// classes alone, unless the data are open.
///
/// Not guaranteed: protection against combining maps of slightly different files, periods, bandwidths or
/// grids of the same records. A study sees to it that there is one, see `EarlierHeatmaps`.
public struct PublishedGrid: Sendable {
  /// What is known of a cell.
  public enum Cell: Hashable, Sendable {
    /// Its class, counted from 0.
    case inClass(Int)
    /// It has too few records or addresses nearby.
    case suppressed
    /// It has too few inhabitants nearby for a ratio.
    case withoutBase
    /// It lies outside the window.
    case outside
  }

  /// One area with its own grid.
  public struct Part: Sendable {
    /// The grid.
    public let frame: CellFrame
    /// What is known of each cell of which the middle lies in the window.
    public let cells: [Cell]
    /// The surface of each class that occurs, without overlap.
    public let surfaces: [(cell: Cell, surface: MultiPolygon)]
    /// Where records are denser, or thinner, than inhabitants let expect at 5 % each; empty
    /// without inhabitants.
    public let tolerance: [(isHigh: Bool, surface: MultiPolygon)]
    /// Whether all surfaces are cut off at the window.
    public let isCut: Bool

    init(
      frame: CellFrame, cells: [Cell], surfaces: [(cell: Cell, surface: MultiPolygon)],
      tolerance: [(isHigh: Bool, surface: MultiPolygon)], isCut: Bool = false
    ) {
      self.isCut = isCut
      self.frame = frame
      self.cells = cells
      self.surfaces = surfaces
      self.tolerance = tolerance
    }

    /// The number of cells of each class.
    public func counts(classes: Int) -> [Int] {
      var counts = [Int](repeating: 0, count: classes)
      for case .inClass(let number) in cells { counts[number] += 1 }
      return counts
    }
  }

  /// The parts, in the order in which they were given.
  public private(set) var parts: [Part]
  /// The edges of the classes, over all parts; the first is 0 and the last infinite. Records per km²,
  /// or a ratio.
  public let edges: [Double]
  /// The number of records in the window, rounded; nil when it is not told.
  public private(set) var recordCount: Int?
  /// What the points were declared to be.
  public let source: PointSource
  /// The kernel.
  public let kernel: Kernel
  /// The bandwidth in metres.
  public let bandwidth: Double
  /// Whether bandwidths follow the density.
  public let isAdaptive: Bool
  /// The correction at the edge.
  public let edgeCorrection: EdgeCorrection
  /// Whether the values are ratios to inhabitants that are spread by a model.
  public let isRelative: Bool

  /// What there is to publish of one area.
  public enum Density: Sendable {
    /// A density per square metre.
    case density(DensitySurface)
    /// A ratio to inhabitants.
    case relative(RelativeRisk)

    var surface: DensitySurface {
      switch self {
      case .density(let surface): surface
      case .relative(let risk): risk.surface
      }
    }
  }

  /// How the edges of the classes come about.
  public enum Breaks: Sendable {
    /// Chosen from the cells that may be shown, each part with the same weight, and rounded to two
    /// significant digits.
    case chosen(ClassificationMethod, classes: Int)
    /// The given inner edges, ascending and above zero.
    case given([Double])
  }

  /// Decides for every cell what may be known of it.
  /// - Parameters:
  ///   - densities: the parts, all of `map`.
  ///   - map: the heatmap they come from.
  ///   - source: what the points are.
  ///   - breaks: one set of classes over all parts.
  /// - Throws: ``GridRefusal``.
  public init(
    _ densities: [Density], of map: Heatmap, source: PointSource, breaks: Breaks
  ) throws(GridRefusal) {
    guard source != .homes else { throw .homeAddresses }
    let rule = source.rule
    if let rule {
      guard map.smallestBandwidth >= rule.minimumBandwidth else {
        throw .bandwidthTooSmall(map.smallestBandwidth, minimum: rule.minimumBandwidth)
      }
      guard map.addressLimit == rule.addressLimit else { throw .addressesNotLimited }
      let smallest = rule.smallestCell(atBandwidth: map.bandwidth)
      if let cell = densities.map(\.surface.frame.cellSize).min(), cell < smallest {
        throw .cellTooSmall(cell, minimum: smallest, bandwidth: map.bandwidth)
      }
      guard map.points.recordCount >= rule.minimumRecords else {
        throw .tooFewRecords(minimum: rule.minimumRecords)
      }
    }
    let shown = densities.map { Shown($0, rule: rule) }
    let edges = Shown.edges(shown, breaks: breaks)
    self.edges = edges
    parts = shown.map { $0.part(edges: edges) }
    recordCount =
      rule.map { rule in
        let base = Double(rule.roundingBase)
        return Int((Double(map.points.recordCount) / base).rounded() * base)
      } ?? map.points.recordCount
    self.source = source
    kernel = map.kernel
    bandwidth = map.bandwidth
    isAdaptive = map.bandwidths.count > 1
    edgeCorrection = map.edge
    isRelative = densities.contains { if case .relative = $0 { true } else { false } }
  }

  /// The same with surfaces cut off at the window of their part, as they are drawn.
  /// - Parameter cut: cuts a surface of a part off; one of which nothing is left is left out.
  public func cut(
    _ cut: (_ part: Int, _ surface: MultiPolygon) throws -> MultiPolygon
  ) rethrows -> PublishedGrid {
    var grid = self
    grid.parts = try parts.enumerated().map { number, part in
      guard !part.isCut else { return part }
      return Part(
        frame: part.frame, cells: part.cells,
        surfaces: try part.surfaces.map { ($0.cell, try cut(number, $0.surface)) }
          .filter { !$0.1.polygons.isEmpty },
        tolerance: try part.tolerance.map { ($0.isHigh, try cut(number, $0.surface)) }
          .filter { !$0.1.polygons.isEmpty }, isCut: true)
    }
    return grid
  }

  /// Puts maps that were saved beside each other: the parts of each, and no number of records over all.
  /// - Precondition: one or more maps of the same settings and edges.
  public init(joining grids: [SavedPublication.Grid]) {
    precondition(!grids.isEmpty, "one map or more")
    let (first, all) = (grids[0], grids)
    precondition(all.allSatisfy { $0.isAlike(first) }, "one map")
    parts = all.flatMap(\.parts)
    edges = first.edges
    recordCount = nil
    source = first.source
    kernel = first.kernel
    bandwidth = first.bandwidth
    isAdaptive = false
    edgeCorrection = first.edgeCorrection
    isRelative = false
  }

  /// Takes the number of records back, where other results would tell with it what they hide.
  public mutating func hideCount() { recordCount = nil }
}

/// A density with what the rule says of each cell; stays in this file.
private struct Shown {
  let density: PublishedGrid.Density
  let surface: DensitySurface
  /// The value of each cell that may be shown, per km² or as ratio.
  let values: [Double?]
  /// What the others are.
  let others: [PublishedGrid.Cell]
  let isOpen: Bool

  init(_ density: PublishedGrid.Density, rule: GridRule?) {
    self.density = density
    isOpen = rule == nil
    let surface = density.surface
    self.surface = surface
    var values = [Double?](repeating: nil, count: surface.values.count)
    var others = [PublishedGrid.Cell](repeating: .outside, count: surface.values.count)
    for cell in values.indices where surface.isNear[cell] {
      if let rule,
        surface.records[cell] < Double(rule.minimumRecords)
          || surface.addresses[cell] < Double(rule.minimumAddresses)
          || surface.largest[cell] > rule.largestShare * surface.records[cell]
      {
        others[cell] = .suppressed
        continue
      }
      switch density {
      case .density: values[cell] = surface.values[cell] * 1e6
      case .relative(let risk):
        if risk.hasBase[cell] {
          values[cell] = surface.values[cell]
        } else {
          others[cell] = .withoutBase
        }
      }
    }
    self.values = values
    self.others = others
  }

  /// The edges of the classes over all parts.
  static func edges(_ shown: [Shown], breaks: PublishedGrid.Breaks) -> [Double] {
    let inner: [Double]
    switch breaks {
    case .given(let given): inner = given
    case .chosen(let method, let classes):
      var weighted: [WeightedValue] = []
      for part in shown {
        let own = zip(part.values, part.surface.isInside).compactMap { $1 ? $0 : nil }
          .filter { $0 > 0 }
        for value in own {
          weighted.append(WeightedValue(value: value, weight: 1 / Double(own.count)))
        }
      }
      let chosen = ClassBreaks(weighted, classes: classes, method: method)
      inner = chosen.edges.dropFirst().dropLast().map(rounded)
    }
    var edges = [0.0]
    for edge in inner.sorted() where edge > edges[edges.count - 1] { edges.append(edge) }
    return edges + [.infinity]
  }

  /// The nearest number of two significant digits.
  private static func rounded(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var exponent = 0
    var digits = value
    while digits >= 100 {
      digits /= 10
      exponent += 1
    }
    while digits < 10 {
      digits *= 10
      exponent -= 1
    }
    let scale = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? digits.rounded() / scale : digits.rounded() * scale
  }

  func part(edges: [Double]) -> PublishedGrid.Part {
    let inner = Array(edges.dropFirst().dropLast())
    let all = values.indices.map { cell -> PublishedGrid.Cell in
      guard let value = values[cell] else { return others[cell] }
      return .inClass(inner.count { $0 <= value })
    }
    let numbers = all.map { cell -> Int? in
      switch cell {
      case .outside: nil
      case .suppressed: -2
      case .withoutBase: -1
      case .inClass(let number): number
      }
    }
    let drawn: [(number: Int, surface: MultiPolygon)]
    if isOpen, numbers.allSatisfy({ $0 != -1 }) {
      drawn = Isobands.surfaces(of: values, on: surface.frame, levels: inner)
    } else {
      drawn = ClassRegions.surfaces(of: numbers, on: surface.frame)
    }
    let surfaces = drawn.map { number, surface -> (PublishedGrid.Cell, MultiPolygon) in
      (number == -2 ? .suppressed : number == -1 ? .withoutBase : .inClass(number), surface)
    }
    return PublishedGrid.Part(
      frame: surface.frame,
      cells: zip(all, surface.isInside).map { $1 ? $0 : .outside },
      surfaces: surfaces.map { (cell: $0.0, surface: $0.1) }, tolerance: tolerance)
  }

  /// Where a ratio is beyond what chance gives in one cell of twenty, drawn from that alone.
  private var tolerance: [(isHigh: Bool, surface: MultiPolygon)] {
    guard case .relative(let risk) = density else { return [] }
    let marks = values.indices.map { cell -> Int? in
      guard surface.isNear[cell] else { return nil }
      guard values[cell] != nil else { return 0 }
      return risk.upperTail[cell] < 0.05 ? 2 : risk.upperTail[cell] > 0.95 ? 1 : 0
    }
    return ClassRegions.surfaces(of: marks, on: surface.frame).filter { $0.number > 0 }
      .map { (isHigh: $0.number == 2, surface: $0.surface) }
  }
}
