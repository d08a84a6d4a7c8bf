internal import Areas
internal import Cartography
internal import Comparison
internal import Exports
internal import GeoJSON
internal import Indicators

extension AtlasData {
  /// A subject that has kinds of areas and no values.
  private struct KindSubject {
    let id: String
    let theme: String
    let kind: String
    let name: LocalizedText
    let unit: LocalizedText
    let says: LocalizedText
    let saysNot: LocalizedText
    let caveats: [LocalizedText]
    let level: AreaLevel
    let isSynthetic: Bool
    let sources: [String]
    let kinds: [(color: Color, text: LocalizedText)]
    /// A letter for each area, as ``AtlasData/state(of:in:)`` has them.
    let states: String
  }

  /// Types as a subject of their own, beside patterns.
  mutating func kindsSubject() {
    guard let kinds = content.kinds, !kinds.kinds.isEmpty else { return }
    add(
      KindSubject(
        id: "typen", theme: "typen", kind: "kinds",
        name: LocalizedText(nl: "Typen gebieden", en: "Types of areas"),
        unit: LocalizedText(
          nl: "gebieden die op elkaar lijken", en: "areas that are like each other"),
        says: LocalizedText(
          nl: "Een type beschrijft gebieden die op elkaar lijken, over alle gemeenten.",
          en: "A type describes areas that are like each other, over all municipalities."),
        saysNot: LocalizedText(
          nl: "Niets over wie er woont of werkt; de letters hebben geen volgorde.",
          en: "Nothing about who lives or works there; the letters have no order."),
        caveats: kinds.sentences, level: kinds.level, isSynthetic: kinds.isSynthetic,
        sources: kinds.sources, kinds: kinds.kinds.map { ($0.color, $0.name) },
        states: String(kinds.labels.map { $0.map { Character("\($0 + 1)") } ?? "n" })))
  }

  /// Opportunity against resilience, as kinds of areas.
  mutating func quadrantsSubject() {
    guard let report = content.quadrants, let last = report.sentences.last else { return }
    let places = Dictionary(
      uniqueKeysWithValues: Quadrants.Quadrant.allCases.enumerated().map { ($1, $0 + 1) })
    add(
      KindSubject(
        id: "kwadrant", theme: "kwadrant", kind: "quadrants", name: report.title,
        unit: LocalizedText(
          nl: "meer of minder dan het midden van de gebieden van deze studie",
          en: "more or less than the middle of the areas of this study"),
        says: LocalizedText(
          nl: "Aan welke kant van het midden een gebied op twee scores tegelijk ligt.",
          en: "On which side of the middle an area lies on two scores at once."),
        saysNot: last, caveats: Array(report.sentences.dropLast()), level: report.level,
        isSynthetic: report.isSynthetic, sources: report.sources,
        kinds: report.kinds.map { ($0.color, $0.name) },
        states: String(
          zip(report.quadrants.areas, report.quadrants.statuses).map { quadrant, status in
            quadrant.flatMap { places[$0] }.map { Character("\($0)") } ?? Self.letter(of: status)
          })))
  }

  private mutating func add(_ subject: KindSubject) {
    text.openObject()
    add("id", subject.id)
    add("theme", subject.theme)
    add("name", subject.name)
    add("unit", subject.unit)
    add("says", subject.says)
    add("saysNot", subject.saysNot)
    add("caveats", subject.caveats)
    add("flags", [String]())
    add("decimals", 0)
    add("direction", Indicator.Direction.neutral.rawValue)
    text.name("maps")
    text.openArray()
    text.openObject()
    add("level", subject.level.rawValue)
    add("kind", subject.kind)
    add("synthetic", subject.isSynthetic)
    add("sources", subject.sources)
    addClasses(subject.kinds)
    add("states", subject.states)
    add("values", subject.states.map { _ in nil }, decimals: nil)
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
