internal import Areas
internal import ArgumentParser
internal import Bytes
internal import Study
internal import Tables

struct AreasSimplifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simplify",
    abstract: "Draw boundaries with fewer points, for maps on screens.",
    discussion: """
      EXAMPLE
        wijkzicht areas simplify wijkenbuurten_2024.gpkg --tolerance 20 \\
          --out buurten.geojson

      Neighbours keep one common boundary: no gap and no overlap is made, no area is lost, and no \
      boundary crosses another one. No boundary is moved further than the tolerance, and no area \
      becomes more than 1 % larger or smaller. Levels stay on each other: a wijk runs along its buurten.

      A GeoPackage gets all levels in RD New, GeoJSON one of them in degrees. The result has codes and \
      names, no figures; count records in the areas as they were.
      """)

  @Argument(help: "A CBS GeoPackage, or files of one level each.")
  var files: [String]

  @Option(help: "How far a boundary may be moved, in metres.")
  var tolerance: Double = 20

  @Option(help: "For GeoJSON: buurt, wijk or gemeente; the smallest areas when left out.")
  var level: String?

  @Option(help: "The file to write: .gpkg or .geojson.")
  var out: String

  func validate() throws {
    guard tolerance > 0, tolerance <= 10_000 else {
      throw ValidationError("--tolerance \(tolerance): metres above 0, at most 10000.")
    }
    for path in files where PathTarget.isSameFile(out, path) {
      throw ValidationError("--out names a file that is read; name another file.")
    }
  }

  func run() async throws {
    guard AreasSimplification.isWritable(out) else {
      throw AreasSimplification.Failure.unknownForm(path: out)
    }
    let simplification = try AreasSimplification(files: files, tolerance: tolerance)
    try simplification.write(to: out, level: level)
    for level in simplification.levels {
      let tenths = Int((level.largestChange * 1000).rounded(.up))
      Terminal.output(
        "\(level.level.plural): \(counted(level.areaCount, "area")), "
          + "\(counted(level.positions.before, "position")), now "
          + "\(level.positions.after); no surface changed by more than \(tenths / 10).\(tenths % 10) %"
      )
    }
    Terminal.output(out)
  }
}
