/// How the figures of a column were converted from the areas of another edition or kind.
public struct ColumnConversion: Hashable, Sendable {
  /// Of what areas the figures were, such as `buurt 2015`.
  public let origin: String
  /// Per area the share of its weight that comes from areas that were divided, 0 to 1; nil for an area
  /// without value.
  public let shares: [Double?]
  /// Per area how sure its figure is, from `geheel` to `geen`, the best first.
  public let grades: [Grade]

  /// How sure a converted figure is.
  public enum Grade: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Made of whole areas.
    case geheel
    /// A small part comes from areas that were divided.
    case goed
    /// Up to half does.
    case matig
    /// More than half does.
    case zwak
    /// There is no value.
    case geen

    /// The better grade first.
    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }

    /// The word for it in data.
    public var word: String { "\(self)" }
  }

  /// Describes a conversion; one share and grade per area.
  public init(origin: String, shares: [Double?], grades: [Grade]) {
    precondition(shares.count == grades.count, "one share and grade per area")
    self.origin = origin
    self.shares = shares
    self.grades = grades
  }

  /// What holds of a value made of this and another column: the larger share, the lower grade.
  public func joined(_ other: ColumnConversion) -> ColumnConversion {
    ColumnConversion(
      origin: origin == other.origin ? origin : "\(origin), \(other.origin)",
      shares: zip(shares, other.shares).map { first, second in
        first.map { max($0, second ?? $0) } ?? second
      }, grades: zip(grades, other.grades).map { max($0, $1) })
  }
}
