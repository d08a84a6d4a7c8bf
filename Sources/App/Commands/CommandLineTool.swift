internal import ArgumentParser
internal import Study

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The command line of Wijkzicht.
public enum CommandLineTool {
  /// Runs the command that the arguments name and ends the program with its exit code.
  public static func run() async {
    FreedMemory.keep()
    Interruption.watch()
    do {
      var command = try RootCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.end(with: error)
    }
  }
}

struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wijkzicht",
    abstract: "Neighbourhood risk maps from municipal records and open statistics, offline.",
    discussion: """
      Exit codes: 0 done; 1 ran and found problems that you asked to be told about; 2 could not run.
      """,
    version: ProgramVersion.text,
    subcommands: [
      InitCommand.self, RunCommand.self, CheckCommand.self, ExplainCommand.self,
      CompareCommand.self, DiffCommand.self, SeriesCommand.self, MergeCommand.self,
      VerifyCommand.self,
      ReleaseCommand.self, KeyCommand.self, QualityCommand.self,
      GeocodeCommand.self,
      AreasCommand.self,
      RegisterCommand.self, FiguresCommand.self, IndicatorsCommand.self, StatisticsCommand.self,
      HeatmapCommand.self, PictureCommand.self, FactsheetCommand.self, LinkCommand.self,
      RegisterAlgorithmCommand.self, AssessmentCommand.self,
    ])
}
