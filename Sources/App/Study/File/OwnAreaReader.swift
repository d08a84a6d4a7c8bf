internal import Areas
internal import Yams

/// Reads the key `own` of the areas of a study.
enum OwnAreaReader {
  /// The own areas of a study, in their order; noted problems leave one out.
  static func read(_ areas: YAMLMap, folder: Folder) -> [OwnAreaSpecification] {
    var found: [OwnAreaSpecification] = []
    for node in areas.list("own") {
      guard let map = areas.document.map(node, key: "own") else { continue }
      let known = AreaLevel.cbs + found.map(\.level)
      guard let level = level(map, known: known, order: found.count) else { continue }
      if let source = source(map, known: known, folder: folder) {
        found.append(OwnAreaSpecification(level: level, source: source))
      }
    }
    return found
  }

  private static func level(_ map: YAMLMap, known: [AreaLevel], order: Int) -> AreaLevel? {
    guard let node = map.required("level"), let name = map.text(node, key: "level") else {
      return nil
    }
    guard name.wholeMatch(of: /[a-z][a-z0-9_\-]*/) != nil else {
      map.document.note(
        .wrongType(
          key: "level", expected: "a name of small letters, digits, hyphens and underscores"),
        node)
      return nil
    }
    guard !known.contains(where: { $0.rawValue == name }) else {
      map.document.note(.duplicate(key: "level", given: name), node)
      return nil
    }
    // The plural names the layer of the GeoPackage and stands in messages.
    let plural = map.text("plural")
    if let plural, known.contains(where: { $0.plural == plural }) {
      map.document.note(.duplicate(key: "plural", given: plural), map["plural"])
      return nil
    }
    return .own(name, plural: plural, order: order)
  }

  private static func source(
    _ map: YAMLMap, known: [AreaLevel], folder: Folder
  ) -> OwnAreaSpecification.Source? {
    func located(_ key: String) -> Located<String>? {
      map.required(key).flatMap { node in map.text(node, key: key).map { node.located($0) } }
    }
    func path(_ key: String) -> Located<String>? {
      map[key].flatMap { node in
        map.text(node, key: key).map { node.located(folder.resolve($0)) }
      }
    }
    if let file = path("file") {
      map.allow(["level", "plural", "file", "code", "name", "gemeente", "epsg"])
      guard let code = located("code") else { return nil }
      return .polygons(
        file: file,
        columns: OwnAreas.Columns(
          code: code.value, name: map.text("name"), gemeente: map.text("gemeente")),
        epsg: map.integer("epsg"))
    }
    if let file = path("mapping") {
      map.allow(["level", "plural", "mapping", "sheet", "from", "key", "code", "name"])
      let name = map["name"].flatMap { node in
        map.text(node, key: "name").map { node.located($0) }
      }
      let from = map["from"].map { LevelWord.read($0, map, key: "from", known: known) } ?? .buurt
      guard let from, let key = located("key"), let code = located("code") else { return nil }
      return .mapping(
        file: file, sheet: map.text("sheet"), source: from, key: key, code: code, name: name)
    }
    if let node = map["squares"] {
      map.allow(["level", "plural", "squares"])
      guard let size = map.integer("squares") else { return nil }
      guard size == 100 || size == 500 else {
        map.document.note(.wrongType(key: "squares", expected: "100 or 500 metres"), node)
        return nil
      }
      return .squares(size: size)
    }
    map.document.note(
      .wrongType(
        key: "own", expected: "'file' with polygons, 'mapping' with a list, or 'squares'"),
      map.node)
    return nil
  }
}

/// A level among those that a study knows.
enum LevelWord {
  /// The level that a word names, or nil with a problem noted.
  static func read(
    _ node: Node, _ map: YAMLMap, key: String, known: [AreaLevel]
  ) -> AreaLevel? {
    guard let text = map.text(node, key: key) else { return nil }
    if let level = known.first(where: { $0.rawValue == text }) { return level }
    map.document.noteUnknown(text, key: key, allowed: known.map(\.rawValue), node)
    return nil
  }

  /// The level under a key, when there is one.
  static func read(_ map: YAMLMap, key: String, known: [AreaLevel]) -> AreaLevel? {
    map[key].flatMap { read($0, map, key: key, known: known) }
  }

  /// The levels under a key, one or a list, each once.
  static func readAll(_ map: YAMLMap, key: String, known: [AreaLevel]) -> [AreaLevel] {
    guard let node = map[key] else { return [] }
    guard node.sequence?.isEmpty != true else {
      map.document.note(
        .wrongType(key: key, expected: "a level, or a list of levels as [buurt, wijk]"), node)
      return []
    }
    var levels: [AreaLevel] = []
    for node in map.list(key) {
      guard let level = read(node, map, key: key, known: known) else { continue }
      if levels.contains(level) {
        map.document.note(.duplicate(key: key, given: level.rawValue), node)
      } else {
        levels.append(level)
      }
    }
    return levels
  }
}
