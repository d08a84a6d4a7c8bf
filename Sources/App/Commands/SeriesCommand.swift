internal import ArgumentParser
internal import Bytes
internal import Study

struct SeriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "The results of several years as series, cut where what is measured changed.",
    discussion: """
      EXAMPLE
        wijkzicht series uitvoer/2022 uitvoer/2023 uitvoer/2024 \\
          --provisional 2024-12-31 --out uitvoer/reeksen

      All folders must be results of 'wijkzicht run' on the same edition of the areas and for the same \
      audience, with maps as GeoJSON; their order does not matter. A series is cut where the catalogue \
      declares that a source changed its method, where an indicator is defined in another way, and where \
      an index stands on another scale. A file that is not as SHA256SUMS of its folder says is refused. \
      Writes reeksen.csv and reeksen.json into a folder, the last line of the output.
      """)

  @Argument(help: "The folders with results.")
  var folders: [String]

  @Option(
    help:
      """
      The peildatum of a period that its source may still change; may be given again. Periods whose study says \
      so of its figures are marked without it.
      """)
  var provisional: [String] = []

  @Option(help: "The folder to write; without it nothing is written.")
  var out: String?

  @Flag(help: "Print reeksen.json instead of sentences.")
  var json = false

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func run() async throws {
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    let series = try StudySeries(folders, provisional: provisional, geodata: catalogue)
    if let out {
      try series.write(to: OutputFolder(path: out, isOurs: StudySeries.isOurs))
    }
    for remark in series.remarks { Terminal.error(remark) }
    if json {
      Terminal.output(String(decoding: series.json.dropLast(), as: UTF8.self))
      return
    }
    for line in series.sentences { Terminal.output(line) }
    if let out { Terminal.output(out) }
  }
}
