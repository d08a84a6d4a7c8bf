internal import Addresses
public import Areas
internal import Bytes
internal import Geometry

/// Makes a register file from address entries.
///
/// Rows are sorted in parts on disk, so that memory is bounded: about 230 MB and
/// 30 bytes an address, areas included.
/// Guaranteed: the same bytes for the same addresses, whatever the order of the sources.
public struct RegisterBuilder: ~Copyable {
  /// What became of the entries.
  public struct Counts: Sendable, Hashable {
    /// Entries that were taken.
    public var entries = 0
    /// Entries whose coordinates lie in no area, nor within 200 m of one.
    public var outsideAreas = 0
    /// Addresses, each once.
    public var addresses = 0
    /// Different combinations of postcode and number.
    public var keys = 0
    /// Keys without a buurt.
    public var keysWithoutArea = 0
    /// Keys with addresses in several buurten.
    public var keysInSeveralAreas = 0
    /// Different streets, a street being a name in a place.
    public var streets = 0
    /// Different places.
    public var places = 0
    /// Different postcodes.
    public var postcodes = 0
  }

  /// An address outside all areas belongs to the nearest within this distance in metres: boundaries
  /// and the addresses on quays are not measured alike.
  public static let reach = 200.0

  /// What was taken until now.
  public private(set) var counts = Counts()
  private let path: String
  private let locator: AreaLocator?
  private let edition: Int?
  private let sources: [String]
  private var rows: RowRuns
  /// Few; they stand by street, and the order of streets is known at the end alone.
  private var rowsWithoutPostcode: [RegisterRow] = []
  private var streets = StreetTable()
  private var buurten: [String] = []
  private var buurtNumbers: [String: UInt32] = [:]
  private var ordinalNumbers: [UInt32] = []

  /// Starts a register.
  /// - Parameters:
  ///   - path: the file to write.
  ///   - locator: finds the buurt of entries with coordinates and without a code.
  ///   - edition: the year of the areas.
  ///   - sources: what the register is made of, for its readers: names and hashes of files.
  public init(path: String, locator: AreaLocator?, edition: Int?, sources: [String]) {
    self.path = path
    self.locator = locator
    self.edition = edition
    self.sources = sources
    rows = RowRuns(path: path)
  }

  /// Adds entries.
  /// - Throws: ``RegisterError``.
  public mutating func add(_ entries: [RegisterEntry]) throws(RegisterError) {
    var found: [Int: UInt32] = [:]
    if let locator {
      let searched = entries.indices.filter {
        entries[$0].buurtcode.isEmpty && entries[$0].position != nil
      }
      let positions = searched.map { entries[$0].position! }
      let ordinals = locator.ordinals(at: positions)
      let outside = ordinals.indices.filter { ordinals[$0] < 0 }
      let nearest = locator.nearest(toUncovered: outside.map { positions[$0] })
      for (index, ordinal) in zip(searched, ordinals) where ordinal >= 0 {
        found[index] = number(ofArea: Int(ordinal), in: locator)
      }
      for (index, nearest) in zip(outside, nearest) {
        if let nearest, nearest.distance <= Self.reach {
          found[searched[index]] = number(ofArea: nearest.ordinal, in: locator)
        } else {
          counts.outsideAreas += 1
        }
      }
    }
    for (index, entry) in entries.enumerated() {
      let buurt =
        entry.buurtcode.isEmpty ? found[index] ?? RegisterRow.none : number(ofCode: entry.buurtcode)
      try add(entry, buurt: buurt)
    }
  }

  private mutating func number(ofArea ordinal: Int, in locator: AreaLocator) -> UInt32 {
    if ordinalNumbers.isEmpty {
      ordinalNumbers = [UInt32](repeating: RegisterRow.none, count: locator.layer.areas.count)
    }
    if ordinalNumbers[ordinal] == RegisterRow.none {
      ordinalNumbers[ordinal] = number(ofCode: locator.layer.areas[ordinal].code)
    }
    return ordinalNumbers[ordinal]
  }

  private mutating func number(ofCode code: String) -> UInt32 {
    if let known = buurtNumbers[code] { return known }
    let number = UInt32(buurten.count)
    buurtNumbers[code] = number
    buurten.append(code)
    return number
  }

  private mutating func add(_ entry: RegisterEntry, buurt: UInt32) throws(RegisterError) {
    let street = streets.number(of: entry)
    guard entry.postcode != nil || street != nil,
      entry.house.number > 0, entry.house.number <= KeyWord.largestNumber
    else { return }
    counts.entries += 1
    let row = RegisterRow(
      postcode: entry.postcode?.rawValue ?? RegisterRow.none, group: 0,
      number: entry.house.number, street: street ?? RegisterRow.none,
      text: AdditionText.packed(entry.house),
      x: entry.position.map { Int32(($0.x * 4).rounded()) } ?? RegisterRow.noPlace,
      y: entry.position.map { Int32(($0.y * 4).rounded()) } ?? RegisterRow.noPlace,
      buurt: buurt, nummeraanduiding: entry.nummeraanduiding?.rawValue ?? 0,
      object: entry.object?.rawValue ?? 0, pand: entry.pand?.rawValue ?? 0)
    if entry.postcode == nil {
      rowsWithoutPostcode.append(row)
      return
    }
    do { try rows.append(row) } catch { throw .file(error) }
  }

  /// Writes the register.
  /// - Throws: ``RegisterError``.
  public consuming func finish() throws(RegisterError) -> Counts {
    let codes = buurten.sorted()
    guard codes.count < Int(KeyWord.several) else { throw .tooManyAreas(codes.count) }
    var places = [UInt32](repeating: 0, count: codes.count)
    for (place, code) in codes.enumerated() { places[Int(buurtNumbers[code]!)] = UInt32(place) }
    let names = StreetSections(streets)
    var keys = KeySections(buurten: places, streets: names.streetOrdinals)
    var group: [RegisterRow] = []
    func take(_ row: RegisterRow) {
      if let first = group.first, !first.hasKey(of: row) {
        keys.add(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(row)
    }
    do {
      try rows.forEach(take)
    } catch let error as FileError {
      throw .file(error)
    } catch {
      preconditionFailure("only files fail")
    }
    for place in rowsWithoutPostcode.indices {
      let street = rowsWithoutPostcode[place].street
      rowsWithoutPostcode[place].group = names.streetOrdinals[Int(street)]
    }
    for row in rowsWithoutPostcode.sorted() { take(row) }
    if !group.isEmpty { keys.add(group) }
    guard !keys.isEmpty else { throw .noAddresses }
    keys.finish()

    var writer = RegisterWriter()
    counts.addresses = keys.addressCount
    counts.keys = keys.keyCount
    counts.keysWithoutArea = keys.withoutArea
    counts.keysInSeveralAreas = keys.inSeveralAreas
    counts.streets = names.streetCount
    counts.places = names.placeCount
    counts.postcodes = keys.postcodeCount
    var about = edition.map { ["edition=\($0)"] } ?? []
    about += ["addresses=\(counts.addresses)"]
    about += sources.map { "source=\($0)" }
    writer.add(.about, text: Array((about.joined(separator: "\n") + "\n").utf8))
    writer.add(
      .buurten, codes.map { code in Array(code.utf8.dropFirst(2)).littleEndian(UInt64.self, at: 0) }
    )
    keys.write(to: &writer)
    names.write(to: &writer)
    do { try writer.write(to: path) } catch { throw .file(error) }
    return counts
  }
}
