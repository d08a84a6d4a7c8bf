internal import Areas
internal import CSV
internal import Exports
internal import Geocoding
internal import Governance
internal import Quality

extension StudyQuality {
  /// Prepares measuring a file of records by itself.
  /// - Throws: the error of a file.
  public init(_ records: RecordsToMeasure, geodata: Geodata) throws {
    self.init(try records.prepared(geodata), geodata: geodata)
  }

  /// Measures a file: all of its columns, in the gemeenten in which its records lie.
  func result(of file: FileToMeasure, tasks: Int) async throws -> Result {
    var problems: [StudyProblem] = []
    let plan = StudyPlan(
      run.study, geodata: run.geodata, sectors: run.sectors, problems: &problems)
    let inputs = StudyInputs(plan, problems: &problems)
    for problem in problems {
      if case .noPlace(let path, let known) = problem.fact {
        throw Failure.noPlace(file: path, known: known)
      }
    }
    guard problems.isEmpty, let opened = inputs.records.first else {
      throw StudyProblems(problems)
    }
    let look = try RecordColumnsLook(opened)
    let input = StudyInputs.Records(
      specification: opened.specification, file: opened.file, place: opened.place,
      columns: look.columns)
    let level: AreaLevel =
      if case .columns(.code(_, let level), _) = input.place {
        level
      } else {
        run.study.level
      }
    guard let everywhere = file.areas[level] else { throw StudyRun.Failure.noAreas }
    let placed = try await RecordReader(
      file: input.file, placing: input.placing(in: everywhere, measuresDistances: true),
      columns: look.columns
    ).read(tasks: tasks)
    // The gemeenten of the report are those that hold records; without one the map has all areas.
    var isHome = [Bool](repeating: false, count: everywhere.areas.count)
    for ordinal in placed.ordinals where ordinal >= 0 { isHome[Int(ordinal)] = true }
    let homes = Set(
      zip(everywhere.areas, isHome).lazy.filter(\.1).map(\.0.gemeentecode))
    var report = StudyReport()
    let kept = homes.isEmpty ? file.areas : file.areas.filtered(gemeentecodes: homes)
    let areas = try run.repaired(
      kept, AreaChecks(files: run.study.areaFiles).checks(of: file.areas), report: &report)
    guard let layer = areas[level], let map = areas[run.study.level] else {
      throw StudyRun.Failure.noAreas
    }
    var places = PlaceAccount(map)
    let source = try source(
      RecordsRead(
        input: input, records: placed.restricted(from: everywhere, to: layer),
        columns: look.columns, layer: layer, others: look.others, personal: look.personal),
      areas: areas, report: &report, to: &places)
    var remarks = [
      "Places: "
        + input.place.description(
          header: input.file.columnNames(asked: run.study.askedColumns))
    ]
    if !file.hasPeildatum {
      remarks.append(
        "Age, and dates that lie too late, are not measured: name the day with --peildatum.")
    }
    let ofAreas = QualityReport.Source(
      id: "gebieden", name: "\(map.level.plural) \(areas.edition.description)",
      isSynthetic: false, findings: boundaries(report, layer: map))
    return try result(
      [source, ofAreas], layer: map, places: places, areas: areas, addresses: inputs.addresses,
      report: report, hasGemeenten: !homes.isEmpty, remarks: remarks)
  }
}

/// What the columns of a file are that nobody described.
private struct RecordColumnsLook {
  /// Those of which the content is looked at, and as what.
  private(set) var columns: [RecordReader.Column] = []
  /// Those of which it is not known whether they have to be filled.
  private(set) var others: [Int] = []
  /// Those with data of persons: of them it is counted how many cells are filled.
  private(set) var personal: [(index: Int, filled: Int, rows: Int)] = []

  init(_ input: StudyInputs.Records) throws {
    let table = try TableLook(input.file)
    var roles: [Int: String] = [:]
    for (role, index) in RecordsLook(path: input.file.path, table: table).roles {
      roles[index] = role
    }
    for role in RecordsToMeasure.dateRoles + ["soort", "sbi"] {
      guard let named = input.specification.columns[role]?.value,
        let index = input.file.columns(named: named).first
      else { continue }
      roles = roles.filter { $0.value != role }
      roles[index] = role
    }
    let ofPlace: Set<Int> =
      switch input.place {
      case .columns(let columns, _): Set(columns.indices)
      case .address(let finder): Set(finder.columns.columns.values)
      }
    for (index, column) in table.columns.enumerated() where !ofPlace.contains(index) {
      let isPersonal =
        column.personal != nil || column.ground != nil
        || column.holdsDays && PersonalData.isBirthDate(header: column.name)
      let role = roles[index]
      if isPersonal {
        personal.append((index, column.filled, table.rows))
      } else if let kind = Self.kind(column, role: role) {
        columns.append(
          RecordReader.Column(name: role ?? "kolom \(index + 1)", index: index, kind: kind))
      }
      if role == nil, !isPersonal { others.append(index) }
    }
  }

  /// As what the cells of a column are read; nil when they are free text, or all differ.
  private static func kind(_ column: TableLook.Column, role: String?) -> RecordColumn.Kind? {
    if let role { return RecordsToMeasure.dateRoles.contains(role) ? .date : .category }
    // Numbers of houses have letters and additions in any spelling, and one in ten is no estimate.
    if AddressColumns.isHouseNumber(header: column.name) { return nil }
    if column.holdsDays { return .date }
    if column.holdsNumbers { return isNumber(column.folded) ? .number : nil }
    return column.words.count < TableLook.wordLimit && column.repeated >= column.words.count
      ? .category : nil
  }

  /// Whether numbers in a column of this name say how much: not which, nor when.
  private static func isNumber(_ name: String) -> Bool {
    ![
      "code", "nummer", "nr", "id", "jaar", "sbi", "postcode", "telefoon", "key", "fid", "maand",
    ].contains { name.hasPrefix($0) || name.hasSuffix($0) }
  }
}
