public import Areas
public import CSV

/// Places records of a file in areas, one chunk at a time.
///
/// A value that any number of tasks may use at once.
public struct RecordPlacer: Sendable {
  /// The layer in which records are placed.
  public var layer: AreaLayer { locator.layer }
  /// Reads where a record says it belongs.
  public let reader: PlaceReader
  /// Records outside all areas are placed in the nearest one within this distance in metres.
  public let snapDistance: Double
  private let locator: AreaLocator

  /// Makes a placer.
  public init(locator: AreaLocator, reader: PlaceReader, snapDistance: Double = 0) {
    self.locator = locator
    self.reader = reader
    self.snapDistance = snapDistance
  }

  /// Makes a placer for records with `columnCount` fields.
  public init(
    locator: AreaLocator, columns: PlacementColumns, columnCount: Int, snapDistance: Double = 0
  ) {
    self.init(
      locator: locator, reader: PlaceReader(columns: columns, columnCount: columnCount),
      snapDistance: snapDistance)
  }

  /// Where each record belongs, in their order.
  /// - Throws: `ProjectionError` when the transformation from degrees fails.
  public func placements(_ records: CSVRecords) throws -> [Placement] {
    placements(try reader.read(records))
  }

  /// Where each record belongs, from places that were read before.
  public func placements(_ places: ReadPlaces) -> [Placement] {
    var placements = places.placements
    let ordinals = locator.ordinals(at: places.positions)
    var outside: [Int] = []
    for index in ordinals.indices {
      if ordinals[index] >= 0 {
        placements[Int(places.owners[index])].ordinal = ordinals[index]
      } else {
        outside.append(index)
      }
    }
    let nearest = locator.nearest(toUncovered: outside.map { places.positions[$0] })
    for (index, nearest) in zip(outside, nearest) {
      placements[Int(places.owners[index])] = placementOutside(nearest)
    }
    for (code, owner) in places.codes {
      placements[owner] =
        layer.ordinal(of: code).map { Placement(ordinal: $0) } ?? Placement(.unknownCode)
    }
    return placements
  }

  private func placementOutside(_ nearest: (ordinal: Int, distance: Double)?) -> Placement {
    guard let nearest else { return Placement(.outsideAreas) }
    if nearest.distance <= snapDistance {
      return Placement(.snapped, ordinal: nearest.ordinal, distance: nearest.distance)
    }
    return Placement(.outsideAreas, distance: nearest.distance)
  }
}
