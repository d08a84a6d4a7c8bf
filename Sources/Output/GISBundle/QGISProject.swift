internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geometry

/// The study as a project of QGIS: every map as a layer with its colours, one of them visible, a layout
/// per map with the gemeenten side by side, and a bookmark for each gemeente.
///
/// Layers read `wijkzicht.gpkg` beside the project. Source of the layout: projects written and read by
/// QGIS 3.22.
struct QGISProject {
  let bundle: GISBundle
  var document: MapDocument { bundle.document }

  init(_ bundle: GISBundle) {
    self.bundle = bundle
  }

  var text: String {
    let title = (document.stamps + [document.title]).joined(separator: " · ")
    var xml = XMLWriter(prolog: XMLWriter.qgisProlog)
    xml.element("qgis", ["projectname": title, "version": "3.22.0"]) {
      $0.element("homePath", ["path": ""])
      $0.element("title", text: title)
      $0.element("projectCrs") { $0.rdNew() }
      tree(to: &$0)
      canvas(to: &$0)
      $0.element("projectlayers") { xml in
        for layer in bundle.layers { self.layer(layer, to: &xml) }
      }
      $0.element("layerorder") { xml in
        for layer in bundle.layers { xml.element("layer", ["id": layer.id]) }
      }
      $0.element("properties") {
        $0.element("Paths") { $0.element("Absolute", ["type": "bool"], text: "false") }
        $0.element("SpatialRefSys") {
          $0.element("ProjectionsEnabled", ["type": "int"], text: "1")
        }
        $0.element("Measurement") {
          $0.element("DistanceUnits", ["type": "QString"], text: "meters")
          $0.element("AreaUnits", ["type": "QString"], text: "m2")
        }
      }
      $0.element("projectMetadata") {
        $0.element("identifier")
        $0.element("language", text: document.language == .nl ? "nl-NL" : "en-GB")
        $0.element("type", text: "dataset")
        $0.element("title", text: title)
        $0.element("abstract", text: abstract)
      }
      layouts(to: &$0)
      bookmarks(to: &$0)
    }
    return xml.text
  }

  private var abstract: String {
    (document.stamps
      + [
        bundle.purpose,
        (document.language == .nl ? "Peildatum " : "Reference date ")
          + document.peildatum + ".",
      ])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Layers

  static func source(_ layer: StyledLayer) -> String {
    "./\(BundleFile.geoPackage)|layername=\(layer.table)"
  }

  /// Groups in the order of their first layers; in each one layer is visible at a time.
  private func tree(to xml: inout XMLWriter) {
    var groups: [(name: String, layers: [StyledLayer])] = []
    for layer in bundle.layers {
      if let place = groups.firstIndex(where: { $0.name == layer.group }) {
        groups[place].layers.append(layer)
      } else {
        groups.append((layer.group, [layer]))
      }
    }
    let first = bundle.layers.first?.id
    xml.element("layer-tree-group") { xml in
      for group in groups {
        let isFirst = group.layers.contains { $0.id == first }
        xml.element(
          "layer-tree-group",
          [
            "name": group.name, "checked": isFirst ? "Qt::Checked" : "Qt::Unchecked",
            "expanded": isFirst ? "1" : "0", "mutually-exclusive": "1",
            "mutually-exclusive-child": "0",
          ]
        ) { xml in
          for layer in group.layers {
            let isShown = layer.id == group.layers[0].id
            xml.element(
              "layer-tree-layer",
              [
                "id": layer.id, "name": layer.style.title, "providerKey": "ogr",
                "source": Self.source(layer), "checked": isShown ? "Qt::Checked" : "Qt::Unchecked",
                "expanded": layer.id == first ? "1" : "0",
              ])
          }
        }
      }
    }
  }

  private func canvas(to xml: inout XMLWriter) {
    let box =
      bundle.frames.box.isEmpty
      ? Box(minX: 0, minY: 3e5, maxX: 3e5, maxY: 6.2e5) : bundle.frames.box.widened(0.02)
    xml.element("mapcanvas", ["name": "theMapCanvas"]) {
      $0.element("units", text: "meters")
      $0.extent(box)
      $0.element("rotation", text: "0")
      $0.element("destinationsrs") { $0.rdNew() }
    }
  }

  private func layer(_ layer: StyledLayer, to xml: inout XMLWriter) {
    let style = layer.style
    xml.element(
      "maplayer",
      [
        "type": "vector", "geometry": "Polygon", "wkbType": "MultiPolygon", "readOnly": "0",
        "labelsEnabled": "0", "styleCategories": "AllStyleCategories",
        "hasScaleBasedVisibilityFlag": "0", "simplifyDrawingHints": "1", "simplifyDrawingTol": "1",
        "simplifyLocal": "1", "simplifyMaxScale": "1", "simplifyAlgorithm": "0",
      ]
    ) {
      $0.element("id", text: layer.id)
      $0.element("datasource", text: Self.source(layer))
      $0.element("layername", text: style.title)
      $0.element("srs") { $0.rdNew() }
      $0.element("resourceMetadata") {
        $0.element("language", text: style.language == .nl ? "nl-NL" : "en-GB")
        $0.element("type", text: "dataset")
        $0.element("title", text: style.stampedTitle)
        $0.element("abstract", text: style.abstract)
      }
      $0.element("provider", ["encoding": "UTF-8"], text: "ogr")
      $0.element("previewExpression", text: "\"naam\"")
      style.writeQML(to: &$0)
    }
  }

  // MARK: Layouts and bookmarks

  private func layouts(to xml: inout XMLWriter) {
    xml.element("Layouts") { xml in
      for (number, layer) in bundle.fileLayers.enumerated() {
        QGISLayout(bundle, layer: layer, number: number + 1).write(to: &xml)
      }
    }
  }

  private func bookmarks(to xml: inout XMLWriter) {
    xml.element("Bookmarks") { xml in
      for gemeente in bundle.frames.gemeenten {
        let box = gemeente.box.widened(0.02)
        let west = box.minX.decimal(1)
        let east = box.maxX.decimal(1)
        let south = box.minY.decimal(1)
        let north = box.maxY.decimal(1)
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        xml.element(
          "Bookmark",
          [
            "id": gemeente.code, "name": gemeente.name, "group": "gemeenten",
            "extent":
              "POLYGON((\(corners.map { "\($0.0) \($0.1)" }.joined(separator: ", "))))",
          ]
        ) { $0.rdNew() }
      }
    }
  }
}

extension XMLWriter {
  /// RD New, as QGIS names it.
  mutating func rdNew() {
    element("spatialrefsys") {
      // QGIS looks at the code alone when it is among those that it came with.
      $0.element("srsid", text: "2517")
      $0.element("srid", text: "28992")
      $0.element("authid", text: "EPSG:28992")
      $0.element("description", text: "Amersfoort / RD New")
    }
  }

  /// A box as four elements.
  mutating func extent(_ box: Box) {
    element("extent") {
      $0.element("xmin", text: box.minX.decimal(3))
      $0.element("ymin", text: box.minY.decimal(3))
      $0.element("xmax", text: box.maxX.decimal(3))
      $0.element("ymax", text: box.maxY.decimal(3))
    }
  }
}
