public import Indicators
public import Indices

/// An index whose scales and weights are fitted on the areas of a level, so that these areas, and those
/// of other levels, can be scored.
public struct FittedIndex: Sendable {
  /// Why a member takes no part among the areas of a frame.
  public enum Absence: String, Hashable, Sendable {
    /// No area has a number.
    case missingEverywhere = "nergens_gegevens"
    /// All numbers rest on too little, so none can set a scale.
    case fewEverywhere = "overal_te_weinig_gegevens"
    /// The study says that it takes no part.
    case named = "weggelaten"
    /// All areas have the same number.
    case constant = "overal_gelijk"
    /// The limits of its scale do not suit the numbers.
    case unsuitableLimits = "grenzen_passen_niet"
  }

  /// The fit on the areas that are compared with each other.
  public struct Part: Sendable {
    /// The gemeente, or nothing when all areas are compared with each other.
    public let frame: String
    /// The members that take part, by their place in the definition.
    public let members: [Int]
    /// The others.
    public let leftOut: [(member: Int, reason: Absence)]
    /// Scales and weights of the members that take part; the weights are shares of the whole index,
    /// so they add up to less than 1 when others are left out. Nil when they weigh too little for a
    /// score, or fewer than two are left.
    public let model: IndexModel?
    /// Whether the members that take part measure something in common.
    public let coherence: Coherence
  }

  /// What was fitted.
  public let definition: IndexDefinition
  /// One part per frame, sorted.
  public let parts: [Part]

  init(definition: IndexDefinition, parts: [Part]) {
    self.definition = definition
    self.parts = parts
  }

  /// Fits an index on published values with the status `ok`; others are scored on their scale.
  ///
  /// A member that has no number, or everywhere the same, takes no part in its frame; its weight counts
  /// as missing.
  /// - Parameters:
  ///   - layers: one per member, all of the same level.
  ///   - without: members that take no part, whatever their numbers are.
  ///   - frames: for each area the name of those it is compared with, nil for an area that is compared with
  ///     none; when left out as the definition has it, where gemeenten tell.
  /// - Throws: ``IndexError`` when weights cannot be had.
  /// - Complexity: O(members · areas · log areas).
  public init(
    _ definition: IndexDefinition, _ layers: [IndicatorLayer], without: Set<String> = [],
    frames: [String?]? = nil
  ) throws(IndexError) {
    self.definition = definition
    let frames = frames ?? Self.frames(definition, layers)
    var parts: [Part] = []
    for frame in Set(frames.compactMap { $0 }).sorted() {
      let places = frames.indices.filter { frames[$0] == frame }
      parts.append(try Self.part(definition, layers, without, frame: frame, places: places))
    }
    self.parts = parts
  }

  /// The frame of each area.
  static func frames(_ definition: IndexDefinition, _ layers: [IndicatorLayer]) -> [String?] {
    let codes = layers.first?.gemeentecodes ?? []
    return definition.frame == .gemeente ? codes : codes.map { _ in "" }
  }

  private static func part(
    _ definition: IndexDefinition, _ layers: [IndicatorLayer], _ without: Set<String>,
    frame: String, places: [Int]
  ) throws(IndexError) -> Part {
    var members = Array(definition.members.indices)
    var leftOut: [(member: Int, reason: Absence)] = []
    func leaveOut(_ id: String, _ reason: Absence) {
      for member in members where definition.members[member].indicator.id == id {
        leftOut.append((member, reason))
      }
      members.removeAll { definition.members[$0].indicator.id == id }
    }
    for id in without.sorted() { leaveOut(id, .named) }
    let weights = definition.weightsBefore
    while members.count >= 2 {
      let share = members.reduce(0) { $0 + weights[$1] }
      do {
        let data = IndexData(members.map { layers[$0] }, places: places, frame: frame)
        let model = try IndexModel(
          members.map { definition.members[$0].indexMember }, data, definition.method)
        let isEnough = share >= definition.method.presentWeight - 1e-9
        return Part(
          frame: frame, members: members, leftOut: leftOut.sorted { $0.member < $1.member },
          model: isEnough
            ? IndexModel(
              members: model.members,
              weights: definition.knownWeights == nil
                ? model.weights.map { $0 * share } : members.map { weights[$0] },
              aggregation: model.aggregation, presentWeight: model.presentWeight,
              frames: model.frames) : nil,
          coherence: Coherence(try model.memberScores(data.reliable)))
      } catch .missingEverywhere(let id, _) {
        leaveOut(id, .missingEverywhere)
      } catch .fewEverywhere(let id, _) {
        leaveOut(id, .fewEverywhere)
      } catch .constant(let id, _) {
        leaveOut(id, .constant)
      } catch .noLimits(let id, _) {
        leaveOut(id, .unsuitableLimits)
      }
    }
    // What is left over alone may be missing, too.
    for member in members where layers[member].values.allSatisfy({ $0.value == nil }) {
      leaveOut(definition.members[member].indicator.id, .missingEverywhere)
    }
    return Part(
      frame: frame, members: members, leftOut: leftOut.sorted { $0.member < $1.member },
      model: nil, coherence: Coherence([]))
  }
}

extension IndexDefinition {
  /// The members that tell nothing apart, by their place: no area has a number, or none that rests on
  /// enough, or all that have one, which are more than one, have the same.
  /// - Parameter layers: one per member, all of the same level.
  public func silentMembers(
    _ layers: [IndicatorLayer]
  ) -> [(member: Int, reason: FittedIndex.Absence)] {
    layers.enumerated().compactMap { member, layer in
      let numbers = layer.values.filter { $0.status == .ok }.compactMap(\.value)
      guard let first = numbers.first else {
        let hasFew = layer.values.contains { $0.value != nil }
        return (member, hasFew ? .fewEverywhere : .missingEverywhere)
      }
      return numbers.count > 1 && numbers.allSatisfy { $0 == first } ? (member, .constant) : nil
    }
  }
}

extension IndexDefinition {
  /// The weights before figures are looked at, one per member and 1 together: all the same for principal
  /// components.
  public var weightsBefore: [Double] {
    knownWeights ?? members.map { _ in 1 / Double(members.count) }
  }
}
