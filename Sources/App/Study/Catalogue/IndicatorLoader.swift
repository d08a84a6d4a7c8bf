internal import Areas
internal import Indicators
internal import Tables
internal import Yams

extension Indicator {
  /// What it is about, in the words of the catalogue.
  fileprivate var subject: String { dimension?.rawValue ?? theme.rawValue }
}

/// Reads indicators that may be made of each other, each once.
final class IndicatorLoader {
  private struct Entry {
    let document: YAMLDocument
    let root: YAMLMap
  }

  private let sectors: SectorCatalogue
  private let aliases: ColumnAliases
  private let units: [String: FigureUnit]
  /// Indicators that are there already.
  private let known: [String: Indicator]
  /// What those say of columns and records; nil while they are read themselves.
  private let lineage: Lineage?
  private var entries: [String: Entry] = [:]
  private var order: [String] = []
  private var others: [YAMLDocument] = []
  private var underWay: [String] = []
  private(set) var indicators: [String: Indicator] = [:]
  /// The file of each indicator.
  private(set) var paths: [String: String] = [:]

  /// - Parameters:
  ///   - known: indicators that those of the files may be made of.
  ///   - lineage: what those of the files take over from what they are made of.
  init(
    _ sectors: SectorCatalogue, aliases: ColumnAliases, units: [String: FigureUnit],
    known: [String: Indicator] = [:], lineage: Lineage? = nil
  ) {
    self.lineage = lineage
    self.sectors = sectors
    self.aliases = aliases
    self.units = units
    self.known = known
  }

  /// Adds the file at `path`. Returns the id of its indicator, when it has one.
  @discardableResult
  func add(_ path: String) -> String? {
    let document = YAMLDocument(path: path)
    guard let root = document.root() else {
      others.append(document)
      return nil
    }
    // That an id is missing is noted when the rest is read.
    let id = root["id"]?.scalar?.string ?? path
    guard entries[id] == nil, known[id] == nil else {
      document.note(.duplicate(key: "id", given: id), root["id"])
      others.append(document)
      return nil
    }
    entries[id] = Entry(document: document, root: root)
    paths[id] = path
    order.append(id)
    return id
  }

  /// Reads all that was added; gives what is wrong.
  func load() -> [StudyProblem] {
    for id in order { _ = indicator(id) }
    return others.flatMap(\.problems) + order.flatMap { entries[$0]?.document.problems ?? [] }
  }

  private func indicator(_ id: String) -> Indicator? {
    if let indicator = indicators[id] ?? known[id] { return indicator }
    guard let entry = entries[id], entry.document.problems.isEmpty else { return nil }
    underWay.append(id)
    defer { underWay.removeLast() }
    let reader = FormulaReader(sectors) { [self] id, node, map in reference(id, node, map) }
    guard let read = IndicatorReader.read(entry.root, formulas: reader) else { return nil }
    if let (name, other) = lineage?.otherSubject(of: read) {
      entry.document.note(
        .otherSubject(column: name, indicator: other.id, subject: other.subject),
        entry.root["dimension"])
      return nil
    }
    let indicator = lineage?.inheriting(read) ?? read
    var check = FormulaUnits(units, aliases: aliases)
    _ = check.unit(of: indicator.formula)
    for error in check.errors { entry.document.note(.unitError(error), entry.root["formula"]) }
    guard check.errors.isEmpty else { return nil }
    indicators[id] = indicator
    return indicator
  }

  /// An indicator that another is made of; nil with a problem noted.
  private func reference(_ id: String, _ node: Node, _ map: YAMLMap) -> Indicator? {
    if let start = underWay.firstIndex(of: id) {
      map.document.note(.cycle(Array(underWay[start...]) + [id]), node)
      return nil
    }
    guard entries[id] != nil || known[id] != nil else {
      map.document.noteUnknown(
        id, key: "indicator", allowed: (Array(known.keys) + order).sorted(), node)
      return nil
    }
    guard let found = indicator(id) else {
      if map.document.problems.isEmpty {
        map.document.note(
          .wrongType(key: "indicator", expected: "an indicator without errors in its own file"),
          node)
      }
      return nil
    }
    return found
  }
}
