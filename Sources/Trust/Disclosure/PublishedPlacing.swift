public import Areas
public import Geocoding
internal import Matching

/// What an audience may know of how the records of one source were placed: per area, per gemeente, and
/// what belongs to none.
///
/// The rule for counts is applied to every count. A gemeente's count is suppressed too when it would
/// tell what is hidden in its areas: when fewer than ``DisclosureRule/minimumCount`` records are left
/// after its published areas, or when they are all of one area. How much of an area's count comes from
/// one point is for `intern` alone: it is the count of one address.
/// Counts that would tell what other results hide are taken back with ``hiding(_:)``.
public struct PublishedPlacing: Sendable {
  /// One count.
  public struct Row: Hashable, Sendable {
    /// The level of the area, or what the row is about when that is none.
    public let level: String
    /// The code of the area; empty when the row is about none.
    public let code: String
    /// Its name, or that of a special point.
    public let name: String
    /// What is counted: a verdict or a reason.
    public let what: String
    /// What may be known.
    public let figure: PublishedFigure
    /// The part that it is, computed from what may be known.
    public let share: Double?
  }

  /// What a row is about that is about no area.
  enum NoArea: String {
    /// Other gemeenten.
    case elsewhere = "elders"
    /// A special point with a row of its own; the only one with a name.
    case specialPoint = "bijzonder_punt"
    /// Records that were not placed.
    case none = "geen"
  }

  /// The records by their id in the study.
  public let id: String
  /// The counts: areas in the order of their codes, then gemeenten, then what belongs to none.
  public let rows: [Row]
  /// The records that are counted in the areas.
  public let counted: PublishedFigure
  /// The records below the threshold, wherever; nil unless records were placed by address.
  public let doubtful: PublishedFigure?

  /// Decides for every count what an audience with a rule may know; without one, everything.
  /// - Parameter heaps: the areas much of whose count comes from one point, the largest share first.
  /// - Precondition: the records lie in the areas of `layer`.
  public init(
    _ records: LocatedRecords, id: String, layer: AreaLayer, heaps: [PlacementQuality.Heap],
    rule: DisclosureRule?
  ) {
    precondition(records.areaCount == layer.areas.count, "records in other areas")
    self.id = id
    let account = PlacingAccount(
      records, layer: layer, rule: rule, heaps: rule == nil ? heaps : [])
    rows =
      account.areas + account.gemeenten + account.elsewhere + account.specialPoints
      + account.reasons
    counted = account.total(account.counted)
    doubtful =
      records.quality.addresses == nil
      ? nil : account.totalDoubtful
  }

  init(id: String, rows: [Row], counted: PublishedFigure, doubtful: PublishedFigure?) {
    self.id = id
    self.rows = rows
    self.counted = counted
    self.doubtful = doubtful
  }

  /// What is known of the records that are counted in an area, by its code.
  public var countedByCode: [String: PublishedFigure] {
    Dictionary(
      rows.filter { !$0.code.isEmpty && Self.countedWords.contains($0.what) }
        .map { ($0.code, $0.figure) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same without the counts of records that are counted in the areas with these codes.
  public func hiding(_ codes: Set<String>) -> PublishedPlacing {
    PublishedPlacing(
      id: id,
      rows: rows.map { row in
        guard codes.contains(row.code) else { return row }
        let isCounted = Self.countedWords.contains(row.what)
        return Row(
          level: row.level, code: row.code, name: row.name, what: row.what,
          figure: isCounted ? .suppressed : row.figure, share: nil)
      }, counted: counted, doubtful: doubtful)
  }

  /// The words for records that are counted.
  static let countedWords = ["geplaatst", AddressVerdict.certain.rawValue]
}

/// The rows in the making.
private struct PlacingAccount {
  let records: LocatedRecords
  let layer: AreaLayer
  let rule: DisclosureRule?
  let heaps: [PlacementQuality.Heap]
  let counted: [Int]
  let doubtful: [Int]

  init(
    _ records: LocatedRecords, layer: AreaLayer, rule: DisclosureRule?,
    heaps: [PlacementQuality.Heap]
  ) {
    self.records = records
    self.layer = layer
    self.rule = rule
    self.heaps = heaps
    // Those of which only the gemeente is known have a row of their own.
    let only = layer.level == .gemeente ? records.countsOfMunicipalityOnly : [:]
    counted = zip(records.countsOfAreas, layer.areas).map { $0 - (only[$1.code] ?? 0) }
    doubtful = records.quality.doubtful
  }

  /// What is said of records that are counted.
  private var countedWord: String {
    PublishedPlacing.countedWords[records.quality.addresses == nil ? 0 : 1]
  }

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  /// The sum of areas that are published too, and of what is counted elsewhere.
  func total(_ areas: [Int], and more: Int = 0) -> PublishedFigure {
    let sum = areas.reduce(0, +) + more
    guard let rule else { return figure(sum) }
    let hidden = areas.filter { $0 < rule.minimumCount }
    guard hidden.isEmpty || hidden.count > 1 && hidden.reduce(0, +) >= rule.minimumCount else {
      return .suppressed
    }
    return figure(sum)
  }

  /// All records below the threshold; hidden too when a part that has a row is.
  var totalDoubtful: PublishedFigure {
    let elsewhere = records.quality.doubtfulElsewhere
    guard !doubtful.isEmpty else { return total(doubtful, and: elsewhere) }
    let parts =
      Dictionary(grouping: layer.areas.indices, by: { layer.areas[$0].gemeentecode }).values
      .map { total($0.map { doubtful[$0] }) } + (elsewhere > 0 ? [figure(elsewhere)] : [])
    return parts.contains(.suppressed) ? .suppressed : total(doubtful, and: elsewhere)
  }

  private func rows(
    level: String, code: String, name: String, counted: PublishedFigure, doubtful: PublishedFigure?
  ) -> [PublishedPlacing.Row] {
    func row(
      _ what: String, _ figure: PublishedFigure, share: Double? = nil
    ) -> PublishedPlacing.Row {
      PublishedPlacing.Row(
        level: level, code: code, name: name, what: what, figure: figure, share: share)
    }
    var rows = [row(countedWord, counted)]
    if let doubtful {
      var share: Double?
      if let above = counted.number, let below = doubtful.number, above + below > 0 {
        share = below / (above + below)
      }
      rows.append(row(AddressVerdict.doubtful.rawValue, doubtful, share: share))
    }
    return rows
  }

  var areas: [PublishedPlacing.Row] {
    var largest: [Int: PlacementQuality.Heap] = [:]
    for heap in heaps where largest[heap.area] == nil { largest[heap.area] = heap }
    return layer.areas.enumerated().flatMap { place, area in
      var rows = rows(
        level: layer.level.rawValue, code: area.code, name: area.name,
        counted: figure(counted[place]),
        doubtful: doubtful.isEmpty ? nil : figure(doubtful[place]))
      if let heap = largest[place] {
        rows.append(
          PublishedPlacing.Row(
            level: layer.level.rawValue, code: area.code, name: area.name, what: "grootste_punt",
            figure: figure(heap.count), share: heap.share))
      }
      return rows
    }
  }

  var gemeenten: [PublishedPlacing.Row] {
    let only = records.countsOfMunicipalityOnly
    var places: [String: [Int]] = [:]
    for (place, area) in layer.areas.enumerated() {
      places[area.gemeentecode, default: []].append(place)
    }
    return places.sorted { $0.key < $1.key }.flatMap { code, places in
      let name = layer.areas[places[0]].gemeentenaam
      var rows =
        layer.level == .gemeente
        ? []
        : rows(
          level: AreaLevel.gemeente.rawValue, code: code, name: name,
          counted: total(places.map { counted[$0] }),
          doubtful: doubtful.isEmpty ? nil : total(places.map { doubtful[$0] }))
      if let count = only[code] {
        rows.append(
          PublishedPlacing.Row(
            level: AreaLevel.gemeente.rawValue, code: code, name: name,
            what: MatchReason.specialPoint.rawValue, figure: figure(count), share: nil))
      }
      return rows
    }
  }

  private func row(
    _ about: PublishedPlacing.NoArea, name: String = "", _ what: String, _ count: Int
  ) -> PublishedPlacing.Row? {
    count == 0
      ? nil
      : PublishedPlacing.Row(
        level: about.rawValue, code: "", name: name, what: what, figure: figure(count), share: nil)
  }

  /// Records of other gemeenten than those of the study.
  var elsewhere: [PublishedPlacing.Row] {
    let special =
      records.counts[.specialPoint] - records.quality.ownRows.values.reduce(0, +)
      - records.countsOfMunicipalityOnly.values.reduce(0, +)
    return [
      row(.elsewhere, countedWord, records.counts[.otherMunicipality]),
      row(.elsewhere, AddressVerdict.doubtful.rawValue, records.quality.doubtfulElsewhere),
      row(.elsewhere, MatchReason.specialPoint.rawValue, special),
    ].compactMap(\.self)
  }

  /// Special points that have a row of their own.
  var specialPoints: [PublishedPlacing.Row] {
    records.quality.ownRows.sorted { $0.key < $1.key }.compactMap {
      row(.specialPoint, name: $0.key, MatchReason.specialPoint.rawValue, $0.value)
    }
  }

  /// Records without area, by reason.
  var reasons: [PublishedPlacing.Row] {
    let none = PublishedPlacing.NoArea.none
    let told: Set<MatchReason> = [
      .snapped, .otherMunicipality, .specialPoint, .doubtful, .notFound,
    ]
    var rows = records.counts.remarks.filter { !told.contains($0.reason) }.compactMap {
      row(none, $0.reason.rawValue, $0.count)
    }
    let reasons = records.quality.addresses?.reasons(of: .none) ?? [:]
    rows += reasons.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap {
      row(none, $0.key.rawValue, $0.value)
    }
    let rest = records.counts[.notFound] - reasons.values.reduce(0, +)
    return rows + [row(none, none.rawValue, rest)].compactMap(\.self)
  }
}
