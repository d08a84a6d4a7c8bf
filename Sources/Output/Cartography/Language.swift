/// A language for people.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Dutch.
  case nl
  /// English.
  case en
}
