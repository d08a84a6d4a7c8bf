internal import Areas
internal import GeoJSON
internal import Indicators

extension AtlasData {
  /// Types as a subject of their own, beside patterns.
  mutating func kindsSubject() {
    guard let kinds = content.kinds, !kinds.kinds.isEmpty else { return }
    text.openObject()
    add("id", "typen")
    add("theme", "typen")
    add("name", LocalizedText(nl: "Typen gebieden", en: "Types of areas"))
    add(
      "unit",
      LocalizedText(nl: "gebieden die op elkaar lijken", en: "areas that are like each other"))
    add(
      "says",
      LocalizedText(
        nl: "Een type beschrijft gebieden die op elkaar lijken, over alle gemeenten.",
        en: "A type describes areas that are like each other, over all municipalities."))
    add(
      "saysNot",
      LocalizedText(
        nl: "Niets over wie er woont of werkt; de letters hebben geen volgorde.",
        en: "Nothing about who lives or works there; the letters have no order."))
    add("caveats", kinds.sentences)
    add("flags", [String]())
    add("decimals", 0)
    add("direction", Indicator.Direction.neutral.rawValue)
    text.name("maps")
    text.openArray()
    text.openObject()
    add("level", kinds.level.rawValue)
    add("kind", "kinds")
    add("synthetic", kinds.isSynthetic)
    add("sources", kinds.sources)
    addClasses(kinds.kinds.map { ($0.color, $0.name) })
    add("states", String(kinds.labels.map { $0.map { Character("\($0 + 1)") } ?? "n" }))
    add("values", kinds.labels.map { _ in nil }, decimals: nil)
    text.closeObject()
    text.closeArray()
    text.closeObject()
  }

  /// The areas that are like each area, by their place.
  mutating func twins() {
    text.name("kinds")
    guard let kinds = content.kinds else { return text.appendJSON(.null) }
    text.openObject()
    add("level", kinds.level.rawValue)
    text.name("twins")
    text.openArray()
    for twins in kinds.twins {
      text.openArray()
      for twin in twins { text.appendJSON(.integer(Int64(twin))) }
      text.closeArray()
    }
    text.closeArray()
    text.closeObject()
  }
}
