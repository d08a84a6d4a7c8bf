import DisclosureAudit
import Foundation
import Testing

/// Random tables against HiGHS: `Tests/Oracles/count_attack.py` has the versions.
struct AttackTests {
  /// What another solver found in a table, and the least that must be hidden in it.
  struct Attack {
    let kind: RandomTables.Kind
    let seed: UInt64
    let cells: Int
    let leaks: [Int]
    let hidden: [Int]
    let loss: Int
    let optimum: Int?

    static func all() throws -> [Attack] {
      let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../Oracles/count_attack.csv")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
        let row = $0.split(separator: ";", omittingEmptySubsequences: false)
        func numbers(_ text: Substring) -> [Int] {
          text.split(separator: " ").compactMap { Int($0) }
        }
        return Attack(
          kind: try #require(RandomTables.Kind.allCases.first { "\($0)" == row[0] }),
          seed: try #require(UInt64(row[1])), cells: try #require(Int(row[2])),
          leaks: numbers(row[3]), hidden: numbers(row[4]), loss: try #require(Int(row[5])),
          optimum: Int(row[6]))
      }
    }
  }

  @Test func leaksOfTablesProtectedNaivelyAreFound() throws {
    var found = 0
    for attack in try Attack.all() {
      let audit = CountAudit(RandomTables.table(attack.kind, seed: attack.seed))
      let unsafe = audit.unsafe()
      #expect(
        Set(unsafe).isSuperset(of: attack.leaks), "\(attack.kind) \(attack.seed): a leak is missed")
      if audit.isExact {
        #expect(unsafe == attack.leaks, "\(attack.kind) \(attack.seed): not a leak, and said to be")
      }
      found += attack.leaks.count
    }
    #expect(found > 100)
  }

  /// The cells hidden are those with which the other solver found nothing: after a change of what chooses them the
  /// attack must be run again.
  @Test func protectedTablesAreThoseThatWereAttackedInVain() throws {
    let attacks = try Attack.all()
    #expect(attacks.count == 128)
    for attack in attacks {
      let suppression = CountSuppression(RandomTables.table(attack.kind, seed: attack.seed))
      #expect(suppression.complementary == attack.hidden, "\(attack.kind) \(attack.seed)")
      #expect(suppression.unsafe.isEmpty, "\(attack.kind) \(attack.seed)")
    }
  }

  @Test func lossIsNearTheLeastPossible() throws {
    let small = try Attack.all().filter { $0.cells <= 60 && $0.optimum != nil }
    let loss = small.reduce(0) { $0 + $1.loss }
    let least = small.reduce(0) { $0 + ($1.optimum ?? 0) }
    #expect(least > 0)
    #expect(Double(loss) <= 1.15 * Double(least))
    let crossing = small.filter { $0.kind == .overlapWithCategories }
    #expect(crossing.count >= 10)
    #expect(
      Double(crossing.reduce(0) { $0 + $1.loss })
        <= 1.15 * Double(crossing.reduce(0) { $0 + ($1.optimum ?? 0) }))
  }

  /// Writes tables for `Tests/Oracles/count_attack.py`, when it is told where to.
  @Test func tablesForOtherPrograms() throws {
    guard let path = ProcessInfo.processInfo.environment["WIJKZICHT_TABLES"] else { return }
    let isFull = ProcessInfo.processInfo.environment["WIJKZICHT_FULL"]?.isEmpty == false
    var lines = ""
    for kind in RandomTables.Kind.allCases {
      for seed in 0..<UInt64(kind.tables * (isFull ? 10 : 1)) {
        let table = RandomTables.table(kind, seed: seed)
        // Large ones that cross take long.
        if !isFull, kind == .overlapWithCategories, seed > 3, table.cells.count > 60 { continue }
        let suppression = CountSuppression(table)
        let (hidden, failed) = (suppression.complementary, suppression.unsafe)
        lines += "{\"kind\":\"\(kind)\",\"seed\":\(seed),\"unsafe\":\(CountAudit(table).unsafe()),"
        lines += "\"hidden\":\(hidden),\"failed\":\(failed),"
        lines += "\"table\":\(table.line)}\n"
      }
    }
    try lines.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

extension RandomTables.Kind {
  /// How many tables of this kind there are, in all.
  fileprivate var tables: Int {
    switch self {
    case .hierarchy, .overlap: 40
    case .crossingKinds: 16
    case .leftovers, .overlapWithCategories: 20
    }
  }
}
