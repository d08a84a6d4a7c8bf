internal import Geometry

/// Tells usable coordinates from those in the wrong column or the wrong system.
enum CoordinateCheck {
  /// Nothing when `position` lies in the Netherlands in `system`, else what is the matter.
  @inline(__always)
  static func problem(_ position: Position, in system: ReferenceSystem) -> MatchReason? {
    if contains(system, position) { return nil }
    return diagnosis(position, in: system)
  }

  @inline(__always)
  private static func contains(_ system: ReferenceSystem, _ position: Position) -> Bool {
    switch system {
    case .rdNew:
      position.x >= -7_000 && position.x <= 300_000 && position.y >= 289_000
        && position.y <= 629_000
    case .wgs84:
      position.x >= 3.0 && position.x <= 7.5 && position.y >= 50.5 && position.y <= 53.8
    }
  }

  private static func diagnosis(_ position: Position, in system: ReferenceSystem) -> MatchReason {
    guard position.isFinite else { return .notFinite }
    let swapped = Position(x: position.y, y: position.x)
    if contains(system, swapped) { return .swappedAxes }
    let other: ReferenceSystem = system == .rdNew ? .wgs84 : .rdNew
    if contains(other, position) || contains(other, swapped) {
      return system == .rdNew ? .lonLatInRD : .rdInLonLat
    }
    return .outsideNetherlands
  }
}
