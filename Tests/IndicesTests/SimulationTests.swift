import SpatialStatistics
import Testing

@testable import Indices

@Suite struct SimulationTests {
  /// Against looking at all numbers, for lists that are even, skewed, full of ties, tiny and vast.
  @Test func ranksAreThoseOfALinearSearch() {
    var stream = RandomStream(seed: 4, 1)
    var even: [Double] = []
    var skewed: [Double] = []
    var tied: [Double] = []
    for place in 1...200 {
      even.append(stream.uniform())
      skewed.append(1 / (1e-9 + stream.uniform()) / Double(place))
      tied.append((8 * stream.uniform()).rounded())
    }
    let small = [0, Double.leastNonzeroMagnitude, 2 * Double.leastNonzeroMagnitude]
    let close: [Double] = [1, 1 + 0x1p-52, 1 + 0x1p-51]
    let lists: [[Double]] = [
      even.sorted(), skewed.sorted(), tied.sorted(), [5], [5, 5, 5], [-1e308, 0, 1e308], small,
      close,
    ]
    for sorted in lists {
      let grid = RankGrid(sorted)
      var numbers: [Double] = [-.infinity, -1e308, 0, 1e308, .infinity]
      for number in sorted {
        numbers += [number, number.nextUp, number.nextDown, number + 0.3 * stream.uniform()]
      }
      for number in numbers {
        #expect(grid.countBelow(number) == sorted.count { $0 < number })
      }
    }
  }

  /// What is kept from one draw to the next changes nothing.
  @Test func drawsDoNotDependOnThoseBefore() throws {
    let data = IndexData(
      (0..<4).map { column in
        var values = OracleNumbers.list("base\(column)")
        if column == 1 { values[3] = .nan }
        return IndexData.Column(
          values, halfSteps: values.map { _ in 0.5 }, deviations: values.map { _ in 1 })
      })
    let model = try IndexModel(
      ["a", "b", "c", "d"].map { IndexMember(id: $0) }, data, IndexMethod())
    let areas = Array(0..<OracleNumbers.list("base0").count)
    let simulation = IndexSimulation(
      model, data, IndexMethod(), areas: areas, plan: UncertaintyPlan())
    var kept = IndexSimulation.Scratch(areas: areas.count, members: 4)
    for number in 0..<20 {
      let (one, two) = (simulation.draw(2 * number), simulation.draw(2 * number + 1))
      for draw in [one] + Choice.allCases.map({ one.taking($0, from: two) }) + [two, one] {
        var fresh = IndexSimulation.Scratch(areas: areas.count, members: 4)
        simulation.run(draw, &kept)
        simulation.run(draw, &fresh)
        #expect(kept.places == fresh.places)
      }
    }
  }
}
