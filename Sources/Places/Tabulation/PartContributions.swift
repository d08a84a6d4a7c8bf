/// What the numbers of a column add to the sum of each part of records: record by record, or together for each
/// contributor, so that is known how much of the sum of several parts the largest are.
///
/// Only numbers that add to a sum are contributions: those that are there, and are not nought.
public struct PartContributions: Sendable {
  /// The sum in each part of all numbers, each without its sign.
  public let totals: [Double]
  /// The smallest contribution in one part; nought where there is none.
  public let least: Double
  private let detail: Detail

  private enum Detail: Sendable {
    /// Each record is a contributor: in each part the largest, and how many there are.
    case records([Concentration], counts: [Int])
    /// In each part what each contributor adds there, by its number.
    case contributors([[Share]])
  }

  private struct Share: Sendable {
    let contributor: UInt32
    var amount: Double
  }

  /// Adds up the numbers of records.
  /// - Parameters:
  ///   - numbers: the number of each record; what is not one is NaN.
  ///   - contributors: whose each record is; each is one of its own when left out.
  /// - Complexity: O(records), with contributors O(records × log records).
  public init(_ partition: CountPartition, numbers: [Double], by contributors: Contributors? = nil)
  {
    let adding = numbers.indices.filter { partition.holds($0) && numbers[$0].addsToSum }
    guard let contributors else {
      var parts = [Concentration](repeating: .none, count: partition.counts.count)
      var counts = [Int](repeating: 0, count: parts.count)
      for record in adding {
        let part = partition.part(of: record)
        let size = numbers[record].magnitude
        parts[part] = parts[part].adding(Concentration(total: size, largest: [size]))
        counts[part] += 1
      }
      totals = parts.map(\.total)
      least = adding.lazy.map { numbers[$0].magnitude }.min() ?? 0
      detail = .records(parts, counts: counts)
      return
    }
    var shares = [[Share]](repeating: [], count: partition.counts.count)
    // In the order of records, so that sums do not depend on how they are put together.
    let ordered = adding.map { (key: contributors.numbers[$0], record: $0) }
      .sorted { ($0.key, $0.record) < ($1.key, $1.record) }
    for (contributor, record) in ordered {
      let part = partition.part(of: record)
      let size = numbers[record].magnitude
      if let last = shares[part].indices.last, shares[part][last].contributor == contributor {
        shares[part][last].amount += size
      } else {
        shares[part].append(Share(contributor: contributor, amount: size))
      }
    }
    totals = shares.map { $0.reduce(0) { $0 + $1.amount } }
    least = shares.lazy.joined().map(\.amount).min() ?? 0
    detail = .contributors(shares)
  }

  /// How many contributors the sum of some parts has.
  public func count(in parts: [Int32]) -> Int {
    switch detail {
    case .records(_, let counts): parts.reduce(0) { $0 + counts[Int($1)] }
    case .contributors(let shares): Self.amounts(shares, in: parts).count
    }
  }

  /// How many contributors the sum of some parts has, and how much of it the largest contributions are.
  /// - Complexity: O(parts), with contributors O(contributors of each part).
  public func found(in parts: [Int32]) -> (count: Int, concentration: Concentration) {
    switch detail {
    case .records(let own, _):
      return (count(in: parts), parts.reduce(.none) { $0.adding(own[Int($1)]) })
    case .contributors(let shares):
      let amounts = Self.amounts(shares, in: parts)
      var largest = [Double](repeating: 0, count: Concentration.kept)
      for var amount in amounts.values {
        for place in largest.indices where amount > largest[place] {
          swap(&amount, &largest[place])
        }
      }
      return (
        amounts.count,
        Concentration(total: parts.reduce(0) { $0 + totals[Int($1)] }, largest: largest)
      )
    }
  }

  /// What each contributor adds to some parts together.
  private static func amounts(_ shares: [[Share]], in parts: [Int32]) -> [UInt32: Double] {
    var amounts: [UInt32: Double] = [:]
    amounts.reserveCapacity(parts.reduce(0) { $0 + shares[Int($1)].count })
    for part in parts {
      for share in shares[Int(part)] { amounts[share.contributor, default: 0] += share.amount }
    }
    return amounts
  }
}
