/// The scale of one member in one frame: all that is needed to score another area on it.
public struct FittedMember: Hashable, Sendable {
  /// Whether a higher number means less of the subject, so that its sign is turned first.
  public let isReversed: Bool
  /// What is done with outliers, after the sign.
  public let treatment: OutlierTreatment
  /// The scale, after treatment.
  public let scale: NormalScale
  /// The score of the median of the frame.
  public let start: Double

  /// Makes a fitted member, for instance from a frozen scale.
  public init(isReversed: Bool, treatment: OutlierTreatment, scale: NormalScale, start: Double) {
    self.isReversed = isReversed
    self.treatment = treatment
    self.scale = scale
    self.start = start
  }

  /// The score of a number in the unit of the indicator: 0 to 100, more is more of the subject.
  @inline(__always)
  public func callAsFunction(_ value: Double) -> Double {
    scale(treatment(isReversed ? -value : value))
  }

  /// Fits the scale on the numbers of a frame.
  init(
    _ member: IndexMember, values: [Double], frame: String, method: IndexMethod
  ) throws(IndexError) {
    let list = Distribution(values.lazy.map(member.oriented))
    guard list.count > 0 else { throw .missingEverywhere(member: member.id, frame: frame) }
    let treatment = method.outliers?.treatment(of: list) ?? .none
    let treated = treatment == .none ? list : Distribution(list.sorted.map { treatment($0) })
    let limits = member.goalposts.map { limits in
      let ends = [limits.lowerBound, limits.upperBound].map { treatment(member.oriented($0)) }
      return min(ends[0], ends[1])...max(ends[0], ends[1])
    }
    let reference = member.reference.map { treatment(member.oriented($0)) }
    guard
      let scale = NormalScale(
        method.normalisation, treated, goalposts: limits, reference: reference)
    else {
      let isConstant = treated.sorted.first == treated.sorted.last
      let needsLimits = [.goalposts, .distance].contains(method.normalisation)
      if isConstant, method.normalisation != .goalposts {
        throw .constant(member: member.id, frame: frame)
      }
      throw needsLimits
        ? .noLimits(member: member.id, frame: frame) : .constant(member: member.id, frame: frame)
    }
    self.init(
      isReversed: member.isReversed, treatment: treatment, scale: scale,
      start: scale(treated.median))
  }
}
