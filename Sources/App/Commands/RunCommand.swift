internal import ArgumentParser
internal import Bytes
internal import Study

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a study: from its files to maps.",
    discussion: """
      EXAMPLE
        wijkzicht run examples/vijf-steden/studie.yaml --out uitvoer/vijf-steden
        wijkzicht run studie.yaml --json | python3 -m json.tool

      Writes one GeoJSON with its styles per indicator and per city, a styled GeoPackage, tables and \
      provenance.json into a folder, and atlas.html: all maps in one page that opens offline. The folder \
      appears whole or not at all; an earlier result in it is replaced. The folder is the last line of the \
      output.

      Where the study names a ledger, what earlier publications said of the same records is minded: counts \
      are hidden that would follow from both. What they said of areas of another year stands on these when the \
      study names them (earlier, under areas). Released results (--release) add what they say to the ledger; \
      a concept reads it and adds nothing.

      Of a run that is refused nothing is written but, with --barriers FILE, what stopped it: in the form \
      that a study reads under 'barriers', so that later results tell it.
      """)

  @OptionGroup var input: StudyOptions

  @Option(help: "The folder to write; 'uitvoer' beside the study when left out.")
  var out: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  @Option(
    help:
      "The release (YAML) of a second person, made by 'wijkzicht release'; without it all says CONCEPT."
  )
  var release: String?

  @Option(
    help: "Who answers for what the bias audit finds (YAML); see Documentation/quality.md.")
  var justification: String?

  @Option(help: "A file (YAML) to which barriers are added that stop the run.")
  var barriers: String?

  @Flag(help: "Print what the run came upon as JSON, the folder in it.")
  var json = false

  func validate() throws {
    guard release == nil || justification == nil else {
      throw ValidationError(
        "--justification: with --release the justification is that of the release. Name it for the "
          + "concept and for 'wijkzicht release'.")
    }
  }

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let (study, geodata) = try input.load()
    let folder = out ?? study.defaultOutputFolder
    let report: StudyReport
    do {
      report = try await run(study, geodata: geodata, to: folder, tasks: tasks)
    } catch {
      try BarrierNotes.add(stopping: error, to: barriers, geodata: geodata)
      throw error
    }
    let hash = release == nil ? nil : try StudyResults.hash(of: folder)
    if json {
      Terminal.output(ReportJSON(report, study: study, folder: folder, hash: hash).text)
      return
    }
    Terminal.output(ReportText(report, study: study).text)
    if let hash {
      Terminal.output(
        "SHA-256 of SHA256SUMS, for the second person to keep elsewhere ('wijkzicht verify --sums'): \(hash)"
      )
    }
    Terminal.output(folder)
  }

  private func run(
    _ study: StudyFile, geodata: Geodata, to folder: String, tasks: Int
  ) async throws -> StudyReport {
    let output = try OutputFolder(path: folder, isOurs: StudyResults.isOurs)
    var run =
      if let release {
        try await StudyRun.released(
          study, geodata: geodata, by: release, target: folder, tasks: tasks, addsToLedger: true)
      } else {
        StudyRun(
          study, geodata: geodata,
          justification: try justification.map { try BiasJustification(path: $0) })
      }
    run.advisesOnLoss = release == nil
    return try await run.run(to: output, tasks: tasks)
  }
}
