internal import Areas
internal import Composites
internal import Disclosure
internal import Geocoding
internal import Geometry
internal import Indicators
internal import Patterns
internal import SpatialStatistics
internal import Tables
internal import Tabulation

extension StudyRun {
  /// Adds what indicators measure from the centres of areas to points, at all levels.
  ///
  /// Points outside the gemeenten of the study count too: what is near does not end at a border.
  func addPoints(
    _ inputs: [StudyInputs.Records], plan: StudyPlan, areas: AreaSet, tasks: Int,
    to bases: inout [AreaLevel: BaseTable]
  ) async throws {
    for input in inputs {
      for (term, _) in plan.pointTerms(input.specification.id) {
        guard let reader = pointReader(term, input) else { continue }
        let grid = PointGrid(try await reader.read(tasks: tasks).positions)
        for layer in areas.layers {
          let figures = layer.areas.map { area -> Figure in
            guard let centre = area.geometry.centroid else { return .missing(.notApplicable) }
            switch term.measure {
            case .nearest:
              return grid.nearestDistance(to: centre).map { .value($0 / 1_000) }
                ?? .missing(.noData)
            case .within(let metres):
              return .value(Double(grid.count(within: Double(metres), of: centre)))
            }
          }
          bases[layer.level]?.add(
            BaseColumn(
              open: figures, source: input.specification.source,
              isSynthetic: input.specification.isSynthetic), id: term.columnID)
        }
      }
    }
  }

  private func pointReader(_ term: PointTerm, _ input: StudyInputs.Records) -> PointReader? {
    guard case .columns(let columns, let specialPoints) = input.place else { return nil }
    func index(_ role: String) -> Int? { input.columns.first { $0.name == role }?.index }
    let conditions = term.among.compactMap { among in
      index(among.column).map { (column: $0, words: Set(among.words)) }
    }
    let period = term.months.flatMap { months in
      index("datum").map {
        (column: $0, days: DayPeriod(months: months, through: study.peildatum))
      }
    }
    return PointReader(
      file: input.file, columns: columns, weight: nil, conditions: conditions, period: period,
      specialPoints: specialPoints)
  }

  /// For each level at which an indicator asks for them, which areas border on each other: those that
  /// share a line or a corner.
  /// - Complexity: O(nodes of the boundaries) per level; nothing when no formula asks.
  func borders(_ plan: StudyPlan, areas: AreaSet) throws -> [AreaLevel: [[Int]]] {
    try Self.borders(
      plan.indicators.map(\.indicator)
        + plan.indices.flatMap { $0.definition.members.map(\.indicator) }, areas: areas)
  }

  /// The same for a list of indicators.
  static func borders(
    _ all: [Indicator], areas: AreaSet
  ) throws -> [AreaLevel: [[Int]]] {
    guard all.contains(where: \.formula.needsNeighbours) else { return [:] }
    var borders: [AreaLevel: [[Int]]] = [:]
    for layer in areas.layers {
      let graph = try SpatialWeights.contiguity(.queen, Outlines(layer.areas))
      borders[layer.level] = layer.areas.indices.map { graph.neighbours(of: $0).map { Int($0) } }
    }
    return borders
  }
}
