internal import Areas
internal import GeoJSON
internal import Geometry
internal import Projection

/// The surfaces of a layer as GeoJSON text, made once and used in every file.
struct GeometryTexts: Sendable {
  /// WGS 84 with 7 decimals: about a centimetre.
  static let decimals = 7
  let texts: [[UInt8]]
  private let boxes: [Box]

  init(_ layer: AreaLayer) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var texts: [[UInt8]] = []
    var boxes: [Box] = []
    for area in layer.areas {
      var box = Box.empty
      var text: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(
        try transformer.transform(area.geometry), decimals: Self.decimals, to: &text, box: &box)
      texts.append(text)
      boxes.append(box)
    }
    self.texts = texts
    self.boxes = boxes
  }

  func box(of areas: some Sequence<Int>) -> Box {
    areas.reduce(Box.empty) { $0.union(boxes[$1]) }
  }
}
