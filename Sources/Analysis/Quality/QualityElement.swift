/// The elements of data quality by which findings are told apart.
///
/// Source: ISO 19157-1:2023, Geographic information – Data quality; the names are those of the standard.
public enum QualityElement: String, Hashable, Sendable, CaseIterable {
  /// Data that are there and should not be.
  case commission = "completeness: commission"
  /// Data that are not there and should be.
  case omission = "completeness: omission"
  /// Adherence to the rules of the model: here of editions of areas, and of parts and wholes.
  case conceptualConsistency = "logical consistency: conceptual consistency"
  /// Whether surfaces are sound and fit each other.
  case topologicalConsistency = "logical consistency: topological consistency"
  /// Adherence of values to the values that are possible.
  case domainConsistency = "logical consistency: domain consistency"
  /// Adherence to the way in which data are written.
  case formatConsistency = "logical consistency: format consistency"
  /// How near positions are to true ones.
  case absoluteAccuracy = "positional accuracy: absolute or external accuracy"
  /// How near numbers are to true ones.
  case quantitativeAccuracy = "thematic accuracy: quantitative attribute accuracy"
  /// How near times are to true ones.
  case timeAccuracy = "temporal quality: accuracy of a time measurement"
  /// Whether times stand in the right order.
  case temporalConsistency = "temporal quality: temporal consistency"
  /// Whether data are of the time that they are used for.
  case temporalValidity = "temporal quality: temporal validity"
  /// Whether data may be used for what they are meant for.
  case usability = "usability"
}
