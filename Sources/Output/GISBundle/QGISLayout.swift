internal import Cartography
internal import Exports
internal import Geometry
internal import Pictures

/// A sheet of A3 in a project of QGIS: the gemeenten at one scale with one legend, stamps and source.
struct QGISLayout {
  private let bundle: GISBundle
  private let layer: StyledLayer
  private let number: Int

  /// - Parameter number: counted from 1; it begins the name, so that layouts stand in the order of the
  ///   study.
  init(_ bundle: GISBundle, layer: StyledLayer, number: Int) {
    self.bundle = bundle
    self.layer = layer
    self.number = number
  }

  private var isDutch: Bool { layer.style.language == .nl }

  /// The room of maps, of the legend and of the text below, in mm.
  private enum Sheet {
    static let width = 420.0
    static let height = 297.0
    static let margin = 14.0
    static let top = 46.0
    static let bottom = 246.0
    static let legendX = 322.0
    /// What a line of the legend takes.
    static let legendLine = 7.0
    static let heading = 7.0
  }

  func write(to xml: inout XMLWriter) {
    let places = maps
    xml.element(
      "Layout",
      [
        "name": "\(number). \(layer.style.title)", "units": "mm", "printResolution": "300",
        "worldFileMap": "",
      ]
    ) {
      $0.element("PageCollection") {
        $0.element(
          "symbol",
          ["type": "fill", "name": "", "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"]
        ) {
          $0.element("layer", ["class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"]) {
            $0.element("prop", ["k": "color", "v": "255,255,255,255"])
            $0.element("prop", ["k": "style", "v": "solid"])
            $0.element("prop", ["k": "outline_style", "v": "no"])
          }
        }
        $0.element(
          "LayoutItem",
          [
            "type": "65638", "uuid": "{blad-\(number)}", "position": "0,0,mm",
            "positionOnPage": "0,0,mm", "size": Self.size(Sheet.width, Sheet.height),
            "visibility": "1", "opacity": "1", "zValue": "0", "background": "true",
          ])
      }
      head(to: &$0)
      for (index, map) in places.enumerated() { self.map(map, index: index, to: &$0) }
      if let first = places.first { scale(first, to: &$0) }
      legend(to: &$0)
      foot(to: &$0)
    }
  }

  // MARK: Maps

  private struct Place {
    let name: String
    let box: Box
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    /// Metres of land in a metre of paper.
    let denominator: Double
  }

  /// One map for each gemeente, all at one scale that is round to three digits; one map of all when
  /// there are too many.
  private var maps: [Place] {
    var frames = bundle.frames.gemeenten.map { ($0.name, $0.box.widened(0.01)) }
    if frames.count > MapPicture.mostPanels { frames = [("", bundle.frames.box.widened(0.01))] }
    guard !frames.isEmpty else { return [] }
    let layout = PanelLayout(
      boxes: frames.map(\.1), width: Sheet.width - 2 * Sheet.margin,
      height: Sheet.bottom - Sheet.top, heading: Sheet.heading, gap: 6, corner: corner)
    let denominator = Self.rounded(up: 1000 / layout.scale)
    return layout.places.map { place in
      let (name, box) = frames[place.panel]
      return Place(
        name: name, box: box, x: Sheet.margin + place.x,
        y: Sheet.top + place.y + Sheet.heading, width: box.width * 1000 / denominator,
        height: box.height * 1000 / denominator, denominator: denominator)
    }
  }

  /// The legend in the right upper corner: classes, kinds and the three reasons for having no value.
  private var corner: PanelLayout.Size {
    let lines = layer.style.classes.count + layer.style.categories.count + 3
    return PanelLayout.Size(
      width: Sheet.width - Sheet.margin - Sheet.legendX, height: Double(lines) * Sheet.legendLine)
  }

  private static func rounded(up number: Double) -> Double {
    var unit = 1.0
    while number / unit > 1000 { unit *= 10 }
    return (number / unit).rounded(.up) * unit
  }

  private static func size(_ width: Double, _ height: Double) -> String {
    "\(width.decimal(3)),\(height.decimal(3)),mm"
  }

  private func map(_ place: Place, index: Int, to xml: inout XMLWriter) {
    if !place.name.isEmpty {
      label(
        place.name, "naam-\(index)", x: place.x, y: place.y - Sheet.heading, width: 80, height: 6,
        points: 11, isBold: true, to: &xml)
    }
    let position = Self.size(place.x, place.y)
    xml.element(
      "LayoutItem",
      [
        "type": "65639", "uuid": "{kaart-\(number)-\(index)}", "id": place.name,
        "position": position, "positionOnPage": position,
        "size": Self.size(place.width, place.height), "referencePoint": "0", "visibility": "1",
        "opacity": "1", "zValue": "1", "background": "false", "frame": "false",
        "keepLayerSet": "true", "followPreset": "false", "mapRotation": "0",
        "drawCanvasItems": "false", "mapFlags": "0", "labelMargin": "0,mm",
      ]
    ) {
      $0.element(
        "Extent",
        [
          "xmin": place.box.minX.decimal(3), "ymin": place.box.minY.decimal(3),
          "xmax": place.box.maxX.decimal(3), "ymax": place.box.maxY.decimal(3),
        ])
      $0.element("crs") { $0.rdNew() }
      $0.element("LayerSet") {
        $0.element(
          "Layer",
          ["provider": "ogr", "name": layer.style.title, "source": QGISProject.source(layer)],
          text: layer.id)
      }
    }
  }

  // MARK: Scale and legend

  private func scale(_ place: Place, to xml: inout XMLWriter) {
    let y = Sheet.bottom + 3
    let metres = ScaleBar.metres(room: 60, scale: 1000 / place.denominator)
    let width = metres * 1000 / place.denominator
    let position = Self.size(Sheet.margin, y)
    let isKilometres = metres >= 1000
    xml.element(
      "LayoutItem",
      [
        "type": "65646", "uuid": "{schaal-\(number)}", "mapUuid": "{kaart-\(number)-0}",
        "position": position, "positionOnPage": position, "size": Self.size(width + 12, 12),
        "referencePoint": "0", "visibility": "1", "opacity": "1", "zValue": "2",
        "background": "false", "frame": "false", "style": "Single Box",
        "unitType": "meters", "unitLabel": isKilometres ? "km" : "m",
        "numUnitsPerSegment": metres.decimal(0),
        "numMapUnitsPerScaleBarUnit": isKilometres ? "1000" : "1", "numSegments": "1",
        "numSegmentsLeft": "0",
        "numSubdivisions": "1", "segmentSizeMode": "0", "segmentMillimeters": width.decimal(3),
        "height": "1.5", "labelBarSpace": "1.5",
        "boxContentSpace": "1", "outlineWidth": "0.2",
      ]
    ) {
      $0.element(
        "text-style",
        [
          "fontFamily": "Arial", "fontSize": "9", "fontSizeUnit": "Point", "fontWeight": "50",
          "textColor": "26,26,26,255", "textOpacity": "1", "namedStyle": "",
        ])
    }
    let number = layer.style.language.number(place.denominator, decimals: 0)
    let all = isDutch ? "alle kaarten 1 : \(number)" : "all maps 1 : \(number)"
    label(
      all, "schaaltekst", x: Sheet.margin + width + 16, y: y + 2, width: 90, height: 6, points: 9,
      to: &xml)
  }

  private func legend(to xml: inout XMLWriter) {
    let position = Self.size(Sheet.legendX, Sheet.top)
    xml.element(
      "LayoutItem",
      [
        "type": "65642", "uuid": "{legenda-\(number)}", "map_uuid": "{kaart-\(number)-0}",
        "position": position, "positionOnPage": position, "size": Self.size(84, 60),
        "referencePoint": "0", "visibility": "1", "opacity": "1", "zValue": "2",
        "background": "false", "frame": "false", "title": "", "symbolWidth": "7",
        "symbolHeight": "4.5", "columnCount": "1", "boxSpace": "0", "lineSpacing": "1",
        "wrapChar": "", "resizeToContents": "1", "legendFilterByAtlas": "0",
        "fontColor": "#1a1a1a",
      ]
    ) {
      $0.element("styles") { xml in
        for name in ["title", "group", "subgroup", "symbol", "symbolLabel"] {
          xml.element(
            "style",
            [
              "name": name, "alignment": "1", "indent": "0", "marginTop": "2",
              "marginLeft": name == "symbolLabel" ? "2" : "0",
            ]
          ) {
            $0.element("styleFont", ["style": "", "description": "Arial,9,-1,5,50,0,0,0,0,0"])
          }
        }
      }
      $0.element("layer-tree-group") {
        $0.element(
          "layer-tree-layer",
          [
            "id": layer.id, "name": layer.style.title, "providerKey": "ogr",
            "source": QGISProject.source(layer), "checked": "Qt::Checked", "expanded": "1",
          ]
        ) {
          $0.element("customproperties") {
            $0.element("Option", ["type": "Map"]) {
              // Title and stamps stand above the maps already.
              $0.element(
                "Option", ["name": "legend/title-style", "type": "QString", "value": "hidden"])
              $0.element(
                "Option",
                [
                  "name": "legend/node-order", "type": "QString",
                  "value": layer.style.drawnRules.map(String.init).joined(separator: ","),
                ])
            }
          }
        }
      }
    }
  }

  // MARK: Texts

  private func head(to xml: inout XMLWriter) {
    var y = Sheet.margin - 4
    let width = Sheet.width - 2 * Sheet.margin
    if let stamps = layer.style.stampLine {
      label(
        stamps, "stempels", x: Sheet.margin, y: y, width: width, height: 7, points: 12,
        isBold: true, isStamp: true, to: &xml)
    }
    y += 9
    label(
      layer.style.title, "titel", x: Sheet.margin, y: y, width: width, height: 12, points: 20,
      isBold: true, to: &xml)
    label(
      layer.style.unit, "eenheid", x: Sheet.margin, y: y + 12, width: width, height: 7, points: 11,
      to: &xml)
  }

  private func foot(to xml: inout XMLWriter) {
    let guide =
      isDutch
      ? "Een patroon, nooit een oordeel: de kaart zegt niets over wie er woont of werkt."
      : "A pattern, never a verdict: the map says nothing of who lives or works there."
    label(
      ([layer.style.abstract, guide, bundle.document.title]).joined(separator: "\n"), "voet",
      x: Sheet.margin, y: Sheet.bottom + 16, width: Sheet.width - 2 * Sheet.margin, height: 30,
      points: 8, to: &xml)
  }

  private func label(
    _ text: String, _ name: String, x: Double, y: Double, width: Double, height: Double,
    points: Int, isBold: Bool = false, isStamp: Bool = false, to xml: inout XMLWriter
  ) {
    let position = Self.size(x, y)
    let ink = isStamp ? "255" : "26"
    xml.element(
      "LayoutItem",
      [
        "type": "65641", "uuid": "{\(name)-\(number)}", "position": position,
        "positionOnPage": position, "size": Self.size(width, height), "referencePoint": "0",
        "visibility": "1", "opacity": "1", "zValue": "3", "background": isStamp ? "true" : "false",
        "frame": "false", "labelText": Self.plain(text), "htmlState": "0", "halign": "1",
        "valign": isStamp ? "128" : "32", "marginX": isStamp ? "2" : "0", "marginY": "0",
      ]
    ) {
      $0.element("BackgroundColor", ["red": "165", "green": "15", "blue": "21", "alpha": "255"])
      $0.element(
        "LabelFont",
        ["style": "", "description": "Arial,\(points),-1,5,\(isBold ? 75 : 50),0,0,0,0,0"])
      $0.element("FontColor", ["red": ink, "green": ink, "blue": ink, "alpha": "255"])
    }
  }

  /// Text that QGIS takes as it is: `[%` would begin an expression.
  private static func plain(_ text: String) -> String {
    text.split(separator: "[%", omittingEmptySubsequences: false).joined(separator: "[ %")
  }
}
