package import Areas
internal import Tables

/// Which area a name stands for.
///
/// Case and blanks are ignored, and nothing else: a name that is written in another way is not taken for
/// the nearest one, but offered as such.
package struct AreaNames {
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

  /// Prepares the names of a layer.
  package init(_ layer: AreaLayer) {
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

  /// The gemeenten of the areas that have a name, each once.
  package func gemeenten(ofName name: String) -> Set<String> {
    if let place = layer.ordinal(of: name) { return [layer.areas[place].gemeentecode] }
    return Set((places[Self.folded(name)] ?? []).map { layer.areas[$0].gemeentecode })
  }

  /// The code of a gemeente by its name or code, when one of the areas lies in it.
  package func gemeente(_ name: String) -> String? { gemeenten[Self.folded(name)] }

  /// The code that a cell writes, with prefix; 8, 6 or 4 characters after it tell the level.
  package static func code(_ cell: String) -> String? {
    if let code = AreaCode.normalised(cell) { return code }
    return AreaLevel.cbs.first { $0.codeLength - 2 == cell.utf8.count }
      .flatMap { AreaCode.normalised(cell, level: $0) }
  }

  /// Whether a cell in the place of an area is that of a total: empty, in words, or the code of the
  /// country, a part of it, a province or a region, as `NL01`, `LD03`, `PV27`, `CR23`.
  package static func isTotal(_ cell: String) -> Bool {
    let word = folded(cell)
    return word.isEmpty || word == "totaal" || word.hasPrefix("totaal ") || word == "nederland"
      || cell.wholeMatch(of: /[A-Za-z]{2}[0-9]{1,2}/) != nil
  }

  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
