internal import GRDB

extension GeoPackageWriter {
  /// Adds a style to a layer that was added before.
  ///
  /// QGIS opens the layer with the default style and offers the others. It needs `qml`; a style with
  /// SLD alone is passed over.
  /// - Parameters:
  ///   - layer: The name of the layer.
  ///   - name: The name of the style, for people to choose by; unique within the layer.
  ///   - qml: The style as a QML document of QGIS.
  ///   - sld: The style as an SLD 1.0.0 document, for servers; may be empty.
  ///   - isDefault: Whether the layer opens with this style; one per layer.
  ///   - description: A text for people; may be empty.
  /// - Throws: ``GeoPackageError``: `noLayer`, `nameNotAllowed` (also for a second default style),
  ///   `cannotWrite`.
  public mutating func addStyle(
    layer: String, name: String, qml: String, sld: String, isDefault: Bool, description: String
  ) throws(GeoPackageError) {
    guard layerNames.contains(layer) else {
      throw .noLayer(path: path, layer: layer, known: layerNames)
    }
    guard !name.isEmpty, claims.insert(.style(layer: layer, name: name)).inserted,
      !isDefault || claims.insert(.defaultStyle(layer: layer)).inserted
    else { throw .nameNotAllowed(path: path, name: name) }
    let isFirst = claims.insert(.tableOfStyles).inserted
    let lastChange = lastChange
    try change { database in
      if isFirst {
        try database.execute(sql: Schema.createStyles)
        let content = try SQLStatement(
          database,
          """
          INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) \
          VALUES ('layer_styles', 'attributes', 'layer_styles', ?)
          """)
        try content.bind(lastChange, at: 1)
        _ = try content.step()
      }
      let style = try SQLStatement(
        database,
        """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, \
        f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, \
        update_time) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', ?)
        """)
      let values: [GeoPackageValue] = [
        .text(layer), .text(Self.geometryColumn), .text(name), .text(qml), .text(sld),
        .integer(isDefault ? 1 : 0), .text(description), .text(lastChange),
      ]
      for (index, value) in values.enumerated() { try style.bind(value, at: index + 1) }
      _ = try style.step()
    }
  }
}
