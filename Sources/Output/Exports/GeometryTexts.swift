internal import Areas
internal import GeoJSON
internal import Geometry
internal import Projection
internal import SpatialStatistics

/// The surfaces of a layer as GeoJSON text, made once and used in every file.
struct GeometryTexts: Sendable {
  /// WGS 84 with 7 decimals: about a centimetre.
  static let decimals = 7
  private(set) var texts: [[UInt8]] = []
  private var boxes: [Box] = []

  init(_ layer: AreaLayer) throws { try add(layer, layer.areas.indices) }

  /// Makes the texts in parts, at most `tasks` at the same time.
  init(_ layer: AreaLayer, tasks: Int) async throws {
    let parts = try await Tasks.map(layer.areas.indices.split(tasks), tasks: tasks) { places in
      Result { try Self(layer, places) }
    }
    for part in parts {
      let part = try part.get()
      texts += part.texts
      boxes += part.boxes
    }
  }

  private init(_ layer: AreaLayer, _ places: Range<Int>) throws { try add(layer, places) }

  private mutating func add(_ layer: AreaLayer, _ places: Range<Int>) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    for place in places {
      var box = Box.empty
      var text: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(
        try transformer.transform(layer.areas[place].geometry), decimals: Self.decimals, to: &text,
        box: &box)
      texts.append(text)
      boxes.append(box)
    }
  }

  func box(of areas: some Sequence<Int>) -> Box {
    areas.reduce(Box.empty) { $0.union(boxes[$1]) }
  }
}
