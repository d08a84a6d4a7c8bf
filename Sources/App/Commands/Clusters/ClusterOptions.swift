internal import Areas
internal import ArgumentParser
internal import Bytes
internal import Study

/// The table of codes and periods, and where the result goes.
struct ClusterOptions: ParsableArguments {
  @Argument(help: "The table: CSV with a column of area codes (- for standard input).")
  var table: String

  @Option(help: "The column with codes; found by its name (buurtcode, code, …) when left out.")
  var codeColumn: String?

  @Option(help: "The level of the areas.")
  var level: AreaLevel = .buurt

  @OptionGroup var target: WorkFileOptions
}

/// Where a work file goes, and how many tasks make it.
struct WorkFileOptions: ParsableArguments {
  @Option(help: "The file to write; - for standard output.")
  var out: String

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  /// Refuses to write over what is read, or among the results of a study.
  func check(read paths: [String]) throws {
    for path in paths where PathTarget.isSameFile(out, path) {
      throw ValidationError("--out names a file that is read; name another file.")
    }
    if PathTarget.hasNeighbour(out, name: StudyResults.mark) {
      throw ValidationError(
        "--out lies in a folder with results of a study. A work file does not belong there; name "
          + "another folder.")
    }
  }

  /// Writes the work file, readable by its owner alone.
  func write(_ bytes: [UInt8]) throws {
    if out == "-" {
      Terminal.output(bytes)
      return
    }
    var file = try OutputFile(path: out, access: .ownerOnly)
    try file.write(bytes)
    try file.commit()
  }
}

/// Numbers of results as text.
enum ResultText {
  /// A number in the shortest form that reads back as the same, or nothing.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    guard let whole = Int(exactly: value), abs(value) < 1e15 else { return value.description }
    return whole.description
  }

  /// A number for a sentence.
  static func short(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }
}
