internal import Areas
public import Cartography
internal import Disclosure
internal import GeoJSON
internal import GeoPackage
public import Geometry
internal import Heatmaps
internal import Projection

extension HeatmapExport {
  /// A layer as GeoJSON.
  func geoJSON(_ layer: HeatmapLayer, name: String) throws -> [UInt8] {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var box = Box.empty
    let texts = try layer.items.map { item in
      var text: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(
        try transformer.transform(item.surface), decimals: GeometryTexts.decimals, to: &text,
        box: &box)
      return text
    }
    var text = GeoJSONCollectionText(
      name: name, bbox: box, members: [("metadata", metadata(layer))])
    let marks = marks
    for (item, geometry) in zip(layer.items, texts) {
      text.feature(
        id: item.code, properties: properties(item, in: layer, marks: marks), geometry: geometry)
    }
    text.end()
    return text.bytes
  }

  /// Adds a layer, in RD New, with its style.
  func add(_ layer: HeatmapLayer, to writer: inout GeoPackageWriter) throws {
    let marks = marks
    let columns =
      layer.items.first.map { properties($0, in: layer, marks: marks).map(\.name) } ?? ["code"]
    let texts: Set = [
      "code", "gemeentecode", "gemeentenaam", "status", "doelgroep", "richting",
    ]
    let reals: Set = ["klasse_van", "klasse_tot", "kans"]
    try writer.addLayer(
      name: layerName(layer),
      title: (stamps + ["\(title): \(layer.name)"]).joined(separator: " · "),
      description: abstract,
      columns: columns.map {
        GeoPackageColumn(
          name: $0, type: texts.contains($0) ? .text : reals.contains($0) ? .real : .integer)
      }, epsg: .rdNew,
      features: layer.items.lazy.map { item in
        (item.surface, properties(item, in: layer, marks: marks).map { GeoPackageValue($0.value) })
      })
    let style = style(layer)
    try writer.addStyle(
      layer: layerName(layer), name: layerName(layer), qml: style.qml(),
      sld: style.sld(layerName: layerName(layer)),
      isDefault: true, description: style.title)
  }

  /// The style of a layer: of classes, or of what lies above and below chance.
  func style(_ layer: HeatmapLayer) -> MapStyle {
    guard layer.name != "tolerantie" else { return toleranceStyle }
    return MapStyle(
      title: title, unit: unit, field: "klasse_van",
      classes: LegendClass.classes(edges: grid.edges, palette: .ylOrRd), stamps: stamps,
      abstract: abstract, decimals: decimals, language: document.language,
      isOfCells: layer.name == "cellen")
  }

  private var toleranceStyle: MapStyle {
    let isDutch = document.language == .nl
    return MapStyle(
      title: isDutch ? "\(title): buiten toeval" : "\(title): beyond chance",
      unit: isDutch ? "per plek, kans 5 %" : "place by place, chance 5%", field: "richting",
      categories: [
        LegendCategory(
          value: "hoger",
          label: isDutch ? "hoger dan inwoners verklaren" : "above what inhabitants explain",
          color: PatternColor.high),
        LegendCategory(
          value: "lager",
          label: isDutch ? "lager dan inwoners verklaren" : "below what inhabitants explain",
          color: PatternColor.low),
      ], stamps: stamps,
      abstract: abstract + " "
        + (isDutch
          ? "Waar niets is getekend, kan het verschil toeval zijn, of is de cel onderdrukt."
          : "Where nothing is drawn, the difference may be chance, or the cell is suppressed."),
      decimals: 0, language: document.language)
  }

  /// A surface of one class, or of cells of which none may be told, in one gemeente.
  public struct Band: Sendable {
    /// The gemeente.
    public let gemeentecode: String
    /// The class, counted from 1; nil when none may be told.
    public let classNumber: Int?
    /// Why.
    public let status: AreaStatus
    /// The surface in RD New.
    public let surface: MultiPolygon
  }

  /// The surfaces of the classes, cut off at the gemeenten.
  public var bands: [Band] {
    layers[0].items.map { item in
      var number: Int?
      if case .inClass(let index) = item.cell { number = index + 1 }
      return Band(
        gemeentecode: item.gemeentecode, classNumber: number, status: item.cell.status,
        surface: item.surface)
    }
  }

  /// The legend of the surfaces.
  public var style: MapStyle { style(layers[0]) }

  /// Whether the records are made up.
  public var isSynthetic: Bool { document.isSynthetic }

  /// Whether inhabitants were spread by a model.
  public var isModelled: Bool { grid.isRelative }

  /// The digits behind the comma that the edges need.
  private var decimals: Int {
    (0..<6).first { places in
      let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
      return grid.edges.allSatisfy {
        !$0.isFinite || abs(($0 * scale).rounded() - $0 * scale) < 1e-9 * scale
      }
    } ?? 6
  }

  var stamps: [String] {
    document.stamps(isSynthetic: document.isSynthetic)
      + (grid.isRelative ? [document.language == .nl ? "gemodelleerd" : "modelled"] : [])
  }

  var unit: String {
    switch (grid.isRelative, document.language) {
    case (false, .nl): "per km²"
    case (false, .en): "per km²"
    case (true, .nl): "verhouding tot inwoners, 1 = gemiddeld"
    case (true, .en): "ratio to inhabitants, 1 = average"
    }
  }

  var abstract: String {
    let bandwidth = document.language.number(grid.bandwidth, decimals: 0)
    let kernel = grid.kernel.rawValue
    let isClosed = grid.source != .open
    switch document.language {
    case .nl:
      return [
        "Kerndichtheid (\(kernel), bandbreedte \(bandwidth) m) in klassen. De kaart brengt een "
          + "patroon in beeld, geen oordeel over een plek, en voorspelt niets. Registraties volgen "
          + "ook waar gekeken en gemeld is.",
        isClosed
          ? "Cellen met naar afstand gewogen minder dan 10 registraties of 3 adressen binnen de "
            + "bandbreedte zijn onderdrukt."
          : "",
        grid.isRelative ? "Inwoners zijn gelijk over hun buurt verdeeld (gemodelleerd)." : "",
        "Peildatum \(document.peildatum).",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    case .en:
      return [
        "Kernel density (\(kernel), bandwidth \(bandwidth) m) in classes. The map shows a pattern, "
          + "no verdict on a place, and forecasts nothing. Records also follow where people looked "
          + "and reported.",
        isClosed
          ? "Cells with fewer than 10 records or 3 addresses within the bandwidth, weighed by "
            + "distance, are suppressed."
          : "",
        grid.isRelative ? "Inhabitants are spread evenly over their buurt (modelled)." : "",
        "Reference date \(document.peildatum).",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}

extension GeoPackageValue {
  init(_ scalar: JSONScalar) {
    switch scalar {
    case .null, .nested: self = .null
    case .bool(let value): self = .integer(value ? 1 : 0)
    case .number(let value): self = .real(value)
    case .integer(let value): self = .integer(value)
    case .text(let value): self = .text(value)
    }
  }
}
