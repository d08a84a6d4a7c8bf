public import Geocoding
public import Tabulation

/// Which records were counted, in the form in which the ledger keeps it: with the columns as the file
/// names them, and days written out.
public struct SavedCondition: Hashable, Sendable, Codable {
  private enum Kind: String, Codable {
    case among, sector, number, shared, active, changed, begun, ended, dated
  }

  private let kind: Kind
  private let column: String
  private var end: String?
  private var words: [String]?
  private var least: Double?
  private var below: Double?
  private var minimum: Int?
  private var conditions: [SavedCondition]?
  private var from: String?
  private var through: String?

  /// Saves a condition.
  /// - Parameter name: the name that the file has for a column that is read as a kind.
  public init(_ condition: Condition, name: (String, RecordColumn.Kind) -> String) {
    switch condition {
    case .among(let column, let words):
      kind = .among
      self.column = name(column, .category)
      self.words = words
    case .sector(let column, let codes):
      kind = .sector
      self.column = name(column, .category)
      words = codes
    case .number(let column, let least, let below):
      kind = .number
      self.column = name(column, .number)
      self.least = least
      self.below = below
    case .sharedAddress(let column, let minimum, let conditions):
      kind = .shared
      self.column = name(column, .address)
      self.minimum = minimum
      self.conditions = conditions.map { SavedCondition($0, name: name) }
    case .active(let start, let end, let date):
      kind = .active
      column = name(start, .date)
      self.end = name(end, .date)
      through = date.text
    case .changed(let start, let end, let days):
      kind = .changed
      column = name(start, .date)
      self.end = name(end, .date)
      (from, through) = (days.from.text, days.through.text)
    case .begun(let start, let days):
      kind = .begun
      column = name(start, .date)
      (from, through) = (days.from.text, days.through.text)
    case .ended(let end, let days):
      kind = .ended
      column = name(end, .date)
      (from, through) = (days.from.text, days.through.text)
    case .dated(let column, let days):
      kind = .dated
      self.column = name(column, .date)
      (from, through) = (days.from.text, days.through.text)
    }
  }

  /// The condition, or nil when something is missing in it.
  /// - Parameter name: the name by which a column of the file is known when it is read as a kind.
  public func condition(name: (String, RecordColumn.Kind) -> String) -> Condition? {
    var start: String { name(column, .date) }
    let days = from.flatMap { RecordDate($0) }.flatMap { from in
      through.flatMap { RecordDate($0) }.flatMap { DayPeriod(from: from, through: $0) }
    }
    switch kind {
    case .among: return words.map { .among(column: name(column, .category), words: $0) }
    case .sector: return words.map { .sector(column: name(column, .category), codes: $0) }
    case .number: return .number(column: name(column, .number), least: least, below: below)
    case .shared:
      guard let minimum, let conditions else { return nil }
      let inner = conditions.compactMap { $0.condition(name: name) }
      guard inner.count == conditions.count else { return nil }
      return .sharedAddress(column: name(column, .address), minimum: minimum, among: inner)
    case .active:
      guard let end, let date = through.flatMap({ RecordDate($0) }) else { return nil }
      return .active(start: start, end: name(end, .date), on: date)
    case .changed:
      guard let end, let days else { return nil }
      return .changed(start: start, end: name(end, .date), in: days)
    case .begun: return days.map { .begun(start: start, in: $0) }
    case .ended: return days.map { .ended(end: start, in: $0) }
    case .dated: return days.map { .dated(column: start, in: $0) }
    }
  }
}
