internal import Areas
internal import Bytes
internal import Cartography
internal import CSV
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Indicators

extension WideTable {
  /// The table as GeoJSON with surfaces.
  func geoJSON(name: String, texts: GeometryTexts) -> [UInt8] {
    var text = GeoJSONCollectionText(name: name, bbox: texts.box(of: layer.areas.indices))
    for (place, area) in layer.areas.enumerated() {
      var properties = MapFiles.identity(area, level: layer.level, document: document)
      for column in columns {
        let value = column.map.layer.values[place]
        properties.append(
          GeoJSONProperty(
            name: column.id, value: value.value.map { JSONScalar.number($0) } ?? .null,
            decimals: column.decimals))
        properties.append(
          GeoJSONProperty(
            name: column.className,
            value: column.map.classNumber(value).map { JSONScalar.integer(Int64($0)) } ?? .null))
        properties.append(
          GeoJSONProperty(name: column.statusName, value: .text(value.status.rawValue)))
        properties += column.certaintyProperties(place)
        for (name, words) in column.words {
          properties.append(
            GeoJSONProperty(
              name: name, value: words[place].isEmpty ? .null : .text(words[place])))
        }
      }
      properties += MapFiles.marks(document, isSynthetic: isSynthetic)
      text.feature(id: area.code, properties: properties, geometry: texts.texts[place])
    }
    text.end()
    return text.bytes
  }

  /// The table as CSV, in the form that programs read or the one that Dutch Excel reads.
  func csv(_ form: CSVForm) -> [UInt8] {
    var bytes = form.start
    let names =
      Self.identityNames + columns.flatMap(\.names)
      + marks.map(\.name)
    bytes.append(record: names, dialect: form.dialect)
    let year = String(document.peildatum.prefix(4))
    for (place, area) in layer.areas.enumerated() {
      var fields = [
        form.text(area.code), form.text(area.name), layer.level.rawValue,
        form.text(area.gemeentecode), form.text(area.gemeentenaam), year,
      ]
      for column in columns {
        let value = column.map.layer.values[place]
        fields.append(value.value.map { form.number($0, decimals: column.decimals) } ?? "")
        fields.append(column.map.classNumber(value).map { "\($0)" } ?? "")
        fields.append(value.status.rawValue)
        fields += column.certaintyFields(place, form: form)
        for (_, words) in column.words { fields.append(words[place]) }
      }
      for mark in marks {
        switch mark.value {
        case .text(let text): fields.append(text)
        case .flag: fields.append("true")
        }
      }
      bytes.append(record: fields, dialect: form.dialect)
    }
    return bytes
  }

  /// Adds the table as a layer with a style per indicator, the first one as default.
  func add(to writer: inout GeoPackageWriter) throws {
    var fields = Self.identityNames.map { name in
      GeoPackageColumn(name: name, type: name == "peiljaar" ? .integer : .text)
    }
    for column in columns {
      fields.append(
        GeoPackageColumn(
          name: column.id, type: .real,
          title: "\(column.map.style.title) (\(column.map.style.unit))"
        ))
      fields.append(GeoPackageColumn(name: column.className, type: .integer))
      fields.append(GeoPackageColumn(name: column.statusName, type: .text))
      fields += column.certaintyColumns
      for (name, _) in column.words { fields.append(GeoPackageColumn(name: name, type: .text)) }
    }
    for mark in marks {
      if case .flag = mark.value {
        fields.append(GeoPackageColumn(name: mark.name, type: .integer))
      } else {
        fields.append(GeoPackageColumn(name: mark.name, type: .text))
      }
    }
    let stamps = document.stamps(isSynthetic: isSynthetic).map { " · \($0)" }.joined()
    try writer.addLayer(
      name: layer.level.plural, title: "\(document.title): \(layer.level.plural)\(stamps)",
      description: document.stamps(isSynthetic: isSynthetic).joined(separator: ", "),
      columns: fields, epsg: .rdNew,
      features: layer.areas.indices.lazy.map { place in
        (layer.areas[place].geometry, values(place))
      })
    for (number, column) in columns.enumerated() {
      let style = column.style
      try writer.addStyle(
        layer: layer.level.plural, name: column.id, qml: style.qml(),
        sld: style.sld(layerName: layer.level.plural), isDefault: number == 0,
        description: style.title)
    }
  }

  private func values(_ place: Int) -> [GeoPackageValue] {
    let area = layer.areas[place]
    var values: [GeoPackageValue] = [
      .text(area.code), .text(area.name), .text(layer.level.rawValue), .text(area.gemeentecode),
      .text(area.gemeentenaam), .integer(Int64(document.peildatum.prefix(4)) ?? 0),
    ]
    for column in columns {
      let value = column.map.layer.values[place]
      values.append(value.value.map { .real($0) } ?? .null)
      values.append(column.map.classNumber(value).map { .integer(Int64($0)) } ?? .null)
      values.append(.text(value.status.rawValue))
      values += column.certaintyValues(place)
      for (_, words) in column.words {
        values.append(words[place].isEmpty ? .null : .text(words[place]))
      }
    }
    for mark in marks {
      switch mark.value {
      case .text(let text): values.append(.text(text))
      case .flag: values.append(.integer(1))
      }
    }
    return values
  }
}
