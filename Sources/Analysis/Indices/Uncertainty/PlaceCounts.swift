internal import SpatialStatistics

/// How often each area came at each place in the draws of an index.
struct PlaceCounts: Sendable {
  /// Places run from 0 to this.
  static let last = 1_000
  /// The number of draws.
  let draws: Int
  private let counts: [UInt32]

  /// Draws, divided over tasks; the counts do not depend on how many there are.
  init(_ simulation: IndexSimulation, plan: UncertaintyPlan, tasks: Int) async throws {
    let width = Self.last + 1
    let areas = simulation.areas.count
    let blocks = (0..<plan.draws).split(tasks * 2)
    let parts = try await Tasks.map(blocks, tasks: tasks) { block in
      var counts = [UInt32](repeating: 0, count: areas * width)
      var scratch = IndexSimulation.Scratch(areas: areas, members: simulation.memberCount)
      for number in block {
        simulation.run(simulation.draw(number, sample: 0), &scratch)
        for area in 0..<areas { counts[area * width + scratch.places[area]] += 1 }
      }
      return counts
    }
    var sums = parts.first ?? []
    for part in parts.dropFirst() { for cell in part.indices { sums[cell] += part[cell] } }
    counts = sums
    draws = plan.draws
  }

  /// How often the area came at each place.
  func of(_ area: Int) -> ArraySlice<UInt32> {
    counts[area * (Self.last + 1)..<(area + 1) * (Self.last + 1)]
  }

  /// The place that at least `share` of the draws do not exceed.
  func quantile(_ share: Double, area: Int) -> Int {
    let wanted = share * Double(draws)
    var sum = 0.0
    for (place, count) in of(area).enumerated() {
      sum += Double(count)
      if sum >= wanted, sum > 0 { return place }
    }
    return Self.last
  }
}
