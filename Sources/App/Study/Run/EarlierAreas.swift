internal import Areas
internal import Disclosure

/// The areas of a level of which an earlier publication told, among those of a study.
struct EarlierAreas {
  /// How many counts that were said are left out since the study has not the areas that they are of.
  struct LeftOut {
    /// Of areas that are not in the study.
    var elsewhere = 0
    /// Of areas of another year of which the code stands for another ground now.
    var otherGround = 0
  }

  /// Where an area is now.
  private enum Place {
    case at(Int)
    case elsewhere
    case otherGround
    /// It is an area of one's own that is not as it was in the same year.
    case changed
  }

  private let places: [Place]

  /// Looks areas up.
  /// - Parameters:
  ///   - codes: their codes, in the order of what was said of them.
  ///   - grounds: what the entry keeps of the ground of each; none in entries of before that was kept. In one
  ///     year a code of CBS is one area, however precisely its boundary is drawn.
  ///   - edition: the year of the areas of then.
  init(
    _ codes: [String], grounds: [String], edition: Int, in layer: AreaLayer, of areas: AreaSet
  ) {
    let isOfSameYear = edition == areas.edition.year
    let isOwn = layer.level.isOwn
    places = codes.enumerated().map { number, code in
      let place = layer.ordinal(of: code)
      let then = number < grounds.count && (isOwn || !isOfSameYear) ? grounds[number] : nil
      let now = then == nil ? nil : place.map { AreaGround(layer.areas[$0]) }
      if let then, isOwn, isOfSameYear, now?.isSame(as: then) != true { return .changed }
      guard let place else { return .elsewhere }
      // Where boundaries are drawn around points they are others with every point.
      if let then, let now, !isOfSameYear, isOwn || !areas.isSchematic, !now.isNear(then) {
        return .otherGround
      }
      return .at(place)
    }
  }

  /// What was said, in the order of the areas of the layer; nil when something was said of an area of one's own that
  /// is not as it was.
  func said(_ counts: [SaidCount], in layer: AreaLayer, leftOut: inout LeftOut) -> [SaidCount]? {
    var said = [SaidCount](repeating: .nothing, count: layer.areas.count)
    for (place, count) in zip(places, counts) where count != .nothing {
      switch place {
      case .at(let area): said[area] = count
      case .elsewhere: leftOut.elsewhere += 1
      case .otherGround: leftOut.otherGround += 1
      case .changed: return nil
      }
    }
    return said
  }

  /// What the ledger keeps of the ground of areas, by level: of all but those that are drawn around points.
  static func grounds(_ levels: some Sequence<String>, in areas: AreaSet) -> [String: [String]]? {
    let wanted = Set(levels)
    let layers = areas.layers.filter {
      wanted.contains($0.level.rawValue) && ($0.level.isOwn || !areas.isSchematic)
    }
    guard !layers.isEmpty else { return nil }
    return Dictionary(
      uniqueKeysWithValues: layers.map { layer in
        (layer.level.rawValue, layer.areas.map { AreaGround($0).text })
      })
  }
}
