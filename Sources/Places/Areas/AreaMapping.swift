public import CSV
internal import Geometry
public import Tables
internal import Topology

/// Which areas of one level make up each area of another: a city's list of buurten and gebieden.
public struct AreaMapping: Sendable {
  /// The level of the parts.
  public let source: AreaLevel
  /// For the code of each part the code of the area it belongs to. Parts that are not in it belong to
  /// none.
  public let targets: [String: String]
  /// The names of the areas by code.
  public let names: [String: String]

  /// Gives each part the area it belongs to; codes are the names of areas.
  public init(source: AreaLevel, targets: [String: String]) {
    self.source = source
    self.targets = targets
    names = [:]
  }

  /// Reads a list with one row per part.
  /// - Parameters:
  ///   - key: the place of the column with codes of parts, with or without prefix.
  ///   - code: that of the column with codes of areas; rows without one are parts of no area.
  ///   - name: that of the column with names; codes are names when left out.
  /// - Throws: ``AreaError/own(path:_:)`` for a part on two rows; ``AreaError/csv(_:)``.
  public init(
    _ file: CSVFile, source: AreaLevel, key: Int, code: Int, name: Int?
  ) throws(AreaError) {
    var targets: [String: String] = [:]
    var names: [String: String] = [:]
    var rows: [String: Int] = [:]
    var row = 0
    do throws(CSVError) {
      var chunks = file.chunks()
      while let chunk = try chunks.next() {
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        for record in 0..<records.count {
          row += 1
          func cell(_ index: Int) -> String {
            index < records.fieldCount(record) ? records.text(record, index).trimmed : ""
          }
          let target = cell(code)
          guard let part = AreaCode.normalised(cell(key), level: source) else {
            // A line with an area and no part is one that cannot be understood.
            if target.isEmpty { continue }
            throw CSVError.source(
              CSVSourceFailure(AreaError.own(path: file.path, .noCode(row: row))))
          }
          if let first = rows.updateValue(row, forKey: part) {
            throw CSVError.source(
              CSVSourceFailure(
                AreaError.own(path: file.path, .twice(code: part, rows: [first, row]))))
          }
          guard !target.isEmpty else { continue }
          targets[part] = target
          let given = name.map(cell) ?? ""
          if names[target] == nil || names[target] == target {
            names[target] = given.isEmpty ? target : given
          }
        }
      }
    } catch {
      if case .source(let failure) = error, let fault = failure.error as? AreaError { throw fault }
      throw .csv(error)
    }
    guard !targets.isEmpty else { throw .own(path: file.path, .empty) }
    self.source = source
    self.targets = targets
    self.names = names
  }

  /// The areas that the mapping makes of the parts: their surfaces together, their counts added.
  ///
  /// A count is added when all parts have it; shares, means and medians cannot be added and are not
  /// there. An area belongs to the gemeente of most of its parts.
  /// - Parameters:
  ///   - parts: all areas of the level of the parts.
  ///   - path: the file of the mapping, for messages.
  /// - Throws: ``AreaError/own(path:_:)`` for codes that the parts do not have; `TopologyError`.
  public func layer(level: AreaLevel, of parts: AreaLayer, path: String) throws -> AreaLayer {
    let unknown = targets.keys.filter { parts.ordinal(of: $0) == nil }.sorted()
    guard unknown.isEmpty else {
      throw AreaError.own(path: path, .unknownCodes(unknown, level: source))
    }
    var members: [String: [Int]] = [:]
    for (ordinal, part) in parts.areas.enumerated() {
      if let target = targets[part.code] { members[target, default: []].append(ordinal) }
    }
    let codes = members.keys.sorted()
    let engine = TopologyEngine()
    let areas = try codes.map { code in
      let own = members[code] ?? []
      let home = Self.mostFrequent(own.map { parts.areas[$0].gemeentecode })
      let first = own.first { parts.areas[$0].gemeentecode == home }
      return Area(
        code: code, name: names[code] ?? code, wijkcode: nil, gemeentecode: home,
        gemeentenaam: first.map { parts.areas[$0].gemeentenaam } ?? home,
        geometry: try engine.union(own.map { parts.areas[$0].geometry }))
    }
    let figures = parts.figures.filter { Self.isCount($0.name) }.map { column in
      FigureColumn(
        name: column.name,
        figures: codes.map { Self.sum((members[$0] ?? []).map { column.figures[$0] }) })
    }
    return AreaLayer(level: level, areas: areas, figures: figures, mapping: self)
  }

  /// The sums of a count over the parts of each area; nil for a figure that is no count.
  ///
  /// An area of which a part is not among `parts`, or has no number, has none.
  /// - Parameters:
  ///   - figures: one per area of `parts`.
  ///   - layer: areas that this mapping made.
  ///   - isCount: whether the figure is known to be a count, whatever its name says.
  public func sums(
    of figures: [Figure], named name: String, parts: AreaLayer, in layer: AreaLayer,
    isCount: Bool = false
  ) -> [Figure]? {
    guard isCount || Self.isCount(name) else { return nil }
    var members: [String: [Figure]] = [:]
    for (part, target) in targets {
      let figure = parts.ordinal(of: part).map { figures[$0] }
      members[target, default: []].append(figure ?? .missing(.noData))
    }
    return layer.areas.map { Self.sum(members[$0.code] ?? []) }
  }

  private static func mostFrequent(_ words: [String]) -> String {
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  /// Whether a figure of CBS counts things, so that those of parts can be added.
  ///
  /// Source: CBS, Toelichting Wijk- en Buurtkaart 2024, the units of the columns.
  public static func isCount(_ name: String) -> Bool {
    let isRelative = ["per_", "gemiddeld", "percentage", "afstand"].contains { name.contains($0) }
    guard !isRelative else { return false }
    return name.hasPrefix("aantal_") || name.hasPrefix("oppervlakte_")
      || ["mannen", "vrouwen", "woningvoorraad", "personenautos_totaal", "misdrijven"].contains(
        name)
  }

  /// The sum, or the reason why a part has none; of several the first by name. Bounds add up to
  /// bounds.
  private static func sum(_ figures: [Figure]) -> Figure {
    if let reason = figures.compactMap(\.reason).min(by: { $0.rawValue < $1.rawValue }) {
      return .missing(reason)
    }
    guard !figures.isEmpty else { return .missing(.noData) }
    // In order of size, so that the sum does not depend on the order of the parts.
    let numbers = figures.compactMap(\.number).sorted()
    let known = numbers.reduce(0, +)
    guard numbers.count < figures.count else { return .value(known) }
    var (lower, upper) = (known, known)
    for case .interval(let least, let most) in figures {
      (lower, upper) = (lower + least, upper + most)
    }
    return .interval(lower: lower, upper: upper)
  }
}
