internal import Areas
internal import Bytes
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Indicators
internal import Patterns
internal import Provenance

/// The work of an export, in parts that do not need each other.
extension StudyExport {
  /// Makes and writes one file, or a few that belong together.
  typealias Part = @Sendable (OutputFolder.Files) throws -> Void

  /// The parts, those that take longest first.
  func parts(
    _ choice: Choice, layer: AreaLayer, provenance: ProvenanceRecord, tasks: Int
  ) async throws -> [Part] {
    var parts: [Part] = []
    if choice.geoPackage { parts.append { try writeGeoPackage($0) } }
    if choice.geoJSON {
      for heatmap in heatmaps { parts += heatmap.geoJSONParts }
    }
    for page in pages { parts.append { try $0.write(page.bytes(), to: page.name) } }
    let wide = wideTables(layer)
    if choice.xlsx {
      parts.append {
        try $0.write(
          WideWorkbook(wide.map(\.table), document: document).bytes(provenance: provenance),
          to: "tabel.xlsx")
      }
    }
    if choice.geoJSON { parts += try await geoJSONParts(wide, tasks: tasks) }
    for (suffix, table) in wide {
      if choice.csv {
        parts.append { try $0.write(table.csv(.plain), to: "tabel\(suffix).csv") }
      }
      if choice.excel {
        parts.append { try $0.write(table.csv(.excel), to: "tabel\(suffix)_excel.csv") }
      }
    }
    for table in tables {
      parts.append {
        try $0.write(CountsFile(table, document: document).csv, to: "tabel_\(table.id).csv")
      }
    }
    if !placings.isEmpty {
      parts.append {
        try $0.write(PlacingFile(placings, document: document).csv, to: PlacingFile.name)
      }
    }
    if !patterns.isEmpty {
      parts.append {
        try $0.write(PatternReport(patterns, document: document).json, to: PatternReport.name)
      }
    }
    if let reference {
      parts.append { try $0.write(reference.json(of: document), to: IndexReference.name) }
    }
    return parts
  }

  /// Works on at most `tasks` parts at the same time.
  /// - Throws: the error of the first part, in their order, among those that failed; no part is begun
  ///   after an error.
  static func make(_ parts: [Part], in files: OutputFolder.Files, tasks: Int) async throws {
    let failure = await withTaskGroup(of: (number: Int, failure: (any Error)?).self) { group in
      var failures: [(number: Int, failure: any Error)] = []
      var waiting = parts.enumerated().makeIterator()
      func begin() {
        guard failures.isEmpty, let (number, part) = waiting.next() else { return }
        group.addTask {
          do {
            try part(files)
            return (number, nil)
          } catch { return (number, error) }
        }
      }
      for _ in 0..<max(tasks, 1) { begin() }
      for await (number, failure) in group {
        if let failure { failures.append((number, failure)) }
        begin()
      }
      return failures.min { $0.number < $1.number }
    }
    if let failure { throw failure.failure }
  }

  /// The table of the study's level, and one of each other level on which a map was asked for, with
  /// what is added to the names of their files.
  private func wideTables(_ layer: AreaLayer) -> [(suffix: String, table: WideTable)] {
    // Counts of records are at no other level than the study asks for.
    let asked =
      maps
      + widerMaps.filter { map in
        let indicator = map.layer.indicator
        return indicator.formula.usesRecords || delivered.contains(indicator.id)
      }
    let others = Set(asked.map(\.layer.level)).subtracting([layer.level]).sorted()
      .compactMap { document.areas[$0] }
    return ([layer] + others).map { own in
      (
        own.level == layer.level ? "" : "_\(own.level.plural)",
        WideTable(layer: own, maps: asked, document: document)
      )
    }
  }

  private func geoJSONParts(
    _ wide: [(suffix: String, table: WideTable)], tasks: Int
  ) async throws -> [Part] {
    var parts: [Part] = []
    var texts: [AreaLevel: GeometryTexts] = [:]
    let levels = Set(maps.map(\.layer.level) + patterns.map(\.level))
      .union(wide.map(\.table.layer.level))
    for level in levels.sorted() {
      if let layer = document.areas[level] {
        texts[level] = try await GeometryTexts(layer, tasks: tasks)
      }
    }
    for (suffix, table) in wide {
      guard let own = texts[table.layer.level] else { continue }
      let name = "gebieden\(suffix)"
      parts.append { try $0.write(table.geoJSON(name: name, texts: own), to: name + ".geojson") }
    }
    for map in maps {
      guard let areas = document.areas[map.layer.level], let own = texts[map.layer.level] else {
        continue
      }
      parts.append {
        try Self.write(
          MapFiles(map: map, areas: areas, texts: own, document: document), to: $0)
      }
    }
    for answer in patterns {
      guard let areas = document.areas[answer.level], let own = texts[answer.level] else {
        continue
      }
      parts.append { try write(answer, areas: areas, texts: own, to: $0) }
    }
    return parts
  }

  private static func write(
    _ files: MapFiles, to folder: OutputFolder.Files
  ) throws(FileError) {
    let name = "kaart_" + files.map.layer.indicator.id
    let areas = files.areas.areas
    let features = files.features()
    func write(_ name: String, _ places: [Int]) throws(FileError) {
      let start = files.start(name: name, places: places)
      try folder.write(
        features.collection(of: places, startingWith: start), to: name + ".geojson")
    }
    try write(name, Array(areas.indices))
    // A style of QGIS does not name its layer: one text serves all files of a map.
    let qml = Array(files.map.style.qml().utf8)
    try folder.write(files.map.style, name: name, qml: qml)
    for gemeente in Set(areas.map(\.gemeentecode)).sorted() where !gemeente.isEmpty {
      let own = "\(name)_\(gemeente)"
      let places = areas.indices.filter { areas[$0].gemeentecode == gemeente }
      try write(own, places)
      try folder.write(files.map.style, name: own, qml: qml)
    }
  }

  private func write(
    _ answer: PatternAnswer, areas: AreaLayer, texts: GeometryTexts, to folder: OutputFolder.Files
  ) throws(FileError) {
    let layers = PatternLayer.layers(answer, areas: areas, document: document)
    guard let all = layers.first, let own = layers.last else { return }
    let style = all.layer.style()
    try folder.write(
      all.layer.geoJSON(
        name: all.name, places: Array(areas.areas.indices), style: style, texts: texts),
      to: all.name + ".geojson")
    try folder.write(style, name: all.name)
    for gemeente in Set(areas.areas.map(\.gemeentecode)).sorted() where !gemeente.isEmpty {
      let name = "\(all.name)_\(gemeente)"
      let places = areas.areas.indices.filter { areas.areas[$0].gemeentecode == gemeente }
      let style = own.layer.style(gemeentecode: gemeente)
      try folder.write(
        own.layer.geoJSON(name: name, places: places, style: style, texts: texts),
        to: name + ".geojson")
      try folder.write(style, name: name)
    }
  }

  private func writeGeoPackage(_ folder: OutputFolder.Files) throws {
    var writer = try GeoPackageWriter(
      path: folder.path(of: BundleFile.geoPackage),
      lastChange: document.peildatum + "T00:00:00.000Z")
    for layer in document.areas.layers {
      let table = WideTable(layer: layer, maps: maps + widerMaps, document: document)
      try table.add(to: &writer)
    }
    for answer in patterns {
      guard let areas = document.areas[answer.level] else { continue }
      for (name, layer) in PatternLayer.layers(answer, areas: areas, document: document) {
        try layer.add(to: &writer, name: name)
      }
    }
    try quadrants?.layer?.add(to: &writer)
    for heatmap in heatmaps { try heatmap.add(to: &writer) }
    try writer.commit()
  }
}
