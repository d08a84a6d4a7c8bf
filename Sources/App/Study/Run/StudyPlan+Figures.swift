internal import Areas
internal import Composites
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

  static func columnID(_ name: String, geodata: Geodata) -> String {
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

  /// Figures that indicators and members of indices cannot do without and nothing has: not the areas, and
  /// not the figures of the study. A run would find no value, or too little behind each.
  func absentFigures(in areas: AreaSet, aliases: ColumnAliases) -> [StudyProblem] {
    var known: Set<String> = []
    for layer in areas.layers { known.formUnion(layer.figures.map(\.name)) }
    for figures in study.figures { known.formUnion(figures.columns.map { columnID($0.name) }) }
    func absent(_ indicator: Indicator, isMember: Bool) -> AbsentFigures? {
      let needed = indicator.formula.neededFigures(minimum: indicator.minimumDenominator)
      func unknown(_ names: [String]) -> [String] {
        // Names that nobody knows are told with what comes near.
        names.map(aliases.canonical).filter {
          !known.contains($0) && (isMember || aliases.canonicalNames.contains($0))
        }
      }
      return AbsentFigures(
        indicator: indicator.id, values: unknown(needed.values), bases: unknown(needed.bases))
    }
    var problems = study.indicators.compactMap { choice -> StudyProblem? in
      geodata.indicators[choice.id.value].flatMap { absent($0, isMember: false) }
        .map { study.problem(at: choice.id, .absentFigures($0)) }
    }
    for index in indices where index.frozen == nil {
      let members = index.definition.members.map(\.indicator).filter { member in
        !index.choice.without.contains { $0.value == member.id }
          && !study.indicators.contains { $0.id.value == member.id }
      }
      let found = members.compactMap { absent($0, isMember: true) }
      guard !found.isEmpty else { continue }
      problems.append(
        study.problem(
          at: index.choice.origin,
          .indexRule(.absentFigures(index: index.definition.id, found))))
    }
    return problems
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
}

extension Formula {
  /// The figures without which there is no value, and those that a minimum above zero is held against.
  fileprivate func neededFigures(minimum: Double) -> (values: [String], bases: [String]) {
    var values: [String] = kind == .density ? [IndicatorEvaluator.landAreaColumn] : []
    var bases: [String] = []
    func add(_ term: Term, isBase: Bool) {
      switch term {
      case .figure(let name): if isBase { bases.append(name) } else { values.append(name) }
      case .records, .points: break
      case .combined(_, let parts): for part in parts { add(part, isBase: isBase) }
      case .neighbours(let own, let weight):
        add(own, isBase: isBase)
        if let weight { add(weight, isBase: isBase) }
      case .indicator(let other):
        let needed = other.formula.neededFigures(minimum: other.minimumDenominator)
        if isBase { bases += needed.values } else { values += needed.values }
        bases += needed.bases
      }
    }
    add(numerator, isBase: false)
    if let denominator { add(denominator, isBase: false) }
    if let base, minimum > 0 { add(base, isBase: true) }
    var seen: Set<String> = []
    values = values.filter { seen.insert($0).inserted }
    bases = bases.filter { seen.insert($0).inserted }
    return (values, bases)
  }
}
