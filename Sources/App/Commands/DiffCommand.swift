internal import ArgumentParser
internal import Bytes
internal import Study

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between the results of two runs, and why.",
    discussion: """
      EXAMPLE
        wijkzicht diff uitvoer/2023 uitvoer/2024 --out uitvoer/verschil

      Splits the change of each value into other figures, other boundaries, another definition and \
      rounding; the parts add up to it. What cannot be told apart stands apart. Both folders must be \
      results of 'wijkzicht run' for the same audience, with maps as GeoJSON; the earlier one first. \
      A file that is not as SHA256SUMS of its folder says is refused. Writes verschil.csv and verschil.json \
      into a folder, the last line of the output.
      """)

  @Argument(help: "The folder with the earlier results.")
  var before: String

  @Argument(help: "The folder with the later results.")
  var after: String

  @Option(help: "The folder to write; without it nothing is written.")
  var out: String?

  @Flag(help: "Print verschil.json instead of sentences.")
  var json = false

  func run() async throws {
    let difference = try StudyDifference(before, after)
    if let out {
      try difference.write(to: OutputFolder(path: out, isOurs: StudyDifference.isOurs))
    }
    for remark in difference.remarks { Terminal.error(remark) }
    if json {
      Terminal.output(String(decoding: difference.json.dropLast(), as: UTF8.self))
      return
    }
    for line in difference.sentences { Terminal.output(line) }
    if let out { Terminal.output(out) }
  }
}
