internal import Disclosure
internal import Tabulation

/// An earlier publication that told of evidently the same records on areas of another year.
public struct ToldOnOtherAreas: Error, Hashable, Sendable {
  /// Its place in the ledger.
  public let entry: Int
  /// The year of its areas.
  public let edition: Int
  /// Whether areas of that year are given, with other boundaries than those of then.
  public let isGiven: Bool
}

/// Whether what was said on areas of another year is evidently of the records of now, and some of these areas have
/// another ground now: then what an area lost or gained follows from both.
///
/// The records are evidently the same when they are the same table. Otherwise when nearly all counts hold that an
/// entry told by the same conditions of areas that are what they were, and these are so many that it is no accident:
/// of other records, as many or nearly, most lie further from what was told than it was rounded.
struct RecordsOfThen {
  /// So many counts must hold, and this part of them.
  private static let fewest = 20
  private static let share = (of: 20, least: 19)
  /// Which part of the records of a count others must make up for it to be told with them.
  private static let part = (of: 5, least: 4)

  private struct Key: Hashable {
    let told: ToldOnOtherAreas
    let division: Int?
  }

  private struct Count: Hashable {
    let units: [Int]
    let category: Int?
    let period: Int?
  }

  private struct Pool {
    var isSameTable = false
    var counts: [Count: Bool] = [:]
    /// Of each statement what it counts, and whether it is of areas that have another ground.
    var statements: [(kinds: Set<Int>, isChanged: Bool)] = []

    var isEvident: Bool {
      let held = counts.values.count { $0 }
      return isSameTable
        || counts.count >= RecordsOfThen.fewest
          && held * RecordsOfThen.share.of >= counts.count * RecordsOfThen.share.least
    }
  }

  private let partition: CountPartition
  /// The records of each kind.
  private let sizes: [Int]
  private var pools: [Key: Pool] = [:]

  init(_ partition: CountPartition) {
    self.partition = partition
    sizes = (0..<partition.kindCount).map { kind in
      (0..<partition.unitCount).reduce(0) {
        $0 + partition.counts[$1 * partition.kindCount + kind]
      }
    }
  }

  /// Adds what an earlier publication said.
  /// - Parameters:
  ///   - division: what divides the records that it counts; nil when it counts all.
  ///   - units: those of each area of now.
  mutating func add(
    _ statement: EarlierStatement, division: Int?, kinds: [Int], units: [[Int]]
  ) {
    for other in statement.others {
      let key = Key(told: other.told, division: division)
      var pool = pools[key] ?? Pool()
      pool.isSameTable = pool.isSameTable || other.isSameTable
      pool.statements.append(
        (Set(kinds.filter { sizes[$0] > 0 }), other.grounds.isChanged(other.isTold)))
      if statement.measure == nil {
        for (area, said) in statement.said.enumerated() where other.grounds.isSame[area] {
          guard case .between(_, let upper?) = said, upper > 0 else { continue }
          let count = Count(
            units: units[area], category: statement.category, period: statement.period)
          pool.counts[count] = said.holds(of: number(kinds, in: units[area]))
        }
      }
      pools[key] = pool
    }
  }

  /// The records of some kinds in some units.
  private func number(_ kinds: [Int], in units: [Int]) -> Int {
    units.reduce(0) { sum, unit in
      kinds.reduce(sum) { $0 + partition.counts[unit * partition.kindCount + $1] }
    }
  }

  /// Looks whether what was said is told again.
  /// - Parameter shown: the kinds that each count of the study counts.
  /// - Throws: ``ToldOnOtherAreas``, the first.
  func check(_ shown: [[Int]]) throws(ToldOnOtherAreas) {
    let evident = pools.filter { $0.value.isEvident }
    guard evident.values.contains(where: { $0.statements.contains(where: \.isChanged) }) else {
      return
    }
    let now = shown.map { kinds in Set(kinds.filter { sizes[$0] > 0 }) }
    let told = Dictionary(grouping: evident) { $0.key.told }
    for (told, pools) in told.sorted(by: { $0.key.entry < $1.key.entry }) {
      let statements = pools.flatMap(\.value.statements)
      for (kinds, isChanged) in statements where isChanged && !kinds.isEmpty {
        let isToldAgain =
          makeUp(kinds, now)
          || now.contains { $0.isSuperset(of: kinds) && makeUp($0, statements.map(\.kinds)) }
        if isToldAgain { throw told }
      }
    }
  }

  /// Whether those of some counts that are parts of one make up nearly all of it.
  private func makeUp(_ whole: Set<Int>, _ counts: [Set<Int>]) -> Bool {
    let parts = counts.filter { $0.isSubset(of: whole) }.reduce(into: Set<Int>()) {
      $0.formUnion($1)
    }
    return size(parts) * Self.part.of >= size(whole) * Self.part.least
  }

  private func size(_ kinds: Set<Int>) -> Int { kinds.reduce(0) { $0 + sizes[$1] } }
}
