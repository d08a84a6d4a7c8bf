internal import Areas
package import Cartography
internal import Indicators
internal import Patterns

/// One map of a study as other programs know it: its table in the GeoPackage, its file, and its style.
package struct StyledLayer: Sendable {
  /// Unique within the study: small letters, digits, hyphens and underscores.
  package let id: String
  /// What the layer stands under in a list of layers.
  package let group: String
  /// The layer in the GeoPackage.
  package let table: String
  /// The style with the columns of ``table``.
  package let style: MapStyle
  /// The name of the GeoJSON file without `.geojson`; nil when the map is in the GeoPackage alone.
  package let file: String?
  /// The style with the columns of ``file``.
  package let fileStyle: MapStyle
}

extension StudyExport {
  /// All maps of the study, in the order of the study: indicators, patterns, heatmaps, and indicators
  /// on other levels.
  package var styledLayers: [StyledLayer] {
    let isDutch = document.language == .nl
    var layers = maps.compactMap { styledLayer($0, hasFile: true) }
    for answer in patterns {
      guard let areas = document.areas[answer.level] else { continue }
      let own = PatternLayer.layers(answer, areas: areas, document: document)
      for (index, item) in own.enumerated() {
        let style = item.layer.style()
        layers.append(
          StyledLayer(
            id: item.name, group: isDutch ? "patronen" : "patterns", table: item.name,
            style: style, file: index == 0 ? item.name : nil, fileStyle: style))
      }
    }
    if let layer = quadrants?.layer {
      layers.append(
        StyledLayer(
          // QGIS gives a layer with an id of ten characters or fewer another one.
          id: "kaart_" + layer.name, group: isDutch ? "kwadranten" : "quadrants", table: layer.name,
          style: layer.style, file: layer.name, fileStyle: layer.style))
    }
    for heatmap in heatmaps {
      for layer in heatmap.layers where !layer.items.isEmpty {
        let style = heatmap.style(layer)
        layers.append(
          StyledLayer(
            id: heatmap.fileName(layer), group: "heatmaps", table: heatmap.layerName(layer),
            style: style, file: heatmap.fileName(layer), fileStyle: style))
      }
    }
    return layers + widerMaps.compactMap { styledLayer($0, hasFile: false) }
  }

  private func styledLayer(_ map: IndicatorMap, hasFile: Bool) -> StyledLayer? {
    let level = map.layer.level
    guard document.areas[level] != nil else { return nil }
    let id = map.layer.indicator.id
    return StyledLayer(
      id: hasFile ? "kaart_\(id)" : "kaart_\(id)_\(level.plural)", group: level.plural,
      table: level.plural, style: WideTable.Column(map).style,
      file: hasFile ? "kaart_\(id)" : nil, fileStyle: map.style)
  }
}

extension WideTable.Column {
  /// The style of the map over the columns of the table.
  var style: MapStyle {
    var style = map.style
    style.field = id
    style.statusField = statusName
    return style
  }
}
