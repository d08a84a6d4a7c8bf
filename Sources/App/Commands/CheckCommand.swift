internal import ArgumentParser
internal import Study

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything in a study that can be found without running it.",
    discussion: """
      EXAMPLE
        wijkzicht check examples/vijf-steden/studie.yaml

      Prints every problem as file:line:column, with the nearest known word, and ends with exit code \
      1 when there is one; a study that cannot be read is exit code 2. Nothing is written.
      """)

  @OptionGroup var input: StudyOptions

  func run() async throws {
    do {
      let (study, geodata) = try input.load()
      for finding in try StudyRun(study, geodata: geodata).check() {
        Terminal.output("boundaries: \(finding)")
      }
      Terminal.output("\(input.study): no problems found.")
    } catch let problems as StudyProblems where !problems.areUnreadable {
      for problem in problems.problems { Terminal.output(problem.text) }
      let count = problems.problems.count
      Terminal.error("\(count) \(count == 1 ? "problem" : "problems") found.")
      throw ExitCode(Failure.foundProblems)
    }
  }
}
