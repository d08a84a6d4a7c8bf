public import Areas
public import Indicators

/// Answers questions about patterns from published values and neighbours, and from nothing else.
///
/// Which statistic answers which question: where values lie together, Gi* (Ord and Getis 1995,
/// doi:10.1111/j.1538-4632.1995.tb00912.x); which areas resemble or contradict their surroundings,
/// local Moran's I (Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x); what rises or falls,
/// Mann-Kendall with Sen's slope. Areas without a value of status `ok` take no part: not in numbers,
/// means, neighbours or permutations. Nor do areas without neighbours. All tests are two-sided, and
/// adjusted together for the areas that are compared (Benjamini and Hochberg).
public struct PatternFinder: Sendable {
  /// The question.
  public let question: PatternQuestion
  /// How many tasks work at the same time; the answer does not depend on it.
  public let tasks: Int

  /// Prepares to answer a question.
  public init(_ question: PatternQuestion, tasks: Int = 1) {
    self.question = question
    self.tasks = tasks
  }

  /// Where an indicator lies together: for questions of hot spots and of local Moran's I.
  /// - Parameter neighbours: those of the areas of the layer, in its order.
  /// - Throws: `SpatialWeightsError` or `StatisticsError` for numbers that are no published values;
  ///   what can be the case in good data is a ``PatternPart/Refusal``.
  /// - Precondition: the question is not of a trend.
  /// - Complexity: that of the statistics, times the number of permutations.
  public func clusters(
    of layer: IndicatorLayer, neighbours: AreaNeighbours
  ) async throws -> PatternAnswer {
    precondition(question.statistic != .trend, "clusters are no trend")
    let indicator = layer.indicator
    let values = layer.values.map { $0.status == .ok ? $0.value : nil }
    let test = ClusterTest(question: question, neighbours: neighbours, tasks: tasks)
    let board = Board(
      codes: layer.codes, gemeentecodes: layer.gemeentecodes, values: values,
      // A value that is not there takes no part, whatever the reason.
      statuses: zip(layer.values, values).map {
        $1 == nil && $0.status == .ok ? .noData : $0.status
      })
    let (whole, perCity) = try await maps(board) { part, kept, cells in
      try await test.run(board, kept, &part, &cells)
    }
    return PatternAnswer(
      question: question,
      subject: PatternAnswer.Subject(
        id: indicator.id, name: indicator.name, unit: indicator.unit,
        decimals: indicator.decimals, saysNot: indicator.saysNot, sources: layer.sources,
        isSynthetic: layer.isSynthetic, periods: nil, conversion: layer.conversion,
        hasUnsure: layer.values.contains(where: \.isTooUnsure)),
      level: layer.level, codes: board.codes, gemeentecodes: board.gemeentecodes, values: values,
      statuses: board.statuses, whole: whole, perCity: perCity)
  }

  /// What rises or falls over periods: for questions of a trend.
  /// - Parameters:
  ///   - series: the counts of each area and period.
  ///   - gemeentecodes: the gemeente of each area, in the order of the codes of the series.
  /// - Throws: never for published values; see ``clusters(of:neighbours:)``.
  /// - Precondition: the question is of a trend.
  public func trend(
    of series: PatternSeries, level: AreaLevel, gemeentecodes: [String]
  ) async throws -> PatternAnswer {
    precondition(question.statistic == .trend, "a trend is no cluster")
    let values = series.rows.map { $0.last ?? nil }
    // One suppressed period makes a gap in the series that is no accident.
    let isWhole = series.rows.map { row in !row.isEmpty && row.allSatisfy { $0 != nil } }
    let board = Board(
      codes: series.codes, gemeentecodes: gemeentecodes,
      values: zip(values, isWhole).map { $1 ? $0 : nil },
      statuses: zip(isWhole, series.rows).map { $0 ? .ok : $1.isEmpty ? .noData : .suppressed })
    let test = TrendTest(question: question, series: series)
    let (whole, perCity) = try await maps(board) { part, kept, cells in
      test.run(kept, &part, &cells)
    }
    return PatternAnswer(
      question: question, subject: series.subject, level: level, codes: board.codes,
      gemeentecodes: board.gemeentecodes, values: board.values, statuses: board.statuses,
      whole: whole, perCity: perCity)
  }

  // MARK: Which areas are compared

  private func maps(
    _ board: Board,
    _ test: (inout PatternPart, [Int], inout [PatternCell?]) async throws -> Void
  ) async throws -> (whole: PatternMap?, perCity: PatternMap?) {
    var whole: PatternMap?
    var perCity: PatternMap?
    if question.scope != .city {
      whole = try await map(board, [(nil, Array(board.codes.indices))], test)
    }
    if question.scope != .all {
      var places: [String: [Int]] = [:]
      for (place, gemeente) in board.gemeentecodes.enumerated() where !gemeente.isEmpty {
        places[gemeente, default: []].append(place)
      }
      perCity = try await map(
        board, places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, test)
    }
    return (whole, perCity)
  }

  private func map(
    _ board: Board, _ groups: [(gemeentecode: String?, places: [Int])],
    _ test: (inout PatternPart, [Int], inout [PatternCell?]) async throws -> Void
  ) async throws -> PatternMap {
    // An area of no gemeente is compared with none.
    var cells = board.values.map { value in
      value.map { _ in PatternCell(label: .notTested) }
    }
    var parts: [PatternPart] = []
    for (gemeentecode, places) in groups {
      let kept = places.filter { board.values[$0] != nil }
      var leftOut: [IndicatorValue.Status: [String]] = [:]
      for place in places where board.values[place] == nil {
        leftOut[board.statuses[place], default: []].append(board.codes[place])
      }
      var part = PatternPart(
        gemeentecode: gemeentecode, areaCount: places.count, leftOut: leftOut)
      if kept.count * 2 < places.count {
        part.refusal = .mostWithoutValue
      } else {
        try await test(&part, kept, &cells)
      }
      for place in kept {
        if let label = cells[place]?.label { part.labelCounts[label, default: 0] += 1 }
      }
      parts.append(part)
    }
    return PatternMap(
      isPerCity: groups.first?.gemeentecode != nil || groups.isEmpty, cells: cells, parts: parts)
  }
}

/// The areas of a pattern and their values.
struct Board {
  let codes: [String]
  let gemeentecodes: [String]
  let values: [Double?]
  let statuses: [IndicatorValue.Status]
}
