internal import Geometry
internal import Tables

extension AreaReader {
  /// Reads a shapefile, or CSV with surfaces, of CBS areas; its level is that of the smallest code
  /// among its columns.
  func readTable(_ path: String) throws -> [LayerPart] {
    let table = try SurfaceTable(path: path)
    func place(_ key: KeyColumn) -> Int? {
      table.hasCutOffNames ? key.index(inCutOff: table.columns) : key.index(in: table.columns)
    }
    let keys = KeyColumn.allCases.compactMap { key in place(key).map { (key, $0) } }
    guard
      let level = AreaLevel.cbs.first(where: { level in
        keys.contains { $0.0 == KeyColumn.code(of: level) }
      })
    else {
      throw AreaError.noCodeColumn(path: path, layer: "", columns: table.columns)
    }
    guard levels.contains(level) else { return [] }
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    var part = LayerPart(name: fileName, level: level, edition: Edition.inName(fileName))
    let figures = table.columns.indices.compactMap { index -> (name: String, index: Int)? in
      guard !keys.contains(where: { $0.1 == index }) else { return nil }
      let name = aliases.canonical(table.columns[index])
      return figureNames.contains(name) ? (name, index) : nil
    }
    for (row, surface) in zip(table.rows, table.surfaces) {
      var cells = KeyCells()
      for (key, index) in keys { cells[key] = row[index] }
      part.add(
        LayerPart.Row(
          keys: cells,
          figures: figures.map { name, index in
            (name, row[index].flatMap { Figure.cbs($0) } ?? .missing(.noData))
          }, geometry: surface))
    }
    return [part]
  }
}
