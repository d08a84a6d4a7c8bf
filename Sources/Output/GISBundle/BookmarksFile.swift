internal import Cartography
internal import Geometry

/// A bookmark for each gemeente, to import in QGIS.
///
/// Source of the layout: files written and read by QGIS 3.22. The number 3452 is how QGIS knows WGS 84.
struct BookmarksFile {
  private let frames: GemeenteFrames

  init(_ frames: GemeenteFrames) {
    self.frames = frames
  }

  var text: String {
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.element("qgis_bookmarks") { xml in
      for gemeente in frames.gemeenten {
        xml.element("bookmark") {
          $0.element("id", text: gemeente.code)
          $0.element("name", text: gemeente.name)
          $0.element("project", text: "Wijkzicht")
          $0.element("xmin", text: gemeente.degrees.minX.decimal(7))
          $0.element("ymin", text: gemeente.degrees.minY.decimal(7))
          $0.element("xmax", text: gemeente.degrees.maxX.decimal(7))
          $0.element("ymax", text: gemeente.degrees.maxY.decimal(7))
          $0.element("sr_id", text: "3452")
        }
      }
    }
    return xml.text
  }
}

extension Double {
  /// The number with a point and `places` digits behind it.
  func decimal(_ places: Int) -> String {
    Language.en.number(self, decimals: places).filter { $0 != "," }
  }
}
