internal import ArgumentParser
internal import SpatialStatistics
internal import Tables

struct MoranCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moran",
    abstract: "Moran's I: do neighbours resemble each other?",
    discussion: """
      EXAMPLE
        wijkzicht statistics moran cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column woz_waarde --out moran.csv

      With --population the column holds events, and the rates are standardised (Assunção and Reis).
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values, or with --population the events.") var column: String
  @Option(help: "The column with the population that the events are among.") var population: String?
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions

  func run() async throws {
    let plan = try inference.plan(options.target)
    let sample = try await options.sample(
      column, population: population, style: style)
    try await sample.globally(options, inference) { () async throws(StatisticsError) in
      if population != nil {
        return [
          (
            "moran_i",
            try await .moran(
              events: sample.values[0], populations: sample.values[1], sample.weights, plan)
          )
        ]
      }
      return [("moran_i", try await .moran(sample.values[0], sample.weights, plan))]
    }
  }
}

struct GearyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geary",
    abstract: "Geary's C: how much do neighbours differ?",
    discussion: """
      EXAMPLE
        wijkzicht statistics geary cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column woz_waarde --out geary.csv
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values.") var column: String
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions

  func run() async throws {
    let plan = try inference.plan(options.target)
    let sample = try await options.sample(column, style: style)
    try await sample.globally(options, inference) { () async throws(StatisticsError) in
      [("geary_c", try await .geary(sample.values[0], sample.weights, plan))]
    }
  }
}

struct GeneralGCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "general-g",
    abstract: "General G: do high values lie together, or low ones?",
    discussion: """
      EXAMPLE
        wijkzicht statistics general-g cijfers.csv \\
          --areas wijkenbuurten_2024.gpkg --column per_1000 --out general-g.csv

      The variable has a natural zero and no negative values.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values.") var column: String
  @Option(
    help: """
      Weights: B binary, W row-standardised, V variance-stabilising, raw as they are. When left out B, \
      or raw where neighbours differ in weight.
      """)
  var style: WeightStyle?
  @OptionGroup var inference: InferenceOptions

  func run() async throws {
    let plan = try inference.plan(options.target)
    let sample = try await options.sample(column, style: style)
    try await sample.globally(options, inference) { () async throws(StatisticsError) in
      [("general_g", try await .generalG(sample.values[0], sample.weights, plan))]
    }
  }
}

struct JoinCountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join-counts",
    abstract: "Join counts: do areas that have something (1) lie together?",
    discussion: """
      EXAMPLE
        wijkzicht statistics join-counts cijfers.csv \\
          --areas wijkenbuurten_2024.gpkg --column heeft_bedrijf --out joins.csv

      The column holds 1 and 0. Rows: bb both have it, bw one of two, ww neither.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with 1 and 0.") var column: String
  @OptionGroup var inference: InferenceOptions

  func run() async throws {
    let plan = try inference.plan(options.target)
    let sample = try await options.sample(column, style: nil)
    try await sample.globally(options, inference) { () async throws(StatisticsError) in
      let counts = try await JoinCounts(sample.values[0], sample.weights, plan)
      return [("bb", counts.both), ("bw", counts.mixed), ("ww", counts.neither)]
    }
  }
}

extension AreaSample {
  /// Runs global statistics and writes a row of each.
  func globally(
    _ options: StatisticsOptions, _ inference: InferenceOptions,
    _ body: () async throws(StatisticsError) -> [(name: String, result: GlobalAssociation)]
  ) async throws {
    let rows: [(name: String, result: GlobalAssociation)]
    do {
      rows = try await body()
    } catch {
      throw StatisticsProblem.statistic(error, codes: keptCodes)
    }
    var text = StatisticsText(
      [
        "statistiek", "waarde", "verwacht", "gebieden", "buurparen", "variantie",
        "variantie_normaal", "z", "p", "permutaties", "toets",
      ], dialect: dialect)
    for (name, result) in rows {
      text.add([
        name, ResultText.number(result.value), ResultText.number(result.expected),
        result.count.description, weights.linkCount.description,
        ResultText.number(result.variance), ResultText.number(result.normalVariance),
        ResultText.number(result.z), ResultText.number(result.p(inference.alternative)),
        result.permutations.permutations.description, inference.alternative.word,
      ])
      let p = result.p(inference.alternative)
      Terminal.error(
        "\(name) \(ResultText.short(result.value)), expected "
          + "\(ResultText.short(result.expected)), \(counted(rows.count, "test")), "
          + "\(inference.alternative.rawValue): "
          + (p.map { "p \(ResultText.short($0))." }
            ?? "it cannot be tested, because the same comes of any order of the areas."))
    }
    try options.target.write(text.bytes)
  }
}
