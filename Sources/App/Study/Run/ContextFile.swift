internal import Atlas
internal import Bytes
internal import GeoPackage
internal import Geometry
internal import Projection

/// The layer of a GeoPackage that is laid over the maps.
struct ContextFile {
  private let specification: ContextSpecification
  private let document: String
  private let reader: GeoPackageReader
  private let layer: GeoPackageLayer
  private let system: ReferenceSystem

  /// Opens the file, or notes why it is of no use; features are read by ``read(within:)``.
  /// - Parameter document: the file in which the layer is named.
  init?(
    _ specification: ContextSpecification, in document: String, problems: inout [StudyProblem]
  ) {
    let path = specification.file.value
    func note(_ fact: StudyProblem.Fact, at place: Located<String>? = nil) {
      problems.append((place ?? specification.file).problem(fact, in: document))
    }
    guard PathTarget.exists(path) else {
      note(.missingFile(path))
      return nil
    }
    let reader: GeoPackageReader
    do {
      reader = try GeoPackageReader(path: path)
    } catch {
      note(.unusableFile(path, reason: ErrorSentence.text(error, naming: false)))
      return nil
    }
    let known = reader.layers.filter { $0.geometryColumn != nil }
    let wanted = specification.layer
    let layers = known.filter { wanted == nil || $0.name == wanted?.value }
    guard layers.count == 1, let layer = layers.first else {
      let names = known.map(\.name).joined(separator: ", ")
      let reason =
        wanted.map { "there is no layer '\($0.value)'. Its layers: \(names)." }
        ?? (known.isEmpty
          ? "it has no layers with geometry."
          : "it has several layers. Name one of them as 'layer: …': \(names).")
      note(.unusableFile(path, reason: reason), at: wanted)
      return nil
    }
    guard let system = ReferenceSystem(rawValue: layer.epsg) else {
      note(
        .unusableFile(
          path,
          reason: "layer '\(layer.name)' is in EPSG:\(layer.epsg). Save it in RD New "
            + "(EPSG:28992) or WGS 84 (EPSG:4326)."))
      return nil
    }
    if let name = specification.name, !layer.columns.contains(name.value) {
      note(
        .unusableFile(
          path,
          reason: "layer '\(layer.name)' has no column '\(name.value)'. Its columns: "
            + layer.columns.joined(separator: ", ") + "."), at: name)
      return nil
    }
    self.specification = specification
    self.document = document
    self.reader = reader
    self.layer = layer
    self.system = system
  }

  /// What lies in one of `frames`, and what of the layer could not be used.
  ///
  /// Cost: one pass over the layer.
  /// - Throws: `GeoPackageError`, `ProjectionError`, or ``PersonsInText/Failure`` for a name.
  func read(within frames: [Box]) throws -> (layer: ContextLayer, report: StudyReport.Context) {
    var report = StudyReport.Context(
      kind: specification.kind.rawValue, wanted: specification.kind.wanted, layer: layer.name)
    var found = ContextLayer(kind: specification.kind, source: specification.source)
    let transformer = system == .rdNew ? nil : try Transformer(from: system, to: .rdNew)
    let all = frames.reduce(Box.empty) { $0.union($1) }
    // Far outside, coordinates are errors, and too large to draw towards.
    let sane = Box(minX: -1e6, minY: -1e6, maxX: 2e6, maxY: 2e6)
    func isSane(_ box: Box) -> Bool {
      box.minX >= sane.minX && box.minY >= sane.minY && box.maxX <= sane.maxX
        && box.maxY <= sane.maxY
    }
    func lies(_ box: Box) -> Bool {
      isSane(box) && box.intersects(all) && frames.contains { $0.intersects(box) }
    }
    let columns = [specification.name?.value].compactMap(\.self)
    try reader.forEachFeature(of: layer.name, columns: columns, geometry: true) { feature in
      switch (specification.kind, feature.geometry) {
      case (.water, .multiPolygon(let surface)?):
        let surface = try transformer?.transform(surface) ?? surface
        if lies(surface.box) { found.surfaces.append(surface) }
      case (.roads, .lines(var lines)?):
        for place in lines.indices {
          try transformer?.transform(&lines[place])
          var box = Box.empty
          for position in lines[place] { box.extend(to: position) }
          if lies(box), lines[place].allSatisfy(\.isFinite) { found.lines.append(lines[place]) }
        }
      case (.names, .point(let position)?):
        try add(position, surface: 0)
      case (.names, .multiPolygon(let surface)?):
        let surface = try transformer?.transform(surface) ?? surface
        if let position = surface.centroid { try add(position, surface: surface.area, isRD: true) }
      case (_, nil), (_, .empty?): report.emptyCount += 1
      case (.water, _), (.roads, _), (.names, _): report.otherCount += 1
      }

      func add(_ position: Position, surface: Double, isRD: Bool = false) throws {
        guard case .text(let text)? = feature.values.first, !text.isEmpty else {
          report.unnamedCount += 1
          return
        }
        var places = [position]
        if !isRD { try transformer?.transform(&places) }
        for place in places where frames.contains(where: { $0.contains(place) }) {
          found.names.append(ContextLayer.Name(text: text, position: place, surface: surface))
        }
      }
    }
    if let kinds = PersonsInText.words(in: found.names.lazy.map(\.text)) {
      throw PersonsInText.Failure(place: "'\(specification.file.value)'", kinds: kinds)
    }
    report.leftOutNames = found.thinNames()
    report.keptNames = found.names.count
    return (found, report)
  }

  /// The problem of a layer that has nothing to draw.
  var emptiness: StudyProblem {
    let kind = specification.kind
    return specification.file.problem(
      .unusableFile(
        specification.file.value,
        reason:
          "layer '\(layer.name)' has no \(kind.wanted) in the gemeenten of the study, of which "
          + "'\(kind.rawValue)' is drawn."), in: document)
  }
}

extension ContextLayer.Kind {
  /// What it is drawn from, in words.
  fileprivate var wanted: String {
    switch self {
    case .water: "surfaces"
    case .roads: "lines"
    case .names: "points or surfaces with a name"
    }
  }
}
