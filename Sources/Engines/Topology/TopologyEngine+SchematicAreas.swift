internal import CGEOS
public import Geometry

extension TopologyEngine {
  /// Stand-ins for areas of which only label positions are known: each place within reach of the
  /// labels goes to the group of the nearest label.
  ///
  /// Reach is the union of the hulls around the labels of each region, each widened by `margin` and
  /// without holes.
  /// All regions share one tessellation, so regions whose hulls overlap divide the overlap and do
  /// not cover it twice. Give all labels of one map in one call: separate calls know nothing of each
  /// other.
  ///
  /// Shape: one surface per group, in the order of the groups; empty for a group without labels.
  /// Together they are a valid coverage: no overlaps, no gaps inside the reach, neighbours share all
  /// their nodes exactly. To get there the edges of the Voronoi diagram and the outline of the reach
  /// are noded together once, on a grid of 0.01 m; the faces between them are given to groups, and
  /// faces of one group are joined by dropping the segments that two of them have in common.
  /// Boundaries lie within 0.02 m of the exact tessellation.
  ///
  /// A group can have several parts, also ones without a label: its places need not be connected.
  /// The result depends on the labels alone, not on their order. It says nothing about real
  /// boundaries: maps drawn with it must say so.
  ///
  /// - Parameters:
  ///   - labels: positions in metres, rounded to 0.01 m before use.
  ///   - groupCount: groups are numbered from zero and stay below it.
  ///   - hull: how each region is outlined.
  ///   - margin: the width in metres around each hull, above 0.1 and at most 1e6.
  /// - Throws: ``TopologyError/parameterOutOfRange(name:value:)``,
  ///   ``TopologyError/positionOutOfRange(index:)``,
  ///   ``TopologyError/groupOutOfRange(label:group:)``,
  ///   ``TopologyError/labelsCoincide(group:other:at:)`` when labels of two groups are too close to
  ///   tell apart on the grid, ``TopologyError/refused(operation:message:)``.
  /// Cost: about 0.1 ms per label: 50 ms for 500, 1.8 s for 14,000.
  public func schematicAreas(
    labels: [AreaLabel], groupCount: Int, hull: HullShape, margin: Double
  ) throws(TopologyError) -> [MultiPolygon] {
    guard margin > 0.1, margin <= 1e6 else {
      throw .parameterOutOfRange(name: "margin", value: margin)
    }
    guard groupCount >= 0 else {
      throw .parameterOutOfRange(name: "groupCount", value: Double(groupCount))
    }
    let labels = try prepared(labels, groupCount: groupCount)
    guard !labels.isEmpty else {
      return [MultiPolygon](repeating: MultiPolygon([]), count: groupCount)
    }
    let sites = try sites(of: labels)
    let reach = try reach(of: labels, hull: hull, margin: margin)
    let faces = try faces(of: sites, within: reach)
    let areas = try dissolved(faces, by: sites, within: reach, groupCount: groupCount)
    try checkLabels(sites, lieIn: areas)
    return areas
  }

  /// The labels on the grid, in an order that does not depend on that of the input.
  private func prepared(
    _ labels: [AreaLabel], groupCount: Int
  ) throws(TopologyError) -> [AreaLabel] {
    _ = try checked(labels.map(\.position))
    for (index, label) in labels.enumerated() where !(0..<groupCount).contains(label.group) {
      throw .groupOutOfRange(label: index, group: label.group)
    }
    return labels.map { label in
      AreaLabel(
        position: Position(
          x: (label.position.x / schematicGrid).rounded() * schematicGrid,
          y: (label.position.y / schematicGrid).rounded() * schematicGrid),
        group: label.group, region: label.region)
    }.sorted {
      ($0.position.x, $0.position.y, $0.group, $0.region)
        < ($1.position.x, $1.position.y, $1.group, $1.region)
    }
  }

  /// The sorted labels with one per position.
  private func sites(of labels: [AreaLabel]) throws(TopologyError) -> LabelIndex {
    var sites: [AreaLabel] = []
    for label in labels {
      if let last = sites.last, last.position == label.position {
        guard last.group == label.group else {
          throw .labelsCoincide(group: last.group, other: label.group, at: label.position)
        }
        continue
      }
      sites.append(label)
    }
    return LabelIndex(sorted: sites)
  }

  /// The union of the widened hulls of the regions.
  private func reach(
    of labels: [AreaLabel], hull shape: HullShape, margin: Double
  ) throws(TopologyError) -> GeometryHandle {
    var hulls: [MultiPolygon] = []
    for region in Set(labels.map(\.region)).sorted() {
      let hull = try hull(
        of: labels.filter { $0.region == region }.map(\.position), shape: shape)
      let widened = try unsafe make("buffer") { context in
        unsafe hull.lend { unsafe GEOSBuffer_r(context, $0, margin, 8) }
      }
      // Arms of a hollow hull may meet when widened; what they enclose is within reach too.
      let outline = try surface(widened).polygons.map { Polygon(exterior: $0.exterior) }
      hulls.append(MultiPolygon(outline))
    }
    let all = try geometry(hulls)
    return try unsafe make("union") { context in
      unsafe all.lend { unsafe GEOSUnaryUnionPrec_r(context, $0, schematicGrid) }
    }
  }

  /// The faces inside the reach, joined per group of the nearest label.
  private func dissolved(
    _ faces: borrowing GeometryHandle, by sites: LabelIndex,
    within reach: borrowing GeometryHandle, groupCount: Int
  ) throws(TopologyError) -> [MultiPolygon] {
    let inner = try innerPositions(faces)
    let inside = try covers(reach, inner)
    var members = [[Int32]](repeating: [], count: groupCount)
    for (index, position) in inner.enumerated() where inside[index] {
      members[sites.labels[sites.nearest(to: position)].group].append(Int32(index))
    }
    var areas: [MultiPolygon] = []
    areas.reserveCapacity(groupCount)
    for indices in members {
      let parts = try copies(of: indices, in: faces)
      let area = try unsafe make("joining faces") { context in
        unsafe parts.lend { unsafe GEOSCoverageUnion_r(context, $0) }
      }
      areas.append(try surface(area))
    }
    return areas
  }

  /// Labels a few centimetres apart can fall together on the grid; each must lie in its own area.
  private func checkLabels(
    _ sites: LabelIndex, lieIn areas: [MultiPolygon]
  ) throws(TopologyError) {
    var positions = [[Position]](repeating: [], count: areas.count)
    for site in sites.labels { positions[site.group].append(site.position) }
    for (group, area) in areas.enumerated() {
      for (index, inside) in try covers(area, positions[group]).enumerated() where !inside {
        let position = positions[group][index]
        let other = sites.labels.filter { $0.group != group }.min {
          squaredDistance($0.position, position) < squaredDistance($1.position, position)
        }
        throw .labelsCoincide(group: group, other: other?.group ?? group, at: position)
      }
    }
  }
}

/// The grid on which schematic areas are noded, in metres.
let schematicGrid = 0.01

private func squaredDistance(_ a: Position, _ b: Position) -> Double {
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}
