/// How many permutations are drawn, from which seed, and by how many tasks at the same time.
public struct PermutationPlan: Sendable {
  /// The number of permutations after each round, ascending: `[999]`, or `[999, 9_999, 99_999]` for
  /// refinement.
  public var rounds: [Int]
  /// With refinement: a tail with this many permutations at least as extreme as what was observed is
  /// decided and drawn no further (Besag and Clifford 1991, doi:10.1093/biomet/78.2.301). Nil: all are
  /// drawn.
  public var decidedAt: Int?
  /// With refinement: areas whose two-sided p-value lies near the limit of significance after the last
  /// round are drawn on; nil: they are not.
  public var settling: Settling?
  /// The seed; the same seed gives the same counts, whatever the number of tasks.
  public var seed: UInt64
  /// How many tasks work at the same time.
  public var tasks: Int
  /// Permutations from elsewhere, in the place of drawn ones.
  public var table: PermutationTable?

  /// Further rounds, each of ten times as many permutations, for areas near the limit of significance.
  ///
  /// At the end of each round the limit is taken anew over all areas; those of which the p-value lies
  /// within four standard errors of it go on. So labels depend little on the seed.
  public struct Settling: Hashable, Sendable {
    /// How many tests are taken together.
    public var rule: FalseDiscoveryRate
    /// The rate up to which a test is significant.
    public var alpha: Double
    /// The largest number of permutations of an area.
    public var limit: Int

    /// Sets the rule and the limit.
    public init(rule: FalseDiscoveryRate, alpha: Double, limit: Int) {
      self.rule = rule
      self.alpha = alpha
      self.limit = limit
    }

    /// The areas near the limit.
    func doubtful(_ counts: [PermutationCount]) -> [Bool] {
      let p = counts.map { $0.p() }
      // The limit lies between the last p that is significant and the next.
      guard let cut = rule.cut(p, alpha: alpha) else { return p.map { _ in false } }
      let next = p.lazy.compactMap(\.self).filter { $0 > cut }.min() ?? cut
      return zip(p, counts).map { p, count in
        guard let p, !count.isDecided else { return false }
        let tail = p / 2
        let error = 2 * (tail * (1 - tail) / Double(count.permutations)).squareRoot()
        return p >= cut - 4 * error && p <= next + 4 * error
      }
    }
  }

  /// A fixed number of permutations.
  public init(permutations: Int, seed: UInt64 = 1, tasks: Int = 1) {
    self.init(rounds: [permutations], decidedAt: nil, seed: seed, tasks: tasks)
  }

  /// Permutations of a table.
  public init(table: PermutationTable, tasks: Int = 1) {
    self.init(rounds: [table.count], decidedAt: nil, seed: 0, tasks: tasks)
    self.table = table
  }

  /// Permutations in rounds of 999, 9,999 and so on, up to `limit`; tails are decided at `decidedAt`.
  ///
  /// With 1,000 a p-value near a limit of 0.05 has a standard error of 3 % of itself, and areas that
  /// are far from significant end in the first rounds.
  public static func refined(
    to limit: Int, decidedAt: Int = 1_000, settling: Settling? = nil, seed: UInt64 = 1,
    tasks: Int = 1
  ) -> PermutationPlan {
    var rounds: [Int] = []
    var size = 999
    while size < limit {
      rounds.append(size)
      size = size * 10 + 9
    }
    var plan = PermutationPlan(
      rounds: rounds + [limit], decidedAt: decidedAt, seed: seed, tasks: tasks)
    plan.settling = settling
    return plan
  }

  private init(rounds: [Int], decidedAt: Int?, seed: UInt64, tasks: Int) {
    self.rounds = rounds
    self.decidedAt = decidedAt
    self.seed = seed
    self.tasks = tasks
  }
}

/// Permutations from elsewhere, for instance those of another program, so that counts can be compared
/// exactly.
///
/// For local statistics a row names, for any area, which of the other areas stand in the places of its
/// first, second, … neighbour: numbers from 0 to the number of areas less 2, in which the area itself is
/// skipped. That is the table that PySAL's `vec_permutations` makes. For global statistics a row is an
/// order of all areas.
public struct PermutationTable: Sendable, Hashable {
  /// The number of permutations.
  public let count: Int
  /// The length of each.
  public let width: Int
  let places: [Int32]

  /// Takes rows of equal length.
  public init(_ rows: [[Int]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows of equal length")
    count = rows.count
    self.width = width
    places = rows.flatMap { $0.map { Int32($0) } }
  }

  func place(_ row: Int, _ column: Int) -> Int { Int(places[row * width + column]) }

  /// Whether the first `columns` numbers of each row are different, and from 0 to below `limit`.
  func isOfDifferent(below limit: Int, columns: Int) -> Bool {
    var seen = [Int](repeating: -1, count: limit)
    for row in 0..<count {
      for column in 0..<columns {
        let place = place(row, column)
        guard place >= 0, place < limit, seen[place] != row else { return false }
        seen[place] = row
      }
    }
    return true
  }
}

/// Which permutations count as extreme.
public enum Alternative: String, Hashable, Sendable, CaseIterable {
  /// Those of either tail: twice the p-value of the smaller, at most 1. The default.
  case twoSided = "two-sided"
  /// Those at least as large as what was observed.
  case greater
  /// Those at most as large.
  case less
  /// Those of the smaller tail, not doubled, as GeoDa and released PySAL report: under the null
  /// hypothesis it is below 0.05 twice as often as it says. For comparison only.
  case directed

  /// The smallest p-value that a number of permutations can give.
  public func smallestP(permutations: Int) -> Double {
    min((self == .twoSided ? 2 : 1) / Double(permutations + 1), 1)
  }
}

/// How often permutations gave a value as extreme as what was observed.
public struct PermutationCount: Hashable, Sendable {
  /// The number of permutations drawn.
  public var permutations: Int = 0
  /// Those with a value at least as large.
  public var atLeast: Int = 0
  /// Those with a value at most as large.
  public var atMost: Int = 0
  /// The p-value of the upper tail when it was decided early: h / L.
  var decidedUpper: Double?
  /// The same for the lower tail.
  var decidedLower: Double?

  /// Whether both tails were decided before all permutations were drawn.
  public var isDecided: Bool { decidedUpper != nil && decidedLower != nil }

  /// The pseudo p-value; nil without permutations.
  ///
  /// Of a tail: (M + 1) / (R + 1) with M of R permutations as extreme, never 0; or h / L when the h-th
  /// came at permutation L and drawing ended there.
  public func p(_ alternative: Alternative = .twoSided) -> Double? {
    guard permutations > 0 else { return nil }
    let upper = decidedUpper ?? Double(atLeast + 1) / Double(permutations + 1)
    let lower = decidedLower ?? Double(atMost + 1) / Double(permutations + 1)
    return switch alternative {
    case .twoSided: min(1, 2 * min(upper, lower))
    case .greater: upper
    case .less: lower
    case .directed: min(upper, lower)
    }
  }
}
