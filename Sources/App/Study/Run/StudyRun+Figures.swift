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

  func addFigureFiles(
    _ inputs: [StudyInputs.Figures], areas: AreaSet, to bases: inout [AreaLevel: BaseTable],
    report: inout StudyReport
  ) throws {
    for input in inputs {
      if let conversion = input.conversion {
        report.figures.append(try conversion.add(input, areas: areas, to: &bases))
        continue
      }
      let content = try FigureFile(
        input.file, key: input.key,
        conditions: input.conditions.map {
          FigureFile.Condition(column: $0.column, value: $0.value)
        },
        columns: input.columns, areas: areas, level: input.specification.level)
      for (level, columns) in content.figures {
        for (name, figures) in columns {
          // A level without a single row keeps what it has.
          guard figures.contains(where: { $0 != .missing(.noData) }) else { continue }
          bases[level]?.add(
            BaseColumn(
              open: figures, source: input.specification.source,
              isSynthetic: input.specification.isSynthetic), id: name)
        }
      }
      addSums(of: content, from: input, areas: areas, to: &bases)
      report.figures.append(
        StudyReport.Figures(
          id: input.specification.id, matched: content.matchedRows,
          unknownCodes: content.unknownCodes, otherRows: content.otherRows,
          totalRows: content.totalRows, repeatedCodes: content.repeatedCodes,
          unreadableCells: content.unreadableCells))
    }
  }

  /// Adds the counts of a file up over the parts of own areas that it does not name itself.
  private func addSums(
    of content: FigureFile, from input: StudyInputs.Figures, areas: AreaSet,
    to bases: inout [AreaLevel: BaseTable]
  ) {
    for layer in areas.layers {
      guard let mapping = layer.mapping, let parts = areas[mapping.source] else { continue }
      for (name, figures) in content.figures[parts.level] ?? [:] {
        let own = content.figures[layer.level]?[name] ?? []
        guard !own.contains(where: { $0 != .missing(.noData) }),
          figures.contains(where: { $0 != .missing(.noData) }),
          let sums = mapping.sums(of: figures, named: name, parts: parts, in: layer)
        else { continue }
        bases[layer.level]?.add(
          BaseColumn(
            open: sums, source: input.specification.source,
            isSynthetic: input.specification.isSynthetic), id: name)
      }
    }
  }
}
