internal import Areas

/// Reads the files of figures of a study.
enum FigureReader {
  static func read(
    _ map: YAMLMap, folder: Folder, levels: [AreaLevel]
  ) -> FigureSpecification? {
    map.allow([
      "id", "file", "sheet", "edition", "level", "kind", "key", "name", "gemeente", "same", "where",
      "category", "value", "columns", "absent", "parts", "period", "respondents", "margins",
      "minimum", "synthetic", "provisional", "source", "crosswalk", "counts", "denominators",
      "data",
    ])
    let id = StudyFileReader.identifier(map, key: "id")
    _ = map.required("file")
    let file = StudyFileReader.file(map, "file", folder: folder)
    let editionNode = map.required("edition")
    let edition = map.integer("edition").flatMap { value in editionNode?.located(value) }
    _ = map.required("columns")
    let columns = StudyFileReader.namedColumns(map.map("columns"))
    let crosswalk = StudyFileReader.file(map, "crosswalk", folder: folder)
    let counts = map.list("counts").compactMap { node in
      map.text(node, key: "counts").map { node.located($0) }
    }
    let kind = map.word("kind", as: FigureKind.self) ?? .open
    let level = LevelWord.read(map, key: "level", known: levels)
    let isComplete = refuseLone(map, kind: kind)
    guard let id, let file, let edition, isComplete else { return nil }
    var specification = FigureSpecification(
      id: id, file: file, sheet: map.text("sheet"), edition: edition, crosswalk: crosswalk,
      counts: counts, denominators: StudyFileReader.namedColumns(map.map("denominators")),
      level: level, key: text(map, "key"),
      conditions: StudyFileReader.namedColumns(map.map("where")),
      columns: columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      isSynthetic: map.flag("synthetic") ?? false, source: map.text("source") ?? id)
    specification.kind = kind
    specification.isProvisional = map.flag("provisional") ?? false
    let problems = map.document.problems.count
    specification.data = DeclarationReader.read(map)
    specification.hasUnreadableClaim = map.document.problems.count > problems
    specification.name = text(map, "name")
    specification.gemeente = text(map, "gemeente")
    specification.same = StudyFileReader.namedColumns(map.map("same"))
    specification.category = text(map, "category")
    specification.value = text(map, "value")
    specification.absent = map.word("absent", as: AbsentRow.self) ?? .unknown
    specification.parts = parts(map.map("parts"))
    specification.period = period(map)
    specification.respondents = text(map, "respondents")
    specification.margins = StudyFileReader.namedColumns(map.map("margins"))
    specification.minimum =
      map.number("minimum", "a number of answers, 1 or more") { $0 >= 1 && $0 < 1e9 }
      .map { Int($0) } ?? 0
    for name in specification.margins.keys.sorted() where columns[name] == nil {
      map.document.noteUnknown(
        name, key: "margins", allowed: columns.keys.sorted(), map["margins"] ?? map.node)
    }
    return specification
  }

  private static func text(_ map: YAMLMap, _ key: String) -> Located<String>? {
    map[key].flatMap { node in map.text(node, key: key).map { node.located($0) } }
  }

  private static func period(_ map: YAMLMap) -> DeliveryPeriod? {
    guard let node = map["period"], let text = map.text(node, key: "period") else { return nil }
    if let period = DeliveryPeriod(text) { return period }
    map.document.note(
      .wrongType(key: "period", expected: "a year or years, as 2024 or 2023-2024"), node)
    return nil
  }

  /// The parts of each count that has some; a whole without is none, and no part.
  private static func parts(
    _ map: YAMLMap?
  ) -> [(whole: Located<String>, parts: [Located<String>])] {
    guard let map else { return [] }
    return map.entries.map { entry in
      let parts = map.list(entry.key).compactMap { node in
        map.text(node, key: "parts").map { node.located($0) }
      }
      return (entry.keyNode.located(entry.key), parts)
    }
  }

  /// Notes keys that mean nothing without another. Returns whether nothing is lacking.
  private static func refuseLone(_ map: YAMLMap, kind: FigureKind) -> Bool {
    func note(_ key: String, _ expected: String) {
      map.document.note(.wrongType(key: key, expected: expected), map[key])
    }
    if map["crosswalk"] == nil {
      for key in ["counts", "denominators"] where map[key] != nil {
        note(key, "beside 'crosswalk', which these figures do not have")
      }
    }
    for key in ["gemeente", "same"] where map[key] != nil && map["name"] == nil {
      note(key, "beside 'name', the column with names of areas")
    }
    if map["name"] != nil, map["key"] != nil {
      note("name", "in the place of 'key': areas are known by their names or by their codes")
    }
    if map["name"] != nil, map["level"] == nil {
      note("name", "beside 'level': names do not tell of which level the areas are")
      return false
    }
    if (map["category"] == nil) != (map["value"] == nil) {
      note(
        map["category"] == nil ? "value" : "category",
        "beside '\(map["category"] == nil ? "category" : "value")': a long file has a column that says "
          + "what is counted and one with the numbers")
      return false
    }
    for key in ["absent", "parts", "period"] where kind != .counts && map[key] != nil {
      note(key, "beside 'kind: counts'")
    }
    if kind == .survey {
      for key in ["respondents", "minimum"] where map[key] == nil {
        map.document.note(.missingKey(key), map.node)
      }
      if map["crosswalk"] != nil {
        note(
          "crosswalk",
          "left out: an estimate for an area says nothing of its parts, and its margin nothing of a sum"
        )
      }
    } else {
      for key in ["respondents", "margins", "minimum"] where map[key] != nil {
        note(key, "beside 'kind: survey'")
      }
    }
    return true
  }
}
