internal import Areas

/// Areas of another year of which a publication told, held against those of a study by their ground.
struct GroundsOfThen {
  private let then: [AreaGround?]
  private let now: [AreaGround]
  /// Of each area of then whether that of now with its code has the same ground.
  private let isKept: [Bool]
  /// Of each area of now whether that of then with its code had the same ground; a gemeente also nearly the same, since
  /// few of its records lie at its boundary.
  let isSame: [Bool]

  /// - Parameters:
  ///   - codes: those of the areas of then.
  ///   - grounds: what the entry keeps of the ground of each.
  init(_ codes: [String], grounds: [String], in layer: AreaLayer) {
    let now = layer.areas.map { AreaGround($0) }
    var isKept = [Bool](repeating: false, count: codes.count)
    var isSame = [Bool](repeating: false, count: now.count)
    for (number, (code, ground)) in zip(codes, grounds).enumerated() {
      guard let place = layer.ordinal(of: code) else { continue }
      isKept[number] = now[place].isWithinAMetre(of: ground)
      isSame[place] = isKept[number] || layer.level == .gemeente && now[place].isNear(ground)
    }
    then = grounds.map { AreaGround(kept: $0) }
    self.now = now
    self.isKept = isKept
    self.isSame = isSame
  }

  /// Whether one of some areas of then lies where there are others now: areas that are what they were, whatever their
  /// code is, and areas where the study has none, do not count.
  /// - Complexity: O(areas), but for those that have another code or ground: O(areas²) of these.
  func isChanged(_ told: [Bool]) -> Bool {
    let others = now.indices.filter { !isSame[$0] }
    return zip(then, isKept).enumerated().contains { number, pair in
      guard told[number], !pair.1, let ground = pair.0,
        !others.contains(where: { now[$0].isWithinAMetre(of: ground) })
      else { return false }
      return others.contains { place in
        now[place].overlaps(ground)
          && !then.contains { $0.map { now[place].isWithinAMetre(of: $0) } ?? false }
      }
    }
  }
}
