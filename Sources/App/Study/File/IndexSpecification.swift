public import Areas

/// An index of a study: one of the catalogue, or one of the user's own.
public struct IndexChoice: Sendable {
  /// Where it is defined.
  public enum Origin: Sendable {
    /// The catalogue, under this id.
    case catalogue(id: String)
    /// A file of the user.
    case file(String)
  }

  /// Where it is defined, and where the study says so.
  public var origin: Located<Origin>
  /// The level, when it is not that of the study.
  public var level: AreaLevel?
  /// With which areas an area is compared, when it is not as the index says.
  public var frame: String?
  /// The file with the scale on which it is scored, when that is not fitted here.
  public var reference: Located<String>?
  /// Members of which the study says that they take no part, because it has no figures of them, or none
  /// that differ between areas.
  public var without: [Located<String>]
  /// The inner edges of its classes, when they are given: ascending.
  public var breaks: [Double]?

  /// The file of an index of the user's own.
  var file: String? {
    if case .file(let path) = origin.value { path } else { nil }
  }
}

/// How a study finds out how sure its indices are.
public struct CertaintyChoice: Hashable, Sendable {
  /// How often each index is computed with other figures and choices; 0 leaves it.
  public var draws = 1_000
  /// The seed.
  public var seed: UInt64 = 1
}
