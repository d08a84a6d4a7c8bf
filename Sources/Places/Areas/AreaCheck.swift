public import Geometry
internal import Tables
internal import Topology

/// What is the matter with the surfaces of a layer: those that are not valid by themselves, and those
/// that do not fit their neighbours.
public struct AreaCheck: Sendable {
  /// An area whose surface is not valid, with GEOS's reason and a place in RD New.
  public struct Invalid: Hashable, Sendable {
    /// The code of the area.
    public let code: String
    /// The reason in GEOS's words.
    public let reason: String
    /// Where.
    public let position: Position
  }

  /// Two areas that do not fit, and where.
  public struct Pair: Hashable, Sendable {
    /// The codes.
    public let codes: [String]
    /// A place in RD New.
    public let position: Position
  }

  /// The level that was checked.
  public let level: AreaLevel
  /// Areas that are not valid, in the order of their codes.
  public let invalid: [Invalid]
  /// Areas that cover the same ground.
  public let overlaps: [Pair]
  /// Neighbours with an opening of up to a metre between them.
  public let gaps: [Pair]
  /// Neighbours that do not share all nodes of their common boundary.
  public let mismatches: [Pair]
  /// Areas that touch no other, by code.
  public let islands: [String]

  /// Checks a layer.
  /// - Complexity: O(n log n) in the positions; a second for the Netherlands.
  public init(_ layer: AreaLayer) {
    level = layer.level
    let engine = TopologyEngine()
    var invalid: [Invalid] = []
    for area in layer.areas {
      if case .invalid(let reason, let position) = engine.validity(of: area.geometry) {
        invalid.append(Invalid(code: area.code, reason: reason, position: position))
      }
    }
    self.invalid = invalid
    let coverage = CoverageCheck(layer.areas.map(\.geometry))
    func pair(_ first: Int, _ second: Int, _ position: Position) -> Pair {
      Pair(codes: [layer.areas[first].code, layer.areas[second].code], position: position)
    }
    overlaps = coverage.overlaps.map { pair($0.first, $0.second, $0.position) }
    gaps = coverage.gaps.map { pair($0.first, $0.second, $0.position) }
    mismatches = coverage.mismatches.map { pair($0.first, $0.second, $0.position) }
    // Gemeenten of a study need not touch.
    islands =
      layer.areas.count > 1 && layer.level != .gemeente
      ? coverage.islands.map { layer.areas[$0].code } : []
  }

  init(
    level: AreaLevel, invalid: [Invalid], overlaps: [Pair], gaps: [Pair], mismatches: [Pair],
    islands: [String]
  ) {
    self.level = level
    self.invalid = invalid
    self.overlaps = overlaps
    self.gaps = gaps
    self.mismatches = mismatches
    self.islands = islands
  }

  /// Everything that was found, a sentence each; empty for a sound layer without islands.
  public var findings: [String] {
    var lines: [String] = []
    if !invalid.isEmpty {
      lines.append(
        "\(level.counted(invalid.count)) not valid, repaired: \(list(invalid.map(\.code)))")
    }
    for (pairs, what) in [
      (overlaps, overlaps.count == 1 ? "overlaps" : "overlap"),
      (gaps, "\(gaps.count == 1 ? "leaves" : "leave") an opening of up to a metre"),
      (
        mismatches, "\(mismatches.count == 1 ? "does" : "do") not share all nodes of their boundary"
      ),
    ] where !pairs.isEmpty {
      let codes = pairs.map { $0.codes.joined(separator: " and ") }
      lines.append("\(counted(pairs.count, "pair")) of \(level.plural) \(what): \(list(codes))")
    }
    if !islands.isEmpty {
      lines.append(
        "\(level.counted(islands.count)) \(islands.count == 1 ? "touches" : "touch") no other: \(list(islands))"
      )
    }
    return lines
  }

  /// Whether surfaces are not valid or do not fit their neighbours; islands are no fault.
  public var hasFaults: Bool {
    !(invalid.isEmpty && overlaps.isEmpty && gaps.isEmpty && mismatches.isEmpty)
  }

  private func list(_ items: [String]) -> String {
    let shown = items.prefix(5).joined(separator: ", ")
    return items.count > 5 ? "\(shown) and \(items.count - 5) more" : shown
  }

  /// The layer with the invalid surfaces made valid.
  /// - Throws: `TopologyError`.
  public func repaired(_ layer: AreaLayer) throws -> AreaLayer {
    guard !invalid.isEmpty else { return layer }
    let engine = TopologyEngine()
    let codes = Set(invalid.map(\.code))
    return AreaLayer(
      level: layer.level,
      areas: try layer.areas.map { area in
        codes.contains(area.code)
          ? area.with(geometry: try engine.repaired(area.geometry)) : area
      }, figures: layer.figures, mapping: layer.mapping)
  }
}
