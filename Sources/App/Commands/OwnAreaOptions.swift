internal import Areas
internal import ArgumentParser

/// The options by which any file of polygons becomes areas.
struct OwnAreaOptions: ParsableArguments {
  @Option(help: "The column with the codes of your own areas.")
  var code: String?

  @Option(help: "With --code: the column with their names.")
  var name: String?

  @Option(help: "With --code: what such an area is called; names the columns that are appended.")
  var level: String?

  @Option(
    help: "With --code: the reference system, when the file does not name it (28992 is RD New).")
  var epsg: Int?

  /// Own areas, as the options describe them.
  struct Choice: Sendable {
    let level: AreaLevel
    let columns: OwnAreas.Columns
    let epsg: Int?
  }

  /// Whether no option was given.
  var isEmpty: Bool { code == nil && name == nil && level == nil && epsg == nil }

  /// What the options say of the one file with areas; nil when areas are those of CBS.
  func choice(files: [String]) throws -> Choice? {
    guard let code else {
      guard isEmpty else {
        throw ValidationError(
          "--name, --level and --epsg describe your own areas; name the column with their codes with "
            + "--code.")
      }
      return nil
    }
    guard files.count == 1 else {
      throw ValidationError("--code: name one file with your own areas.")
    }
    let level = level ?? "gebied"
    guard level.wholeMatch(of: /[a-z][a-z0-9_\-]*/) != nil,
      !AreaLevel.cbs.contains(where: { $0.rawValue == level })
    else {
      throw ValidationError(
        "--level '\(level)': a name of small letters, digits, hyphens and underscores, other than "
          + "buurt, wijk and gemeente.")
    }
    return Choice(
      level: .own(level), columns: OwnAreas.Columns(code: code, name: name), epsg: epsg)
  }
}
