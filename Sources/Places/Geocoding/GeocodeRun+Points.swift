internal import Geometry

extension SpecialCoordinates {
  /// Takes the areas of records at special points away, and tells which records those are.
  ///
  /// The ordinal stays where the gemeente is wanted; a record outside all areas has none and stays
  /// as it is.
  func apply(
    to placements: inout [Placement], at places: ReadPlaces
  ) -> [Int: SpecialPoint] {
    var found: [Int: SpecialPoint] = [:]
    for (position, owner) in zip(places.positions, places.owners) {
      guard let point = point(at: position) else { continue }
      let record = Int(owner)
      let ordinal = placements[record].ordinal
      guard point.action != .municipalityOnly || ordinal >= 0 else { continue }
      placements[record] = Placement(
        point.action.reason, ordinal: point.action == .municipalityOnly ? Int(ordinal) : -1)
      found[record] = point
    }
    return found
  }
}

extension ReadPlaces {
  /// The points and areas of the records that were placed by a position.
  func spots(_ placements: [Placement]) -> [(point: CoordinatePoint, area: Int)] {
    var spots: [(point: CoordinatePoint, area: Int)] = []
    spots.reserveCapacity(positions.count)
    for (position, owner) in zip(positions, owners) {
      let placement = placements[Int(owner)]
      guard placement.reason.isPlaced else { continue }
      spots.append((CoordinatePoint(x: position.x, y: position.y), Int(placement.ordinal)))
    }
    return spots
  }
}
