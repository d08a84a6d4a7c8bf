internal import ArgumentParser
internal import Bytes
internal import Study

struct AssessmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dpia",
    abstract: "The annex to a data protection impact assessment of a study, to be edited.",
    discussion: """
      EXAMPLE
        wijkzicht dpia examples/vijf-steden/studie.yaml --out uitvoer/dpia

      Writes dpia.nl and dpia.en, each as .md and .docx: what is processed, the data with class, legal \
      basis and retention, the results, and for each risk the measure of the program and what was measured \
      in this study (counts that are suppressed, rules, bias audit, barriers). What only your organisation \
      can say is asked and left open. The texts stand in dpia.yaml of the catalogue, for your lawyer to \
      edit. The study is worked out in memory; none of its results is written. A finding of the bias \
      audit does not stop the annex: it is told in it.
      """)

  @OptionGroup var input: StudyOptions

  @Option(help: "The folder to write.")
  var out: String

  @Option(
    help: "Who answers for what the bias audit finds (YAML); see Documentation/quality.md.")
  var justification: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let (study, geodata) = try input.load()
    let folder = try OutputFolder(path: out, isOurs: StudyAssessment.isOurs)
    try await StudyAssessment(
      study, geodata: geodata,
      justification: try justification.map { try BiasJustification(path: $0) }
    ).write(to: folder, tasks: tasks)
    Terminal.output(out)
  }
}
