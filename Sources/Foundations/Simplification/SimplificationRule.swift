/// How far boundaries may be simplified.
public struct SimplificationRule: Hashable, Sendable {
  /// No point of a boundary comes to lie further from the simplified one than this, nor the other way
  /// round, in the unit of the coordinates (metres in RD New).
  public var tolerance: Double
  /// No surface becomes larger or smaller by more than this share of itself.
  public var areaShare: Double
  /// How much sooner sharp corners go than flat ones with a triangle as large: 0 not at all. Lines then
  /// keep their flow instead of their spikes.
  public var weight: Double

  /// Makes a rule.
  /// - Precondition: all three are finite and not negative, and the weight is at most 1.
  public init(tolerance: Double, areaShare: Double = 0.01, weight: Double = 0.7) {
    precondition(tolerance >= 0 && tolerance.isFinite, "a tolerance is a distance")
    precondition(areaShare >= 0 && areaShare.isFinite, "a share of a surface is not negative")
    precondition((0...1).contains(weight), "a weight lies between 0 and 1")
    self.tolerance = tolerance
    self.areaShare = areaShare
    self.weight = weight
  }
}
