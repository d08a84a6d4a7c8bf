internal import ArgumentParser
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
      written. A folder in which a file was changed is refused, and a file of records that two cities counted \
      and of which one hides counts. Writes maps, tables and one atlas with classes over all cities, by the \
      same steps as a run, and the tables of counts, patterns and types that the studies ask for. Heatmaps stand \
      beside each other where all is the same and given, bandwidth in metres and classes too. Studies with a \
      bias audit need --audit, and what it finds a reason with --justification. One that is not released makes \
      all a concept. Water, roads and names over the maps are not in the results of a city: --context names \
      their files again. The report on method, barriers and metadata are those of the whole. See \
      Documentation/merging.md. The folder is the last line of the output.
      """)

  @Argument(help: "The folders with results, in any order.")
  var cities: [String]

  @Option(help: "The folder to write.")
  var out: String

  @Option(help: "The title; that of the cities when they have one in common, else their names.")
  var title: String?

  @Option(
    help: "Percentages per area of all cities (CSV), for the bias audit that the studies ask for.")
  var audit: String?

  @Option(
    help: "A file (YAML) in which somebody says why what the bias audit finds is published.")
  var justification: String?

  @Option(
    help:
      "A file (YAML) with the key 'context' of a study: water, roads and names over the maps of the atlas."
  )
  var context: String?

  @Option(help: "Who publishes the whole, for catalogues; the organisation that all studies name.")
  var organisation: String?

  @Option(help: "Where it is reached: a mailbox of a department; the one that all studies name.")
  var email: String?

  @Option(help: "The address of the licence of the whole; the one that all studies name.")
  var licence: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func run() async throws {
    if let title, title.allSatisfy(\.isWhitespace) {
      throw ValidationError("--title is empty: write a title, or leave the option out.")
    }
    guard justification == nil || audit != nil else {
      throw ValidationError("--justification goes with --audit.")
    }
    try PersonsInText.refuse([
      ("title", title), ("organisation", organisation), ("licence", licence),
    ])
    let tasks = try Processors.tasks(jobs)
    let justification = try justification.map { try BiasJustification(path: $0) }
    let context = try context.map { try ContextLayers(path: $0) }
    let owner = try StudyMerge.Owner(organisation: organisation, email: email, licence: licence)
    let merge = try StudyMerge(cities, catalogue: try GeodataOption.folder(geodata))
    for sentence in try await merge.write(
      to: out, title: title,
      shares: audit.map { StudyMerge.Shares(file: $0, justification: justification) },
      context: context, owner: owner, tasks: tasks)
    {
      Terminal.output(sentence)
    }
    Terminal.output(out)
  }
}
