public import Areas
public import Disclosure

extension StudyReport {
  /// What is hidden of counts in one gemeente, and why.
  public struct Loss: Hashable, Sendable {
    /// The records, or the figures that were delivered as counts.
    public let records: String
    /// The code of the gemeente.
    public let gemeentecode: String
    /// Its name.
    public let gemeente: String
    /// Counts with fewer behind them are hidden.
    public let minimum: Int
    /// Its tables and maps, at each level.
    public let parts: [Part]

    /// Why the rule hides a count by itself.
    public enum Why: Hashable, Sendable {
      /// What the rule says.
      case rule(DisclosureRule.HidingReason)
      /// Nearly all of a public number are counted, so it would tell of each of them.
      case nearlyAll
    }

    /// What counts.
    public enum Subject: Hashable, Sendable {
      /// The table with this id.
      case table(String)
      /// The indicators that are made of one count.
      case indicators([String])
      /// A column of counts that were delivered.
      case delivered(String)
    }

    /// One table or map at one level.
    public struct Part: Hashable, Sendable {
      /// What counts.
      public let subject: Subject
      /// The level.
      public let level: AreaLevel
      /// The counts.
      public let counts: Int
      /// Those that the rule hides by itself, by the reason.
      public let byRule: [Why: Int]
      /// Those that are hidden so that these cannot be derived.
      public let complementary: Int
      /// What would be small otherwise. For the screen alone: how many counts of a wider level are small tells
      /// of counts that nobody published.
      public let remedies: [Remedy]

      /// The same counts in other gemeenten too.
      public func adding(_ other: Part) -> Part {
        let ways = Set((remedies + other.remedies).map(\.way)).sorted()
        return Part(
          subject: subject, level: level, counts: counts + other.counts,
          byRule: byRule.merging(other.byRule, uniquingKeysWith: +),
          complementary: complementary + other.complementary,
          remedies: ways.map { way in
            let own = (remedies + other.remedies).filter { $0.way == way }
            return Remedy(
              way: way, counts: own.reduce(0) { $0 + $1.counts },
              small: own.reduce(0) { $0 + $1.small })
          })
      }

      /// Those that are hidden.
      public var hidden: Int { small + complementary }

      /// Those that the rule hides by itself.
      public var small: Int { byRule.values.reduce(0, +) }
    }

    /// What would be small by the rule alone with wider areas or longer periods.
    public struct Remedy: Hashable, Sendable {
      /// What would be done.
      public enum Way: Hashable, Sendable, Comparable {
        /// Count in the areas of this level.
        case level(AreaLevel)
        /// Count all periods together.
        case pooled
      }

      /// What would be done.
      public let way: Way
      /// The counts that there would be.
      public let counts: Int
      /// Those that would have too few behind them.
      public let small: Int
    }

    /// The counts, over tables, maps and levels.
    public var counts: Int { parts.reduce(0) { $0 + $1.counts } }

    /// Those that are hidden.
    public var hidden: Int { parts.reduce(0) { $0 + $1.hidden } }

    /// Those that are hidden so that others cannot be derived.
    public var complementary: Int { parts.reduce(0) { $0 + $1.complementary } }

    /// Those that the rule hides by itself, for a reason.
    public func byRule(_ why: Why) -> Int { parts.reduce(0) { $0 + ($1.byRule[why] ?? 0) } }
  }

  /// What of the counts of a source can be told otherwise, where most are hidden for others; and how many are hidden
  /// because of earlier publications. For the screen alone: it tells of counts that nobody published.
  public struct Costly: Hashable, Sendable {
    /// What can be changed.
    public enum Change: Hashable, Sendable {
      /// Leave the table or the indicators out.
      case leaveOut
      /// Leave out the totals of the table, over categories and at wider levels.
      case totals
      /// Count all periods of the table together.
      case periods
      /// Count the table in the areas of this level.
      case level(AreaLevel)
    }

    /// One step, beside those before it.
    public struct Step: Hashable, Sendable {
      /// What is done.
      public let change: Change
      /// The indicators that are made of one count, or the table.
      public let names: [String]
      /// Whether it is a table.
      public let isTable: Bool
      /// The level of the indicators; nil for all levels, and of a table.
      public let level: AreaLevel?
      /// Without the step: of what is left out none is counted.
      public let before: Counts
      /// With it.
      public let after: Counts
    }

    /// Counts that the rule does not hide by itself.
    public struct Counts: Hashable, Sendable {
      /// How many there are.
      public let all: Int
      /// How many of these are hidden for others.
      public let hidden: Int

      /// How many can be shown.
      public var shown: Int { all - hidden }
    }

    /// What earlier publications in the ledger make.
    public struct Earlier: Hashable, Sendable {
      /// How many counts are hidden for others.
      public let hidden: Int
      /// How many would be without them.
      public let hiddenWithout: Int
    }

    /// The records.
    public let records: String
    /// What earlier publications make; nil when they hide nothing.
    public let earlier: Earlier?
    /// What to change, one after the other.
    public let steps: [Step]
  }
}
