internal import Disclosure
internal import Heatmaps
internal import Indicators
internal import SpatialStatistics
internal import Yams

/// Reads the items of the key `heatmaps` of a study.
enum HeatmapReader {
  private static let keys = [
    "id", "title", "records", "points", "where", "weight", "months", "kernel", "bandwidth", "cell",
    "edge", "adaptive", "relative", "classes", "breaks",
  ]

  /// A heatmap; nil when what was noted leaves none.
  static func read(_ map: YAMLMap) -> HeatmapSpecification? {
    map.allow(keys)
    let id = identifier(map)
    let title = map["title"].flatMap { StudyFileReader.localized($0, map, key: "title") }
    let records = map.required("records").flatMap { node in
      map.text(node, key: "records").map { node.located($0) }
    }
    var settings = HeatmapRequest(records: "", areas: [])
    settings.source = map.word("points", as: PointSource.self) ?? settings.source
    settings.kernel = map.word("kernel", as: Kernel.self) ?? settings.kernel
    settings.edge = map.word("edge", as: EdgeCorrection.self) ?? settings.edge
    settings.bandwidth = bandwidth(map) ?? settings.bandwidth
    settings.cellSize =
      map.number("cell", "a length in metres above 0") { $0 > 0 && $0.isFinite }
      ?? settings.cellSize
    settings.isAdaptive = map.flag("adaptive") ?? false
    settings.isRelative = map.flag("relative") ?? false
    settings.breaks = breaks(map) ?? settings.breaks
    let months = map.number("months", "a whole number of months, 3 or more") {
      $0 == $0.rounded() && (3...12_000).contains($0)
    }
    let conditions = conditions(map)
    let weight = map.text("weight")
    guard let id, let records else { return nil }
    if let refusal = settings.refusal {
      map.document.note(.heatmapSettings(ErrorSentence.text(refusal, naming: false)), map["id"])
    }
    return HeatmapSpecification(
      id: id, title: title ?? LocalizedText(nl: id.value, en: id.value), records: records,
      conditions: conditions, weight: weight, months: months.map { Int($0) }, settings: settings)
  }

  private static func identifier(_ map: YAMLMap) -> Located<String>? {
    guard let id = StudyFileReader.identifier(map, key: "id"), let node = map["id"] else {
      return nil
    }
    // The files of one heatmap would have the names of another's.
    guard !["_cellen", "_tolerantie"].contains(where: id.hasSuffix) else {
      map.document.note(
        .wrongType(key: "id", expected: "a name that does not end in _cellen or _tolerantie"), node)
      return nil
    }
    return node.located(id)
  }

  private static func bandwidth(_ map: YAMLMap) -> HeatmapRequest.Bandwidth? {
    guard let node = map["bandwidth"], let text = map.text(node, key: "bandwidth") else {
      return nil
    }
    if let rule = BandwidthRule(rawValue: text) { return .rule(rule) }
    if let metres = Double(text) { return .metres(metres) }
    map.document.note(
      .wrongType(
        key: "bandwidth", expected: "a distance in metres, or scott, diggle, ppl or cvl"), node)
    return nil
  }

  private static func conditions(_ map: YAMLMap) -> [(column: String, words: [String])] {
    guard let conditions = map.map("where") else { return [] }
    return conditions.entries.map { ($0.key, conditions.texts($0.key)) }
  }

  private static func breaks(_ map: YAMLMap) -> PublishedGrid.Breaks? {
    if let node = map["breaks"] {
      let list = map.list("breaks")
      let numbers = list.compactMap { $0.scalar.flatMap { Double($0.string) } }
      guard numbers.count == list.count, (1...4).contains(numbers.count),
        numbers.allSatisfy({ $0 > 0 && $0.isFinite }),
        zip(numbers, numbers.dropFirst()).allSatisfy(<)
      else {
        map.document.note(
          .wrongType(key: "breaks", expected: "1 to 4 ascending numbers above 0, as [5, 10, 20]"),
          node)
        return nil
      }
      return .given(numbers)
    }
    guard let classes = map.map("classes") else { return nil }
    classes.allow(["method", "count"])
    let method = classes.word("method", as: ClassificationMethod.self) ?? .quantile
    let count =
      classes.number("count", "a number of classes from 2 to 5") {
        $0 == $0.rounded() && (2...5).contains($0)
      } ?? 5
    return .chosen(method, classes: Int(count))
  }
}
