internal import ArgumentParser
internal import GeoJSON
internal import Study

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything in a study that can be found without running it.",
    discussion: """
      EXAMPLE
        wijkzicht check examples/vijf-steden/studie.yaml
        wijkzicht check studie.yaml --json
        wijkzicht check studie.yaml --barriers barrieres.yaml

      Prints every problem as file:line:column, with the nearest known word, and ends with exit code \
      1 when there is one; a study that cannot be read is exit code 2.

      Of a file of records the names of columns and the first megabyte are read; a run reads it whole, \
      and stops at personal data or damage further down.

      --barriers FILE adds those problems that are barriers to a register: data that may not be used for the \
      purpose, combinations that a rule forbids, another edition, a file that is not there. It has the form \
      that a study reads under 'barriers'. Nothing else is written.
      """)

  @OptionGroup var input: StudyOptions

  @Option(help: "A file (YAML) to which problems are added that are barriers.")
  var barriers: String?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() async throws {
    do {
      let (study, geodata) = try input.load()
      let findings: (boundaries: [String], remarks: [String])
      do {
        findings = try StudyRun(study, geodata: geodata).check()
      } catch {
        try BarrierNotes.add(stopping: error, to: barriers, geodata: geodata)
        throw error
      }
      let remarks = study.remarks + findings.remarks
      if json {
        Terminal.output(text(problems: [], boundaries: findings.boundaries, remarks: remarks))
        return
      }
      for finding in findings.boundaries { Terminal.output("boundaries: \(finding)") }
      for remark in remarks { Terminal.output(remark) }
      Terminal.output("\(input.study): no problems found.")
    } catch let problems as StudyProblems where !problems.areUnreadable {
      if json {
        Terminal.output(text(problems: problems.problems, boundaries: [], remarks: []))
        throw ExitCode(Failure.foundProblems)
      }
      for problem in problems.problems { Terminal.output(problem.text) }
      let count = problems.problems.count
      Terminal.error("\(count) \(count == 1 ? "problem" : "problems") found.")
      throw ExitCode(Failure.foundProblems)
    }
  }

  private func text(
    problems: [StudyProblem], boundaries: [String], remarks: [String]
  ) -> String {
    var json = JSONText()
    json.openObject()
    json.member("study", input.study)
    json.objects("problems", problems) { json, problem in
      json.member("file", problem.path)
      json.member("line", problem.line)
      json.member("column", problem.column)
      json.member("message", problem.sentence)
    }
    json.member("boundaries", boundaries)
    json.member("remarks", remarks)
    json.closeObject()
    return json.text
  }
}
