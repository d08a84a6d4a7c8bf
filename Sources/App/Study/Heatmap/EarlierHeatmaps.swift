internal import Bytes
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Geometry
internal import Heatmaps
internal import Ledger
internal import Provenance
internal import Tabulation

/// The heatmaps of earlier publications that share records with one of this study.
struct EarlierHeatmaps {
  private let own: LedgerEntry.Heatmap
  private let same: [(entry: Int, heatmap: LedgerEntry.Heatmap)]
  private let ledger: String

  /// Finds those with the same settings, which must be the same map.
  /// - Throws: ``StudyRun/Failure`` when one has other settings, or cannot be held against the records of now; the
  ///   error of a file.
  /// - Complexity: reads the records once for each different condition.
  init(
    _ own: LedgerEntry.Heatmap, of input: StudyInputs.Records, known identity: RecordIdentity,
    ledger: StudyLedger
  ) throws {
    self.own = own
    self.ledger = ledger.path
    var rows = RowsOfConditions(input)
    var same: [(entry: Int, heatmap: LedgerEntry.Heatmap)] = []
    for (entry, edition, earlier) in ledger.heatmaps
    where earlier.records == own.records || ledger.isFile(identity, of: earlier.file) {
      // A record lies in one gemeente.
      if edition == ledger.edition, Set(earlier.gemeenten).isDisjoint(with: own.gemeenten) {
        continue
      }
      if let column = rows.missing(earlier.conditions) {
        throw StudyRun.Failure.ledgerNotEvaluated(
          ledger.path, of: .heatmap(earlier.id), entry: entry, needs: .column(column))
      }
      let then = try rows.rows(earlier.conditions)
      let now = try rows.rows(own.conditions)
      guard !then.isDisjoint(with: now) else { continue }
      if let difference = Self.difference(earlier, own) {
        throw StudyRun.Failure.heatmapChanged(
          HeatmapChange(
            id: own.id, ledger: ledger.path, entry: entry, earlier: earlier.id,
            difference: difference))
      }
      same.append((entry, earlier))
    }
    self.same = same
  }

  /// Makes sure that the map is that of then.
  /// - Throws: ``StudyRun/Failure/heatmapChanged(_:)``.
  func check(_ map: String) throws(StudyRun.Failure) {
    guard let other = same.first(where: { $0.heatmap.map != map }) else { return }
    throw .heatmapChanged(
      HeatmapChange(
        id: own.id, ledger: ledger, entry: other.entry, earlier: other.heatmap.id,
        difference: .map))
  }

  private static func difference(
    _ earlier: LedgerEntry.Heatmap, _ own: LedgerEntry.Heatmap
  ) -> HeatmapChange.Difference? {
    let days = [earlier, own].map { $0.conditions.filter(\.isOfDays) }
    let (then, now) = (earlier.settings, own.settings)
    if days[0] != days[1] { return .period }
    if Set(earlier.conditions) != Set(own.conditions) { return .kinds }
    if then.weight != now.weight { return .setting("weight") }
    if then.kernel != now.kernel { return .setting("kernel") }
    if then.bandwidth != now.bandwidth { return .setting("bandwidth") }
    if then.cell != now.cell { return .setting("cell") }
    if then.edge != now.edge { return .setting("edge") }
    if then.adaptive != now.adaptive { return .setting("adaptive") }
    if then.relative != now.relative { return .setting("relative") }
    return earlier.gemeenten == own.gemeenten ? nil : .gemeenten
  }
}

/// Which rows of a file conditions hold of; each is looked up once.
private struct RowsOfConditions {
  private let input: StudyInputs.Records
  private var known: [[SavedCondition]: Set<Int>] = [:]

  init(_ input: StudyInputs.Records) { self.input = input }

  /// A column of conditions that the file has not, or has twice; nil when all are there.
  func missing(_ conditions: [SavedCondition]) -> String? {
    conditions.map(\.columnName).first { index($0) == nil }
  }

  private func index(_ column: String) -> Int? {
    let places = input.file.header.indices.filter {
      input.file.header[$0].lowercased() == column
    }
    return places.count == 1 ? places[0] : nil
  }

  /// The rows of the records with coordinates; none when they have codes.
  mutating func rows(_ conditions: [SavedCondition]) throws -> Set<Int> {
    if let rows = known[conditions] { return rows }
    guard case .columns(let columns, let specialPoints) = input.place else { return [] }
    var words: [(column: Int, words: Set<String>)] = []
    var period: (column: Int, days: DayPeriod)?
    for condition in conditions {
      switch condition.condition(name: { name, _ in name }) {
      case .among(let column, let own)?: index(column).map { words.append(($0, Set(own))) }
      case .dated(let column, let days)?: period = index(column).map { ($0, days) }
      default: continue
      }
    }
    let rows = Set(
      try PointReader(
        file: input.file, columns: columns, conditions: words, period: period,
        specialPoints: specialPoints
      ).rows())
    known[conditions] = rows
    return rows
  }
}

extension SavedCondition {
  /// Whether it is of days, and not of words.
  fileprivate var isOfDays: Bool {
    if case .dated? = condition(name: { name, _ in name }) { true } else { false }
  }

  /// The column that it looks at.
  fileprivate var columnName: String {
    var found = ""
    _ = condition { name, _ in
      found = name
      return name
    }
    return found
  }
}

extension PublishedGrid {
  /// Stands for all that is published of it: the same for the same map.
  var fingerprint: String {
    var hash = ContentHash()
    hash.add(Array("\(edges) \(bandwidth)\n".utf8))
    for part in parts {
      let frame = part.frame
      hash.add(
        Array(
          "\(frame.cellSize) \(frame.firstColumn) \(frame.firstRow) \(frame.columns) \(frame.rows)\n"
            .utf8))
      hash.add(
        part.cells.flatMap { cell -> [UInt8] in
          switch cell {
          case .inClass(let number): [UInt8(truncatingIfNeeded: number)]
          case .suppressed: [253]
          case .withoutBase: [254]
          case .outside: [255]
          }
        })
      for (isHigh, surface) in part.tolerance {
        hash.add(Array("\(isHigh)\n".utf8))
        for ring in surface.rings {
          hash.add(Array(ring.positions.map { "\($0.x) \($0.y)\n" }.joined().utf8))
        }
      }
    }
    return hash.sha256
  }
}
