public import Bytes
internal import Cartography
internal import Areas
public import CSV
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Provenance
internal import Quality
internal import Tabulation

/// Measures the quality of the sources of a study, after ISO 19157.
///
/// For `intern` alone: counts are exact. No value of a record leaves, and of an area only what its
/// figures lack and a grade.
public struct StudyQuality: Sendable {
  /// Why quality cannot be measured.
  public enum Failure: Error, Hashable, Sendable {
    /// Records come over standard input, which can be read once.
    case standardInput(records: String)
    /// No columns of a file say where its records belong.
    case noPlace(file: String, known: ColumnNames)
    /// The study to compare with is not of an earlier day.
    case notEarlier(given: String, peildatum: String)
    /// Records have the codes of areas that are not there.
    case noLevel(level: String, known: [String])

    var sentence: String {
      switch self {
      case .standardInput(let records):
        "records '\(records)' come over standard input, which can be read once, and measuring takes two "
          + "readings. Name a file."
      case .noPlace(let file, let known):
        "\(file): no columns say where a record belongs. Name them with --columns x=…,y=… or "
          + "lon=…,lat=… or buurtcode=…, or name a register of addresses with --register. "
          + known.sentence
      case .notEarlier(let given, let peildatum):
        "--earlier: that study is of \(given), and has to be of a day before \(peildatum), the peildatum of the "
          + "study that is measured. Name the study of an earlier year."
      case .noLevel(let level, let known):
        "the records have codes of \(level), and the areas are \(known.joined(separator: ", ")). Name "
          + "areas of that level too."
      }
    }
  }

  /// The files and sentences.
  public struct Result: Sendable {
    let files: [(name: String, bytes: [UInt8])]
    /// `kwaliteit.json`.
    public let json: [UInt8]
    /// What was found, in English.
    public let sentences: [String]
    /// What was taken for what, and what was not measured; empty for a study.
    public var remarks: [String] = []
  }

  let run: StudyRun
  private let earlier: StudyRun?
  /// Records that are measured without a study.
  let file: FileToMeasure?

  /// Prepares measuring a study.
  /// - Parameter earlier: a study of another year, whose figures of the same areas are compared.
  public init(_ study: StudyFile, earlier: StudyFile? = nil, geodata: Geodata) {
    func internally(_ study: StudyFile) -> StudyRun {
      var study = study
      study.audience = .intern
      return StudyRun(study, geodata: geodata)
    }
    run = internally(study)
    self.earlier = earlier.map(internally)
    file = nil
  }

  init(_ file: FileToMeasure, geodata: Geodata) {
    run = StudyRun(file.study, geodata: geodata)
    earlier = nil
    self.file = file
  }

  /// Whether a file of this name is one that is written.
  public static func isOurs(_ name: String) -> Bool {
    QualityReport.isOurs(name) || [StudyExport.mark, StudyExport.checksums].contains(name)
  }

  /// Writes the files of a result and their checksums.
  /// - Throws: ``StudyRun/Failure/readsFromTarget(file:folder:)``, or `FileError`; nothing then takes the
  ///   place of an earlier folder.
  public func write(
    _ result: Result, to folder: consuming OutputFolder, tasks: Int
  ) async throws {
    if let read = run.study.files.first(where: { PathTarget.lies($0, in: folder.path) }) {
      throw StudyRun.Failure.readsFromTarget(file: read, folder: folder.path)
    }
    for file in result.files { try folder.write(file.bytes, to: file.name) }
    try await folder.writeChecksums(tasks: tasks)
    try folder.commit()
  }

  /// Measures everything.
  /// - Parameter tasks: how many tasks read records at the same time; the result does not depend on it.
  /// - Throws: ``Failure``, or what a run of the study throws.
  public func result(tasks: Int) async throws -> Result {
    let study = run.study
    if let piped = study.records.first(where: { $0.file.value == "-" }) {
      throw Failure.standardInput(records: piped.id)
    }
    if let file { return try await result(of: file, tasks: tasks) }
    if let before = earlier?.study.peildatum, before.day >= study.peildatum.day {
      throw Failure.notEarlier(given: before.text, peildatum: study.peildatum.text)
    }
    let (plan, inputs, all, kept, checks) = try run.prepared()
    var report = StudyReport()
    let areas = try run.repaired(kept, checks, report: &report)
    guard let layer = areas[study.level] else { throw StudyRun.Failure.noAreas }
    let figures = try figures(inputs.figures, plan: plan, areas: areas, report: &report)
    var places = PlaceAccount(layer)
    var sources = try figureSources(
      figures, earlier: try earlierFigures(), plan: plan, areas: areas, report: report,
      to: &places)
    for input in inputs.records {
      sources.append(
        try await recordSource(
          input, plan: plan, all: all, areas: areas, tasks: tasks, report: &report, to: &places))
    }
    return try result(
      sources, layer: layer, places: places, areas: areas, addresses: inputs.addresses,
      report: report)
  }

  /// The files and sentences of what was measured.
  /// - Parameter hasGemeenten: whether the gemeenten of the areas are those of what was measured.
  func result(
    _ sources: [QualityReport.Source], layer: AreaLayer, places: PlaceAccount, areas: AreaSet,
    addresses: AddressSource?, report: StudyReport, hasGemeenten: Bool = true,
    remarks: [String] = []
  ) throws -> Result {
    let document = MapDocument(run.study, areas: areas, audience: .intern, isConcept: true)
    let quality = QualityReport(
      sources: sources, layer: layer, places: places.places, document: document,
      peildatum: file?.hasPeildatum == false ? nil : document.peildatum,
      hasGemeenten: hasGemeenten)
    let provenance = try run.provenance(
      report: report, document: document, addresses: addresses, indices: [], patterns: [],
      heatmaps: [])
    return Result(
      files: try quality.files() + [(StudyExport.mark, provenance.json)], json: quality.json,
      sentences: quality.lines(.en), remarks: remarks)
  }

  private func figures(
    _ inputs: [StudyInputs.Figures], plan: StudyPlan, areas: AreaSet, report: inout StudyReport
  ) throws -> FigureBases {
    var bases = Dictionary(
      uniqueKeysWithValues: areas.layers.map { ($0.level, BaseTable($0)) })
    run.addFigures(of: areas, to: &bases)
    try run.addFigureFiles(inputs, plan: plan, areas: areas, to: &bases, report: &report)
    return FigureBases(bases: bases, inputs: inputs)
  }

  /// The figures of the earlier study, on its own areas.
  private func earlierFigures() throws -> (areas: AreaSet, bases: [AreaLevel: BaseTable])? {
    guard let earlier else { return nil }
    let (plan, inputs, _, kept, _) = try earlier.prepared()
    var bases = Dictionary(uniqueKeysWithValues: kept.layers.map { ($0.level, BaseTable($0)) })
    var report = StudyReport()
    earlier.addFigures(of: kept, to: &bases)
    try earlier.addFigureFiles(inputs.figures, plan: plan, areas: kept, to: &bases, report: &report)
    return (kept, bases)
  }
}

/// The figures of a study and the files that they come from.
struct FigureBases {
  let bases: [AreaLevel: BaseTable]
  let inputs: [StudyInputs.Figures]
}

/// What is found of each area of the map, in the making.
struct PlaceAccount {
  private var known: [Int]
  private var asked: [Int]
  /// Figures that are there and cannot be.
  private var faulty: [Int]
  private var grades: [QualityGrade?]
  private var checks: [[QualityCheck]]

  init(_ layer: AreaLayer) {
    known = [Int](repeating: 0, count: layer.areas.count)
    asked = known
    faulty = known
    grades = [QualityGrade?](repeating: nil, count: layer.areas.count)
    checks = [[QualityCheck]](repeating: [], count: layer.areas.count)
  }

  /// Notes a figure that an area has, or lacks.
  mutating func add(hasFigure: Bool, at place: Int) {
    asked[place] += 1
    if hasFigure { known[place] += 1 }
  }

  /// Notes a figure that it has and that cannot be.
  mutating func addFault(_ check: QualityCheck, at place: Int) {
    faulty[place] += 1
    point(at: place, check)
  }

  /// Notes a share of faulty items.
  mutating func add(_ check: QualityCheck, share: Double, at place: Int) {
    let grade = QualityGrade(share: share)
    grades[place] = max(grades[place] ?? .a, grade)
    if grade > .a { point(at: place, check) }
  }

  /// Notes that something was measured there.
  mutating func look(at place: Int) { grades[place] = grades[place] ?? .a }

  /// Notes that it is no better than a grade.
  mutating func add(_ check: QualityCheck, _ grade: QualityGrade, at place: Int) {
    grades[place] = max(grades[place] ?? .a, grade)
    point(at: place, check)
  }

  /// Points at something that counts for no grade.
  mutating func point(at place: Int, _ check: QualityCheck) {
    if !checks[place].contains(check) { checks[place].append(check) }
  }

  /// What came of it.
  var places: [QualityReport.Place] {
    asked.indices.map { place in
      guard asked[place] > 0 else {
        return QualityReport.Place(
          completeness: nil, grade: grades[place], checks: checks[place])
      }
      let share = Double(known[place]) / Double(asked[place])
      let ofFigures = QualityGrade(share: 1 - share)
      let ofFaults = QualityGrade(share: Double(faulty[place]) / Double(asked[place]))
      return QualityReport.Place(
        completeness: share, grade: max(grades[place] ?? .a, ofFigures, ofFaults),
        checks: (ofFigures > .a ? [.missingFigures] : []) + checks[place])
    }
  }
}
