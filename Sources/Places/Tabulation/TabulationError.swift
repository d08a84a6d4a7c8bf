/// Why records could not be counted.
public enum TabulationError: Error, Hashable, Sendable {
  /// A measure, condition or division names a column that was not read, or was read as another kind.
  case noColumn(String)
}
