internal import ArgumentParser
internal import SpatialStatistics
internal import Tables

struct RatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Rates that small populations do not blow up, and ratios with their limits.",
    discussion: """
      EXAMPLE
        wijkzicht statistics rates cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --column meldingen --population inwoners --per 1000 \\
          --out cijfers-eb.csv

      Columns: tarief as observed, tarief_eb drawn to that of all areas, tarief_eb_ruimtelijk to that of \
      the neighbours (empirical Bayes), verwacht by the rate of all areas, ratio with its limits \
      (exact Poisson, or --interval mid-p), and the funnel within which chance alone keeps it. An area \
      with a population of 0 has no rate: it is left out, counted and named, and its row is empty. Areas \
      without neighbours keep all but tarief_eb_ruimtelijk.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)
  @OptionGroup var options: StatisticsOptions
  @Option(help: "The column with events: whole numbers.") var column: String
  @Option(help: "The column with the population that the events are among.") var population: String
  @Option(parsing: .unconditional, help: "Rates are per so many of the population.")
  var per: Double = 1_000
  @Option(help: "The limits of a ratio: exact or mid-p.")
  var interval: StandardisedRatio.Interval = .exact
  @Option(
    parsing: .unconditional, help: "The confidence of the limits, and the coverage of the funnel.")
  var confidence: Double = 0.95

  func validate() throws {
    guard per > 0, per <= 1e15, per >= 1e-15 else {
      throw ValidationError("--per \(per): a number above 0, as 1000.")
    }
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence \(confidence): a share between 0 and 1.")
    }
  }

  func run() async throws {
    var options = options
    if options.neighbours.islands == .leaveOut { options.neighbours.islands = .keep }
    let sample = try await options.sample(
      column, population: population, style: .binary)
    do {
      try options.target.write(try table(sample))
    } catch let error as StatisticsError {
      throw StatisticsProblem.statistic(error, codes: sample.keptCodes)
    }
  }

  private func table(_ sample: AreaSample) throws -> [UInt8] {
    let events = sample.values[0]
    let populations = sample.values[1]
    let prior = try Rates.prior(events: events, populations: populations)
    let global = try Rates.empiricalBayes(events: events, populations: populations)
    let local = try Rates.spatialEmpiricalBayes(
      events: events, populations: populations, sample.weights)
    guard prior.mean > 0 else { throw StatisticsError.constant }
    Terminal.error(
      "Rate of all areas: \(ResultText.number(prior.mean * per)) per "
        + "\(ResultText.number(per)) over \(counted(events.count, "area"))."
        + (prior.isClipped
          ? " Areas differ no more than chance makes them; the variance between them is taken as 0."
          : ""))
    var text = StatisticsText(
      [
        "code", "aantal", "bevolking", "tarief", "tarief_eb", "tarief_eb_ruimtelijk", "verwacht",
        "ratio", "ratio_laag", "ratio_hoog", "trechter_laag", "trechter_hoog", "p",
      ], dialect: sample.dialect)
    var next = 0
    for (place, code) in sample.codes.enumerated() {
      guard next < sample.kept.count, sample.kept[next] == place else {
        text.add(
          [code, ResultText.number(sample.value(of: place))] + [String](repeating: "", count: 11))
        continue
      }
      let area = next
      next += 1
      let expected = prior.mean * populations[area]
      guard events[area] == events[area].rounded() else {
        throw StatisticsProblem.notWhole(code: code)
      }
      guard max(events[area], expected) <= StandardisedRatio.largestCount else {
        throw StatisticsProblem.tooManyEvents(code: code)
      }
      let ratio = try StandardisedRatio(observed: events[area], expected: expected)
      let limits = try ratio.limits(confidence: confidence, interval)
      let funnel = try StandardisedRatio.funnel(expected: expected, coverage: confidence)
      let cells: [Double?] = [
        events[area], populations[area], events[area] / populations[area] * per,
        global[area] * per, local[area].map { $0 * per }, expected, ratio.ratio,
        limits.lowerBound, limits.upperBound, funnel.lowerBound, funnel.upperBound,
        ratio.p(interval),
      ]
      text.add([code] + cells.map(ResultText.number))
    }
    return text.bytes
  }
}
