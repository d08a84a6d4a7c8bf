public import Areas

/// Areas of a city's own in a study: which level they make, and what they are made of.
public struct OwnAreaSpecification: Sendable {
  /// What the areas are made of.
  public enum Source: Sendable {
    /// A file of polygons, and the EPSG number of its coordinates when the file does not name it.
    case polygons(file: Located<String>, columns: OwnAreas.Columns, epsg: Int?)
    /// A list that gives each area of another level to an area of this one.
    case mapping(
      file: Located<String>, sheet: String?, source: AreaLevel, key: Located<String>,
      code: Located<String>, name: Located<String>?)
    /// The squares of CBS with a side of so many metres, in the gemeenten of the study.
    case squares(size: Int)
  }

  /// The level, with the name that the study gives it.
  public var level: AreaLevel
  /// What the areas are made of.
  public var source: Source

  /// The file, for provenance.
  var file: String? { locatedFile?.value }

  /// The file and where it is named; nil of squares.
  var locatedFile: Located<String>? {
    switch source {
    case .polygons(let file, _, _), .mapping(let file, _, _, _, _, _): file
    case .squares: nil
    }
  }
}

extension StudyFile {
  /// The levels that the study knows: those of CBS and its own.
  var levels: [AreaLevel] { AreaLevel.cbs + ownAreas.map(\.level) }
}
