public import Geometry

/// Why an operation on surfaces gave no result.
public enum TopologyError: Error, Hashable, Sendable {
  /// GEOS refused the input or failed; `message` holds its own words, often with a coordinate.
  ///
  /// Mostly the input is invalid: see ``TopologyEngine/repaired(_:)``.
  case refused(operation: String, message: String)
  /// A parameter is outside what the operation allows; its documentation says what that is.
  case parameterOutOfRange(name: String, value: Double)
  /// The operation needs a surface, and the area has none.
  case emptyArea(operation: String)
  /// The position at this index is not finite, or farther than 1e9 from the origin.
  case positionOutOfRange(index: Int)
  /// The label at this index names a group that does not exist.
  case groupOutOfRange(label: Int, group: Int)
  /// Two groups have a label at, or within a few centimetres of, the same position.
  case labelsCoincide(group: Int, other: Int, at: Position)
}
