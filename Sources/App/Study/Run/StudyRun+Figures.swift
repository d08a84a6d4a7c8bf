internal import Areas
internal import Disclosure
internal import Indicators
internal import Tables
internal import Tabulation

extension StudyRun {
  func addFigures(of areas: AreaSet, to bases: inout [AreaLevel: BaseTable]) {
    for layer in areas.layers {
      for column in layer.figures {
        bases[layer.level]?.add(
          BaseColumn(
            open: column.figures,
            source: layer.level.isOwn && layer.mapping == nil
              ? layer.level.plural : "CBS, Wijk- en Buurtkaart \(areas.edition.year)"),
          id: column.name)
      }
    }
  }

  /// Adds the figures of files, and notes which of them are delivered counts.
  @discardableResult
  func addFigureFiles(
    _ inputs: [StudyInputs.Figures], plan: StudyPlan, areas: AreaSet,
    to bases: inout [AreaLevel: BaseTable], report: inout StudyReport
  ) throws -> DeliveredCounts {
    var delivered = DeliveredCounts()
    for input in inputs {
      if let conversion = input.conversion {
        report.figures.append(
          try conversion.add(
            input, plan: plan, areas: areas, to: &bases, delivered: &delivered))
        continue
      }
      let content = try input.read(
        areas: areas, level: input.specification.level, study: study)
      for (level, columns) in content.figures {
        for name in input.names where input.belongs(name, at: level, plan: plan) {
          // A level without a single row keeps what it has.
          guard let figures = columns[name],
            figures.contains(where: { $0 != .missing(.noData) })
          else { continue }
          bases[level]?.add(input.column(figures, named: name, of: columns), id: name)
          delivered.add(name, at: level, from: input)
        }
      }
      addSums(
        of: content, from: input, plan: plan, areas: areas, to: &bases, delivered: &delivered)
      report.figures.append(
        StudyReport.Figures(input.specification, content, conversion: nil))
    }
    return delivered
  }

  /// Adds the counts of a file up over the parts of own areas that it does not name itself.
  private func addSums(
    of content: FigureFile, from input: StudyInputs.Figures, plan: StudyPlan, areas: AreaSet,
    to bases: inout [AreaLevel: BaseTable], delivered: inout DeliveredCounts
  ) {
    for layer in areas.layers {
      guard let mapping = layer.mapping, let parts = areas[mapping.source] else { continue }
      for name in input.names where input.belongs(name, at: layer.level, plan: plan) {
        guard let figures = content.figures[parts.level]?[name] else { continue }
        let own = content.figures[layer.level]?[name] ?? []
        guard input.specification.kind != .survey,
          !own.contains(where: { $0 != .missing(.noData) }),
          figures.contains(where: { $0 != .missing(.noData) }),
          let sums = mapping.sums(
            of: figures, named: name, parts: parts, in: layer,
            isCount: input.specification.kind == .counts)
        else { continue }
        bases[layer.level]?.add(input.column(sums, named: name), id: name)
        delivered.add(name, at: layer.level, from: input, sumOf: parts.level)
      }
    }
  }
}
