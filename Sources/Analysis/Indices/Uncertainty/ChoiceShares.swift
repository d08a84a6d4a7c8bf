internal import SpatialStatistics

/// How much of the movement of areas each choice accounts for.
struct ChoiceShares: Sendable {
  /// Over all areas together: the sums of what each choice accounts for, divided by the sum of the
  /// variances (Gamboa and others 2014, doi:10.1214/14-EJS895).
  let overall: SobolIndices
  /// For each area with a score the choice with the largest total share; nil when it never moves.
  let mainChoice: [Choice?]

  /// Draws pairs of samples, divided over tasks.
  ///
  /// A place is taken from where the area was on the map, so that numbers are small; they are whole,
  /// so sums do not depend on the order in which tasks end.
  /// - Parameter places: the place of each area on the map, in thousandths.
  init(
    _ simulation: IndexSimulation, places: [Int], plan: UncertaintyPlan, tasks: Int
  ) async throws {
    let choices = Choice.allCases
    let order = [Choice.weights, .missing, .aggregation, .normalisation, .outliers, .data]
      .compactMap { choice in choices.firstIndex(of: choice).map { ($0, choice) } }
    let areas = simulation.areas.count
    // Sum, sum of squares, then for each choice the first and total product.
    let width = 2 + 2 * choices.count
    let blocks = (0..<plan.basePairs).split(tasks * 2)
    let parts = try await Tasks.map(blocks, tasks: tasks) { block in
      var sums = [Int](repeating: 0, count: areas * width)
      var changes = [Int](repeating: 0, count: areas * choices.count)
      var scratch = IndexSimulation.Scratch(areas: areas, members: simulation.memberCount)
      for number in block {
        let (one, two) = (
          simulation.draw(number, sample: 1), simulation.draw(number, sample: 2)
        )
        simulation.run(one, &scratch)
        let a = zip(scratch.places, places).map(-)
        // In an order in which each draw has most in common with the one before.
        for (number, choice) in order {
          simulation.run(one.taking(choice, from: two), &scratch)
          for area in 0..<areas {
            changes[number * areas + area] = scratch.places[area] - places[area] - a[area]
          }
        }
        simulation.run(two, &scratch)
        for area in 0..<areas {
          let a = a[area]
          let b = scratch.places[area] - places[area]
          sums[area * width] += a + b
          sums[area * width + 1] += a * a + b * b
          for number in choices.indices {
            let change = changes[number * areas + area]
            sums[area * width + 2 + 2 * number] += b * change
            sums[area * width + 3 + 2 * number] += change * change
          }
        }
      }
      return sums
    }
    var sums = parts.first ?? []
    for part in parts.dropFirst() { for cell in part.indices { sums[cell] += part[cell] } }

    let n = Double(plan.basePairs)
    var variance = 0.0
    var first = [Double](repeating: 0, count: choices.count)
    var total = first
    var main: [Choice?] = []
    for area in 0..<areas {
      let own = sums[area * width..<(area + 1) * width].map { Double($0) / n }
      let mean = own[0] / 2
      variance += own[1] / 2 - mean * mean
      var largest: (choice: Choice, share: Double)?
      for (number, choice) in choices.enumerated() {
        first[number] += own[2 + 2 * number]
        let share = own[3 + 2 * number]
        total[number] += share
        if share > (largest?.share ?? 0) { largest = (choice, share) }
      }
      main.append(largest?.choice)
    }
    overall = SobolIndices(variance: variance, first: first, total: total)
    mainChoice = main
  }
}
