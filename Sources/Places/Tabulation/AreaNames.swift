internal import Areas
internal import Tables

/// Which area a name stands for.
///
/// Case and blanks are ignored, and nothing else: a name that is written in another way is not taken for
/// the nearest one, but offered as such.
struct AreaNames {
  /// What a name comes to.
  enum Found: Equatable {
    case area(Int)
    /// Several areas have the name.
    case several([String])
    case none(nearest: String?)
    /// The row is of a gemeente that has none of the areas.
    case elsewhere
  }

  private let layer: AreaLayer
  private let places: [String: [Int]]
  private let gemeenten: [String: String]

  init(_ layer: AreaLayer) {
    self.layer = layer
    places = Dictionary(grouping: layer.areas.indices) { Self.folded(layer.areas[$0].name) }
    gemeenten = layer.areas.reduce(into: [:]) { known, area in
      known[Self.folded(area.gemeentenaam)] = area.gemeentecode
      known[Self.folded(area.gemeentecode)] = area.gemeentecode
      known[String(area.gemeentecode.dropFirst(2))] = area.gemeentecode
    }
  }

  /// The area of a name, or of a code; in one gemeente when that is known.
  func find(_ name: String, gemeente: String?) -> Found {
    var wanted: String?
    if let gemeente, !gemeente.isEmpty {
      guard let code = gemeenten[Self.folded(gemeente)] else { return .elsewhere }
      wanted = code
    }
    func fits(_ place: Int) -> Bool { wanted.map { layer.areas[place].gemeentecode == $0 } ?? true }
    if let place = layer.ordinal(of: name), fits(place) { return .area(place) }
    let found = (places[Self.folded(name)] ?? []).filter(fits)
    if found.count == 1 { return .area(found[0]) }
    if found.count > 1 { return .several(found.map { layer.areas[$0].code }) }
    return .none(
      nearest: nearestWord(
        to: name, among: layer.areas.indices.lazy.filter(fits).map { layer.areas[$0].name }))
  }

  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
