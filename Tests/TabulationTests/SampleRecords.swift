import Areas
import CSV
import Geocoding
import Geometry

/// Buurten of two gemeenten, without surface: records are placed by code.
let sampleCodes = ["BU03070101", "BU03070102", "BU03070201", "BU03080101"]

func sampleSet() -> AreaSet {
  let buurten = sampleCodes.map { code in
    let digits = code.dropFirst(2)
    return Area(
      code: code, name: code, wijkcode: "WK" + digits.prefix(6),
      gemeentecode: "GM" + digits.prefix(4), gemeentenaam: "", geometry: MultiPolygon([]))
  }
  let wijken = Set(buurten.compactMap(\.wijkcode)).map { code in
    let gemeente = "GM" + code.dropFirst(2).prefix(4)
    return Area(
      code: code, name: code, wijkcode: nil, gemeentecode: gemeente, gemeentenaam: "",
      geometry: MultiPolygon([]))
  }
  return AreaSet(
    edition: Edition(year: 2024),
    layers: [
      AreaLayer(level: .buurt, areas: buurten), AreaLayer(level: .wijk, areas: wijken),
    ])
}

/// Reads records that name their buurt in the first column.
/// - Parameter further: a column that is known by another name than that in the header.
func located(
  _ text: String, columns: [(name: String, kind: RecordColumn.Kind)],
  further: RecordReader.Column? = nil
) async throws -> LocatedRecords {
  let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv", delimiter: UInt8(ascii: ";"))
  guard let layer = sampleSet()[.buurt] else { preconditionFailure("no buurten") }
  let placer = RecordPlacer(
    locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: file.header.count)
  return try await RecordReader(
    file: file, placer: placer,
    columns: columns.compactMap { column in
      file.header.firstIndex(of: column.name).map {
        RecordReader.Column(name: column.name, index: $0, kind: column.kind)
      }
    } + [further].compactMap { $0 }
  ).read(tasks: 2)
}
