import Areas
import CSV
import Geocoding
import Geometry

/// Two buurten of 100 metres in a square each, side by side at (155000, 463000).
func sampleLayer() throws -> AreaLayer {
  let areas = try ["BU03070101", "BU03070102"].enumerated().map { index, code in
    let x = 155_000 + Double(index) * 100
    let corners = [(x, 463_000.0), (x + 100, 463_000), (x + 100, 463_100), (x, 463_100)]
    let ring = try Ring((corners + [corners[0]]).map { Position(x: $0.0, y: $0.1) })
    return Area(
      code: code, name: "Buurt \(index + 1)", wijkcode: "WK030701", gemeentecode: "GM0307",
      gemeentenaam: "Amersfoort", geometry: MultiPolygon([Polygon(exterior: ring)]))
  }
  return AreaLayer(level: .buurt, areas: areas)
}

func opened(_ text: String, delimiter: UInt8? = nil) throws -> CSVFile {
  try CSVFile(bytes: Array(text.utf8), name: "proef.csv", delimiter: delimiter)
}

func firstChunk(_ file: CSVFile) throws -> CSVChunk? {
  var reader = file.chunks()
  return try reader.next()
}

/// The output of a run as text, and its counts.
func geocoded(
  _ text: String, columns: PlacementColumns, snap: Double = 0, tasks: Int = 2
) async throws -> (text: String, counts: PlacementCounts) {
  let file = try opened(text)
  let locator = AreaLocator(try sampleLayer())
  let reader = PlaceReader(columns: columns, columnCount: file.header.count)
  var bytes: [UInt8] = []
  let counts = try await GeocodeRun(
    file: file, reader: reader, snapDistance: snap, tasks: tasks
  ).run(in: { locator }) { bytes += $0 }
  return (String(decoding: bytes, as: UTF8.self), counts)
}
