internal import Areas
internal import ArgumentParser

/// Which areas a statistic is of: those of CBS, or any file of polygons.
struct StatisticsAreas: ParsableArguments {
  @Option(
    help: "The column of --areas with the codes of your own areas: stadsdelen, PC4, police teams.")
  var code: String?

  @Option(
    help: "With --code: the reference system, when the file does not name it (28992 is RD New).")
  var epsg: Int?

  /// Refuses options that do not go together.
  func check(_ level: AreaLevel) throws {
    guard code == nil else { return }
    guard epsg == nil else {
      throw ValidationError("--epsg goes with --code, for areas of your own.")
    }
    guard !level.isOwn else {
      throw ValidationError(
        "--level '\(level.rawValue)': buurt, wijk or gemeente. Areas of your own are named by their "
          + "column with codes: --code.")
    }
  }

  /// Reads the areas of a level.
  /// - Parameter figureNames: the figures to read of areas of CBS.
  func layer(
    of files: [String], level: AreaLevel, figureNames: Set<String> = []
  ) throws -> AreaLayer {
    try check(level)
    guard let code else {
      return try AreaReader(levels: [level], required: [level], figureNames: figureNames)
        .read(files)[level]!
    }
    guard files.count == 1 else {
      throw ValidationError("--code: name one file with your own areas under --areas.")
    }
    return try OwnAreas.polygons(
      files[0], level: named(level), columns: OwnAreas.Columns(code: code), epsg: epsg)
  }

  /// The level that areas have.
  func named(_ level: AreaLevel) -> AreaLevel { Self.named(level, code: code) }

  /// The columns of a table in which codes of a level are looked for, in small letters.
  func codeColumns(_ level: AreaLevel) -> [String] { Self.codeColumns(level, code: code) }

  /// The level of areas of which `code` is the column with codes, when they are somebody's own: these are
  /// called 'gebied' when nothing else is said.
  static func named(_ level: AreaLevel, code: String?) -> AreaLevel {
    code == nil || level.isOwn ? level : .own("gebied", plural: "gebieden")
  }

  /// The columns in which codes of such a level are looked for.
  static func codeColumns(_ level: AreaLevel, code: String?) -> [String] {
    let level = named(level, code: code)
    let usual = ["\(level.rawValue)code", "code", "gebiedscode"]
    if level.isOwn { return [code?.lowercased(), level.rawValue].compactMap { $0 } + usual }
    return [usual[0], "\(level.prefix.lowercased())_code"] + usual[1...]
  }
}
