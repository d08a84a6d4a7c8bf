internal import ArgumentParser
internal import Bytes
internal import Study

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the published results of cities together; no record leaves a city.",
    discussion: """
      EXAMPLE
        wijkzicht merge uitvoer/utrecht uitvoer/tilburg --out uitvoer/samen

      Each folder holds the results of 'wijkzicht run' of one city, or of several, with 'published' and \
      'geopackage' among the exports of the study. Program, catalogue, edition of the areas, rules, audience, \
      peildatum, indicators and scales of indices must be the same; what is not is named, and nothing is \
      written. A folder in which a file was changed is refused. Writes maps, tables and one atlas with classes \
      over all cities, by the same steps as a run. A concept among them makes all a concept. See \
      Documentation/merging.md. The folder is the last line of the output.
      """)

  @Argument(help: "The folders with results, in any order.")
  var cities: [String]

  @Option(help: "The folder to write.")
  var out: String

  @Option(help: "The title; that of the cities when they have one in common, else their names.")
  var title: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let merge = try StudyMerge(cities, catalogue: try GeodataOption.folder(geodata))
    let output = try OutputFolder(path: out, isOurs: StudyResults.isOurs)
    for sentence in try await merge.write(to: output, title: title, tasks: tasks) {
      Terminal.output(sentence)
    }
    Terminal.output(out)
  }
}
