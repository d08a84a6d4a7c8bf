internal import SpatialStatistics

/// All draws of an index: where each area came, and what moved it.
///
/// Draws are taken two by two: the places of both count, and between them each choice in turn is
/// exchanged, as long as pairs are asked for. So what areas do is the same with and without the shares of
/// choices, and no draw is made twice.
struct SimulatedDraws: Sendable {
  /// How often each area came at each place.
  let counts: PlaceCounts
  /// What is known of the choices; nil when that was not asked for.
  let shares: ChoiceShares?

  /// What one task finds.
  private struct Found: Sendable {
    var counts: PlaceCounts
    var sums: ChoiceShares.Sums
  }

  /// Draws, divided over tasks; what is found does not depend on how many there are.
  /// - Parameter onMap: the place of each area on the map, in thousandths.
  init(
    _ simulation: IndexSimulation, onMap: [Int], plan: UncertaintyPlan, tasks: Int
  ) async throws {
    let pairs = max(plan.basePairs, (plan.draws + 1) / 2)
    // A pair with its choices exchanged is more work than one without, so each task has some of both.
    let parts = tasks * 2
    let found = try await Tasks.map(Array(0..<parts), tasks: tasks) { part in
      var found = Found(
        counts: PlaceCounts(areas: onMap.count), sums: ChoiceShares.Sums(areas: onMap.count))
      var scratch = IndexSimulation.Scratch(areas: onMap.count, members: simulation.memberCount)
      for pair in stride(from: part, to: pairs, by: parts) {
        Self.draw(pair, simulation, onMap: onMap, plan: plan, &scratch, &found)
      }
      return found
    }
    var whole = Found(
      counts: PlaceCounts(areas: onMap.count), sums: ChoiceShares.Sums(areas: onMap.count))
    for part in found {
      whole.counts.add(part.counts)
      whole.sums.add(part.sums)
    }
    counts = whole.counts
    shares = plan.sharesChoices ? ChoiceShares(whole.sums) : nil
  }

  private static func draw(
    _ pair: Int, _ simulation: IndexSimulation, onMap: [Int], plan: UncertaintyPlan,
    _ scratch: inout IndexSimulation.Scratch, _ found: inout Found
  ) {
    let (one, two) = (simulation.draw(2 * pair), simulation.draw(2 * pair + 1))
    let isCounted = (2 * pair < plan.draws, 2 * pair + 1 < plan.draws)
    guard pair < plan.basePairs else {
      simulation.run(one, &scratch)
      if isCounted.0 { found.counts.add(scratch.places) }
      if isCounted.1 {
        simulation.run(two, &scratch)
        found.counts.add(scratch.places)
      }
      return
    }
    simulation.run(one, &scratch)
    let first = scratch.places
    var mixed = [[Int]](repeating: [], count: Choice.allCases.count)
    // In an order in which each draw has most in common with the one before.
    for choice in [Choice.weights, .missing, .aggregation, .normalisation, .outliers, .data] {
      simulation.run(one.taking(choice, from: two), &scratch)
      if let place = Choice.allCases.firstIndex(of: choice) { mixed[place] = scratch.places }
    }
    simulation.run(two, &scratch)
    found.sums.add(onMap: onMap, one: first, two: scratch.places, mixed: mixed)
    if isCounted.0 { found.counts.add(first) }
    if isCounted.1 { found.counts.add(scratch.places) }
  }
}
