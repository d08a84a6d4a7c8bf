internal import CGEOS
internal import Geometry

/// The faces of which schematic areas are made.
extension TopologyEngine {
  /// The faces between the edges of the Voronoi diagram and the outline of the reach.
  func faces(
    of sites: LabelIndex, within reach: borrowing GeometryHandle
  ) throws(TopologyError) -> GeometryHandle {
    let outline = try unsafe make("outline") { context in
      unsafe reach.lend { unsafe GEOSBoundary_r(context, $0) }
    }
    var lines = outline
    if sites.labels.count > 1 {
      let points = try geometry(points: sites.labels.map(\.position))
      let edges = try unsafe make("Voronoi diagram") { context in
        unsafe points.lend { points in
          unsafe reach.lend { unsafe GEOSVoronoiDiagram_r(context, points, $0, 0, 1) }
        }
      }
      lines = try joined(lines, edges)
    }
    let noded = try unsafe make("noding") { context in
      unsafe lines.lend { unsafe GEOSUnaryUnionPrec_r(context, $0, schematicGrid) }
    }
    return try unsafe make("faces") { context in
      unsafe noded.lend { noded in
        var one: OpaquePointer? = unsafe noded
        return unsafe GEOSPolygonize_r(context, &one, 1)
      }
    }
  }

  private func joined(
    _ a: consuming GeometryHandle, _ b: consuming GeometryHandle
  ) throws(TopologyError) -> GeometryHandle {
    let parts = unsafe [a.release(), b.release()]
    return try unsafe make("joining lines") { context in
      unsafe GeometryHandle.collected(parts, type: GEOS_GEOMETRYCOLLECTION, context: context)
    }
  }

  /// A position inside each face, away from its boundary.
  func innerPositions(
    _ faces: borrowing GeometryHandle
  ) throws(TopologyError) -> [Position] {
    let positions: [Position]? = unsafe withContext { context in
      unsafe faces.lend { faces in
        var positions: [Position] = []
        for index in 0..<(unsafe GEOSGetNumGeometries_r(context, faces)) {
          guard let face = unsafe GEOSGetGeometryN_r(context, faces, index),
            let inner = unsafe GEOSPointOnSurface_r(context, face)
          else { return nil }
          defer { unsafe GEOSGeom_destroy_r(context, inner) }
          var position = Position(x: 0, y: 0)
          guard unsafe GEOSGeomGetX_r(context, inner, &position.x) == 1,
            unsafe GEOSGeomGetY_r(context, inner, &position.y) == 1
          else { return nil }
          positions.append(position)
        }
        return positions
      }
    }
    guard let positions else { throw refusal("position inside a face") }
    return positions
  }

  /// A collection of copies of some of the faces.
  func copies(
    of indices: [Int32], in faces: borrowing GeometryHandle
  ) throws(TopologyError) -> GeometryHandle {
    try unsafe faces.lend { (faces) throws(TopologyError) in
      try unsafe make("copying faces") { context in
        var parts: [OpaquePointer] = unsafe []
        for index in indices {
          guard let face = unsafe GEOSGetGeometryN_r(context, faces, index),
            let copy = unsafe GEOSGeom_clone_r(context, face)
          else {
            unsafe GeometryHandle.destroy(parts, context: context)
            return nil
          }
          unsafe parts.append(copy)
        }
        return unsafe GeometryHandle.collected(
          parts, type: GEOS_GEOMETRYCOLLECTION, context: context)
      }
    }
  }
}
