internal import Areas
internal import GeoJSON
internal import Indicators

extension AtlasData {
  /// What the scores of indices are made of, in tenths: the start of each area, and of each member what
  /// it adds.
  mutating func indexParts() {
    text.name("parts")
    text.openArray()
    for parts in content.indexParts {
      text.openObject()
      add("map", parts.map)
      add("level", parts.level.rawValue)
      add("start", Self.tenths(parts.scores.map { $0?.start }))
      text.name("members")
      text.openArray()
      for (place, member) in parts.members.enumerated() {
        text.openObject()
        add("name", member.name)
        text.name("weight")
        text.appendJSON(member.weight, decimals: 4)
        add("reversed", member.isReversed)
        add("adds", Self.tenths(parts.scores.map { $0.flatMap { $0.parts[place] } }))
        text.closeObject()
      }
      text.closeArray()
      text.closeObject()
    }
    text.closeArray()
  }

  /// What is not there is written as a number that no score can have.
  private static let absent = 30_000

  private static func tenths(_ values: [Double?]) -> String {
    var numbers = CompactNumbers()
    for value in values { numbers.append(value.map { Int(($0 * 10).rounded()) } ?? absent) }
    return numbers.string
  }

  /// What people who know an area wrote about it.
  mutating func interpretations() {
    text.name("interpretations")
    text.openObject()
    for (code, words) in content.interpretations.sorted(by: { $0.key < $1.key }) {
      add(code, words)
    }
    text.closeObject()
  }
}
