public import Indicators
public import Indices

extension FittedIndex {
  /// A scale that was fitted before, for the areas of one frame.
  public struct FrozenPart: Sendable {
    /// The frame.
    public let frame: String
    /// The members that took part by their place in the definition, each with its weight and scale.
    public let members: [(member: Int, weight: Double, scale: FittedMember)]
    /// The others.
    public let leftOut: [(member: Int, reason: Absence)]

    /// States a scale.
    public init(
      frame: String, members: [(member: Int, weight: Double, scale: FittedMember)],
      leftOut: [(member: Int, reason: Absence)]
    ) {
      self.frame = frame
      self.members = members
      self.leftOut = leftOut
    }
  }

  /// Takes scales and weights that were fitted before, on other areas or in another year.
  ///
  /// Areas of frames that were not among them have no score. Whether the members go together is found out
  /// on the areas at hand.
  /// - Parameters:
  ///   - layers: one per member, all of the same level.
  ///   - frames: as for ``init(_:_:frames:)``.
  public init(
    _ definition: IndexDefinition, frozen: [FrozenPart], _ layers: [IndicatorLayer],
    frames: [String?]? = nil
  ) {
    let frames = frames ?? Self.frames(definition, layers)
    self.init(
      definition: definition,
      parts: frozen.map { part in
        let share = part.members.reduce(0) { $0 + $1.weight }
        let model = IndexModel(
          members: part.members.map { definition.members[$0.member].indexMember },
          weights: part.members.map(\.weight), aggregation: definition.method.aggregation,
          presentWeight: definition.method.presentWeight,
          frames: [part.frame: part.members.map(\.scale)])
        let data = IndexData(
          part.members.map { layers[$0.member] },
          places: frames.indices.filter { frames[$0] == part.frame }, frame: part.frame)
        let isEnough =
          part.members.count > 1 && share >= definition.method.presentWeight - 1e-9
        return Part(
          frame: part.frame, members: part.members.map(\.member), leftOut: part.leftOut,
          model: isEnough ? model : nil,
          coherence: Coherence((try? model.memberScores(data.reliable)) ?? []))
      })
  }
}
