internal import ArgumentParser
internal import Bytes
internal import Study

/// Where a work file goes, and how many tasks make it.
struct WorkFileOptions: ParsableArguments {
  @Option(help: "The file to write; - for standard output.")
  var out: String

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  /// Endings of files that are no tables.
  private static let otherKinds = [
    ".geojson", ".json", ".gpkg", ".shp", ".xlsx", ".parquet", ".gz",
  ]

  func validate() throws {
    guard let ending = Self.otherKinds.first(where: out.lowercased().hasSuffix) else { return }
    throw ValidationError(
      "--out '\(out)': what is written is a table in CSV, not \(ending). Name a .csv file. For a map, "
        + "ask the same under 'patterns' of a study (wijkzicht run), or join the table to the areas by "
        + "its column 'code'.")
  }

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
