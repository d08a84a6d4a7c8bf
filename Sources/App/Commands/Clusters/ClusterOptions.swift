internal import Areas
internal import ArgumentParser

/// The table of codes and periods, and where the result goes.
struct ClusterOptions: ParsableArguments {
  @Argument(help: "The table: CSV with a column of area codes (- for standard input).")
  var table: String

  @Option(help: "The column with codes; found by its name (buurtcode, code, …) when left out.")
  var codeColumn: String?

  @Option(
    help: "The level of the areas: buurt, wijk or gemeente, or what your own are called.")
  var level: AreaLevel = .buurt

  @OptionGroup var target: WorkFileOptions
}
