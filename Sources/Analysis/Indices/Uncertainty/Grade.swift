/// How much an area's score can be relied on, from A to E, and why not more.
public struct Grade: Hashable, Sendable {
  /// The letters.
  public enum Letter: String, Hashable, Sendable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    /// A is the smallest.
    public static func < (one: Letter, other: Letter) -> Bool { one.rawValue < other.rawValue }
  }

  /// What keeps a grade down.
  public enum Reason: Hashable, Sendable {
    /// In nine of ten draws the area moves over this many of a hundred places.
    case moves(places: Double)
    /// Members with this share of the weight have no number.
    case missing(share: Double)
    /// This share of the weight rests on too few people, dwellings or records.
    case few(share: Double)
    /// This share of the weight was estimated by a model.
    case modelled(share: Double)
    /// Without this member the area moves by so many of a hundred places.
    case dependsOn(member: String, places: Double)
  }

  /// The letter.
  public let letter: Letter
  /// What keeps it down, all of the same weight; empty with an A.
  public let reasons: [Reason]

  /// Gives each remark a letter; the worst counts.
  init(_ remarks: [Reason]) {
    let letters = remarks.map { ($0, $0.letter) }
    let worst = letters.map(\.1).max() ?? .a
    letter = worst
    reasons = worst == .a ? [] : letters.filter { $0.1 == worst }.map(\.0)
  }
}

extension Grade.Reason {
  /// The best letter that this leaves.
  var letter: Grade.Letter {
    switch self {
    case .moves(let places): Self.letter(places, limits: [10, 20, 35, 50])
    case .missing(let share): Self.letter(share, limits: [0, 0.1, 0.25, 0.4])
    case .few(let share): Self.letter(share, limits: [0, 0.25, 0.5, 1])
    // What a model says is not worse than D, however much of it there is.
    case .modelled(let share): Self.letter(share, limits: [0.25, 0.5, 0.75, 1])
    case .dependsOn(_, let places): Self.letter(places, limits: [10, 20, 35, 50])
    }
  }

  private static func letter(_ value: Double, limits: [Double]) -> Grade.Letter {
    let letters = Grade.Letter.allCases
    return letters[limits.count { value > $0 + 1e-9 }]
  }
}
