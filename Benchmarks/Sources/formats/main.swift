import Geometry
import Shapefile
import Spreadsheet

/// Reads a whole workbook or shapefile and prints what it held and how long reading took.
let path = CommandLine.arguments[1]
let clock = ContinuousClock()
if path.hasSuffix(".shp") {
  var features = 0
  var positions = 0
  let time = try clock.measure {
    let reader = try ShapefileReader(path: path)
    try reader.forEachRecord(columns: Array(reader.columns.indices)) { _, shape, _ in
      features += 1
      if case .multiPolygon(let surface) = shape { positions += surface.positionCount }
    }
  }
  print("\(features) features, \(positions) positions in \(time)")
} else {
  var rows = 0
  var cells = 0
  var bytes = 0
  let time = try clock.measure {
    let reader = try SheetTable(Workbook(path: path)).rows()
    var row = reader.emptyRow()
    while try reader.next(&row) {
      rows += 1
      cells += row.count
      for cell in 0..<row.count { bytes += row.withText(cell) { $0.count } }
    }
  }
  print("\(rows) rows, \(cells) cells, \(bytes) bytes of text in \(time)")
}
