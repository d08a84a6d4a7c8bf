internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Heatmaps
internal import SpatialStatistics
internal import Study
internal import Tables

struct HeatmapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap",
    abstract: "Draw where records lie dense, as classes on a map.",
    discussion: """
      EXAMPLE
        wijkzicht heatmap incidenten.csv --areas wijkenbuurten_2024.gpkg \\
          --bandwidth 500 --out heatmap
        wijkzicht heatmap examples/vijf-steden/records/incidenten.csv \\
          --areas geodata/sample --peildatum 2024-12-31 --synthetic \\
          --bandwidth 1000 --out uitvoer/heatmap
        wijkzicht heatmap incidenten.csv --areas wijkenbuurten_2024.gpkg \\
          --gemeente Tilburg --where soort=drugshandel --relative \\
          --out heatmap_tilburg

      A kernel density in RD metres, cut off at the gemeenten, with one grid, one bandwidth and one set \
      of classes for all of them. Without --gemeente the five cities among the areas, or all there are. \
      --out names a folder (surfaces, cells, a GeoPackage, provenance) or a .geojson file (surfaces).

      Published are classes, never densities: from exact densities the records themselves can be \
      computed. Unless the points are declared 'open', a cell is shown only with 10 or more records of \
      3 or more addresses within the bandwidth, weighed by distance; an address counts for at most 30 % of \
      the records around it, or for 3; the bandwidth is 300 m or more, a \
      cell 50 m or more and a twentieth of the bandwidth, and homes are refused. \
      The map describes the past; it says nothing of a person, a firm or an address, and forecasts \
      nothing.
      """)

  @Argument(help: "The records: CSV (also .gz), GeoJSON or GeoPackage points.")
  var records: String

  @Option(help: "The areas: a CBS GeoPackage, GeoJSON files, or a folder with label points.")
  var areas: [String]

  @Option(help: "The folder or .geojson file to write.")
  var out: String

  @Option(help: "A gemeente by name or code; repeat for more.")
  var gemeente: [String] = []

  @Option(help: "The columns with places: x=…,y=… or lon=…,lat=….")
  var columns: String?

  @Option(help: "The column with the weight of each record; 1 each when left out.")
  var weight: String?

  @Option(
    help: "Only records with a word in a column: soort=drugshandel|overlast; repeat for more.")
  var `where`: [String] = []

  @Option(
    help:
      "What the points are: incidents (when left out), establishments, homes (refused) or open.",
    transform: word)
  var pointsAre: PointSource = .incidents

  @Option(
    help: "The kernel: quartic (when left out), epanechnikov, triweight or gaussian.",
    transform: word)
  var kernel: Kernel = .quartic

  @Option(
    parsing: .unconditional,
    help: "The bandwidth in metres, or a rule that chooses it: scott, diggle, ppl or cvl.")
  var bandwidth: String = "500"

  @Option(
    parsing: .unconditional,
    help: "The side of a cell in metres; when left out 100, or more where the bandwidth needs it.")
  var cell: Double?

  @Option(
    help: "The correction at the edge: diggle (when left out), uniform or none.", transform: word)
  var edge: EdgeCorrection = .diggle

  @Flag(help: "Narrower where records are dense, wider where they are few (Abramson).")
  var adaptive = false

  @Flag(help: "In proportion to inhabitants, spread evenly over their buurt (modelled).")
  var relative = false

  @OptionGroup var classOptions: ClassOptions

  @Option(help: "What the records are, for the legend.")
  var title: String = "Heatmap"

  @Option(help: "For whom the map is: openbaar (when left out) or intern.", transform: word)
  var audience: Audience = .openbaar

  @Flag(help: "The records are made up; every file says so.")
  var synthetic = false

  @Option(help: "The day to which the records refer, as 2024-12-31.")
  var peildatum: String?

  @Option(help: "The language of the legend: nl (when left out) or en.", transform: word)
  var language: StudyLanguage = .nl

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let request = try request()
    let file = try RecordSource.open(records)
    let columns = try PlacementOption.columns(columns, file: file)
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    let run = try HeatmapRun(request, file: file, columns: columns, geodata: catalogue)
    let report: HeatmapReport
    if out.hasSuffix(".geojson") {
      if ([records] + areas).contains(where: { PathTarget.isSameFile(out, $0) }) {
        throw ValidationError("--out names a file that is read; name another.")
      }
      report = try await run.run(toFile: out, tasks: tasks)
    } else {
      let folder = try OutputFolder(path: out, isOurs: HeatmapRun.isOurs)
      report = try await run.run(to: folder, tasks: tasks)
    }
    for line in lines(report) { Terminal.error(line) }
    Terminal.output(out)
  }

  private func request() throws -> HeatmapRequest {
    try PersonsInText.refuse([("title", title)] + self.where.map { ("where", $0) })
    var request = HeatmapRequest(records: records, areas: areas)
    request.gemeenten = gemeente
    request.weight = weight
    request.conditions = try self.where.map { condition in
      let pair = condition.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else {
        throw ValidationError("--where '\(condition)': write COLUMN=WORD or COLUMN=WORD|WORD.")
      }
      return (pair[0], Set(pair[1].split(separator: "|").map(String.init)))
    }
    request.source = pointsAre
    request.kernel = kernel
    if let rule = BandwidthRule(rawValue: bandwidth) {
      request.bandwidth = .rule(rule)
    } else if let metres = Double(bandwidth) {
      request.bandwidth = .metres(metres)
    } else {
      throw ValidationError(
        "--bandwidth '\(bandwidth)': a distance in metres, or scott, diggle, ppl or cvl.")
    }
    request.cellSize = cell
    request.edge = edge
    request.isAdaptive = adaptive
    request.isRelative = relative
    request.breaks = try classOptions.chosen()
    request.audience = audience
    request.isSynthetic = synthetic
    request.title = title
    if let peildatum {
      guard let date = RecordDate(peildatum) else {
        throw ValidationError("--peildatum '\(peildatum)': a day as 2024-12-31.")
      }
      request.peildatum = date.text
    }
    request.language = language
    return request
  }

  /// What came of a run; counts of records are for the one who has the records.
  private func lines(_ report: HeatmapReport) -> [String] {
    let points = report.points
    var lines = [
      "\(points.positions.count - report.outside) of \(counted(points.total, "record")) in the area."
    ]
    if report.outside > 0 { lines.append("  \(report.outside) outside the gemeenten") }
    if report.uncounted > 0 {
      lines.append(
        "  \(report.uncounted) left out of the density, since their address would stand out by itself"
      )
    }
    if points.otherCount > 0 { lines.append("  \(points.otherCount) other than --where") }
    if points.unreadableWeights > 0 {
      lines.append("  \(points.unreadableWeights) without a weight that can be read")
    }
    for remark in points.counts.remarks {
      lines.append("  \(remark.count) \(remark.reason.rawValue)")
    }
    lines += HeatmapText.lines(report, rule: bandwidth)
    return lines
  }
}

/// The options about classes, for commands that draw a map.
struct ClassOptions: ParsableArguments {
  @Option(
    help: """
      How classes are chosen: quantile (when left out), optimal, equal, deviation, headtail, box \
      or pretty.
      """, transform: word)
  var classes: ClassificationMethod = .quantile

  @Option(help: "The number of classes, 2 to 5.")
  var classCount: Int = 5

  @Option(help: "The inner edges of the classes in the place of a method: 1,5,20,100.")
  var breaks: String?

  func chosen() throws -> PublishedGrid.Breaks {
    guard (2...5).contains(classCount) else {
      throw ValidationError("--class-count \(classCount): 2 to 5 classes.")
    }
    guard let breaks else { return .chosen(classes, classes: classCount) }
    let numbers = breaks.split(separator: ",").map { Double($0) }
    let edges = numbers.compactMap(\.self)
    guard edges.count == numbers.count, (1...4).contains(edges.count),
      edges.allSatisfy({ $0 > 0 && $0.isFinite }), zip(edges, edges.dropFirst()).allSatisfy(<)
    else {
      throw ValidationError("--breaks '\(breaks)': 1 to 4 ascending numbers above 0, as 1,5,20.")
    }
    return .given(edges)
  }
}
