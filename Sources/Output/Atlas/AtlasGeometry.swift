internal import Areas
internal import Exports
internal import Geometry
internal import Simplification

/// The boundaries of an atlas: lines that areas share, in whole steps of a grid.
struct AtlasGeometry {
  /// Metres of one step.
  let step: Double
  /// The lines in steps from `origin`.
  let lines: [[(x: Int, y: Int)]]
  /// For each layer the parts of each area.
  let layers: [[[SharedBoundaries.Part]]]
  /// The left lower corner in RD New.
  let origin: Position
  private let simplified: SimplifiedAreas

  /// How many positions a page holds at most, where a coarser tolerance can bring that about.
  static let wantedPositions = 24_000
  /// Metres.
  static let tolerances = [10.0, 20, 40, 80, 160, 320]

  /// Chooses the finest tolerance that keeps the page small.
  init(_ areas: AreaSet) {
    var tolerance = Self.tolerances[0]
    var simplified = SimplifiedAreas(areas, tolerance: tolerance)
    for coarser in Self.tolerances.dropFirst()
    where simplified.boundaries.positionCount > Self.wantedPositions {
      tolerance = coarser
      simplified = SimplifiedAreas(areas, tolerance: tolerance)
    }
    self.init(simplified, step: tolerance / 10)
  }

  private init(_ simplified: SimplifiedAreas, step: Double) {
    self.simplified = simplified
    self.step = step
    let boundaries = simplified.boundaries
    var box = Box.empty
    for position in boundaries.lines.joined() { box.extend(to: position) }
    let origin =
      box.isEmpty
      ? Position(x: 0, y: 0)
      : Position(
        x: (box.minX / step).rounded(.down) * step, y: (box.minY / step).rounded(.down) * step)
    self.origin = origin
    lines = boundaries.lines.map { line in
      line.map { Self.steps($0, from: origin, step: step) }
    }
    layers = simplified.areas.layers.indices.map { layer in
      simplified.places(ofLayer: layer).map { boundaries.surfaces[$0] }
    }
  }

  /// A position in steps of the grid.
  func steps(_ position: Position) -> (x: Int, y: Int) {
    Self.steps(position, from: origin, step: step)
  }

  private static func steps(
    _ position: Position, from origin: Position, step: Double
  ) -> (x: Int, y: Int) {
    (
      x: Int(((position.x - origin.x) / step).rounded()),
      y: Int(((position.y - origin.y) / step).rounded())
    )
  }

  /// The same areas in outline only, for the maps that need no script.
  var coarse: AtlasGeometry {
    AtlasGeometry(
      simplified.simplified(SimplificationRule(tolerance: step * 80, areaShare: 0.1)),
      step: step * 10)
  }

  /// A ring as positions in steps; the first is not repeated.
  func positions(of ring: [SharedBoundaries.Stretch]) -> [(x: Int, y: Int)] {
    var positions: [(x: Int, y: Int)] = []
    for stretch in ring {
      let line = stretch.isReversed ? lines[stretch.line].reversed() : lines[stretch.line]
      for position in line.dropLast() {
        if let last = positions.last, last == position { continue }
        positions.append(position)
      }
    }
    return positions
  }
}

extension SimplifiedAreas {
  /// On a grid of a tenth of the tolerance, from the start, so that what does not cross is on the grid.
  fileprivate init(_ areas: AreaSet, tolerance: Double) {
    self.init(
      areas, rule: SimplificationRule(tolerance: tolerance), grid: tolerance / 10)
  }
}
