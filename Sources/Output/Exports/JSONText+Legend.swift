internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON

extension JSONText {
  /// Adds the members that every layer has, what it shows and of what: `title, unit, abstract, audience,
  /// edition, peildatum, stamps`.
  /// - Parameter unit: the unit of the values, when that of the style is what they are compared with.
  mutating func addMembers(of style: MapStyle, unit: String? = nil, _ document: MapDocument) {
    for (member, text) in [
      ("title", style.title), ("unit", unit ?? style.unit), ("abstract", style.abstract),
      ("audience", document.audience.rawValue),
      ("edition", document.areas.edition.description), ("peildatum", document.peildatum),
    ] {
      name(member)
      appendJSON(text)
    }
    addTexts("stamps", style.stamps)
  }

  /// Adds a member with a list of texts.
  mutating func addTexts(_ member: String, _ texts: [String]) {
    name(member)
    openArray()
    for text in texts { appendJSON(text) }
    closeArray()
  }

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
      line(style.label(of: status), AreaStatus.ground) {
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
