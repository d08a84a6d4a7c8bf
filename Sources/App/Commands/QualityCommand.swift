internal import ArgumentParser
internal import Bytes
internal import Study

struct QualityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Measure the quality of the sources of a study, and what their owners can do.",
    discussion: """
      EXAMPLE
        wijkzicht quality examples/vijf-steden/studie.yaml --out uitvoer/kwaliteit

      Measures completeness, consistency, positions, time and numbers of records and figures, by the \
      elements of ISO 19157, with a grade A to E for each source, gemeente and area: that of the worst \
      measure. Writes kwaliteit.json, .md and .csv, and kwaliteit.geojson with styles, into a folder, the \
      last line of the output. Without --out nothing is written.

      The result is for internal use, whatever the audience of the study: counts are exact. It holds \
      names of columns and counts, never what a record holds.
      """)

  @OptionGroup var input: StudyOptions

  @Option(help: "The folder to write; without it nothing is written.")
  var out: String?

  @Option(help: "A study of another year, with whose figures those of the same areas are compared.")
  var earlier: String?

  @Flag(help: "Print kwaliteit.json instead of sentences.")
  var json = false

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let (study, geodata) = try input.load()
    let quality = StudyQuality(
      study, earlier: try earlier.map { try StudyFileReader.read($0) }, geodata: geodata)
    let result = try await quality.result(tasks: tasks)
    if let out {
      try quality.write(result, to: OutputFolder(path: out, isOurs: StudyQuality.isOurs))
    }
    if json {
      Terminal.output(String(decoding: result.json.dropLast(), as: UTF8.self))
      return
    }
    for line in result.sentences { Terminal.output(line) }
    if let out { Terminal.output(out) }
  }
}
