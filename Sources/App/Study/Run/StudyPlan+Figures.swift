internal import Areas
internal import Governance
internal import Indicators
internal import Tables

/// Which columns the figures of a study are, and at which levels they are wanted.
extension StudyPlan {
  /// The column that a figure is known as: its canonical name or, for the id of an indicator that counts
  /// records, the count above its line.
  func columnID(_ name: String) -> String {
    Self.columnID(name, geodata: geodata)
  }

  private static func columnID(_ name: String, geodata: Geodata) -> String {
    if case .records(let term)? = geodata.indicators[name]?.formula.numerator {
      term.columnID
    } else {
      geodata.aliases.canonical(name)
    }
  }

  /// Figures that indicators look at and nothing has: not the areas, not the figures of the study, and not
  /// the table of columns of CBS, whose columns may be missing in some years.
  func unknownFigures(in areas: AreaSet, aliases: ColumnAliases) -> [StudyProblem] {
    var known = aliases.canonicalNames
    for layer in areas.layers { known.formUnion(layer.figures.map(\.name)) }
    for figures in study.figures { known.formUnion(figures.columns.map { columnID($0.name) }) }
    return study.indicators.flatMap { choice -> [StudyProblem] in
      guard let indicator = geodata.indicators[choice.id.value] else { return [] }
      return indicator.formula.terms.compactMap { term in
        guard case .figure(let name) = term, !known.contains(aliases.canonical(name)) else {
          return nil
        }
        return study.problem(
          at: choice.id,
          .unknownFigure(
            indicator: indicator.id, column: name,
            nearest: nearestWord(to: name, among: known.sorted())))
      }
    }
  }

  /// Whether figures hold the count above the line of an indicator that counts records.
  static func delivers(_ indicator: Indicator, _ term: RecordTerm, study: StudyFile) -> Bool {
    indicator.formula.numerator == .records(term)
      && study.figures.contains { figures in
        figures.columns.contains { $0.name == indicator.id }
      }
  }

  /// The levels at which an indicator is computed from a column. Counts that are not open are there at
  /// no other.
  func levels(of column: String) -> Set<AreaLevel> {
    Set(
      shown.filter { indicator, _ in
        indicator.formula.terms.contains { $0.columnID == column }
      }.map(\.level))
  }

  /// Whether an indicator shows counts or other data that are not open, so that it is shown only at the
  /// levels that the study names.
  func isProtected(_ indicator: Indicator) -> Bool {
    indicator.formula.usesRecords
      || study.figures.contains { figures in
        (figures.kind == .counts || (figures.data?.value.dataClass ?? .open) != .open)
          && figures.columns.contains { column in
            indicator.formula.terms.contains { $0.columnID == columnID(column.name) }
          }
      }
  }

  /// Deliveries of counts that are wanted at several levels, of which what follows from both is not audited.
  /// Two entries that read one file are one delivery.
  static func mixedDeliveries(
    _ indicators: [(indicator: Indicator, level: AreaLevel)], study: StudyFile, geodata: Geodata
  ) -> [StudyProblem] {
    var levels: [String: AreaLevel] = [:]
    var problems: [StudyProblem] = []
    for (indicator, level) in indicators {
      let deliveries = study.figures.filter { figures in
        figures.kind == .counts
          && figures.columns.contains { column in
            let id = columnID(column.name, geodata: geodata)
            return indicator.formula.terms.contains { $0.columnID == id }
          }
      }
      for figures in deliveries {
        let first = levels[figures.file.value] ?? level
        levels[figures.file.value] = first
        if first != level,
          let place = study.indicators.first(where: { $0.id.value == indicator.id })
        {
          problems.append(
            study.problem(
              at: place.id,
              .mixedDeliveries(
                figures: figures.id, first: first.rawValue, second: level.rawValue)))
          break
        }
      }
    }
    return problems
  }
}
