/// How good something is: A is best.
public enum QualityGrade: String, Hashable, Sendable, CaseIterable, Comparable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"

  /// The largest share of faulty items with which a grade is given: A to D; more is E.
  public static let shares = [0.01, 0.05, 0.10, 0.25]
  /// The greatest age in months with which a grade is given: A to D; more is E.
  public static let months = [12, 24, 36, 60]

  /// The grade of a share of faulty items.
  public init(share: Double) { self = Self.grade(Self.shares.count { share > $0 }) }

  /// The grade of an age in months.
  public init(months: Int) { self = Self.grade(Self.months.count { months > $0 }) }

  private static func grade(_ passed: Int) -> QualityGrade { allCases[passed] }

  /// Better grades come first.
  public static func < (a: QualityGrade, b: QualityGrade) -> Bool { a.rawValue < b.rawValue }
}
