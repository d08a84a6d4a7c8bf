internal import Areas
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import SpatialStatistics
internal import Tabulation
internal import Yams

/// Reads a study file; finds all errors in it at once.
public enum StudyFileReader {
  /// Reads the study at `path`.
  ///
  /// Errors that leave the study readable are kept in it, and thrown with those that ``StudyRun``
  /// finds, so that all come at once.
  /// - Throws: ``StudyProblems`` when the study cannot be understood.
  public static func read(_ path: String) throws(StudyProblems) -> StudyFile {
    let document = YAMLDocument(path: path)
    guard let root = document.root(), var study = study(root, path: path) else {
      throw StudyProblems(document.problems)
    }
    study.problems = document.problems
    return study
  }

  static let keys = [
    "study", "title", "purpose", "purpose_id", "author", "expires", "peildatum", "audience",
    "edition", "level", "gemeenten", "areas",
    "register", "records", "figures", "indicators", "tables", "indices", "uncertainty", "sectors",
    "patterns", "heatmaps", "types", "interpretations", "context", "barriers", "audit", "ledger",
    "key", "metadata", "classes", "exports", "language",
  ]

  private static func study(_ root: YAMLMap, path: String) -> StudyFile? {
    root.allow(keys)
    let folder = Folder(ofFile: path)
    let id = identifier(root, key: "study")
    let title = root.required("title").flatMap { localized($0, root, key: "title") }
    let purpose = root.requiredClaim("purpose")
    let purposeID = root["purpose_id"].flatMap { node in
      identifier(root, key: "purpose_id").map { node.located($0) }
    }
    let author = root.claim("author")
    let expires = root["expires"].flatMap { node in
      date(node, root, key: "expires").map { node.located($0) }
    }
    let peildatum = root.required("peildatum").flatMap { date($0, root, key: "peildatum") }
    let audience = root.required("audience").flatMap {
      root.word($0, key: "audience", as: Audience.self)
    }
    _ = root.required("edition")
    let givenEdition = root.integer("edition")
    let areaKeys = root["areas"].flatMap { node in
      node.mapping == nil ? nil : root.document.map(node, key: "areas")
    }
    let own = areaKeys.map { OwnAreaReader.read($0, folder: folder) } ?? []
    let earlier = areaKeys.map { files($0, "earlier", folder: folder) } ?? []
    let levels = AreaLevel.cbs + own.map(\.level)
    let level = LevelWord.read(root, key: "level", known: levels) ?? .buurt
    let gemeenten = root.list("gemeenten").compactMap { node in
      root.text(node, key: "gemeenten").map { node.located($0) }
    }
    let areas = root.required("areas").flatMap { areaSource($0, root, folder: folder) }
    let register = file(root, "register", folder: folder)
    for list in ["records", "figures", "tables", "patterns", "heatmaps"] {
      noteDuplicates(items(root, list))
    }
    let records = items(root, "records").compactMap { record($0, folder: folder) }
    var figures = items(root, "figures").compactMap {
      FigureReader.read($0, folder: folder, levels: levels)
    }
    _ = root.required("indicators")
    let indicators = root.list("indicators").compactMap {
      indicator($0, root, folder: folder, levels: levels)
    }
    let tables = items(root, "tables").compactMap { table($0, levels: levels) }
    noteTakenNames(items(root, "tables"), levels: levels)
    let patterns = items(root, "patterns").compactMap(PatternReader.read)
    let heatmaps = items(root, "heatmaps").compactMap(HeatmapReader.read)
    let indices = root.list("indices").compactMap {
      IndexChoiceReader.read($0, root, folder: folder, levels: levels)
    }
    let certainty = IndexChoiceReader.certainty(root.map("uncertainty"))
    let sectors = SectorReader.read(root, levels: levels)
    let classes = root.map("classes")
    classes?.allow(["method", "count"])
    let method = classes?.word("method", as: ClassificationMethod.self) ?? .quantile
    let count = classes?.integer("count") ?? 5
    if let classes, !(2...5).contains(count) {
      classes.document.note(
        .wrongType(key: "count", expected: "a number of classes from 2 to 5"), classes["count"])
    }
    let exports = root.list("exports").compactMap {
      root.word($0, key: "exports", as: ExportKind.self)
    }
    let interpretations = files(root, "interpretations", folder: folder)
    let metadata = MetadataReader.read(root)
    let audit = AuditReader.read(root, folder: folder)
    let context = ContextReader.read(in: root, folder: folder)
    let language = root.word("language", as: StudyLanguage.self) ?? .nl
    // Named with the source, it stands wherever the source does.
    for place in figures.indices where figures[place].isProvisional {
      figures[place].source += ProvisionalSource.mark(language)
    }
    for key in ["gemeenten", "exports"] {
      if let node = root[key], node.sequence?.isEmpty == true {
        root.document.note(
          .wrongType(
            key: key, expected: "a list of at least one; without '\(key)' the usual ones hold"),
          node)
      }
    }
    guard let areas else { return nil }
    // What is missing was noted. With something in its place, the rest can be looked at too.
    let edition = givenEdition ?? figures.first?.edition.value
    return StudyFile(
      path: path, id: id ?? "", title: title ?? LocalizedText(nl: "", en: ""),
      purpose: purpose ?? "", purposeID: purposeID, author: author, expires: expires,
      peildatum: peildatum ?? RecordDate(day: 0),
      audience: audience ?? .intern, edition: edition ?? peildatum?.parts.year ?? 0, level: level,
      gemeenten: gemeenten, areas: areas,
      ownAreas: own, earlierAreas: earlier, register: register, records: records, figures: figures,
      indicators: indicators, tables: tables, patterns: patterns, indices: indices,
      certainty: certainty, sectors: sectors, heatmaps: heatmaps,
      hasTypes: root.flag("types") ?? false, interpretations: interpretations, context: context,
      barriers: file(root, "barriers", folder: folder),
      ledger: file(root, "ledger", folder: folder), key: file(root, "key", folder: folder),
      audit: audit, metadata: metadata,
      classification: method, classCount: count,
      exports: exports.isEmpty ? ExportKind.standard : Set(exports),
      language: language)
  }

  static func identifier(_ map: YAMLMap, key: String) -> String? {
    guard let node = map.required(key), let text = map.words(node, key: key) else { return nil }
    guard text.wholeMatch(of: /[a-z0-9][a-z0-9_\-]*/) != nil else {
      map.document.note(
        .wrongType(key: key, expected: "a name of small letters, digits, hyphens and underscores"),
        node)
      return nil
    }
    return text
  }

  static func localized(_ node: Node, _ map: YAMLMap, key: String) -> LocalizedText? {
    if node.scalar != nil {
      return map.words(node, key: key).map { LocalizedText(nl: $0, en: $0) }
    }
    guard let texts = map.document.map(node, key: key) else { return nil }
    texts.allow(["nl", "en"])
    guard let nl = texts.requiredText("nl") else { return nil }
    return LocalizedText(nl: nl, en: texts.text("en") ?? nl)
  }

  /// A day, or nil with the problem noted.
  static func date(_ node: Node, _ map: YAMLMap, key: String) -> RecordDate? {
    if let date = node.scalar.flatMap({ RecordDate($0.string) }) { return date }
    map.document.note(.wrongType(key: key, expected: "a day as 2024-12-31"), node)
    return nil
  }

  private static func areaSource(
    _ node: Node, _ map: YAMLMap, folder: Folder
  ) -> Located<AreaSource>? {
    if let path = node.scalar?.string, !path.isEmpty {
      return node.located(.files(folder.expand(path)))
    }
    if let list = node.sequence {
      let paths = list.compactMap { map.text($0, key: "areas") }
      return node.located(.files(paths.flatMap { folder.expand($0) }))
    }
    guard let source = map.document.map(node, key: "areas") else { return nil }
    source.allow(["schematic", "files", "own", "earlier"])
    if let path = source.text("schematic") {
      return node.located(.schematic(folder: folder.resolve(path)))
    }
    if source["files"] == nil, source["own"] != nil { return node.located(.none) }
    let files = source.texts("files")
    guard !files.isEmpty else {
      map.document.note(
        .wrongType(
          key: "areas", expected: "a file, a list of files, 'schematic: FOLDER', or 'own'"), node)
      return nil
    }
    return node.located(.files(files.flatMap { folder.expand($0) }))
  }

  private static func items(_ map: YAMLMap, _ key: String) -> [YAMLMap] {
    map.list(key).compactMap { map.document.map($0, key: key) }
  }

  /// A file that a key names.
  static func file(_ map: YAMLMap, _ key: String, folder: Folder) -> Located<String>? {
    map[key].flatMap { node in
      map.text(node, key: key).map { node.located(folder.resolve($0)) }
    }
  }

  /// The files that a key names, one or a list, with `*` in their names.
  private static func files(
    _ map: YAMLMap, _ key: String, folder: Folder
  ) -> [Located<String>] {
    map.list(key).flatMap { node in
      (map.text(node, key: key).map { folder.expand($0) } ?? []).map { node.located($0) }
    }
  }

  private static func record(_ map: YAMLMap, folder: Folder) -> RecordSpecification? {
    map.allow([
      "id", "file", "sheet", "edition", "columns", "contributor", "synthetic", "snap", "source",
      "place", "threshold", "corrections", "special_points", "default_points", "open", "data",
    ])
    let id = identifier(map, key: "id")
    _ = map.required("file")
    let file = file(map, "file", folder: folder)
    let edition = map.integer("edition").flatMap { value in
      map["edition"].map { $0.located(value) }
    }
    let synthetic = map.flag("synthetic") ?? false
    let snap = map.integer("snap") ?? 0
    if snap < 0 {
      map.document.note(
        .wrongType(key: "snap", expected: "a distance in metres, 0 or more"), map["snap"])
    }
    let source = map.text("source")
    let columns = namedColumns(map.map("columns"))
    let contributor = map["contributor"].flatMap { node in
      map.text(node, key: "contributor").map { node.located($0) }
    }
    let place = map.word("place", as: RecordPlace.self)
    let foreign =
      place == .address ? ["snap"] : map["place"] == nil ? ["threshold", "corrections"] : []
    for key in foreign where map[key] != nil {
      map.document.note(.otherPlace(key: key, isByAddress: place == .address), map[key])
    }
    let threshold = map.number("threshold", "a probability above 0, at most 1") {
      $0 > 0 && $0 <= 1
    }
    let corrections = Self.file(map, "corrections", folder: folder)
    let specialPoints = Self.file(map, "special_points", folder: folder)
    let rule = heapRule(map.map("default_points"))
    let problems = map.document.problems.count
    let data = DeclarationReader.read(map)
    let hasUnreadableClaim = map.document.problems.count > problems
    guard let id, let file else { return nil }
    return RecordSpecification(
      id: id, file: file, sheet: map.text("sheet"), edition: edition, columns: columns,
      isSynthetic: synthetic, isOpen: map.flag("open") ?? false,
      data: data, hasUnreadableClaim: hasUnreadableClaim, contributor: contributor,
      snapDistance: Double(snap),
      place: place, threshold: threshold ?? AddressFinder.standardThreshold,
      corrections: corrections, specialPoints: specialPoints, defaultPoints: rule,
      source: source ?? id)
  }

  private static func heapRule(_ map: YAMLMap?) -> HeapRule {
    var rule = HeapRule()
    guard let map else { return rule }
    map.allow(["minimum", "share"])
    if let minimum = map.integer("minimum") {
      if minimum < 1 {
        map.document.note(
          .wrongType(key: "minimum", expected: "a number of records, 1 or more"), map["minimum"])
      }
      rule.minimum = minimum
    }
    rule.share = map.number("share", "a share from 0 to 1") { $0 >= 0 && $0 <= 1 } ?? rule.share
    return rule
  }

  static func namedColumns(_ map: YAMLMap?) -> [String: Located<String>] {
    guard let map else { return [:] }
    var columns: [String: Located<String>] = [:]
    for entry in map.entries {
      if let text = map.text(entry.value, key: entry.key) {
        columns[entry.key] = entry.value.located(text)
      }
    }
    return columns
  }

  private static func indicator(
    _ node: Node, _ root: YAMLMap, folder: Folder, levels: [AreaLevel]
  ) -> IndicatorChoice? {
    if let id = node.scalar?.string, !id.isEmpty {
      return IndicatorChoice(id: node.located(id), level: nil, breaks: nil)
    }
    guard let map = root.document.map(node, key: "indicators") else { return nil }
    map.allow(["id", "file", "level", "breaks"])
    guard (map["id"] == nil) != (map["file"] == nil) else {
      map.document.note(
        .wrongType(
          key: "indicators",
          expected: "ids of the catalogue, '{id: …}', or '{file: …}' with an indicator of your own"),
        node)
      return nil
    }
    let key = map["id"] == nil ? "file" : "id"
    guard let nameNode = map[key], let name = map.text(nameNode, key: key) else { return nil }
    let shown = LevelWord.readAll(map, key: "level", known: levels)
    return IndicatorChoice(
      id: nameNode.located(name), file: key == "file" ? folder.resolve(name) : nil,
      level: shown.first, otherLevels: Array(shown.dropFirst()), breaks: breaks(map))
  }

  /// The given edges of classes.
  static func breaks(_ map: YAMLMap) -> [Double]? {
    guard let node = map["breaks"] else { return nil }
    let list = map.list("breaks")
    let numbers = list.compactMap { $0.scalar.flatMap { Double($0.string) } }
    guard numbers.count == list.count, (1...4).contains(numbers.count),
      ClassBreaks(given: numbers, over: []) != nil
    else {
      map.document.note(
        .wrongType(key: "breaks", expected: "1 to 4 ascending numbers, as [5, 10, 20]"), node)
      return nil
    }
    return numbers
  }

  private static func table(_ map: YAMLMap, levels: [AreaLevel]) -> TableSpecification? {
    map.allow([
      "id", "title", "records", "count", "category", "period", "method_breaks", "level", "totals",
    ])
    let id = identifier(map, key: "id")
    let records = map.required("records").flatMap { node in
      map.text(node, key: "records").map { node.located($0) }
    }
    var measure = Tabulation.Measure.count
    if let node = map["count"], node.scalar?.string != "records" {
      let what = map.document.map(node, key: "count")
      what?.allow(["distinct", "sum"])
      if let column = what?.text("distinct") { measure = .distinct(column: column) }
      if let column = what?.text("sum") { measure = .sum(column: column) }
    }
    let category = map["category"].flatMap { node in
      map.text(node, key: "category").map { node.located($0) }
    }
    let period = map.word("period", as: PeriodCut.self)
    let level = LevelWord.read(map, key: "level", known: levels)
    guard let id, let records else { return nil }
    return TableSpecification(
      id: id, records: records, measure: measure, category: category, period: period, level: level,
      hasTotals: map.flag("totals") ?? false,
      title: map["title"].flatMap { localized($0, map, key: "title") },
      methodBreaks: methodBreaks(map, period: period))
  }

  /// The periods with which another method begins, written as the table has them.
  private static func methodBreaks(_ map: YAMLMap, period: PeriodCut?) -> [String] {
    guard let node = map["method_breaks"] else { return [] }
    let breaks = map.texts("method_breaks")
    let form: Regex<Substring>? =
      switch period {
      case .year: /[0-9]{4}/
      case .quarter: /[0-9]{4}-Q[1-4]/
      case .month: /[0-9]{4}-M(?:0[1-9]|1[0-2])/
      case nil: nil
      }
    guard let form, breaks.allSatisfy({ $0.wholeMatch(of: form) != nil }) else {
      map.document.note(
        .wrongType(
          key: "method_breaks",
          expected:
            "a list of periods as the table has them: 2023 with 'period: year', 2023-Q1 with "
            + "'period: quarter', 2023-M01 with 'period: month'"), node)
      return []
    }
    return breaks
  }

  /// Tables may not have the names of files with indicators: `tabel_excel.csv`, `tabel_wijken.csv`.
  private static func noteTakenNames(_ tables: [YAMLMap], levels: [AreaLevel]) {
    let taken = ["excel"] + levels.flatMap { [$0.plural, $0.plural + "_excel"] }
    for table in tables {
      guard let node = table["id"], let id = node.scalar?.string, taken.contains(id) else {
        continue
      }
      table.document.note(
        .wrongType(key: "id", expected: "another name: tabel_\(id).csv holds indicators"), node)
    }
  }

  /// Notes every id that an earlier item has too, at the place of the later one.
  private static func noteDuplicates(_ items: [YAMLMap]) {
    var seen: Set<String> = []
    for item in items {
      guard let node = item["id"], let id = node.scalar?.string, !seen.insert(id).inserted else {
        continue
      }
      item.document.note(.duplicate(key: "id", given: id), node)
    }
  }
}

extension Node {
  /// `value` with the place of this node.
  func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }
}
