internal import Areas
internal import ArgumentParser
internal import GeoJSON
internal import Study
internal import Tables

struct AreasCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas",
    abstract: "Look into files with areas, fetch those of CBS, convert between editions, simplify.",
    subcommands: [
      AreasInfoCommand.self, AreasFetchCommand.self, AreasCrosswalkCommand.self,
      AreasSimplifyCommand.self,
    ])
}

struct AreasInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show what a file with areas holds, and check its boundaries.",
    discussion: """
      EXAMPLE
        wijkzicht areas info wijkenbuurten_2024.gpkg
        wijkzicht areas info stadsdelen.shp --code Code --name Naam \\
          --level stadsdeel

      Shows edition, levels and figures with the reasons for missing ones, and checks that surfaces are \
      valid and fit their neighbours. The check is remembered by the content of the file.
      Exit code 1 when surfaces are not valid or do not fit.
      """)

  @Argument(
    help: """
      A CBS GeoPackage, or GeoJSON files of one level each; with --code any file of polygons.
      """)
  var files: [String]

  @OptionGroup var ownAreas: OwnAreaOptions

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let summary =
      if let own = try ownAreas.choice(files: files) {
        try AreasSummary(file: files[0], own)
      } else {
        try AreasSummary(
          files: files, aliases: Geodata.aliases(folder: try GeodataOption.folder(geodata)))
      }
    if json {
      Terminal.output(summary.json)
    } else {
      Terminal.output(summary.text)
    }
    if summary.hasFaults { throw ExitCode(Failure.foundProblems) }
  }
}

/// The option `--geodata`.
enum GeodataOption {
  /// The folder that was named or found.
  static func folder(_ named: String?) throws -> String {
    guard let folder = named ?? Geodata.standardFolder() else {
      throw ValidationError(
        "The folder 'geodata' was not found. Name it with --geodata or WIJKZICHT_GEODATA.")
    }
    return folder
  }
}
