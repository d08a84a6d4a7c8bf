internal import Disclosure
public import Indicators
internal import Indices
internal import Tables
internal import Tabulation

/// The areas of a level on the scale of an index.
public struct ScoredIndex: Sendable {
  /// What an area has on an index.
  public struct Area: Sendable {
    /// The part of the fit that it is scored with; nil when none is of its frame.
    let part: Int?
    /// The score of each member of the definition, 0 to 100; not a number where there is none.
    public let memberScores: [Double]
    /// The share of the weight of the members with a number.
    public let presentWeight: Double
    /// The score, not rounded.
    public let score: Double?
    let inPart: AreaScore?
  }

  /// The scale.
  public let fitted: FittedIndex
  /// The values of the members, one layer each.
  public let members: [IndicatorLayer]
  /// The areas in the order of the layers.
  public let areas: [Area]
  /// The scores as a layer.
  public let layer: IndicatorLayer

  init(fitted: FittedIndex, members: [IndicatorLayer], areas: [Area], layer: IndicatorLayer) {
    self.fitted = fitted
    self.members = members
    self.areas = areas
    self.layer = layer
  }

  /// Scores the areas of a level.
  /// - Parameters:
  ///   - members: one layer per member of the index, of that level.
  ///   - frames: as for ``FittedIndex/init(_:_:frames:)``.
  public init?(_ fitted: FittedIndex, _ members: [IndicatorLayer], frames: [String?]? = nil) {
    guard let first = members.first else { return nil }
    let frames = frames ?? FittedIndex.frames(fitted.definition, members)
    var areas = [Area?](repeating: nil, count: frames.count)
    for (number, part) in fitted.parts.enumerated() {
      let places = frames.indices.filter { frames[$0] == part.frame }
      guard let model = part.model else { continue }
      let data = IndexData(part.members.map { members[$0] }, places: places, frame: part.frame)
      guard let scores = try? model.memberScores(data) else { continue }
      for (place, score) in zip(places, model.scores(from: scores)) {
        var all = [Double](repeating: .nan, count: members.count)
        for (member, own) in zip(part.members, score.memberScores) { all[member] = own }
        areas[place] = Area(
          part: number, memberScores: all, presentWeight: score.presentWeight,
          score: score.score, inPart: score)
      }
    }
    let none = Area(
      part: nil, memberScores: members.map { _ in .nan }, presentWeight: 0, score: nil, inPart: nil)
    self.fitted = fitted
    self.members = members
    self.areas = areas.map { $0 ?? none }
    let conversions = members.compactMap(\.conversion)
    let values = self.areas.enumerated().map { place, area in
      Self.value(area, place: place, fitted: fitted, members: members)
    }
    layer = IndicatorLayer(
      indicator: fitted.definition.indicator, level: first.level, audience: first.audience,
      codes: first.codes, gemeentecodes: first.gemeentecodes, values: values,
      sources: Set(members.flatMap(\.sources)).sorted(),
      isSynthetic: members.contains(where: \.isSynthetic),
      conversion: conversions.dropFirst().reduce(conversions.first) { $0?.joined($1) })
  }

  /// A score as it is told, with one decimal.
  static func rounded(_ score: Double) -> Double {
    (score * 10).rounded(.toNearestOrAwayFromZero) / 10
  }

  /// A score that for more than half rests on too little has no class; where there is none, the reason
  /// is the one that most of the missing weight has. What the study leaves out is no reason.
  private static func value(
    _ area: Area, place: Int, fitted: FittedIndex, members: [IndicatorLayer]
  ) -> IndicatorValue {
    let weights = fitted.definition.weightsBefore
    if let score = area.score {
      var (few, present) = (0.0, 0.0)
      for (member, weight) in weights.enumerated() where !area.memberScores[member].isNaN {
        present += weight
        if members[member].values[place].status == .fewData { few += weight }
      }
      return IndicatorValue(
        value: rounded(score),
        status: few > present / 2 ? .fewData : .ok)
    }
    let part = area.part.map { fitted.parts[$0] } ?? fitted.parts.first
    let named = Set((part?.leftOut ?? []).filter { $0.reason == .named }.map(\.member))
    var missing: [IndicatorValue.Status: Double] = [:]
    var reasons: [MissingReason: Double] = [:]
    for (member, weight) in weights.enumerated()
    where area.memberScores[member].isNaN && !named.contains(member) {
      let value = members[member].values[place]
      // A number is there, and the others of its frame have none to compare it with.
      missing[value.status == .ok ? .noData : value.status, default: 0] += weight
      if let reason = value.missing { reasons[reason, default: 0] += weight }
    }
    let most =
      [IndicatorValue.Status.suppressed, .noData, .fewData]
      .max { missing[$0, default: 0] < missing[$1, default: 0] } ?? .noData
    // Of reasons that weigh the same the first of the list is told.
    let reason = MissingReason.allCases
      .max { reasons[$0, default: 0] < reasons[$1, default: 0] }
    return IndicatorValue(
      status: most, missing: most == .noData && !reasons.isEmpty ? reason : nil)
  }

  /// What each member adds to the score of an area: with the start they add up to it.
  ///
  /// The start is the score of an area with the median of its frame on every member that the area has.
  public func contributions(place: Int) -> (start: Double, parts: [Double])? {
    let area = areas[place]
    guard let number = area.part, let own = area.inPart, let model = fitted.parts[number].model,
      let found = model.contributions(own, frame: fitted.parts[number].frame)
    else { return nil }
    var parts = [Double](repeating: 0, count: members.count)
    for (member, part) in zip(fitted.parts[number].members, found.parts) { parts[member] = part }
    return (found.start, parts)
  }

  /// The share that each member has in the score of an area: its weight among the members with a number,
  /// which add up to 1. Nil for a member that does not count there, and for all without a score.
  public func countedWeights(place: Int) -> [Double?] {
    var counted = [Double?](repeating: nil, count: members.count)
    let area = areas[place]
    guard let number = area.part, area.score != nil, let model = fitted.parts[number].model else {
      return counted
    }
    let own = zip(fitted.parts[number].members, model.weights).filter {
      !area.memberScores[$0.0].isNaN
    }
    let total = own.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return counted }
    for (member, weight) in own { counted[member] = weight / total }
    return counted
  }

  /// The part of the fit by which an area is scored; nil without one.
  public func part(place: Int) -> FittedIndex.Part? { areas[place].part.map { fitted.parts[$0] } }
}
