public import Geometry

/// Why coordinates could not be transformed.
public enum ProjectionError: Error, Hashable, Sendable {
  /// PROJ does not know the reference system; mostly its database `proj.db` is not installed.
  case referenceSystemUnknown(ReferenceSystem)
  /// PROJ has no transformation between the systems that can run with the installed grids.
  case noOperation(from: ReferenceSystem, to: ReferenceSystem)
  /// PROJ does not understand the description of a reference system, or has no transformation from it
  /// to RD New that keeps its accuracy.
  case descriptionUnknown(name: String)
  /// The position at this index has no counterpart: it is not finite, or so far outside the
  /// Netherlands that the formulas no longer hold.
  case notTransformable(index: Int)
}
