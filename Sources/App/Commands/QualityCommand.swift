internal import Areas
internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding
internal import Study

struct QualityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Measure the quality of records and figures, and what their owners can do.",
    discussion: """
      EXAMPLE
        wijkzicht quality examples/vijf-steden/studie.yaml --out uitvoer/kwaliteit
        wijkzicht quality meldingen.xlsx --areas wijkenbuurten_2024.gpkg \\
          --register adressen.wzr --peildatum 2024-12-31 --out uitvoer/kwaliteit
        wijkzicht quality incidenten.csv --areas stadsdelen.geojson --code Code \\
          --peildatum 2024-12-31

      Measures completeness, consistency, positions, time and numbers of records and figures, by the \
      elements of ISO 19157, with a grade A to E for each source, gemeente and area: that of the worst \
      measure. Writes kwaliteit.json, .md and .csv, and kwaliteit.geojson with styles, into a folder, the \
      last line of the output. Without --out nothing is written.

      Of a study all sources are measured, in the columns that it reads. Of a file of records by itself \
      all columns are; those that hold data of persons are named, and what they hold is not looked at \
      further. Its gemeenten are those in which its records lie.

      The result is for internal use, whatever the audience of the study: counts are exact. It holds \
      names of columns and counts, never what a record holds.
      """)

  @Argument(
    help: """
      A study (YAML), or records: CSV (also .gz), XLSX, or points in GeoJSON, GeoPackage or a shapefile.
      """)
  var input: String

  @Option(
    help: """
      Areas: a GeoPackage of CBS, or GeoJSON files of one level each, every file with an --areas of its \
      own. With --code any file of polygons. Of a study in the place of its own.
      """)
  var areas: [String] = []

  @OptionGroup var ownAreas: OwnAreaOptions

  @Option(
    help: """
      The register of addresses, for records that are placed by address; of a study in the place of \
      its own.
      """)
  var register: String?

  @Option(
    help: """
      Of records: which columns are what, when their names do not tell: \
      \(RecordsToMeasure.roles.prefix(8).joined(separator: "=…,"))=… and so on.
      """)
  var columns: String?

  @Option(help: "Of records: the sheet of a workbook, when several hold a table.")
  var sheet: String?

  @Option(help: "Of records: the day to which they refer, as 2024-12-31, for their age.")
  var peildatum: String?

  @Flag(help: "Of records: they are made up, which everything then says.")
  var synthetic = false

  @Option(
    help: "Of records: the language of kwaliteit.md: nl (when left out) or en.", transform: word)
  var language: StudyLanguage?

  @Option(help: "The folder to write; without it nothing is written.")
  var out: String?

  @Option(
    help:
      "Of a study: one with an earlier peildatum, with whose figures those of the same areas are compared."
  )
  var earlier: String?

  @Flag(help: "Print kwaliteit.json instead of sentences.")
  var json = false

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  private var isStudy: Bool {
    [".yaml", ".yml"].contains(where: input.lowercased().hasSuffix)
  }

  func validate() throws {
    if isStudy {
      let given = [
        ("--columns", columns != nil), ("--sheet", sheet != nil),
        ("--peildatum", peildatum != nil), ("--synthetic", synthetic),
        ("--language", language != nil), ("--code", !ownAreas.isEmpty),
      ].filter(\.1).map(\.0)
      guard given.isEmpty else {
        throw ValidationError(
          "\(given.joined(separator: ", ")): of a file of records; a study says it itself.")
      }
    } else {
      guard earlier == nil else { throw ValidationError("--earlier: of a study.") }
      guard !areas.isEmpty else { throw ValidationError("Name areas with --areas.") }
      if ownAreas.code != nil, peildatum == nil {
        throw ValidationError(
          "--code: areas of your own bear no year; name the day with --peildatum.")
      }
    }
  }

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    let quality =
      isStudy
      ? try ofStudy(catalogue) : try StudyQuality(try records(), geodata: catalogue)
    let result = try await quality.result(tasks: tasks)
    for remark in result.remarks { Terminal.error(remark) }
    if let out {
      try await quality.write(
        result, to: OutputFolder(path: out, isOurs: StudyQuality.isOurs), tasks: tasks)
    }
    if json {
      Terminal.output(String(decoding: result.json.dropLast(), as: UTF8.self))
      return
    }
    for line in result.sentences { Terminal.output(line) }
    if let out { Terminal.output(out) }
  }

  private func ofStudy(_ catalogue: Geodata) throws -> StudyQuality {
    var study = try StudyFileReader.read(input)
    if !areas.isEmpty { study.replaceAreas(files: areas) }
    if let register { study.replaceRegister(file: register) }
    return StudyQuality(
      study, earlier: try earlier.map { try StudyFileReader.read($0) }, geodata: catalogue)
  }

  private func records() throws -> RecordsToMeasure {
    var records = RecordsToMeasure(file: input, areas: areas)
    records.own = try ownAreas.choice(files: areas).map {
      RecordsToMeasure.OwnLevel(level: $0.level, columns: $0.columns, epsg: $0.epsg)
    }
    records.register = register
    records.sheet = sheet
    records.isSynthetic = synthetic
    records.language = language ?? .nl
    if let peildatum {
      guard let day = RecordDate(peildatum) else {
        throw ValidationError("--peildatum '\(peildatum)': write a day as 2024-12-31.")
      }
      records.peildatum = day
    }
    for part in (columns ?? "").split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2, RecordsToMeasure.roles.contains(pair[0]),
        records.columns.updateValue(pair[1], forKey: pair[0]) == nil
      else {
        throw ValidationError(
          "--columns '\(part)': write role=column,…; the roles are "
            + RecordsToMeasure.roles.joined(separator: ", ") + ", each once.")
      }
    }
    return records
  }
}
