public import Geocoding

/// The bias audit that a study asks for.
public struct AuditSpecification: Sendable {
  /// Who says why results above the threshold are published.
  public struct Justification: Hashable, Sendable {
    /// The name of who says so.
    public var name: String
    /// On which day.
    public var date: RecordDate
    /// Why.
    public var reason: String
  }

  /// The file with percentages per area.
  public var file: Located<String>
  /// The column with codes; found when left out.
  public var key: Located<String>?
  /// The columns, all of origin, nationality or religion.
  public var columns: [Located<String>]
  /// The rank correlation from which, up or down, publication stops.
  public var threshold: Double
  /// Why it does not; nil when nobody says so.
  public var justification: Justification?
}
