internal import Disclosure

/// A count of records with its conditions, relative to the peildatum of a study.
public struct RecordTerm: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Measure: Hashable, Sendable, Codable {
    /// Records.
    case count
    /// Different words in a column.
    case distinct(column: String)
    /// The sum of a column.
    case sum(column: String)
  }

  /// A column and the words of which one must stand in it; a trailing `*` stands for any ending.
  public struct Among: Hashable, Sendable, Codable {
    /// The column.
    public let column: String
    /// The words.
    public let words: [String]

    /// Pairs a column with words.
    public init(column: String, words: [String]) {
      self.column = column
      self.words = words
    }

    /// Whether the words are codes of a classification of economic activities.
    public var isOfSectors: Bool { column == RecordTerm.sectorColumn }
  }

  /// A column of numbers and the limits between which its number must lie.
  public struct Limit: Hashable, Sendable, Codable {
    /// The column.
    public let column: String
    /// The least number that counts; nil for any.
    public let least: Double?
    /// Numbers from here on do not count; nil for none.
    public let below: Double?

    /// Pairs a column with limits.
    public init(column: String, least: Double? = nil, below: Double? = nil) {
      self.column = column
      self.least = least
      self.below = below
    }
  }

  /// The time that counts.
  public enum Period: Hashable, Sendable, Codable {
    /// Any.
    case any
    /// Running on the peildatum, by `startdatum` and `einddatum`.
    case active
    /// Begun or ended within this many months up to the peildatum.
    case changed(months: Int)
    /// Begun within this many months up to the peildatum.
    case begun(months: Int)
    /// Ended within this many months up to the peildatum.
    case ended(months: Int)
    /// `datum` within this many months up to the peildatum.
    case dated(months: Int)
  }

  /// The column with the code of the economic activity.
  public static let sectorColumn = "sbi"

  /// The id of the records in a study.
  public let records: String
  /// What is counted.
  public let measure: Measure
  /// Which words are wanted.
  public let among: [Among]
  /// Between which limits numbers must lie.
  public let limits: [Limit]
  /// Which time counts.
  public let period: Period
  /// Only records at an address where at least this many of the same time stand, of whatever kind; nil
  /// for all.
  public let leastAtAddress: Int?

  /// Makes a term.
  public init(
    records: String, measure: Measure = .count, among: [Among] = [], limits: [Limit] = [],
    period: Period = .any, leastAtAddress: Int? = nil
  ) {
    self.records = records
    self.measure = measure
    self.among = among.sorted { $0.column < $1.column }
    self.limits = limits.sorted { $0.column < $1.column }
    self.period = period
    self.leastAtAddress = leastAtAddress
  }

  /// Says the whole term in one line; equal terms have equal ids.
  public var columnID: String {
    var parts = ["\(PublishedColumn.recordsPrefix)\(records)"]
    switch measure {
    case .count: parts.append("count")
    case .distinct(let column): parts.append("distinct:\(column)")
    case .sum(let column): parts.append("sum:\(column)")
    }
    for condition in among {
      parts.append("\(condition.column)=\(condition.words.joined(separator: ","))")
    }
    for limit in limits {
      if let least = limit.least { parts.append("\(limit.column)>=\(least)") }
      if let below = limit.below { parts.append("\(limit.column)<\(below)") }
    }
    switch period {
    case .any: break
    case .active: parts.append("active")
    case .changed(let months): parts.append("changed:\(months)")
    case .begun(let months): parts.append("begun:\(months)")
    case .ended(let months): parts.append("ended:\(months)")
    case .dated(let months): parts.append("dated:\(months)")
    }
    if let leastAtAddress { parts.append("at_address:\(leastAtAddress)") }
    return parts.joined(separator: " ")
  }
}
