internal import Areas
internal import ArgumentParser
internal import SpatialStatistics
internal import Tables

/// Which areas, and which are neighbours.
struct NeighbourOptions: ParsableArguments {
  @Option(
    help: """
      The areas: a CBS GeoPackage, or GeoJSON files of one level each; with --code any file of polygons.
      """)
  var areas: [String]

  @Option(
    help: "The level of the areas: buurt, wijk or gemeente; with --code what your own are called.")
  var level: AreaLevel = .buurt

  @OptionGroup var own: StatisticsAreas

  @Option(
    help: """
      Who is a neighbour: queen, rook, knn:6, band:1000, inverse:1000, inverse:1000:2, \
      kernel:quartic:1000, block:wijk, block:gemeente, or a .gal or .gwt file. queen:2 takes areas up \
      to two steps away; a + joins graphs (queen+knn:1). Distances are metres between centroids.
      """)
  var weights: String = "queen"

  @Option(
    parsing: .unconditional, help: "Nodes of boundaries up to this distance in metres are one node."
  )
  var snap: Double = 0

  @Option(help: "Areas without neighbours: leave them out, link each to the nearest, or keep them.")
  var islands: IslandPolicy = .leaveOut
}

/// The table and where the result goes.
struct StatisticsOptions: ParsableArguments {
  @Argument(help: "The table: CSV with a column of area codes (- for standard input).")
  var table: String

  @Option(help: "The column with codes; found by its name (buurtcode, code, …) when left out.")
  var codeColumn: String?

  @OptionGroup var neighbours: NeighbourOptions

  @OptionGroup var target: WorkFileOptions

  /// Reads the areas and the columns, leaves out what is missing, and links neighbours.
  /// - Parameters:
  ///   - around: the column of another variable around the areas.
  ///   - population: the column with a population, the last of the figures; areas where it is 0 have no
  ///     rate and are left out by name.
  ///   - style: how weights are scaled; nil for that in which no weight is lost.
  func sample(
    _ column: String, around: String? = nil, population: String? = nil, style: WeightStyle?
  ) async throws -> AreaSample {
    try target.check(read: neighbours.areas + [table])
    try neighbours.own.check(neighbours.level)
    let neighbours = neighbours
    let layer = Task { try neighbours.layer() }
    var table = try StatisticsTable(
      path: table, codeColumn: codeColumn, level: neighbours.own.named(neighbours.level),
      usual: neighbours.own.codeColumns(neighbours.level),
      columns: [(column, "--column")] + (around.map { [($0, "--around")] } ?? [])
        + (population.map { [($0, "--population")] } ?? []))
    if population != nil {
      let empty = table.leaveOutZeros(ofColumn: table.figures.count - 1)
      if !empty.isEmpty { Terminal.error(Self.withoutPopulation(empty)) }
    }
    let sample = try AreaSample(
      table: table, layer: try await layer.value, options: neighbours, style: style)
    for line in sample.remarks { Terminal.error(line) }
    return sample
  }
}

extension StatisticsOptions {
  /// Which areas have no rate because nobody is there.
  fileprivate static func withoutPopulation(_ codes: [String]) -> String {
    let shown = codes.sorted().prefix(10).joined(separator: ", ")
    let more = codes.count > 10 ? " and \(codes.count - 10) more" : ""
    return
      "\(codes.count) \(codes.count == 1 ? "area has" : "areas have") a population of 0, so no rate, "
      + "and \(codes.count == 1 ? "is" : "are") left out: \(shown)\(more)."
  }
}

/// How chance is judged.
struct InferenceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "The number of permutations; 0 for the normal distribution of z."
  )
  var permutations: Int = 999

  @Option(
    parsing: .unconditional,
    help:
      "Draw on in rounds up to this number where a p-value is not yet decided, and ten times that near the limit of significance."
  )
  var refine: Int?

  @Option(parsing: .unconditional, help: "The seed of the permutations: a whole number from 0 on.")
  var seed: UInt64 = 1

  @Option(
    help: """
      A file with permutations from elsewhere, in the place of drawn ones, so that counts can be compared \
      with another program exactly. Each row is one; areas are numbered from 0 in the order of their codes. \
      For a local statistic a row names the other areas that stand in the places of the neighbours, the \
      area itself not counted (PySAL's vec_permutations); for a global one it is an order of all areas.
      """)
  var permutationTable: String?

  @Option(help: "two-sided, greater, less, or directed (as GeoDa; too often significant).")
  var alternative: Alternative = .twoSided

  func validate() throws {
    guard permutations >= 0, permutations <= 100_000_000 else {
      throw ValidationError("--permutations \(permutations): a number from 0 on.")
    }
    if permutationTable != nil, refine != nil {
      throw ValidationError(
        "--permutation-table and --refine do not go together: a table has the permutations that it has."
      )
    }
    if let refine, refine < 1 { throw ValidationError("--refine \(refine): a number from 1 on.") }
  }

  /// The plan, or nil without permutations.
  func plan(
    _ target: WorkFileOptions, label: LabelOptions? = nil
  ) throws -> PermutationPlan? {
    let tasks = try Processors.tasks(target.jobs)
    if let permutationTable {
      try target.check(read: [permutationTable])
      return PermutationPlan(table: try PermutationTableFile.read(permutationTable), tasks: tasks)
    }
    if let refine {
      // What is judged by one tail is not drawn on by both.
      let settling = label.flatMap { label in
        alternative == .twoSided
          ? PermutationPlan.Settling(rule: label.fdr, alpha: label.alpha, limit: refine * 10) : nil
      }
      return .refined(to: refine, settling: settling, seed: seed, tasks: tasks)
    }
    return permutations == 0
      ? nil : PermutationPlan(permutations: permutations, seed: seed, tasks: tasks)
  }
}

/// How many tests at once are judged, and from where on an area has a label.
struct LabelOptions: ParsableArguments {
  @Option(help: "How p-values are adjusted for many tests: BH, or BY under any dependence.")
  var fdr: FalseDiscoveryRate = .benjaminiHochberg

  @Option(
    parsing: .unconditional, help: "The false discovery rate up to which an area gets a label.")
  var alpha: Double = 0.05

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha \(alpha): a rate between 0 and 1.")
    }
  }
}

extension NeighbourOptions {
  /// The areas of the level.
  func layer() throws -> AreaLayer {
    try own.layer(of: areas, level: level)
  }
}
