/// The pairs of incidents within the largest distance, by band.
struct KnoxPairs: Sendable {
  let count: Int
  /// The pairs per band of distance.
  let nearInSpace: [Int]
  /// The pairs per band of days.
  let nearInTime: [Int]
  private let firsts: [[Int32]]
  private let seconds: [[Int32]]
  /// The band of each number of days up to the largest lag.
  private let bands: [Int32]

  init(
    x: [Double], y: [Double], days: [Int], distances: [Double], lags: [Int]
  ) throws(KnoxTest.Failure) {
    guard y.count == x.count, days.count == x.count else { throw .lengths }
    guard x.count >= 4 else { throw .tooFewIncidents(x.count) }
    for incident in x.indices
    where !(max(abs(x[incident]), abs(y[incident])) <= KnoxTest.farthest) {
      throw .position(incident: incident)
    }
    guard let farthest = distances.last, distances[0] >= 0, farthest <= KnoxTest.farthest,
      zip(distances, distances.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .distances }
    guard let longest = lags.last, lags[0] >= 0, longest <= 36_525,
      zip(lags, lags.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .days }
    guard days.contains(where: { $0 != days[0] }) else { throw .oneDay }
    count = x.count
    bands = (0...longest).map { day in Int32(lags.firstIndex { day <= $0 } ?? 0) }
    nearInTime = Self.pairsInTime(days, lags: lags)
    var firsts = [[Int32]](repeating: [], count: distances.count)
    var seconds = firsts
    var total = 0
    // Squares are compared, as that is exact for whole metres.
    let squares = distances.map { $0 * $0 }
    let east = x.indices.sorted { (x[$0], $0) < (x[$1], $1) }
    for (place, first) in east.enumerated() {
      for second in east[(place + 1)...] {
        let dx = x[second] - x[first]
        if dx > farthest { break }
        let dy = y[second] - y[first]
        let square = dx * dx + dy * dy
        guard let band = squares.firstIndex(where: { square <= $0 }) else { continue }
        total += 1
        guard total <= KnoxTest.pairLimit else { throw .tooManyPairs }
        firsts[band].append(Int32(first))
        seconds[band].append(Int32(second))
      }
    }
    self.firsts = firsts
    self.seconds = seconds
    nearInSpace = firsts.map(\.count)
  }

  /// The pairs in each band of distance and each band of days, when the incidents have these days.
  func counts(_ days: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: firsts.count * nearInTime.count)
    for band in firsts.indices {
      let start = band * nearInTime.count
      for (first, second) in zip(firsts[band], seconds[band]) {
        let lag = abs(days[Int(first)] - days[Int(second)])
        if lag < bands.count { counts[start + Int(bands[lag])] += 1 }
      }
    }
    return counts
  }

  private static func pairsInTime(_ days: [Int], lags: [Int]) -> [Int] {
    let sorted = days.sorted()
    // All pairs up to a lag; the difference of two such numbers is a band.
    let upTo = lags.map { lag in
      var first = 0
      var pairs = 0
      for (place, day) in sorted.enumerated() {
        while day - sorted[first] > lag { first += 1 }
        pairs += place - first
      }
      return pairs
    }
    return upTo.indices.map { upTo[$0] - ($0 == 0 ? 0 : upTo[$0 - 1]) }
  }
}
