internal import ArgumentParser

struct StatisticsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Spatial statistics of a table with one row per area.",
    discussion: """
      EXAMPLE
        wijkzicht statistics lisa cijfers.csv --areas wijkenbuurten_2024.gpkg \\
          --level buurt --column woz_waarde --out lisa.csv

      What comes out describes the past and tells where values lie together, never why.
      WORK FILES: outputs inherit the class of their input, are readable by you alone, and do not \
      belong in a folder for publication.
      """,
    subcommands: [
      MoranCommand.self, GearyCommand.self, GeneralGCommand.self, JoinCountsCommand.self,
      LisaCommand.self, HotspotsCommand.self, LocalGearyCommand.self, LoshCommand.self,
      BivariateCommand.self, RatesCommand.self, WeightsCommand.self, ScanCommand.self,
      TrendCommand.self, EmergingCommand.self, KnoxCommand.self,
    ])
}
