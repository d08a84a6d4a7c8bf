// Bytes per second of readers and writers on one core, best of five. Usage:
//   throughput AREAS.gpkg POINTS.csv
import GeoJSON
import Projection
import Wijkzicht

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: throughput AREAS.gpkg POINTS.csv")
  throw UsageError()
}

struct UsageError: Error {}

/// Prints the best of five runs of `work`, which gives the number of bytes it dealt with.
func measure(_ name: String, _ work: () throws -> Int) rethrows {
  var best = 0.0
  var bytes = 0
  for _ in 0..<5 {
    let start = ContinuousClock.now
    bytes = try work()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    best = max(best, Double(bytes) / seconds / 1e6)
  }
  print("\(name): \(Int(best)) MB/s over \(bytes / 1_000_000) MB")
}

let file = try CSVFile(path: arguments[2])
try measure("CSV, records and fields") {
  var chunks = file.chunks()
  var bytes = 0
  var records = 0
  while let chunk = try chunks.next() {
    records += CSVRecords(chunk.bytes, dialect: file.dialect).count
    bytes += chunk.bytes.count
  }
  return records > 0 ? bytes : 0
}
if let columns = PlacementColumns.detect(header: file.header, sample: nil, dialect: file.dialect) {
  let reader = PlaceReader(columns: columns, columnCount: file.header.count)
  try measure("CSV, records and coordinates") {
    var chunks = file.chunks()
    var bytes = 0
    while let chunk = try chunks.next() {
      _ = try reader.read(CSVRecords(chunk.bytes, dialect: file.dialect))
      bytes += chunk.bytes.count
    }
    return bytes
  }
}

let areas = try AreaReader().read([arguments[1]])
if let buurten = areas[.buurt] {
  let transformer = try Transformer(from: .rdNew, to: .wgs84)
  var surfaces: [MultiPolygon] = []
  for area in buurten.areas { surfaces.append(try transformer.transform(area.geometry)) }
  try measure("GeoJSON, \(buurten.areas.count) buurten, coordinates to file") {
    var box = Box.empty
    var text = GeoJSONCollectionText(name: "buurten")
    var output = try OutputFile(path: "/dev/shm/wijkzicht-throughput.geojson")
    var bytes = 0
    for (area, surface) in zip(buurten.areas, surfaces) {
      var geometry: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(surface, decimals: 7, to: &geometry, box: &box)
      text.feature(
        id: area.code,
        properties: [
          GeoJSONProperty(name: "code", value: .text(area.code)),
          GeoJSONProperty(name: "naam", value: .text(area.name)),
        ], geometry: geometry)
      bytes += text.bytes.count
      try text.move(to: &output)
    }
    return bytes
  }
}
