/// How precisely a record was placed: the column `match_niveau`.
///
/// Addresses will add their levels between code and none; the words stay as they are.
public enum MatchLevel: String, Hashable, Sendable {
  /// By a coordinate, exactly.
  case coordinate = "coordinaat"
  /// By the code of an area of the same edition.
  case code = "code"
  /// Not placed.
  case none = "geen"
}
