internal import Areas
internal import Geometry
internal import Projection

/// Where the gemeenten of a study lie.
struct GemeenteFrames: Sendable {
  /// One gemeente with its extent.
  struct Gemeente: Sendable {
    let code: String
    let name: String
    /// In RD New.
    let box: Box
    /// In degrees, all corners of ``box`` within it.
    let degrees: Box
  }

  /// The gemeenten that have a surface, by code.
  let gemeenten: [Gemeente]

  init(_ areas: AreaSet) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var boxes: [String: Box] = [:]
    for area in areas.layers.first?.areas ?? [] {
      boxes[area.gemeentecode, default: .empty].formUnion(area.geometry.box)
    }
    gemeenten = try areas.gemeenten.compactMap { code, name in
      guard let box = boxes[code], !box.isEmpty else { return nil }
      var corners = [
        Position(x: box.minX, y: box.minY), Position(x: box.minX, y: box.maxY),
        Position(x: box.maxX, y: box.minY), Position(x: box.maxX, y: box.maxY),
      ]
      try transformer.transform(&corners)
      var degrees = Box.empty
      for corner in corners { degrees.extend(to: corner) }
      return Gemeente(code: code, name: name, box: box, degrees: degrees)
    }
  }

  /// The extent of all, in RD New; empty when there is none.
  var box: Box { gemeenten.reduce(Box.empty) { $0.union($1.box) } }

  /// The extent of all in degrees.
  var degrees: Box { gemeenten.reduce(Box.empty) { $0.union($1.degrees) } }
}

extension Box {
  mutating func formUnion(_ other: Box) { self = union(other) }

  /// The box with an edge of a share of its longer side all around, so that lines at the edge show.
  func widened(_ share: Double) -> Box {
    let edge = max(width, height, 1) * share
    return Box(minX: minX - edge, minY: minY - edge, maxX: maxX + edge, maxY: maxY + edge)
  }
}
