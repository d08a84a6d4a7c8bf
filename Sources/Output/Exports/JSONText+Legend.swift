internal import Cartography
internal import GeoJSON

extension JSONText {
  /// Adds the members `language` and `legend`: for each line what it colours, its text and its colour,
  /// so that a layer can be drawn from its file alone.
  ///
  /// A line has `class`, counted from 1, as in the column `klasse`; or `value`, as in the column `label`;
  /// or `status`, as in the column `status`, whose areas are hatched.
  mutating func addLegend(_ style: MapStyle) {
    name("language")
    appendJSON(style.language.rawValue)
    name("legend")
    openArray()
    for (index, range) in style.classes.enumerated() {
      line(range.label(decimals: style.decimals, language: style.language), range.color) {
        $0.name("class")
        $0.appendJSON(.integer(Int64(index + 1)))
      }
    }
    for category in style.categories {
      line(category.label, category.color) {
        $0.name("value")
        $0.appendJSON(category.value)
      }
    }
    for status in AreaStatus.allCases where status != .ok {
      line(status.label(style.language), AreaStatus.ground) {
        $0.name("status")
        $0.appendJSON(status.rawValue)
      }
    }
    closeArray()
  }

  private mutating func line(_ label: String, _ color: Color, _ key: (inout JSONText) -> Void) {
    openObject()
    key(&self)
    name("label")
    appendJSON(label)
    name("color")
    appendJSON(color.hex)
    closeObject()
  }
}
