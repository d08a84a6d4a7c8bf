internal import ArgumentParser
internal import Study

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how each number of an area came about.",
    discussion: """
      EXAMPLE
        wijkzicht explain examples/vijf-steden/studie.yaml BU03440111
        wijkzicht explain studie.yaml WK034401 --language en --json

      For each index what every indicator adds to the score, and why others add nothing; for each \
      indicator the figures of its sources; and beside them the wijk and the gemeente on the same \
      scale. From what the audience of the study may know, and from nothing else. Nothing is written.
      """)

  @OptionGroup var input: StudyOptions

  @Argument(help: "The code of a buurt, wijk or gemeente of the study, or of an own area.")
  var area: String

  @Option(help: "nl or en; that of the study when left out.")
  var language: LanguageOption?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  @Option(
    help: "Who answers for what the bias audit finds (YAML); see Documentation/quality.md.")
  var justification: String?

  @Flag(help: "Print the explanation as JSON, in both languages.")
  var json = false

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let (study, geodata) = try input.load()
    let answering = try justification.map { try BiasJustification(path: $0) }
    let found = try await StudyRun(study, geodata: geodata, justification: answering).explanation(
      of: area, tasks: tasks)
    if json {
      Terminal.output(ExplanationJSON.text(found))
      return
    }
    let own: LanguageOption = study.language == .nl ? .nl : .en
    Terminal.output(ExplanationText(found, language: language ?? own).text)
  }
}
