/// Why positions could not be transformed.
public enum ProjectionError: Error, Hashable, Sendable {
  /// PROJ knows no operation between the two systems: its database is missing or damaged.
  case noOperation(from: Int, to: Int)
  /// The position with this index lies where the operation has no answer.
  case notTransformable(index: Int)
}
