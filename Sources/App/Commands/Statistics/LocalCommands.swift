internal import ArgumentParser
internal import SpatialStatistics

struct LisaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lisa",
    abstract: "Local Moran's I: which areas resemble their surroundings, and which stand out.",
    discussion: """
      EXAMPLE
        wijkzicht statistics lisa cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column woz_waarde --weights queen --permutations 999 --seed 1 \\
          --out lisa.csv

      Labels: hoog_hoog, laag_laag, hoog_laag, laag_hoog, by value and lag against the mean. With \
      --population the column holds events, and the rates are standardised (Assunção and Reis).
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values, or with --population the events.") var column: String
  @Option(help: "The column with the population that the events are among.") var population: String?
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions
  @OptionGroup var label: LabelOptions

  func run() async throws {
    let plan = try inference.plan(options.target, label: label)
    let sample = try await options.sample(
      column, population: population, style: style)
    try await sample.naming { () async throws(StatisticsError) in
      var values = sample.values[0]
      if population != nil {
        values = try Rates.standardised(events: values, populations: sample.values[1])
      }
      return (values, try await LocalAssociation.localMoran(values, sample.weights, plan))
    }.report(
      self.options, sample, column: "i", rule: .moran, inference: inference, label: label,
      effect: { "Moran's I \(ResultText.short($0))." })
  }
}

struct HotspotsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Getis and Ord's Gi*: where much of a variable lies together, and where little.",
    discussion: """
      EXAMPLE
        wijkzicht statistics hotspots cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column per_1000 --out hotspots.csv

      Labels: hotspot and coldspot. The area counts among its own surroundings; with --without-self it \
      does not (Gi).
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values.") var column: String
  @Option(
    help: """
      Weights: B binary, W row-standardised, V variance-stabilising, raw as they are. When left out B, \
      or raw where neighbours differ in weight.
      """)
  var style: WeightStyle?
  @Flag(help: "Gi: the area does not count among its own surroundings.") var withoutSelf = false
  @OptionGroup var inference: InferenceOptions
  @OptionGroup var label: LabelOptions

  func run() async throws {
    let plan = try inference.plan(options.target, label: label)
    let sample = try await options.sample(column, style: style)
    let weights =
      withoutSelf ? sample.weights : sample.unstyled.includingSelf().styled(sample.style)
    try await sample.naming { () async throws(StatisticsError) in
      (sample.values[0], try await LocalAssociation.localG(sample.values[0], weights, plan))
    }.report(
      options, sample, column: "g", rule: .hotspots, inference: inference, label: label,
      effect: { "Moran's I \(ResultText.short($0))." })
  }
}

struct LocalGearyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local-geary",
    abstract: "Local Geary's c: which areas are like each of their neighbours, and which are not.",
    discussion: """
      EXAMPLE
        wijkzicht statistics local-geary cijfers.csv \\
          --areas wijkenbuurten_2024.gpkg --column woz_waarde --out geary.csv

      Labels: hoog_hoog, laag_laag and overig_gelijkend for a small c, afwijkend for a large one.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values.") var column: String
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions
  @OptionGroup var label: LabelOptions

  func run() async throws {
    let plan = try inference.plan(options.target, label: label)
    let sample = try await options.sample(column, style: style)
    try await sample.naming { () async throws(StatisticsError) in
      let values = sample.values[0]
      return (values, try await LocalAssociation.localGeary(values, sample.weights, plan))
    }.report(
      options, sample, column: "c", rule: .geary, inference: inference, label: label,
      effect: { "Moran's I \(ResultText.short($0))." })
  }
}

struct BivariateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bivariate",
    abstract: "Bivariate local Moran's I: whether a value goes with another variable around it.",
    discussion: """
      EXAMPLE
        wijkzicht statistics bivariate cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column leegstand --around meldingen --out samen.csv

      Labels: the area's own value first, then that of --around in its surroundings. It tells nothing \
      of how both go together within an area, nor that one causes the other.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the area's own value.") var column: String
  @Option(help: "The column whose values around the area are looked at.") var around: String
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions
  @OptionGroup var label: LabelOptions

  func run() async throws {
    let plan = try inference.plan(options.target, label: label)
    let sample = try await options.sample(column, around: around, style: style)
    try await sample.naming { () async throws(StatisticsError) in
      let values = sample.values[0]
      return (
        values,
        try await LocalAssociation.bivariateMoran(values, sample.values[1], sample.weights, plan)
      )
    }.report(
      options, sample, column: "i", rule: .moran, inference: inference, label: label,
      effect: { "Moran's I of \(column) \(ResultText.short($0))." })
  }
}

struct LoshCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "losh",
    abstract: "LOSH: where neighbours differ much among each other, and where little.",
    discussion: """
      EXAMPLE
        wijkzicht statistics losh cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column woz_waarde --out losh.csv

      Labels: wisselend for H above 1, gelijkmatig below. With --permutations 0 the p-value is that \
      of a chi-squared distribution (Ord and Getis 2012); z is left empty.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with the values.") var column: String
  @Option(help: "Weights: W row-standardised, B binary, V variance-stabilising, raw as they are.")
  var style: WeightStyle = .rowStandardised
  @OptionGroup var inference: InferenceOptions
  @OptionGroup var label: LabelOptions

  func run() async throws {
    let plan = try inference.plan(options.target, label: label)
    let sample = try await options.sample(column, style: style)
    try await sample.naming { () async throws(StatisticsError) in
      let values = sample.values[0]
      return (
        values, try await LocalAssociation.heteroscedasticity(values, sample.weights, plan)
      )
    }.report(
      options, sample, column: "h", rule: .heteroscedasticity, inference: inference, label: label,
      effect: { "Moran's I \(ResultText.short($0))." })
  }
}

/// A local statistic with the values that stand beside it.
struct LocalOutcome {
  let values: [Double]
  let result: LocalAssociation

  func report(
    _ options: StatisticsOptions, _ sample: AreaSample, column: String, rule: LabelRule,
    inference: InferenceOptions, label: LabelOptions,
    effect: (Double) -> String
  ) async throws {
    let alternative = inference.alternative
    let global = try? await GlobalAssociation.moran(values, sample.weights)
    try await LocalReport(
      sample: sample, values: values, result: result, column: column, rule: rule,
      p: rule == .heteroscedasticity && result.rounds.isEmpty
        ? result.heteroscedasticityP(alternative) : result.p(alternative),
      inference: inference, label: label,
      effect: effect(global?.value ?? .nan)
    ).finish(options)
  }
}

extension AreaSample {
  /// Runs a statistic; what is wrong with an area is told with its code.
  func naming(
    _ body: () async throws(StatisticsError) -> ([Double], LocalAssociation)
  ) async throws -> LocalOutcome {
    do {
      let (values, result) = try await body()
      return LocalOutcome(values: values, result: result)
    } catch {
      throw StatisticsProblem.statistic(error, codes: keptCodes)
    }
  }
}
