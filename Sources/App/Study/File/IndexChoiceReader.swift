internal import Areas
internal import Composites
internal import SpatialStatistics
internal import Yams

/// Reads the items of the key `indices` of a study, and the key `uncertainty`.
enum IndexChoiceReader {
  static func read(
    _ node: Node, _ root: YAMLMap, folder: Folder, levels: [AreaLevel]
  ) -> IndexChoice? {
    if let id = node.scalar?.string, !id.isEmpty {
      return IndexChoice(origin: node.located(.catalogue(id: id)), without: [])
    }
    guard let map = root.document.map(node, key: "indices") else { return nil }
    map.allow(["id", "file", "level", "frame", "reference", "without", "breaks"])
    let level = LevelWord.read(map, key: "level", known: levels)
    let frame = map.word("frame", as: IndexDefinition.Frame.self)
    let breaks = StudyFileReader.breaks(map)
    let without = map.list("without").compactMap { item in
      map.text(item, key: "without").map { item.located($0) }
    }
    guard (map["id"] == nil) != (map["file"] == nil) else {
      map.document.note(
        .wrongType(
          key: "indices",
          expected: "ids of the catalogue, '{id: …}', or '{file: …}' with an index of your own"),
        node)
      return nil
    }
    let origin: Located<IndexChoice.Origin>?
    if let own = map["file"] {
      origin = map.text(own, key: "file").map { own.located(.file(folder.resolve($0))) }
    } else {
      origin = map["id"].flatMap { own in
        map.text(own, key: "id").map { own.located(.catalogue(id: $0)) }
      }
    }
    return origin.map {
      IndexChoice(
        origin: $0, level: level, frame: frame?.rawValue,
        reference: StudyFileReader.file(map, "reference", folder: folder), without: without,
        breaks: breaks)
    }
  }

  static func certainty(_ map: YAMLMap?) -> CertaintyChoice {
    var choice = CertaintyChoice()
    guard let map else { return choice }
    map.allow(["draws", "seed"])
    let draws = map.number("draws", "0, or a whole number from 100 to 100000") {
      $0 == 0 || ($0 == $0.rounded() && (100...100_000).contains($0))
    }
    if let draws { choice.draws = Int(draws) }
    if let seed = PatternReader.seed(map) { choice.seed = seed }
    return choice
  }
}
