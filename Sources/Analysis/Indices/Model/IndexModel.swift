/// An index that is ready to score areas: the scale of each member in each frame, and the weights.
///
/// Kept in a file it lets others, and later years, score on the same scale.
public struct IndexModel: Hashable, Sendable {
  /// The members.
  public let members: [IndexMember]
  /// Their weights, 1 together; less when the index has members besides that have no number anywhere.
  public let weights: [Double]
  /// How scores become one.
  public let aggregation: Aggregation
  /// The least share of the weight for a score.
  public let presentWeight: Double
  /// The members' scales by frame.
  public let frames: [String: [FittedMember]]

  /// Makes a model, for instance from a frozen scale.
  public init(
    members: [IndexMember], weights: [Double], aggregation: Aggregation, presentWeight: Double,
    frames: [String: [FittedMember]]
  ) {
    self.members = members
    self.weights = weights
    self.aggregation = aggregation
    self.presentWeight = presentWeight
    self.frames = frames
  }

  /// Fits scales and weights on the areas of each frame. Numbers that rest on too little take no part in
  /// that; they are scored on the scale of the others.
  /// - Throws: ``IndexError`` when a member cannot be scaled or weights cannot be had.
  /// - Complexity: O(members · areas · log areas).
  public init(_ members: [IndexMember], _ data: IndexData, _ method: IndexMethod) throws(IndexError)
  {
    guard members.count >= 2 else { throw .tooFewMembers }
    let fitted = try Self.fit(members, data, method)
    let scores = Self.scores(data.reliable, frames: fitted)
    self.init(
      members: members,
      weights: try method.weighting.weights(of: members, coherence: Coherence(scores)),
      aggregation: method.aggregation, presentWeight: method.presentWeight, frames: fitted)
  }

  static func fit(
    _ members: [IndexMember], _ data: IndexData, _ method: IndexMethod
  ) throws(IndexError) -> [String: [FittedMember]] {
    var places: [String: [Int]] = [:]
    for (place, frame) in data.frames.enumerated() { places[frame, default: []].append(place) }
    var fitted: [String: [FittedMember]] = [:]
    for frame in places.keys.sorted() {
      var own: [FittedMember] = []
      for (member, column) in zip(members, data.columns) {
        let known = (places[frame] ?? []).filter { !column.values[$0].isNaN }
        let values = known.filter { !column.isFew[$0] }.map { column.values[$0] }
        if values.isEmpty, !known.isEmpty { throw .fewEverywhere(member: member.id, frame: frame) }
        own.append(try FittedMember(member, values: values, frame: frame, method: method))
      }
      fitted[frame] = own
    }
    return fitted
  }

  private static func scores(_ data: IndexData, frames: [String: [FittedMember]]) -> [[Double]] {
    data.columns.indices.map { member in
      let values = data.columns[member].values
      return values.indices.map { area in
        let value = values[area]
        guard !value.isNaN, let scale = frames[data.frames[area]]?[member] else { return .nan }
        return scale(value)
      }
    }
  }

  /// The score of each member in each area, 0 to 100; not a number where it has no number.
  /// - Throws: ``IndexError/unknownFrame(_:)`` when the model has no scale for a frame of the areas.
  public func memberScores(_ data: IndexData) throws(IndexError) -> [[Double]] {
    for frame in data.frames where frames[frame] == nil { throw .unknownFrame(frame) }
    return Self.scores(data, frames: frames)
  }

  /// The score of each area from the scores of its members.
  public func scores(from memberScores: [[Double]]) -> [AreaScore] {
    (memberScores.first?.indices ?? 0..<0).map { area in
      let scores = memberScores.map { $0[area] }
      let present = zip(scores, weights).reduce(0) { $1.0.isNaN ? $0 : $0 + $1.1 }
      // Weights that are written as 0.6 must not fall short by the last bit.
      let isEnough = present > 0 && present >= presentWeight - 1e-9
      return AreaScore(
        memberScores: scores, presentWeight: min(present, 1),
        score: isEnough ? aggregation(scores, weights) : nil)
    }
  }

  /// What each member adds to the score of an area; start and parts add up to the score.
  /// - Complexity: O(members); for a mean that is not arithmetic O(2^members) up to 12 members, and
  ///   2,000 orders of the members for more.
  public func contributions(
    _ area: AreaScore, frame: String
  ) -> (start: Double, parts: [Double])? {
    guard area.score != nil, let own = frames[frame] else { return nil }
    return Shapley(aggregation: aggregation, starts: own.map(\.start), weights: weights)
      .parts(of: area.memberScores)
  }
}

/// The score of an area on an index, and what it is made of.
public struct AreaScore: Hashable, Sendable {
  /// The score of each member; not a number where it has none.
  public let memberScores: [Double]
  /// The share of the weight of the members that have one.
  public let presentWeight: Double
  /// The score, 0 to 100; nil when too little of the weight is there.
  public let score: Double?
}
