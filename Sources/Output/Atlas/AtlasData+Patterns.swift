internal import Areas
internal import Cartography
internal import Exports
internal import GeoJSON
internal import Indicators
internal import Patterns

extension AtlasData {
  /// The answer to a question about a pattern: a map of kinds, for all areas and per gemeente.
  mutating func pattern(_ answer: PatternAnswer) {
    for map in [answer.whole, answer.perCity].compactMap(\.self) {
      let isSecond = map.isPerCity && answer.whole != nil
      let dutch = PatternTexts(answer, language: .nl)
      let english = PatternTexts(answer, language: .en)
      let categories = dutch.categories(of: map)
      text.openObject()
      add("id", "patroon_\(answer.question.id)" + (isSecond ? "_per_gemeente" : ""))
      add("theme", "patroon")
      add(
        "name",
        LocalizedText(
          nl: answer.question.text.nl + (isSecond ? " Per gemeente vergeleken." : ""),
          en: answer.question.text.en + (isSecond ? " Compared within each gemeente." : "")))
      add("unit", answer.subject.unit)
      add("says", answer.subject.name)
      add("saysNot", answer.subject.saysNot)
      add(
        "caveats",
        map.parts.map { part in
          let name = part.gemeentecode.map { code in
            content.document.areas.gemeenten.first { $0.code == code }?.name ?? code
          }
          return LocalizedText(
            nl: dutch.sentence(part, gemeente: name), en: english.sentence(part, gemeente: name))
        })
      add("flags", [String]())
      add("decimals", answer.subject.decimals)
      add("direction", Indicator.Direction.neutral.rawValue)
      text.name("maps")
      text.openArray()
      text.openObject()
      add("level", answer.level.rawValue)
      add("kind", "pattern")
      add("synthetic", answer.subject.isSynthetic)
      add("sources", answer.subject.sources)
      addClasses(
        zip(categories, english.categories(of: map)).map {
          ($0.color, LocalizedText(nl: $0.label, en: $1.label))
        })
      let numbers = Dictionary(
        uniqueKeysWithValues: categories.enumerated().map { ($1.value, $0 + 1) })
      add(
        "states",
        String(
          zip(map.cells, answer.statuses).map { cell, status in
            cell.map { Character("\(numbers[$0.label.rawValue] ?? 0)") } ?? Self.letter(of: status)
          }))
      add("values", answer.values, decimals: answer.subject.decimals)
      text.closeObject()
      text.closeArray()
      text.closeObject()
    }
  }
}
