public import Areas
internal import CSV
internal import Matching
internal import Registers

/// Places records of a file in areas by their address, one chunk at a time.
///
/// Only records that are `zeker` get an area; those below the threshold are counted in the area of
/// the best answer, and belong nowhere. A value that any number of tasks may use at once.
public struct AddressPlacer: Sendable {
  /// The layer in which records are placed.
  public let layer: AreaLayer
  /// Finds the addresses.
  public let finder: AddressFinder
  /// Whether it is measured how far the places lie apart that a record may mean; takes longer for those
  /// without a number.
  public var measuresDistances = false
  /// For each buurt of the register its area in the layer, or -1 when the layer has none.
  private let ordinals: [Int32]
  /// For each buurt of the register its gemeente.
  private let gemeentecodes: [String]

  /// Makes a placer; register and areas must be of one edition, for a code means an area of one only.
  public init(finder: AddressFinder, layer: AreaLayer) {
    self.finder = finder
    self.layer = layer
    let codes = finder.matcher.register.buurtcodes
    ordinals = codes.map { code in
      let own =
        layer.level == .buurt
        ? code : layer.level.prefix + code.dropFirst(2).prefix(layer.level.codeLength - 2)
      return Int32(layer.ordinal(of: own) ?? -1)
    }
    gemeentecodes = codes.map { "GM" + $0.dropFirst(2).prefix(4) }
  }

  /// Where the records of a chunk belong.
  func place(_ records: CSVRecords) -> PlacedRecords {
    var placed = PlacedRecords(capacity: records.count)
    var addresses = AddressCounts()
    var scratch = MatchScratch()
    var plain =
      finder.corrections == nil ? PlainRows(finder.columns, matcher: finder.matcher) : nil
    for record in 0..<records.count {
      if record % PlainRows.blockSize == 0 {
        plain?.find(records, from: record, lastColumn: finder.lastColumn)
      }
      let found =
        plain?.match(record).map { finder.found($0, needsPoint: true) }
        ?? finder.find(records, record, needsPoint: true, &scratch)
      let kind = found.kind(threshold: finder.threshold)
      addresses.add(next: kind)
      if measuresDistances, found.special == nil, let match = found.match {
        let places = finder.matcher.possiblePlaces(of: match, &scratch)
        // One place of several that are meant tells no distance.
        if places.count > 1 || match.level == .address || match.level == .correction {
          placed.distances[match.level, default: PossibleDistances()].add(places)
        }
      }
      let reason = add(found, kind.verdict, record, to: &placed)
      placed.counts.add(reason)
    }
    addresses.close()
    placed.addresses = addresses
    return placed
  }

  /// Puts a record where it belongs, and says why not in an area.
  private func add(
    _ found: AddressFinder.Found, _ verdict: AddressVerdict, _ record: Int,
    to placed: inout PlacedRecords
  ) -> MatchReason {
    let ordinal = found.match?.buurt.map { ordinals[$0] } ?? -1
    if let special = found.special {
      placed.ordinals.append(-1)
      if let buurt = found.match?.buurt, special.action == .municipalityOnly {
        placed.municipalityOnly.append((Int32(record), gemeentecodes[buurt]))
      } else if special.action == .ownRow {
        placed.ownRows[special.name, default: 0] += 1
      }
      return special.action.reason
    }
    guard found.match != nil else {
      placed.ordinals.append(-1)
      return .ragged
    }
    switch verdict {
    case .certain:
      placed.ordinals.append(ordinal)
      guard ordinal >= 0 else { return .unknownCode }
      placed.points.add(found.point, area: ordinal)
      return .placed
    case .doubtful:
      placed.ordinals.append(-1)
      placed.doubtful.append(ordinal)
      return .doubtful
    case .none:
      placed.ordinals.append(-1)
      return .notFound
    }
  }
}
