public import Areas
internal import CSV

/// How the records of a file are placed.
public enum Placing: Sendable {
  /// By coordinate, or by the code of an area; special points are for coordinates only.
  case areas(RecordPlacer, specialPoints: SpecialCoordinates?)
  /// By address.
  case addresses(AddressPlacer)

  /// The areas in which records are placed.
  public var layer: AreaLayer {
    switch self {
    case .areas(let placer, _): placer.layer
    case .addresses(let placer): placer.layer
    }
  }

  /// Where the records of a chunk belong.
  /// - Throws: `ProjectionError` when the transformation from degrees fails.
  func place(_ records: CSVRecords) throws -> PlacedRecords {
    switch self {
    case .addresses(let placer): placer.place(records)
    case .areas(let placer, let specialPoints): try Self.place(records, placer, specialPoints)
    }
  }

  private static func place(
    _ records: CSVRecords, _ placer: RecordPlacer, _ specialPoints: SpecialCoordinates?
  ) throws -> PlacedRecords {
    let places = try placer.reader.read(records)
    var placements = placer.placements(places)
    let special = specialPoints?.apply(to: &placements, at: places) ?? [:]
    var placed = PlacedRecords(capacity: records.count)
    var plain = 0
    for (record, placement) in placements.enumerated() {
      placed.ordinals.append(placement.reason.isPlaced ? placement.ordinal : -1)
      if placement.reason == .placed { plain += 1 } else { placed.counts.add(placement.reason) }
      guard let point = special[record] else { continue }
      if point.action == .municipalityOnly {
        placed.municipalityOnly.append(
          (Int32(record), placer.layer.areas[Int(placement.ordinal)].gemeentecode))
      } else if point.action == .ownRow {
        placed.ownRows[point.name, default: 0] += 1
      }
    }
    if plain > 0 { placed.counts.add(.placed, count: plain) }
    for (position, owner) in zip(places.positions, places.owners)
    where placed.ordinals[Int(owner)] >= 0 {
      placed.points.add(position, area: placed.ordinals[Int(owner)])
    }
    return placed
  }
}
