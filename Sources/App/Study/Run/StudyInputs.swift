internal import Areas
internal import Bytes
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Governance
internal import Tables
internal import Tabulation

/// The files of a study, opened: their headers are known and fit what is asked of them.
struct StudyInputs {
  struct Records {
    let specification: RecordSpecification
    let file: CSVFile
    let place: Place
    let columns: [RecordReader.Column]

    /// The name in the file of the column that says whose a record is.
    var contributor: String? {
      columns.first { $0.name == Contributors.column }.map { file.header[$0.index] }
    }

    /// Whether a coordinate says where a record belongs, so that it can be placed in any areas.
    var hasCoordinates: Bool {
      switch place {
      case .columns(.rd, _), .columns(.lonLat, _): true
      case .columns(.code, _), .address: false
      }
    }
  }

  /// What says where records belong.
  enum Place {
    case columns(PlacementColumns, specialPoints: SpecialCoordinates?)
    case address(AddressFinder)

    /// Which columns, by their names.
    func description(header: ColumnNames) -> String {
      switch self {
      case .columns(let columns, _): columns.description(header: header)
      case .address(let finder): finder.columns.description(header: header)
      }
    }
  }

  /// A file of records that is open, with the columns that the study names.
  private struct Opened {
    let specification: RecordSpecification
    let file: CSVFile
    let places: [String: Int]
    /// The column that says whose a record is; nil without one.
    let contributor: Int?
    /// Nil unless its records are placed by address.
    let address: AddressColumns?
  }

  struct Figures {
    let specification: FigureSpecification
    let file: CSVFile
    let layout: FigureLayout
    /// The figures by the columns that they are known as.
    let names: [String]
    /// How the figures get to the areas of the study, when they are of others.
    let conversion: FigureConversion?
  }

  var records: [Records] = []
  var figures: [Figures] = []
  /// The areas of other years of which publications in the ledger told, the earliest first.
  var earlierAreas: [AreaSet] = []
  /// The register and the match model, when records are placed by address.
  private(set) var addresses: AddressSource?

  /// Opens every file and finds its columns, or notes what is wrong.
  init(_ plan: StudyPlan, problems: inout [StudyProblem]) {
    let study = plan.study
    let opened = study.records.compactMap { Self.open($0, study: study, problems: &problems) }
    let byAddress = opened.filter { $0.address != nil }
    if let first = byAddress.first {
      addresses = AddressSource(
        plan, records: first.specification, columns: byAddress.compactMap(\.address),
        problems: &problems)
    }
    for records in opened {
      if let place = place(records, study: study, problems: &problems) {
        self.records.append(Self.records(records, place, plan: plan, problems: &problems))
      }
    }
    for heatmap in study.heatmaps {
      guard
        let records = self.records.first(where: { $0.specification.id == heatmap.records.value })
      else { continue }
      if !records.hasCoordinates {
        problems.append(
          study.problem(
            at: heatmap.records, .heatmapWithoutCoordinates(records: heatmap.records.value)))
      } else if let column = HeatmapRun.homeColumn(
        in: records.file, isOpen: heatmap.settings.source == .open)
      {
        problems.append(
          study.problem(
            at: heatmap.records,
            .heatmapOfHomes(column: column, records: heatmap.records.value)))
      }
    }
    for records in self.records where !records.hasCoordinates {
      for (_, indicator) in plan.pointTerms(records.specification.id) {
        problems.append(
          study.problem(
            at: records.specification.file,
            .pointsWithoutCoordinates(
              indicator: indicator, records: records.specification.id)))
      }
    }
    for specification in study.figures {
      if specification.edition.value != study.edition, specification.crosswalk == nil {
        problems.append(FigureConversion.missing(specification, study: study))
        continue
      }
      if let opened = Self.open(
        specification.file, sheet: specification.sheet, study: study, problems: &problems),
        let figures = Figures(specification, opened, plan: plan, problems: &problems)
      {
        self.figures.append(figures)
      }
    }
  }

  private static func open(
    _ file: Located<String>, sheet: String?, study: StudyFile, problems: inout [StudyProblem]
  ) -> CSVFile? {
    do {
      return try RecordSource.open(file.value, sheet: sheet)
    } catch {
      if let failure = error as? RecordSource.Failure, case .csv(.file(.missing)) = failure {
        problems.append(study.problem(at: file, .missingFile(file.value)))
        return nil
      }
      problems.append(
        study.problem(
          at: file, .unusableFile(file.value, reason: ErrorSentence.text(error, naming: false))))
    }
    return nil
  }

  static func column(
    _ column: Located<String>, of file: CSVFile, study: StudyFile,
    problems: inout [StudyProblem]
  ) -> Int? {
    let places = file.columns(named: column.value)
    if places.count == 1 { return places[0] }
    guard places.isEmpty else {
      problems.append(
        study.problem(
          at: column, .repeatedColumn(file: file.path, columns: places.map { $0 + 1 })))
      return nil
    }
    let known = file.columnNames(asked: study.askedColumns)
    problems.append(
      study.problem(
        at: column,
        .missingColumn(
          column.value, file: file.path,
          nearest: nearestWord(to: column.value, among: known.labels),
          known: known)))
    return nil
  }

  /// Opens a file of records and finds the columns that the study names.
  private static func open(
    _ specification: RecordSpecification, study: StudyFile, problems: inout [StudyProblem]
  ) -> Opened? {
    guard
      let file = open(
        specification.file, sheet: specification.sheet, study: study, problems: &problems)
    else { return nil }
    let before = problems.count
    var places: [String: Int] = [:]
    for (role, column) in specification.columns.sorted(by: { $0.key < $1.key }) {
      if let index = Self.column(column, of: file, study: study, problems: &problems) {
        places[role] = index
      }
    }
    let contributor = specification.contributor.flatMap { named in
      specification.columns[named.value] != nil
        ? places[named.value] : Self.column(named, of: file, study: study, problems: &problems)
    }
    for (one, other) in [("x", "y"), ("lon", "lat")] {
      guard let column = specification.columns[other], places[one] != nil,
        places[one] == places[other]
      else { continue }
      problems.append(
        study.problem(
          at: column, .wrongType(key: other, expected: "another column than that of '\(one)'")))
    }
    guard specification.place == .address else {
      return Opened(
        specification: specification, file: file, places: places, contributor: contributor,
        address: nil)
    }
    // A column that is not there would be said a second time.
    guard problems.count == before else { return nil }
    return AddressSource.columns(
      specification, places: places, of: file, study: study, problems: &problems
    ).map {
      Opened(
        specification: specification, file: file, places: places, contributor: contributor,
        address: $0)
    }
  }

  /// What says where records belong, or nil with a problem noted.
  private func place(
    _ opened: Opened, study: StudyFile, problems: inout [StudyProblem]
  ) -> Place? {
    let specification = opened.specification
    if let columns = opened.address {
      return addresses?.finder(
        specification, columns: columns, of: opened.file, study: study, problems: &problems
      ).map(Place.address)
    }
    let found: PlacementColumns?
    do throws(PlacementColumns.Several) {
      found = try Self.placement(opened.places, file: opened.file, levels: study.levels)
    } catch {
      problems.append(
        study.problem(
          at: specification.file,
          .repeatedColumn(file: opened.file.path, columns: error.columns.map { $0 + 1 })))
      return nil
    }
    guard let columns = found else {
      problems.append(
        study.problem(
          at: specification.file,
          .noPlace(
            file: opened.file.path, known: opened.file.columnNames(asked: study.askedColumns))))
      return nil
    }
    if case .code(_, let level) = columns, let edition = specification.edition,
      edition.value != study.edition
    {
      problems.append(
        study.problem(
          at: edition,
          .recordsOfOtherEdition(
            records: specification.id, given: edition.value, wanted: study.edition,
            command: FigureConversion.command(
              from: edition.value, level: level, study: study))))
      return nil
    }
    if case .code = columns, let list = specification.specialPoints {
      problems.append(study.problem(at: list, .pointsOfCodes(records: specification.id)))
      return nil
    }
    let before = problems.count
    let specialPoints = UserLists.read(specification.specialPoints, study, &problems) {
      try SpecialCoordinates($0)
    }
    return problems.count == before ? .columns(columns, specialPoints: specialPoints) : nil
  }

  private static func records(
    _ opened: Opened, _ place: Place, plan: StudyPlan, problems: inout [StudyProblem]
  ) -> Records {
    let (specification, file) = (opened.specification, opened.file)
    let study = plan.study
    let addressColumns = Set(opened.address?.columns.values.map(\.self) ?? [])
    var columns: [RecordReader.Column] = []
    /// Notes what stands in the way of reading a column.
    func note(_ index: Int) {
      if let ground = BlockedColumns.ground(for: file.header[index]) {
        problems.append(
          study.problem(
            at: specification.file, .blockedColumn(file.header[index], ground: ground.words)))
      }
      if addressColumns.contains(index) {
        problems.append(
          study.problem(
            at: specification.file,
            .addressColumn(file.header[index], records: specification.id)))
      }
    }
    for (first, second) in plan.contradictoryColumns(specification.id) {
      problems.append(
        study.problem(
          at: specification.file,
          .columnOfTwoKinds(
            first.name, records: specification.id,
            uses: [first, second].map { ColumnUse($0.indicator, $0.kind) })))
    }
    for wanted in plan.recordColumns(specification.id) {
      if wanted.kind == .address {
        if let column = Self.addressColumn(named: wanted.name, place) {
          columns.append(column)
        } else {
          problems.append(Self.withoutAddress(wanted.indicator, specification, plan: plan))
        }
        continue
      }
      let same = file.header.indices.filter { file.header[$0].lowercased() == wanted.name }
      if opened.places[wanted.name] == nil, same.count > 1 {
        problems.append(
          study.problem(
            at: specification.file,
            .repeatedColumn(file: file.path, columns: same.map { $0 + 1 })))
        continue
      }
      guard let index = opened.places[wanted.name] ?? same.first,
        wanted.name != Contributors.column
      else {
        problems.append(
          study.problem(
            at: specification.file,
            .missingRecordColumn(
              indicator: wanted.indicator, records: specification.id, column: wanted.name)))
        continue
      }
      note(index)
      columns.append(
        RecordReader.Column(name: wanted.name, index: index, kind: wanted.kind))
    }
    if let contributor = opened.contributor {
      if !columns.contains(where: { $0.index == contributor }) { note(contributor) }
      for table in study.tables where table.records.value == specification.id {
        if let category = table.category,
          columns.contains(where: { $0.name == category.value && $0.index == contributor })
        {
          problems.append(
            study.problem(
              at: category,
              .contributorAsCategory(file.header[contributor], records: specification.id)))
        }
      }
      columns.append(
        RecordReader.Column(name: Contributors.column, index: contributor, kind: .category))
    }
    return Records(specification: specification, file: file, place: place, columns: columns)
  }

  /// What the columns that say where records belong tell of addresses; nil when they say codes of areas.
  static func addressColumn(named name: String, _ place: Place) -> RecordReader.Column? {
    switch place {
    case .columns(.rd(let x, let y), _):
      RecordReader.Column(name: name, addressIn: x, and: [y])
    case .columns(.lonLat(let lon, let lat), _):
      RecordReader.Column(name: name, addressIn: lon, and: [lat])
    case .columns(.code, _): nil
    case .address(let finder):
      finder.columns.columns.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value).first
        .map { first in
          RecordReader.Column(
            name: name, addressIn: first,
            and: finder.columns.columns.values.filter { $0 != first }.sorted())
        }
    }
  }

  private static func withoutAddress(
    _ indicator: String, _ specification: RecordSpecification, plan: StudyPlan
  ) -> StudyProblem {
    let isOfSectors = plan.sectorIndicators.contains(indicator)
    if isOfSectors, let sectors = plan.study.sectors {
      return plan.study.problem(
        at: sectors.records, .sectorRule(.noAddress(records: specification.id)))
    }
    return plan.study.problem(
      at: specification.file,
      .sectorRule(.noAddressOfIndicator(indicator: indicator, records: specification.id)))
  }

  private static func placement(
    _ places: [String: Int], file: CSVFile, levels: [AreaLevel]
  ) throws(PlacementColumns.Several) -> PlacementColumns? {
    if let x = places["x"], let y = places["y"] { return .rd(x: x, y: y) }
    if let lon = places["lon"], let lat = places["lat"] { return .lonLat(lon: lon, lat: lat) }
    for level in levels {
      if let index = places[level.rawValue + "code"] { return .code(index, level) }
    }
    var chunks = file.chunks(ofSize: 1 << 16)
    return try PlacementColumns.detect(
      header: file.header, sample: try? chunks.next(), dialect: file.dialect)
  }
}
