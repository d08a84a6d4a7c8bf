internal import Areas
internal import Composites
internal import Disclosure
internal import Indicators
internal import Patterns

/// What is not the same in two results that would stand beside each other.
public struct MergeDifference: Hashable, Sendable {
  /// What it is.
  let what: String
  let first: Side
  let second: Side

  /// What one of the results says.
  struct Side: Hashable {
    let path: String
    let value: String

    init(_ path: String, _ value: String) {
      self.path = path
      self.value = value
    }
  }

  var sentence: String {
    "\(what): \(first.value) in '\(first.path)', \(second.value) in '\(second.path)'."
  }

  /// All that is not the same of two parts, in the order in which a reader would look.
  static func all(_ first: MergePart, _ second: MergePart) -> [MergeDifference] {
    var found: [MergeDifference] = []
    func compare(_ what: String, _ value: (MergePart) -> String) {
      let (one, other) = (value(first), value(second))
      guard one != other else { return }
      found.append(
        MergeDifference(
          what: what, first: .init(first.path, one), second: .init(second.path, other)))
    }
    compare("program") { $0.study.program }
    for name in Set(first.study.catalogue.keys).union(second.study.catalogue.keys).sorted() {
      compare("catalogue, \(name)") { $0.study.catalogue[name].map(short) ?? "none" }
    }
    compare("edition of the areas") { $0.study.edition.description }
    compare("boundaries") { $0.study.isSchematic ? "schematic" : "surveyed" }
    compare("audience") { $0.publication.audience.rawValue }
    compare("rule for counts") { $0.publication.rule?.words ?? "none" }
    compare("peildatum") { $0.study.peildatum }
    compare("level") { $0.study.level }
    compare("levels of areas") {
      $0.publication.tables.map(\.level.rawValue).joined(separator: ", ")
    }
    compare("language") { $0.study.language }
    compare("classes") { "\($0.study.classCount) by \($0.study.classification)" }
    compare("indicators") { list($0.study.maps.map(\.indicator.id)) }
    compare("indices") { list($0.study.indices.map(\.definition.id)) }
    compare("patterns") { list($0.study.patterns.map(\.question.id)) }
    compare("tables of counts") { list($0.study.tables.map(\.id)) }
    compare("types of areas") { $0.study.hasTypes ? "asked for" : "not asked for" }
    compare("bias audit") { part in
      part.study.audit.map { "\(list($0.columns)) from \($0.threshold) on" } ?? "none"
    }
    guard found.isEmpty else { return found }
    func compare<Definition: Encodable & Equatable>(
      _ what: String, _ one: Definition, _ other: Definition
    ) {
      guard one != other else { return }
      let field = DefinitionDifference(one, other)
      found.append(
        MergeDifference(
          what: "\(what), \(field.name)", first: .init(first.path, field.first),
          second: .init(second.path, field.second)))
    }
    for (one, other) in zip(first.study.patterns, second.study.patterns) {
      compare("pattern \(one.question.id)", one, other)
    }
    for (one, other) in zip(first.study.tables, second.study.tables) {
      compare("table \(one.id)", one, other)
    }
    for (one, other) in zip(first.study.maps, second.study.maps) where one != other {
      found.append(difference(one, other, first.path, second.path))
    }
    if !first.study.indices.isEmpty {
      compare("draws of indices") { "\($0.study.draws) with seed \($0.study.seed)" }
    }
    for (one, other) in zip(first.study.indices, second.study.indices) {
      let isApart = one.isApart(in: first.study) && other.isApart(in: second.study)
      guard isApart ? !one.isAlike(other) : one != other else { continue }
      found.append(difference(one, other, first.path, second.path))
    }
    found += sources(first, second)
    return found
  }

  private static func difference(
    _ one: SavedStudy.Map, _ other: SavedStudy.Map, _ first: String, _ second: String
  ) -> MergeDifference {
    func made(_ what: String, _ value: (SavedStudy.Map) -> String) -> MergeDifference {
      MergeDifference(
        what: "indicator \(one.indicator.id), \(what)", first: .init(first, value(one)),
        second: .init(second, value(other)))
    }
    if one.level != other.level { return made("level") { $0.level } }
    if one.otherLevels != other.otherLevels {
      return made("other levels") { list($0.otherLevels ?? []) }
    }
    if one.breaks != other.breaks { return made("edges of classes") { edges($0.breaks) } }
    if one.isProtected != other.isProtected {
      return made("figures") { $0.isProtected ? "protected counts" : "open figures" }
    }
    let field = DefinitionDifference(one.indicator, other.indicator)
    return made(field.name) { $0 == one ? field.first : field.second }
  }

  private static func difference(
    _ one: SavedStudy.Index, _ other: SavedStudy.Index, _ first: String, _ second: String
  ) -> MergeDifference {
    func made(_ what: String, _ value: (SavedStudy.Index) -> String) -> MergeDifference {
      MergeDifference(
        what: "index \(one.definition.id), \(what)", first: .init(first, value(one)),
        second: .init(second, value(other)))
    }
    if one.level != other.level { return made("level") { $0.level } }
    if one.definition != other.definition {
      let field = DefinitionDifference(one.definition, other.definition)
      return made(field.name) { $0 == one ? field.first : field.second }
    }
    if one.breaks != other.breaks { return made("edges of classes") { edges($0.breaks) } }
    let advice =
      one.definition.frame == .size || one.definition.frame == .urbanity
      ? "of a run that has areas of each kind" : "of one"
    return made("scale (run all cities with the 'referentie.json' \(advice) as 'reference')") {
      short($0.scale)
    }
  }

  /// Columns that are open in one part alone, and open figures of which two parts name other sources.
  private static func sources(_ first: MergePart, _ second: MergePart) -> [MergeDifference] {
    zip(first.publication.tables, second.publication.tables).flatMap { one, other in
      one.columns.keys.sorted().compactMap { id -> MergeDifference? in
        guard let own = one.columns[id], let its = other.columns[id] else { return nil }
        guard own.isFromRecords == its.isFromRecords else {
          return MergeDifference(
            what: "figures of \(id)", first: .init(first.path, kind(own)),
            second: .init(second.path, kind(its)))
        }
        guard !own.isFromRecords, own.source != its.source else { return nil }
        return MergeDifference(
          what: "source of \(id)", first: .init(first.path, own.source),
          second: .init(second.path, its.source))
      }
    }
  }

  private static func kind(_ column: PublishedColumn) -> String {
    column.isFromRecords ? "protected counts" : "open figures"
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  private static func edges(_ breaks: [Double]?) -> String {
    breaks.map { $0.map { "\($0)" }.joined(separator: ", ") } ?? "chosen"
  }

  private static func short(_ hash: String) -> String { String(hash.prefix(12)) }
}
