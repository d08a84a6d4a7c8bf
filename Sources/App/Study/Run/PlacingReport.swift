internal import Areas
internal import CSV
public import Disclosure
public import Geocoding
internal import Matching
internal import Registers

/// How well the records of a source were placed, for the screen and for provenance.
public struct PlacingReport: Sendable {
  /// By what records that are placed by address were found.
  public struct Addresses: Sendable {
    /// The year of the areas in the register.
    public let edition: Int?
    /// How many addresses the register holds.
    public let addressCount: Int
    /// What the register was made of.
    public let sources: [String]
    /// The probability from which a record is counted.
    public let threshold: Double
    /// How many addresses the user corrects.
    public let corrections: Int
    /// How the records were found.
    public let counts: AddressCounts
    /// The records below the threshold by the name of their gemeente, in the order of codes.
    public let doubtful: [(gemeente: String, count: Int)]
  }

  /// Points on which records are heaped.
  public struct Heaps: Sendable {
    /// When a point is one.
    public let rule: HeapRule
    /// How many there are.
    public let count: Int
    /// The largest part of the count of an area that comes from one point.
    public let largestShare: Double?
  }

  /// What may be known of it, per area.
  public internal(set) var published: PublishedPlacing
  /// Whether that is written.
  public let isPublished: Bool
  /// The level of the areas.
  public let level: String
  /// Nil unless records were placed by address.
  public let addresses: Addresses?
  /// Nil when records say the code of their area.
  public let heaps: Heaps?
  /// How many special points the user names.
  public let specialPoints: Int?

  /// Looks at records in the areas of the maps.
  init(
    _ records: LocatedRecords, layer: AreaLayer, input: StudyInputs.Records, rule: DisclosureRule?
  ) {
    let points = input.specification.defaultPoints
    let quality = records.quality
    let found = quality.heaps(minimum: points.minimum, share: points.share)
    heaps =
      quality.hasPoints
      ? Heaps(
        rule: points, count: found.count, largestShare: found.first?.share)
      : nil
    level = layer.level.rawValue
    published = PublishedPlacing(
      records, id: input.specification.id, layer: layer, heaps: found, rule: rule)
    switch input.place {
    case .columns(_, let points):
      addresses = nil
      specialPoints = points?.count
    case .address(let finder):
      specialPoints = finder.specialPoints?.count
      addresses = quality.addresses.map { counts in
        Addresses(
          finder, counts: counts,
          doubtful: Self.byGemeente(quality.doubtful, layer: layer))
      }
    }
    // What need not be told to everybody is not.
    isPublished = addresses != nil || specialPoints != nil || rule == nil
  }

  private static func byGemeente(
    _ counts: [Int], layer: AreaLayer
  ) -> [(gemeente: String, count: Int)] {
    var sums: [String: (name: String, count: Int)] = [:]
    for (area, count) in zip(layer.areas, counts) {
      sums[area.gemeentecode, default: (area.gemeentenaam, 0)].count += count
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.value.name, $0.value.count) }
  }
}

extension PlacingReport.Addresses {
  init(_ finder: AddressFinder, counts: AddressCounts, doubtful: [(gemeente: String, count: Int)]) {
    let register = finder.matcher.register
    self.init(
      edition: register.edition, addressCount: register.addressCount, sources: register.sources,
      threshold: finder.threshold, corrections: finder.corrections?.count ?? 0, counts: counts,
      doubtful: doubtful)
  }
}

extension StudyInputs.Records {
  /// How the records are placed in areas.
  /// - Parameter measuresDistances: whether it is measured how far the places lie apart that an address may mean.
  func placing(in layer: AreaLayer, measuresDistances: Bool = false) -> Placing {
    switch place {
    case .address(let finder):
      var placer = AddressPlacer(finder: finder, layer: layer)
      placer.measuresDistances = measuresDistances
      return .addresses(placer)
    case .columns(let columns, let specialPoints):
      return .areas(
        RecordPlacer(
          locator: AreaLocator(layer), columns: columns, columnCount: file.header.count,
          snapDistance: specification.snapDistance), specialPoints: specialPoints)
    }
  }
}
