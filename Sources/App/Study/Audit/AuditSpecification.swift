internal import Governance

/// The bias audit that a study asks for.
public struct AuditSpecification: Sendable {
  /// The file with percentages per area.
  public var file: Located<String>
  /// The column with codes; found when left out.
  public var key: Located<String>?
  /// The columns, all of origin, nationality or religion.
  public var columns: [Located<String>]
  /// The rank correlation from which, up or down, publication stops; nil for that of the rules, above which
  /// a study may not go.
  public var threshold: Located<Double>?
  /// Who made the shares, for people; nil when the study does not say so.
  public var source: String?
  /// Of which year they are.
  public var year: Int?

  /// Who made the shares, and of which year they are; nil when the study says neither.
  var words: String? {
    let parts = [source, year.map { "\($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The threshold that holds under the rules.
  func threshold(under rules: DataRules) -> Double { threshold?.value ?? rules.bias.threshold }
}
