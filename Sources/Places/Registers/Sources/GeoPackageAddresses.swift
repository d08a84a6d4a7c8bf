internal import Addresses
internal import GeoPackage
internal import Geometry

/// Makes addresses of the objects of a GeoPackage, as PDOK distributes the BAG: each object with its
/// main address in the same row.
struct GeoPackageAddresses {
  /// A layer with addresses.
  struct Layer: Sendable {
    let name: String
    let system: ReferenceSystem
    /// The columns that are read.
    let names: [String]
    /// What they mean; places in ``names``.
    let columns: AddressColumns
  }

  private let reader: GeoPackageReader
  /// The layers with addresses, in the order in which they are read.
  let layers: [Layer]

  /// The layers of objects with an address, as PDOK names them.
  private static let usual = ["verblijfsobject", "ligplaats", "standplaats"]

  /// Opens a file and finds its layers: those of the objects, and when there are none, all with the
  /// columns of an address.
  init(path: String) throws(RegisterSourceError) {
    do {
      reader = try GeoPackageReader(path: path)
    } catch {
      throw .geoPackage(error)
    }
    let found = reader.layers.filter { $0.geometryColumn != nil }
    var chosen = Self.usual.flatMap { name in found.filter { $0.name.lowercased() == name } }
    if chosen.isEmpty { chosen = found.filter { AddressColumns.known($0.columns) > 2 } }
    guard !chosen.isEmpty else { throw .unrecognised(path: path) }
    var layers: [Layer] = []
    for layer in chosen { layers.append(try Self.layer(layer, path: path)) }
    self.layers = layers
  }

  private static func layer(
    _ layer: GeoPackageLayer, path: String
  ) throws(RegisterSourceError) -> Layer {
    let system: ReferenceSystem
    switch layer.epsg {
    case 28992: system = .rdNew
    // ETRS89 and WGS 84 are the same here, see `Transformer`.
    case 4326, 4258: system = .wgs84
    default: throw .referenceSystem(path: path, layer: layer.name, epsg: layer.epsg)
    }
    let name = "\(path)/\(layer.name)"
    var columns = try AddressColumns(header: layer.columns, path: name)
    if columns[.object] == nil {
      columns[.object] = layer.columns.firstIndex { $0.lowercased() == "identificatie" }
    }
    guard columns[.postcode] != nil || columns[.street] != nil else {
      throw .missingColumn(path: name, wanted: [.postcode, .street])
    }
    guard columns[.number] != nil else { throw .missingColumn(path: name, wanted: [.number]) }
    return Layer(name: layer.name, system: system, names: layer.columns, columns: columns)
  }

  /// Hands over the addresses of all layers.
  func read(_ body: ([RegisterEntry]) throws -> Void) throws -> RegisterSourceCounts {
    var counts = RegisterSourceCounts()
    for layer in layers {
      var batch = try EntryBatch(system: layer.system)
      batch.counts = counts
      var rows = FeatureRows(columns: layer.columns)
      do {
        try reader.forEachFeature(of: layer.name, columns: rows.names(of: layer), geometry: true) {
          feature in
          let entry: RegisterEntry
          do throws(AddressRows.Refusal) {
            entry = try rows.entry(feature)
          } catch {
            batch.counts.skip(error.reason)
            return
          }
          try batch.add(entry, body)
        }
      } catch let error as GeoPackageError {
        throw RegisterSourceError.geoPackage(error)
      }
      try batch.flush(body)
      counts = batch.counts
    }
    return counts
  }
}

/// Makes addresses of the features of one layer.
private struct FeatureRows {
  /// The meanings of the values, in the order in which they are asked for.
  private let meanings: [(meaning: RegisterSourceColumn, index: Int)]
  private var bytes: [UInt8] = []
  private var ranges = [Range<Int>](
    repeating: 0..<0, count: RegisterSourceColumn.allCases.count)

  init(columns: AddressColumns) {
    var meanings: [(meaning: RegisterSourceColumn, index: Int)] = []
    for meaning in RegisterSourceColumn.allCases {
      if let index = columns[meaning] { meanings.append((meaning, index)) }
    }
    meanings += columns.statuses.map { (.status, $0) }
    meanings += columns.ends.map { (.end, $0) }
    self.meanings = meanings
  }

  func names(of layer: GeoPackageAddresses.Layer) -> [String] {
    meanings.map { layer.names[$0.index] }
  }

  mutating func entry(
    _ feature: GeoPackageFeature
  ) throws(AddressRows.Refusal) -> RegisterEntry {
    var texts: [RegisterSourceColumn: String] = [:]
    for (value, column) in zip(feature.values, meanings) {
      let text: String
      switch value {
      case .null: continue
      case .integer(let number): text = "\(number)"
      case .real(let number): text = Int64(exactly: number).map { "\($0)" } ?? "\(number)"
      case .text(let written): text = written
      }
      switch column.meaning {
      case .end where !text.isEmpty: throw AddressRows.Refusal(.ended)
      case .status where AddressText.isEnded(text.utf8): throw AddressRows.Refusal(.ended)
      default: texts[column.meaning] = text
      }
    }
    return try entry(texts, feature.geometry?.inside)
  }

  private mutating func entry(
    _ texts: [RegisterSourceColumn: String], _ position: Position?
  ) throws(AddressRows.Refusal) -> RegisterEntry {
    // All texts in one row of bytes, for the same reading as that of CSV.
    bytes.removeAll(keepingCapacity: true)
    func place(_ meaning: RegisterSourceColumn, _ bytes: inout [UInt8]) -> Range<Int> {
      let start = bytes.count
      if let text = texts[meaning] { bytes += text.utf8 }
      return AddressText.trimmed(bytes.span, start..<bytes.count)
    }
    let postcode = place(.postcode, &bytes)
    let number = place(.number, &bytes)
    let letter = place(.letter, &bytes)
    let addition = place(.addition, &bytes)
    let buurtcode = place(.buurtcode, &bytes)
    let identifiers = [RegisterSourceColumn.nummeraanduiding, .object, .pand].map {
      place($0, &bytes)
    }
    let span = bytes.span
    let parsed = postcode.isEmpty ? nil : AddressText.postcode(span, postcode)
    guard postcode.isEmpty || parsed != nil else { throw AddressRows.Refusal(.postcodeUnreadable) }
    guard !number.isEmpty || !postcode.isEmpty || texts[.street] != nil else {
      throw AddressRows.Refusal(.noPostcodeAndNoStreet)
    }
    guard let house = AddressText.house(span, number: number, letter: letter, addition: addition)
    else { throw AddressRows.Refusal(.numberUnreadable) }
    var entry = RegisterEntry(postcode: parsed, house: house)
    entry.street = texts[.street] ?? ""
    guard parsed != nil || !entry.street.isEmpty else {
      throw AddressRows.Refusal(.noPostcodeAndNoStreet)
    }
    entry.shortStreet = texts[.shortStreet] ?? ""
    entry.place = texts[.place] ?? ""
    entry.gemeente = texts[.gemeente] ?? ""
    entry.position = position
    entry.buurtcode = AddressText.buurtcode(span, buurtcode) ?? ""
    entry.nummeraanduiding = AddressText.identifier(span, identifiers[0])
    entry.object = AddressText.identifier(span, identifiers[1])
    entry.pand = AddressText.identifier(span, identifiers[2])
    return entry
  }
}

extension GeoPackageGeometry {
  /// The point, or the mean of the corners of the largest part; nil without positions.
  ///
  /// The surfaces are berths and pitches: small, and nearly always convex.
  fileprivate var inside: Position? {
    switch self {
    case .point(let position): position
    case .multiPolygon(let surface):
      surface.polygons.max { $0.area < $1.area }.flatMap { $0.exterior.positions.middle }
    case .lines, .other, .empty: nil
    }
  }
}

extension [Position] {
  /// The mean of the corners of a closed ring; nil when there are none.
  var middle: Position? {
    // The last position repeats the first.
    let corners = count > 1 && first == last ? self[..<(count - 1)] : self[...]
    guard let origin = corners.first else { return nil }
    let sum = corners.reduce(Position(x: 0, y: 0)) {
      Position(x: $0.x + ($1.x - origin.x), y: $0.y + ($1.y - origin.y))
    }
    return Position(
      x: origin.x + sum.x / Double(corners.count), y: origin.y + sum.y / Double(corners.count))
  }
}
