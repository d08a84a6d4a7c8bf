internal import Bytes
internal import Cartography

/// The style files of a layer: `.qml`, which QGIS takes up by itself, and `.sld` for other programs.
enum StyleFiles {
  /// The endings of their names.
  static let endings = [".qml", ".sld"]

  /// The files by the ending of their names.
  /// - Parameters:
  ///   - layer: the name by which programs know the layer.
  ///   - qml: the style as QGIS has it, when it was made before.
  static func contents(
    _ style: MapStyle, layer: String, qml: [UInt8]? = nil
  ) -> [(ending: String, bytes: [UInt8])] {
    [(".qml", qml ?? Array(style.qml().utf8)), (".sld", Array(style.sld(layerName: layer).utf8))]
  }
}

extension OutputFolder.Files {
  /// Writes the style files beside `name.geojson`.
  func write(_ style: MapStyle, name: String, qml: [UInt8]? = nil) throws(FileError) {
    for file in StyleFiles.contents(style, layer: name, qml: qml) {
      try write(file.bytes, to: name + file.ending)
    }
  }
}
