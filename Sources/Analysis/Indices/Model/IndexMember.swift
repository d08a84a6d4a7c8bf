/// A member of an index: an indicator, which way it counts and for how much.
public struct IndexMember: Hashable, Sendable {
  /// The id of the indicator.
  public let id: String
  /// The part of the subject that it stands for, such as `cohesion`.
  public let dimension: String
  /// Its weight before weights are divided by their sum; 0 or more.
  public let weight: Double
  /// Whether a higher number means less of the subject.
  public let isReversed: Bool
  /// The limits of the scale, for ``Normalisation/goalposts``, in the unit of the indicator.
  public let goalposts: ClosedRange<Double>?
  /// The number that gives 100, for ``Normalisation/distance``, in the unit of the indicator.
  public let reference: Double?
  /// Whether its numbers are estimated by a model.
  public let isModelled: Bool

  /// Makes a member.
  public init(
    id: String, dimension: String = "", weight: Double = 1, isReversed: Bool = false,
    goalposts: ClosedRange<Double>? = nil, reference: Double? = nil, isModelled: Bool = false
  ) {
    self.id = id
    self.dimension = dimension
    self.weight = weight
    self.isReversed = isReversed
    self.goalposts = goalposts
    self.reference = reference
    self.isModelled = isModelled
  }

  /// `value` so that higher is more of the subject.
  @inline(__always) func oriented(_ value: Double) -> Double { isReversed ? -value : value }
}
