/// For whom an output is made; decides what may be known.
public enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The own organisation: counts pass as they are, and every file says so.
  case intern
  /// Named organisations: counts from records are protected as for everybody, and every file says so.
  case partners
  /// Everybody: counts from records are protected.
  case openbaar
}
