internal import SpatialStatistics

/// Tests where values lie together among some areas.
struct ClusterTest {
  let question: PatternQuestion
  let neighbours: AreaNeighbours
  let tasks: Int

  /// Tests the areas at the places `kept`, and enters what is found.
  func run(
    _ board: Board, _ kept: [Int], _ part: inout PatternPart, _ cells: inout [PatternCell?]
  ) async throws {
    let all = try neighbours.graph(of: kept)
    let linked = kept.indices.filter { all.neighbourCount(of: $0) > 0 }
    let islands = kept.indices.filter { all.neighbourCount(of: $0) == 0 }
    part.islands = islands.map { board.codes[kept[$0]] }
    for island in islands { cells[kept[island]] = PatternCell(label: .noNeighbours) }
    let graph = islands.isEmpty ? all : all.restricted(to: linked)
    part.linkCount = graph.linkCount
    part.componentCount = (graph.components.max() ?? -1) + 1
    let places = linked.map { kept[$0] }
    let values = places.compactMap { board.values[$0] }
    do {
      let local = try await local(values, graph)
      let global = try await GlobalAssociation.moran(
        values, graph.styled(.rowStandardised),
        PermutationPlan(
          permutations: min(question.permutations, 999), seed: question.seed, tasks: tasks))
      enter(local, at: places, &part, &cells)
      part.clustering = PatternPart.Clustering(
        moran: global.value, expected: global.expected, z: global.z, p: global.p(),
        permutations: global.permutations.permutations)
    } catch StatisticsError.tooFewAreas(let count, _) {
      part.refusal = .tooFewAreas(count)
    } catch StatisticsError.noLinks {
      part.refusal = .tooFewAreas(places.count)
    } catch StatisticsError.constant {
      part.refusal = .constant
    }
  }

  private func local(
    _ values: [Double], _ graph: SpatialWeights
  ) async throws(StatisticsError) -> LocalAssociation {
    let plan = PermutationPlan.refined(
      to: question.permutations, seed: question.seed, tasks: tasks)
    return switch question.statistic {
    case .lisa:
      try await .localMoran(values, graph.styled(.rowStandardised), plan)
    case .hotspots, .trend:
      try await .localG(values, graph.includingSelf().styled(.binary), plan)
    }
  }

  private func enter(
    _ local: LocalAssociation, at places: [Int], _ part: inout PatternPart,
    _ cells: inout [PatternCell?]
  ) {
    let rule = FalseDiscoveryRate.benjaminiHochberg
    let p = local.p()
    let adjusted = rule.adjusted(p)
    let labels = local.labels(
      question.statistic == .lisa ? .moran : .hotspots, adjusted: adjusted,
      alpha: question.significance)
    for (index, place) in places.enumerated() {
      cells[place] = PatternCell(
        statistic: local.statistic[index], z: local.z[index], p: p[index],
        adjusted: adjusted[index], label: PatternLabel(labels[index]))
    }
    part.testCount = p.count { $0 != nil }
    part.cut = rule.cut(p, alpha: question.significance)
    part.smallestP = Alternative.twoSided.smallestP(permutations: question.permutations)
  }
}
