internal import ArgumentParser
internal import Study

struct AreasFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch areas of CBS of a year.",
    discussion: """
      EXAMPLE
        wijkzicht areas fetch --year 2024

      Needs the internet, as 'fetch' alone does. The file goes into a folder of the cache, whole or not \
      at all, with herkomst.json beside it; its path is what is printed. A fetch that was cut off goes on \
      where it ended. Addresses, licences and known defects stand in geodata/sources.yaml; a new year is \
      a YAML file of your own, named with --sources.
      """)

  @Argument(help: "Which areas, wijkenbuurten when left out; --list shows those that are known.")
  var id: String?

  @OptionGroup var options: FetchOptions

  func run() async throws {
    try await options.run(options.list ? id : id ?? "wijkenbuurten", purpose: .areas)
  }
}

struct RegisterFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the table of CBS from which a register of addresses is made.",
    discussion: """
      EXAMPLE
        wijkzicht register fetch --year 2024

      Needs the internet. The table (pc6hnr) goes into a folder of the cache and its path is printed; \
      'wijkzicht register build' makes a register of it. See 'wijkzicht areas fetch --help'.
      """)

  @Argument(help: "Which table, pc6hnr when left out; --list shows those that are known.")
  var id: String?

  @OptionGroup var options: FetchOptions

  func run() async throws {
    try await options.run(options.list ? id : id ?? "pc6hnr", purpose: .register)
  }
}

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Fetch official figures by area.",
    subcommands: [FiguresFetchCommand.self])
}

struct FiguresFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch a table of official figures of a year.",
    discussion: """
      EXAMPLE
        wijkzicht figures fetch kwb --year 2024 --gemeente GM0855

      Needs the internet. Pages are followed to the last and written as CSV, whole or not at all. Blanks \
      behind keys are taken away, totals among types and totals of years among months are left out, and \
      what was left out is told. See 'wijkzicht areas fetch --help'.
      """)

  @Argument(help: "Which figures, such as kwb or police; --list shows those that are known.")
  var id: String?

  @Option(help: "A gemeente, by its code or one of the five cities; the five cities when left out.")
  var gemeente: [String] = []

  @OptionGroup var options: FetchOptions

  func run() async throws {
    try await options.run(id, purpose: .figures, gemeenten: gemeente)
  }
}
