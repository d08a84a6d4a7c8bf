internal import Areas
internal import Exports
internal import GeoJSON
public import Geometry

extension AtlasData {
  /// How many positions of context a page holds at most, where a coarser tolerance can bring that
  /// about: about 60 kB.
  private static let mostContextPositions = 16_000

  /// Water, roads and names, cut up by gemeente, each line with the place of its gemeente; of a country they
  /// are of no gemeente, -1.
  mutating func context() {
    let stretches = content.context.map { contextStretches($0) }
    var layers: [[(gemeente: Int, line: [(x: Int, y: Int)])]] = []
    var tolerance = 2 * geometry.step
    // It ends: what is shorter than some tolerance is left out.
    repeat {
      layers = stretches.map { coarse($0, tolerance: tolerance) }
      tolerance *= 1.5
    } while layers.joined().reduce(0) { $0 + $1.line.count } > Self.mostContextPositions
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

  /// What of a layer lies in a frame, as fine as it was given.
  private struct Stretches {
    let gemeente: Int
    let rings: [[Position]]
    let lines: [[Position]]
  }

  private func contextStretches(_ layer: ContextLayer) -> [Stretches] {
    let lines = ContextLines.joined(layer.lines)
    return content.frames.enumerated().map { place, box in
      Stretches(
        gemeente: content.isCountry ? -1 : place,
        rings: ContextLines.rings(of: layer.surfaces, in: box),
        lines: ContextLines.stretches(of: lines, in: box))
    }
  }

  private func coarse(
    _ stretches: [Stretches], tolerance: Double
  ) -> [(gemeente: Int, line: [(x: Int, y: Int)])] {
    stretches.flatMap { own in
      let lines =
        ContextLines.coarse(own.rings, areRings: true, tolerance: tolerance)
        + ContextLines.coarse(own.lines, areRings: false, tolerance: tolerance)
      return lines.map { line in (own.gemeente, line.map { geometry.steps($0) }) }
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
        add("gemeente", content.isCountry ? -1 : place)
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
  /// surface. Of a country it is one frame around all. What of ``context`` lies beyond is not in the page.
  public var frames: [Box] {
    let frames = framesOfGemeenten
    return isCountry ? [frames.reduce(.empty) { $0.union($1) }] : frames
  }

  private var framesOfGemeenten: [Box] {
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
