/// Why GEOS gave no result.
public enum TopologyError: Error, Hashable, Sendable {
  /// GEOS could not be started: no memory.
  case noContext
  /// GEOS refused; its own words.
  case refused(operation: String, message: String)
}
