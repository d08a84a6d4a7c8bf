internal import Areas
internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding
internal import Study
internal import Tables

struct GeocodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geocode",
    abstract: "Add the buurt, wijk and gemeente to each record of a file.",
    discussion: """
      EXAMPLE
        wijkzicht geocode incidenten.csv --areas wijkenbuurten_2024.gpkg \\
          --out geplaatst.csv
        wijkzicht geocode incidenten.csv --areas stadsdelen.geojson \\
          --level stadsdeel --code Code --name Naam --out geplaatst.csv
        wijkzicht geocode scholen.geojson --areas wijkenbuurten_2024.gpkg \\
          --prefix nu_ --out geplaatst.csv
        wijkzicht geocode meldingen.xlsx --sheet 2024 --register flevoland.wzr \\
          --out geplaatst.csv
        wijkzicht geocode meldingen.csv --register flevoland.wzr \\
          --corrections correcties.csv --special-points bijzonder.csv \\
          --points punten.csv --out geplaatst.csv

      The columns of the input stay as they are; appended are buurtcode, wijkcode, gemeentecode, \
      match_niveau and match_reden, with _2 behind a name that the records have already, or all with \
      --prefix before them. A point belongs to the buurt that covers it; on a boundary to the one \
      with the lowest code. A record without a place keeps its row and gets a reason.

      With --code the areas are your own: stadsdelen, business parks, PC4. The columns are then \
      GEBIEDcode, GEBIEDnaam, match_niveau and match_reden, with the name of --level for GEBIED.

      With --register records are placed by their address, and x, y, gevonden_postcode, \
      gevonden_huisnummer, match_overeenkomst, match_kans and match_oordeel are appended too. \
      match_kans is the probability that the buurt is right; match_oordeel is 'zeker' from --threshold \
      on, 'twijfel' below it and 'geen' without a buurt. match_overeenkomst has one character for \
      postcode, street, number, addition and place: = same, ~ normalised, a alias, f fuzzy, \
      r repaired, - absent, ! conflict.

      --corrections names your own corrections, which go first: CSV with the address columns of the \
      records and juiste_postcode with juist_huisnummer, or juiste_buurtcode.

      POINTS that hold many records of a buurt (a police station, a town hall, the middle of a \
      postcode) are counted; --points writes them to a file. That file with a column 'wat' added is a \
      list for --special-points: 'weglaten' takes the area of records at a point away, 'eigen_regel' \
      puts the name in the column bijzonder_punt instead, 'alleen_gemeente' keeps the gemeente.

      WORK FILE: the output holds the records themselves. It inherits their class, is readable by \
      you alone, and does not belong in a folder for publication.
      """)

  @Argument(
    help:
      "The records: CSV (also .gz, - for standard input), XLSX, or points in GeoJSON, GeoPackage or a shapefile."
  )
  var records: String

  @Option(
    help: """
      The areas of CBS: a GeoPackage, or GeoJSON files or shapefiles of one level each, every file with \
      an --areas of its own. With --code any \
      file of polygons: GeoJSON, GeoPackage, shapefile, or CSV with WKT.
      """)
  var areas: [String] = []

  @OptionGroup var ownAreas: OwnAreaOptions

  @Option(help: "The register of addresses, made by 'wijkzicht register build'.")
  var register: String?

  @Option(help: "The file to write; - for standard output.")
  var out: String?

  @Option(
    help:
      "What the names of appended columns begin with; nothing when left out.")
  var prefix: String = ""

  @Option(help: "The sheet of a workbook, when several hold a table.")
  var sheet: String?

  @Option(
    help: """
      The columns with places: x=…,y=… or lon=…,lat=… or buurtcode=…; with --register \
      postcode=…,street=…,number=…,letter=…,addition=…,place=…,address=…,bag=….
      """)
  var columns: String?

  @Option(help: "With --register: the probability from which a record is 'zeker'.")
  var threshold: Double = AddressFinder.standardThreshold

  @Option(help: "With --register: keep only this column of the input.")
  var onlyAreas: String?

  @Option(help: "With --register: your own corrections of addresses, applied first.")
  var corrections: String?

  @OptionGroup var pointOptions: PointOptions

  @Option(help: "With --register: show how the record of this row (1 is the first) is found.")
  var explain: Int?

  @Option(help: "The folder with the match model; found beside the program when left out.")
  var geodata: String?

  @Option(
    parsing: .unconditional,
    help: "Place records outside all areas in the nearest within this distance in metres.")
  var snap: Double = 0

  @Option(
    parsing: .unconditional,
    help: "How many chunks are worked on at the same time; the result is the same.")
  var jobs: Int?

  func validate() throws {
    guard prefix.wholeMatch(of: /[A-Za-z0-9_]*/) != nil else {
      throw ValidationError("--prefix '\(prefix)': letters, digits and underscores.")
    }
  }

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    if let register {
      guard areas.isEmpty else {
        throw ValidationError("Give --areas or --register; a register has its areas in it.")
      }
      guard ownAreas.isEmpty else {
        throw ValidationError("--code, --name, --level, --epsg: these are of --areas.")
      }
      guard snap == 0 else {
        throw ValidationError("--snap: distances are of coordinates; name --areas.")
      }
      try await runByAddress(register: register)
      return
    }
    guard !areas.isEmpty else {
      throw ValidationError("Name areas with --areas, or a register of addresses with --register.")
    }
    guard corrections == nil else {
      throw ValidationError("--corrections: corrections are of addresses; name a --register.")
    }
    guard onlyAreas == nil, explain == nil else {
      throw ValidationError(
        "\(onlyAreas == nil ? "--explain" : "--only-areas"): this is for addresses; name a --register."
      )
    }
    guard let out else { throw ValidationError("Name the file to write with --out.") }
    guard snap >= 0, snap.isFinite else {
      throw ValidationError("--snap \(snap): a distance in metres, 0 or more.")
    }
    try checkTargets(out)
    let paths = areas
    let own = try ownAreas.choice(files: paths)
    let locator = Task { try await Self.locator(paths, own) }
    defer { locator.cancel() }
    let file = try openRecords()
    let columns = try PlacementOption.columns(columns, file: file)
    let specialPoints = try specialCoordinates(columns)
    Terminal.error("Places: \(columns.description(header: file.columnNames))")
    let run = GeocodeRun(
      file: file, reader: PlaceReader(columns: columns, columnCount: file.header.count),
      level: own?.level ?? .buurt, snapDistance: snap, specialPoints: specialPoints,
      prefix: prefix, tasks: tasks)
    report(run.appendedNames)
    var points =
      columns.hasCoordinates && pointOptions.points != nil
      ? DefaultPoints<CoordinatePoint>() : nil
    let counts: PlacementCounts
    if out == "-" {
      counts = try await run.run(in: { try await locator.value }, points: &points) {
        Terminal.output($0)
      }
    } else {
      var output = try OutputFile(path: out, access: .ownerOnly)
      counts = try await run.run(in: { try await locator.value }, points: &points) {
        try output.write($0)
      }
      try output.commit()
    }
    reportLeftOut(file)
    Terminal.error("\(counts.placed) of \(counted(counts.total, "record")) placed.")
    for remark in counts.remarks { Terminal.error("  \(remark.count) \(remark.reason.rawValue)") }
    guard let points else { Terminal.end() }
    let layer = try await locator.value.layer
    try pointOptions.report(points) { DefaultPoints.table($0, layer: layer) }
  }

  /// Opens the records and says which table of the file they are.
  func openRecords() throws -> CSVFile {
    let file = try RecordSource.open(records, sheet: sheet)
    if let place = file.place { Terminal.error("Records: \(place)") }
    return file
  }

  /// Says which appended columns have another name than usual, because the records have one of that
  /// name.
  func report(_ names: AppendedNames) {
    guard !names.renamed.isEmpty else { return }
    Terminal.error(
      "The records have columns of these names already; appended are "
        + names.renamed.map { "\($0.name) for \($0.usual)" }.joined(separator: ", ") + ".")
  }

  /// Says which rows of a workbook were taken for totals and notes.
  func reportLeftOut(_ file: CSVFile) {
    let rows = file.leftOutRows
    guard !rows.isEmpty else { return }
    let shown = rows.prefix(10).map { "\($0)" }.joined(separator: ", ")
    Terminal.error(
      "Left out below the table, as totals or notes: row \(shown)"
        + (rows.count > 10 ? " and \(rows.count - 10) more" : ""))
  }

  /// The list of special points, for records with coordinates.
  private func specialCoordinates(_ columns: PlacementColumns) throws -> SpecialCoordinates? {
    guard columns.hasCoordinates || pointOptions.specialPoints == nil && pointOptions.points == nil
    else {
      throw ValidationError(
        "--points and --special-points are about coordinates or addresses; these records have codes."
      )
    }
    return try pointOptions.specialPointsFile().map { try SpecialCoordinates($0) }
  }

  /// Refuses to write over what is read, or among the results of a study.
  func checkTargets(_ out: String) throws {
    try checkTarget(out, option: "--out")
    guard let points = pointOptions.points else { return }
    try checkTarget(points, option: "--points")
    if PathTarget.isSamePlace(points, out) {
      throw ValidationError("--points and --out name the same file; name another.")
    }
    // Before a long run, not behind it.
    _ = try OutputFile(path: points, access: .ownerOnly)
  }

  private func checkTarget(_ out: String, option: String) throws {
    for list in [corrections, pointOptions.specialPoints].compactMap(\.self)
    where PathTarget.isSameFile(out, list) {
      throw ValidationError("\(option) names a list that is read; name another file.")
    }
    for path in areas where PathTarget.isSameFile(out, path) {
      throw ValidationError("\(option) names the areas themselves; name another file.")
    }
    if PathTarget.isSameFile(out, records) {
      throw ValidationError("\(option) names the records themselves; name another file.")
    }
    if PathTarget.hasNeighbour(out, name: StudyResults.mark) {
      throw ValidationError(
        "\(option) lies in a folder with results of a study. A work file does not belong there; name "
          + "another folder.")
    }
  }

  private static func locator(
    _ paths: [String], _ own: OwnAreaOptions.Choice?
  ) async throws -> AreaLocator {
    if let own {
      let layer = try OwnAreas.polygons(
        paths[0], level: own.level, columns: own.columns, epsg: own.epsg)
      return await AreaLocator.prepared(layer)
    }
    let set = try AreaReader(levels: [.buurt]).read(paths)
    return await AreaLocator.prepared(set[.buurt]!)
  }
}

extension PlacementColumns {
  /// Whether records say where they belong by a coordinate.
  fileprivate var hasCoordinates: Bool {
    if case .code = self { false } else { true }
  }
}
