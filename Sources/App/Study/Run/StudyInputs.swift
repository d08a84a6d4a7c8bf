internal import Areas
internal import Bytes
internal import CSV
internal import Geocoding
internal import Governance
internal import Tables

/// The files of a study, opened: their headers are known and fit what is asked of them.
struct StudyInputs {
  struct Records {
    let specification: RecordSpecification
    let file: CSVFile
    let placement: PlacementColumns
    let columns: [RecordReader.Column]
  }

  struct Figures {
    let specification: FigureSpecification
    let file: CSVFile
    let key: Int
    let conditions: [(column: Int, value: String)]
    let columns: [(name: String, index: Int)]
  }

  var records: [Records] = []
  var figures: [Figures] = []

  /// Opens every file and finds its columns, or notes what is wrong.
  init(_ plan: StudyPlan, problems: inout [StudyProblem]) {
    let study = plan.study
    for specification in study.records {
      if let opened = Self.open(specification.file, study: study, problems: &problems),
        let records = Self.records(specification, opened, plan: plan, problems: &problems)
      {
        self.records.append(records)
      }
    }
    for specification in study.figures {
      if specification.edition.value != study.edition {
        problems.append(
          study.problem(
            at: specification.edition,
            .otherEdition(given: "\(specification.edition.value)", wanted: study.edition)))
        continue
      }
      if let opened = Self.open(specification.file, study: study, problems: &problems),
        let figures = Self.figures(specification, opened, plan: plan, problems: &problems)
      {
        self.figures.append(figures)
      }
    }
  }

  private static func open(
    _ file: Located<String>, study: StudyFile, problems: inout [StudyProblem]
  ) -> CSVFile? {
    do {
      return try RecordSource.open(file.value)
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

  private static func column(
    _ column: Located<String>, of file: CSVFile, study: StudyFile,
    problems: inout [StudyProblem]
  ) -> Int? {
    if let index = file.header.firstIndex(of: column.value) { return index }
    problems.append(
      study.problem(
        at: column,
        .missingColumn(
          column.value, file: file.path,
          nearest: nearestWord(to: column.value, among: file.header), known: file.header)))
    return nil
  }

  private static func records(
    _ specification: RecordSpecification, _ file: CSVFile, plan: StudyPlan,
    problems: inout [StudyProblem]
  ) -> Records? {
    let study = plan.study
    var places: [String: Int] = [:]
    for (role, column) in specification.columns {
      if let index = Self.column(column, of: file, study: study, problems: &problems) {
        places[role] = index
      }
    }
    guard let placement = placement(places, file: file) else {
      problems.append(
        study.problem(
          at: specification.file, .noPlace(file: file.path, known: file.header)))
      return nil
    }
    var columns: [RecordReader.Column] = []
    for wanted in plan.recordColumns(specification.id) {
      guard
        let index = places[wanted.name]
          ?? file.header.firstIndex(where: {
            $0.lowercased() == wanted.name
          })
      else {
        problems.append(
          study.problem(
            at: specification.file,
            .missingRecordColumn(
              indicator: wanted.indicator, records: specification.id, column: wanted.name)))
        continue
      }
      if let ground = BlockedColumns.ground(for: file.header[index]) {
        problems.append(
          study.problem(
            at: specification.file, .blockedColumn(file.header[index], ground: ground.words)))
      }
      columns.append(
        RecordReader.Column(name: wanted.name, index: index, kind: wanted.kind))
    }
    return Records(
      specification: specification, file: file, placement: placement, columns: columns)
  }

  private static func placement(_ places: [String: Int], file: CSVFile) -> PlacementColumns? {
    if let x = places["x"], let y = places["y"] { return .rd(x: x, y: y) }
    if let lon = places["lon"], let lat = places["lat"] { return .lonLat(lon: lon, lat: lat) }
    for level in AreaLevel.allCases {
      if let index = places[level.rawValue + "code"] { return .code(index, level) }
    }
    var chunks = file.chunks(ofSize: 1 << 16)
    return PlacementColumns.detect(
      header: file.header, sample: try? chunks.next(), dialect: file.dialect)
  }

  private static func figures(
    _ specification: FigureSpecification, _ file: CSVFile, plan: StudyPlan,
    problems: inout [StudyProblem]
  ) -> Figures? {
    let study = plan.study
    let key: Int?
    if let named = specification.key {
      key = column(named, of: file, study: study, problems: &problems)
    } else {
      key = figureKey(file)
      if key == nil {
        problems.append(
          study.problem(
            at: specification.file,
            .missingColumn("buurtcode", file: file.path, nearest: nil, known: file.header)))
      }
    }
    var conditions: [(Int, String)] = []
    for (name, value) in specification.conditions.sorted(by: { $0.key < $1.key }) {
      let place = Located(name, line: value.line, column: value.column)
      if let index = column(place, of: file, study: study, problems: &problems) {
        conditions.append((index, value.value))
      }
    }
    var columns: [(String, Int)] = []
    for (name, source) in specification.columns {
      for candidate in [name, source.value] {
        if let ground = BlockedColumns.ground(for: candidate) {
          problems.append(
            study.problem(at: source, .blockedColumn(candidate, ground: ground.words)))
        }
      }
      if let index = column(source, of: file, study: study, problems: &problems) {
        columns.append((plan.geodata.aliases.canonical(name), index))
      }
    }
    guard let key else { return nil }
    return Figures(
      specification: specification, file: file, key: key, conditions: conditions,
      columns: columns)
  }

  /// The column with codes, by its name or by what is in it.
  private static func figureKey(_ file: CSVFile) -> Int? {
    let names = [
      "buurtcode", "bu_code", "gwb_code", "gwb_code_10", "wijkcode", "wk_code", "gemeentecode",
      "gm_code", "code", "codering", "wijkenenbuurten",
    ]
    for name in names {
      if let index = file.header.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    var chunks = file.chunks(ofSize: 1 << 16)
    let found = PlacementColumns.detect(
      header: file.header, sample: try? chunks.next(), dialect: file.dialect)
    if case .code(let index, _)? = found { return index }
    return nil
  }
}
