/// What lies near an area: points that anybody may have, such as shops, schools or stations.
public struct PointTerm: Hashable, Sendable, Codable {
  /// What is measured from the centre of gravity of an area.
  public enum Measure: Hashable, Sendable, Codable {
    /// The distance in kilometres, as the crow flies, to the nearest point.
    case nearest
    /// How many points lie within this many metres, the edge included.
    case within(metres: Int)
  }

  /// The id of the records in a study.
  public let records: String
  /// What is measured.
  public let measure: Measure
  /// Which words are wanted.
  public let among: [RecordTerm.Among]
  /// `datum` within this many months up to the peildatum; nil for any time.
  public let months: Int?

  /// Makes a term.
  public init(
    records: String, measure: Measure, among: [RecordTerm.Among] = [], months: Int? = nil
  ) {
    self.records = records
    self.measure = measure
    self.among = among.sorted { $0.column < $1.column }
    self.months = months
  }

  /// Says the whole term in one line; equal terms have equal ids.
  public var columnID: String {
    var parts: [String]
    switch measure {
    case .nearest: parts = ["nearest:\(records)"]
    case .within(let metres): parts = ["within:\(records) metres:\(metres)"]
    }
    for condition in among {
      parts.append("\(condition.column)=\(condition.words.joined(separator: ","))")
    }
    if let months { parts.append("dated:\(months)") }
    return parts.joined(separator: " ")
  }
}
