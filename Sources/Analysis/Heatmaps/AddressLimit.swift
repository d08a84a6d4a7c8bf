/// How much one address may count for in a density.
///
/// Where one address has most of the records, the density around it has the shape of the kernel, and
/// its lines are circles around that address. Hiding the cells there would draw a circle too. So what an
/// address adds is limited before anything is summed: to a share of all that counts around its own
/// place, weighed by distance as in ``DensitySurface/records``, and in any case to a few records.
/// Coordinates within the same metre are one address.
public struct AddressLimit: Hashable, Sendable {
  /// The largest share of one address in what counts around it, itself included; under 1.
  public let share: Double
  /// So many records of an address count wherever it lies.
  public let records: Double

  /// Sets a limit.
  public init(share: Double, records: Double) {
    precondition(share > 0 && share < 1 && records > 0, "a limit")
    self.share = share
    self.records = records
  }

  /// What each address counts for; addresses limit each other, so what is taken from one may lower the
  /// limit of the next, until nothing changes by a thousandth.
  /// - Parameters:
  ///   - addresses: one place each.
  ///   - masses: what each would count for without a limit, in records.
  ///   - distance: the bandwidth of the weights.
  /// - Complexity: O(addresses above `records` · addresses within reach) per round, mostly one or two.
  func counted(
    _ addresses: HeatmapPoints, _ masses: [Double], within distance: Double, tasks: Int
  ) async -> [Double] {
    var counted = masses
    let heavy = masses.indices.filter { masses[$0] > records }
    let density = PointDensity(kernel: .quartic, bandwidth: distance)
    let atMiddle = density.kernel.peak / (distance * distance)
    for _ in 0..<Self.rounds where !heavy.isEmpty {
      let others = await density.values(
        at: heavy, of: addresses.weighted(counted), leavesOut: true, tasks: tasks)
      var isSettled = true
      for (address, other) in zip(heavy, others) {
        let most = max(records, share / (1 - share) * other / atMiddle)
        if counted[address] > most * 1.001 {
          counted[address] = most
          isSettled = false
        }
      }
      if isSettled { break }
    }
    return counted
  }

  /// Three addresses alone in the world reach the least in under fifty rounds; more take fewer.
  private static let rounds = 100
}

/// The addresses of points: places within the same metre.
struct AddressNumbers {
  /// The number of the address of each point.
  let numbers: [Int]
  /// The first point of each address.
  let firsts: [Int]

  /// Numbers the addresses in the order of their first points.
  /// - Complexity: O(n log m), with m the most points within a metre of northing.
  init(_ points: HeatmapPoints) {
    // Points lie in the order of their northing, so those of one metre stand together.
    var firstOfSame = Array(0..<points.count)
    var start = 0
    while start < points.count {
      let metre = points.y[start].rounded(.down)
      var end = start + 1
      while end < points.count, points.y[end].rounded(.down) == metre { end += 1 }
      if end > start + 1 {
        let sorted = (start..<end).map { (metre: points.x[$0].rounded(.down), point: $0) }
          .sorted { ($0.metre, $0.point) < ($1.metre, $1.point) }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.metre == next.metre {
          firstOfSame[next.point] = firstOfSame[one.point]
        }
      }
      start = end
    }
    var numbers = [Int](repeating: 0, count: points.count)
    var firsts: [Int] = []
    for index in 0..<points.count {
      if firstOfSame[index] == index {
        numbers[index] = firsts.count
        firsts.append(index)
      } else {
        numbers[index] = numbers[firstOfSame[index]]
      }
    }
    self.numbers = numbers
    self.firsts = firsts
  }

  /// Sums over the points of each address.
  func sums(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: firsts.count)
    for (number, value) in zip(numbers, values) { sums[number] += value }
    return sums
  }

  /// One place for each address, in the order of the points.
  func places(_ points: HeatmapPoints) -> HeatmapPoints {
    points.picked(firsts)
  }
}

extension HeatmapPoints {
  /// The same points, of which each address counts for what a limit allows.
  ///
  /// Records and weights are limited both, and the stricter holds: an address may stand out by either.
  func limited(
    _ limit: AddressLimit, within distance: Double, tasks: Int
  ) async -> HeatmapPoints {
    let numbers = AddressNumbers(self)
    let places = numbers.places(self)
    func factors(_ masses: [Double]) async -> [Double] {
      let counted = await limit.counted(places, masses, within: distance, tasks: tasks)
      return zip(counted, masses).map { $1 > 0 ? $0 / $1 : 1 }
    }
    let recordCounts = records.map(Double.init)
    var shares = await factors(numbers.sums(recordCounts))
    let heavy = weights.indices.filter { weights[$0] > 0 }
    let mean =
      heavy.reduce(0) { $0 + weights[$1] } / heavy.reduce(0) { $0 + recordCounts[$1] }
    if heavy.contains(where: { weights[$0] != recordCounts[$0] * mean }) {
      let byWeight = await factors(numbers.sums(weights.map { $0 / mean }))
      shares = zip(shares, byWeight).map(min)
    }
    let own = numbers.numbers.map { shares[$0] }
    return counting(
      zip(recordCounts, own).map { $0 * $1 }, weights: zip(weights, own).map { $0 * $1 })
  }
}
