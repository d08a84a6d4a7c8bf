internal import ArgumentParser
internal import Bytes
internal import Study

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the gemeenten of a study, over their inhabitants.",
    discussion: """
      EXAMPLE
        wijkzicht compare examples/vijf-steden/studie.yaml \\
          --out uitvoer/vergelijking

      For each indicator of the study: how it is spread over the inhabitants of each gemeente, how much \
      of the inequality lies between gemeenten, and how far their distributions lie apart. From published \
      values only. Buurten are joined within their wijk, wijken within their gemeente, up to --units \
      inhabitants; with --units 0 areas stay as they are. Where units still differ much in size \
      between gemeenten the result says ongelijke_eenheden. Gemeenten stand by code, never ranked.

      Then the types of areas over all gemeenten and what sets each apart, and for each area those of \
      other gemeenten that are most like it. With --regions also each gemeente with its neighbours in \
      connected regions; take areas of the whole country for that.

      Writes vergelijking.json and .csv, typen.geojson with styles, typen.csv, tweelingen.csv and \
      regios_<gemeentecode>.geojson into a folder, the last line of the output, with provenance.json and \
      SHA256SUMS, which 'wijkzicht verify' looks at.
      """)

  @OptionGroup var input: StudyOptions

  @Option(help: "The folder to write; without it nothing is written.")
  var out: String?

  @Option(
    parsing: .unconditional,
    help: "Join areas up to this number of inhabitants; 0 for areas as they are.")
  var units = 5000

  @Option(
    parsing: .unconditional,
    help: "The number of types of areas; 0 for the one with the best silhouette.")
  var types = 0

  @Option(
    parsing: .unconditional,
    help: "Divide each gemeente with its neighbours into this number of regions; 0 for none.")
  var regions = 0

  @Option(parsing: .unconditional, help: "The inhabitants that a region must have.")
  var regionSize = 10_000

  @Option(
    parsing: .unconditional, help: "How many samples the intervals of distances rest on.")
  var draws = 499

  @Option(help: "The seed of the samples.")
  var seed: UInt64 = 1

  @Option(
    help: "Who answers for what the bias audit finds (YAML); see Documentation/quality.md.")
  var justification: String?

  @Flag(help: "Print vergelijking.json instead of sentences.")
  var json = false

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  func validate() throws {
    guard (0...1_000_000).contains(units) else {
      throw ValidationError("--units \(units): allowed is a number from 0 to 1000000.")
    }
    let counts = StudyComparison.typeCounts
    guard types == 0 || counts.contains(types) else {
      throw ValidationError(
        "--types \(types): allowed is 0, or a number from \(counts.lowerBound) to \(counts.upperBound)."
      )
    }
    let most = StudyComparison.RegionChoice.most
    guard regions == 0 || (2...most).contains(regions) else {
      throw ValidationError("--regions \(regions): allowed is 0, or a number from 2 to \(most).")
    }
    guard (0...10_000_000).contains(regionSize) else {
      throw ValidationError("--region-size \(regionSize): allowed is a number from 0 to 10000000.")
    }
    guard (0...99_999).contains(draws) else {
      throw ValidationError("--draws \(draws): allowed is a number from 0 to 99999.")
    }
  }

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let (study, geodata) = try input.load()
    let result = try await StudyComparison(
      study, geodata: geodata, goal: units > 0 ? Double(units) : nil,
      typeCount: types > 0 ? types : nil,
      regions: regions > 0
        ? StudyComparison.RegionChoice(count: regions, least: Double(regionSize)) : nil,
      draws: draws, seed: seed,
      justification: try justification.map { try BiasJustification(path: $0) }
    ).result(tasks: tasks)
    if let out {
      try await result.write(
        to: OutputFolder(path: out, isOurs: StudyComparison.isOurs), tasks: tasks)
    }
    if json {
      Terminal.output(String(decoding: result.json.dropLast(), as: UTF8.self))
      return
    }
    for line in result.unitSizes + result.sentences { Terminal.output(line) }
    if let out { Terminal.output(out) }
  }
}
