internal import Areas
internal import Exports
internal import GeoJSON
public import Geometry

extension AtlasData {
  /// How many positions of context a page holds at most, where a coarser tolerance can bring that
  /// about: about 60 kB.
  private static let mostContextPositions = 16_000

  /// Water, roads and names, cut up by gemeente, each line with the place of its gemeente.
  mutating func context() {
    var layers: [[(gemeente: Int, line: [(x: Int, y: Int)])]] = []
    var tolerance = 2 * geometry.step
    repeat {
      layers = content.context.map { contextLines($0, tolerance: tolerance) }
      tolerance *= 2
    } while layers.joined().reduce(0) { $0 + $1.line.count } > Self.mostContextPositions
      && tolerance < 500
    text.name("context")
    text.openArray()
    for (layer, lines) in zip(content.context, layers) {
      text.openObject()
      add("kind", layer.kind.rawValue)
      add("source", layer.source)
      add(lines.map(\.line))
      text.name("gemeente")
      text.openArray()
      for line in lines { text.appendJSON(.integer(Int64(line.gemeente))) }
      text.closeArray()
      names(layer)
      text.closeObject()
    }
    text.closeArray()
  }

  private func contextLines(
    _ layer: ContextLayer, tolerance: Double
  ) -> [(gemeente: Int, line: [(x: Int, y: Int)])] {
    content.frames.enumerated().flatMap { place, box in
      let lines =
        ContextLines.rings(of: layer.surfaces, in: box, tolerance: tolerance)
        + ContextLines.stretches(of: layer.lines, in: box, tolerance: tolerance)
      return lines.map { line in (place, line.map { geometry.steps($0) }) }
    }
  }

  private mutating func names(_ layer: ContextLayer) {
    text.name("names")
    text.openArray()
    for (place, box) in content.frames.enumerated() {
      for name in layer.names where box.contains(name.position) {
        let at = geometry.steps(name.position)
        text.openObject()
        add("text", name.text)
        add("gemeente", place)
        add("x", at.x)
        add("y", at.y)
        text.closeObject()
      }
    }
    text.closeArray()
  }
}

extension AtlasContent {
  /// Where each gemeente lies, with a little room around it, in their order; empty for one without a
  /// surface. What of ``context`` lies beyond is not in the page.
  public var frames: [Box] {
    var boxes: [String: Box] = [:]
    for area in document.areas.layers.first?.areas ?? [] {
      boxes[area.gemeentecode] = (boxes[area.gemeentecode] ?? .empty).union(area.geometry.box)
    }
    return document.areas.gemeenten.map { gemeente in
      guard let box = boxes[gemeente.code], !box.isEmpty else { return .empty }
      return box.expanded(by: max(box.width, box.height) * 0.03)
    }
  }
}
