internal import Areas
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Governance
internal import Tables
internal import Tabulation

extension StudyInputs.Figures {
  /// Finds the columns of figures, or notes what is wrong.
  init?(
    _ specification: FigureSpecification, _ file: CSVFile, plan: StudyPlan,
    problems: inout [StudyProblem]
  ) {
    let study = plan.study
    func find(_ column: Located<String>?, _ problems: inout [StudyProblem]) -> Int? {
      column.flatMap { StudyInputs.column($0, of: file, study: study, problems: &problems) }
    }
    let before = problems.count
    let key: FigureLayout.Key?
    if let name = specification.name {
      let gemeente = find(specification.gemeente, &problems)
      key = find(name, &problems).map {
        .name($0, gemeente: gemeente, same: specification.same.mapValues(\.value))
      }
    } else if let named = specification.key {
      key = find(named, &problems).map { .code($0) }
    } else {
      key = Self.key(of: file).map { .code($0) }
      if key == nil {
        problems.append(
          study.problem(
            at: specification.file,
            .missingColumn(
              "buurtcode", file: file.path, nearest: nil,
              known: file.columnNames(asked: study.askedColumns))))
      }
    }
    var conditions: [FigureFile.Condition] = []
    for (name, value) in specification.conditions.sorted(by: { $0.key < $1.key }) {
      let place = Located(name, line: value.line, column: value.column)
      if let index = find(place, &problems) {
        conditions.append(FigureFile.Condition(column: index, value: value.value))
      }
    }
    let category = find(specification.category, &problems)
    let value = find(specification.value, &problems)
    let respondents = find(specification.respondents, &problems)
    var names: [String] = []
    var denominators: [String: String] = [:]
    var columns: [FigureLayout.Column] = []
    for (name, source) in specification.columns {
      for candidate in [name, source.value] {
        if let ground = BlockedColumns.ground(for: candidate) {
          problems.append(
            study.problem(at: source, .blockedColumn(candidate, ground: ground.words)))
        }
      }
      let isLong = specification.category != nil
      guard let index = isLong ? value : find(source, &problems) else { continue }
      let id = plan.columnID(name)
      let word = isLong ? source.value : nil
      func add(_ name: String, _ index: Int?) {
        if let index {
          columns.append(FigureLayout.Column(name: name, index: index, category: word))
        }
      }
      names.append(id)
      add(id, index)
      add(Self.respondents(of: id), respondents)
      add(Self.margin(of: id), find(specification.margins[name], &problems))
      if let index = find(specification.denominators[name], &problems) {
        denominators[id] = "noemer:\(id)"
        add("noemer:\(id)", index)
      }
    }
    let conversion = specification.crosswalk.flatMap { place in
      FigureConversion(
        place, of: names, denominators: denominators, specification: specification, plan: plan,
        problems: &problems)
    }
    guard problems.count == before, let key else { return nil }
    self.init(
      specification: specification, file: file,
      layout: FigureLayout(
        key: key, category: category, conditions: conditions, columns: columns,
        areCounts: specification.kind == .counts, absentIsZero: specification.absent == .zero),
      names: names, conversion: conversion)
  }

  /// Reads the file.
  /// - Throws: ``StudyProblems`` for names and rows of which it is not sure what they are.
  func read(
    areas: AreaSet, level: AreaLevel?, study: StudyFile
  ) throws -> FigureFile {
    let content = try FigureFile(file, layout: layout, areas: areas, level: level)
    var problems: [StudyProblem] = []
    if let name = specification.name, let first = content.doubtfulNames.first {
      let level = level?.rawValue ?? "area"
      // Where no row has the name of an area, the column holds something else, not to be repeated.
      problems.append(
        study.problem(
          at: name,
          content.matchedRows == 0 && first.codes.isEmpty
            ? .noNames(column: name.value, level: level, file: file.path)
            : .doubtfulNames(
              content.doubtfulNames.map {
                DoubtfulAreaName(name: $0.name, nearest: $0.nearest, codes: $0.codes)
              }, level: level, file: file.path)))
    }
    if specification.kind != .open, !content.repeatedCodes.isEmpty {
      problems.append(
        study.problem(
          at: specification.file, .repeatedAreas(content.repeatedCodes, file: file.path)))
    }
    if specification.kind == .open, !content.contradictedCodes.isEmpty {
      problems.append(
        study.problem(
          at: specification.file, .contradictoryRows(content.contradictedCodes, file: file.path)))
    }
    for word in content.absentCategories {
      let place = specification.columns.first { $0.column.value == word }?.column
      problems.append(
        study.problem(
          at: place ?? specification.file,
          .unknownWord(
            key: "category", given: word, nearest: nearestWord(to: word, among: content.categories),
            allowed: content.categories)))
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    return content
  }

  /// The base column of figures that were read, or made of those.
  func column(
    _ figures: [Figure], named name: String, of others: [String: [Figure]] = [:],
    conversion: ColumnConversion? = nil
  ) -> BaseColumn {
    let source = specification.source
    let isSynthetic = specification.isSynthetic
    switch specification.kind {
    case .open:
      return BaseColumn(
        open: figures, source: source, isSynthetic: isSynthetic, conversion: conversion)
    case .counts:
      return BaseColumn(
        delivered: figures, source: source, isSynthetic: isSynthetic, conversion: conversion)
    case .survey:
      let none = [Figure](repeating: .missing(.noData), count: figures.count)
      let margins = others[Self.margin(of: name)] ?? none
      let respondents = others[Self.respondents(of: name)] ?? none
      return BaseColumn(
        survey: figures,
        estimates: SurveyEstimates(
          margins: margins.map { $0.number.flatMap { $0 >= 0 ? $0 : nil } },
          respondents: respondents.map { figure in
            figure.number.flatMap { $0 >= 0 && $0 < 1e9 ? Int($0) : nil }
          }, minimum: specification.minimum),
        source: source, isSynthetic: isSynthetic)
    }
  }

  /// Whether a figure may be a column at a level: counts that are not open are there at no level at which
  /// no indicator asks for them.
  func belongs(_ name: String, at level: AreaLevel, plan: StudyPlan) -> Bool {
    specification.kind != .counts || plan.levels(of: name).contains(level)
  }

  private static func respondents(of name: String) -> String { "antwoorden:\(name)" }
  private static func margin(of name: String) -> String { "marge:\(name)" }

  /// The column with codes, by its name or by what is in it.
  static func key(of file: CSVFile) -> Int? {
    let names = [
      "buurtcode", "bu_code", "gwb_code", "gwb_code_10", "wijkcode", "wk_code", "gemeentecode",
      "gm_code", "code", "codering", "wijkenenbuurten",
    ]
    for name in names {
      if let index = file.header.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    var chunks = file.chunks(ofSize: 1 << 16)
    let found = try? PlacementColumns.detect(
      header: file.header, sample: try? chunks.next(), dialect: file.dialect)
    if case .code(let index, _)? = found { return index }
    return nil
  }
}
