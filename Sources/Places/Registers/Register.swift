internal import Addresses
internal import Bytes
internal import Crypto
internal import Geometry

/// A register of addresses in a file: found by postcode and number, by street, or by identification.
///
/// The file is read where the system keeps it, so memory is taken only for what is used. A value that
/// any number of tasks may use at once. Made by ``RegisterBuilder``.
public final class Register: Sendable {
  /// How much of a register is used.
  public enum Tier: Sendable {
    /// Postcodes and numbers alone: about 8 bytes an address.
    case numbers
    /// Streets, places and identifications too.
    case everything
  }

  /// The path of the file.
  public let path: String
  /// The year of the areas in it, when it is known.
  public let edition: Int?
  /// What the register was made of.
  public let sources: [String]
  /// How many addresses it holds.
  public let addressCount: Int
  /// Which part is in use.
  public let tier: Tier
  /// The codes of the buurten, such as `BU03630000`; answers are places in it.
  public let buurtcodes: [String]

  let file: MappedFile
  let postcodes: PostcodeTable
  let blockPostcodes: MappedColumn<UInt32>
  let keys: MappedColumn<UInt64>
  let sharedBits: MappedColumn<UInt64>
  let sharedRanks: MappedColumn<UInt32>
  let sharedStarts: MappedColumn<UInt32>
  let addressTexts: MappedColumn<UInt64>
  let addressBuurten: MappedColumn<UInt16>
  let addressPositions: MappedColumn<UInt32>
  let postcodeStreets: MappedColumn<UInt32>
  let mixedStreets: MappedColumn<UInt32>
  let placeStreets: MappedColumn<UInt32>
  let streetPlaces: MappedColumn<UInt16>
  let streetNames: MappedColumn<UInt32>
  let streetKeyStarts: MappedColumn<UInt32>
  let streetKeys: MappedColumn<UInt32>
  let names: NameTable
  let nameIndex: MappedColumn<UInt32>
  let nameStreetStarts: MappedColumn<UInt32>
  let nameStreets: MappedColumn<UInt32>
  let digitsStarts: MappedColumn<UInt32>
  let digitsStreets: MappedColumn<UInt32>
  let identifiers: MappedColumn<UInt64>
  let identifierKeys: MappedColumn<UInt32>
  let identifierAddresses: MappedColumn<UInt32>
  let placeNames: PlaceNames

  /// Opens a register and compares the parts that will be used with their hashes.
  /// - Throws: ``RegisterError``; a file that is cut off, changed, or of another version is refused.
  public init(path: String, tier: Tier = .everything) throws(RegisterError) {
    let input: InputFile
    let file: MappedFile
    do {
      input = try InputFile(path: path)
      file = try MappedFile(path: path)
    } catch { throw .file(error) }
    let header = try RegisterHeader(of: input)
    let used = tier == .numbers ? RegisterSection.numbers : Set(RegisterSection.allCases)
    for section in used where !header.entries.contains(where: { $0.section == section }) {
      throw .damaged(path: path)
    }
    for entry in header.entries where used.contains(entry.section) {
      try Self.verify(entry, in: input)
    }
    func column<Number: FixedWidthInteger>(_ section: RegisterSection) -> MappedColumn<Number> {
      guard used.contains(section),
        let entry = header.entries.first(where: { $0.section == section })
      else { return MappedColumn() }
      precondition(MemoryLayout<Number>.size == section.elementSize)
      return file.column(
        Number.self, at: entry.offset, count: entry.length / section.elementSize)
    }
    func lines(_ section: RegisterSection) -> [Substring] {
      let bytes: MappedColumn<UInt8> = column(section)
      return String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    let about = lines(.about).map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    func facts(_ name: String) -> [String] {
      about.filter { $0.count == 2 && $0[0] == name }.map { $0[1] }
    }
    self.path = path
    self.tier = tier
    self.file = file
    edition = facts("edition").first.flatMap { Int($0) }
    addressCount = facts("addresses").first.flatMap { Int($0) } ?? 0
    sources = facts("source")
    let codes: MappedColumn<UInt64> = column(.buurten)
    buurtcodes = (0..<codes.count).map { place in
      var bytes = Array("BU".utf8)
      bytes.append(littleEndian: codes[place])
      return String(decoding: bytes, as: UTF8.self)
    }
    postcodes = PostcodeTable(bits: column(.postcodeBits), records: column(.postcodes))
    blockPostcodes = column(.blockPostcodes)
    keys = column(.keys)
    sharedBits = column(.sharedBits)
    sharedRanks = column(.sharedRanks)
    sharedStarts = column(.sharedStarts)
    addressTexts = column(.addressTexts)
    addressBuurten = column(.addressBuurten)
    addressPositions = column(.addressPositions)
    postcodeStreets = column(.postcodeStreets)
    mixedStreets = column(.mixedStreets)
    placeStreets = column(.placeStreets)
    streetPlaces = column(.streetPlaces)
    streetNames = column(.streetNames)
    streetKeyStarts = column(.streetKeyStarts)
    streetKeys = column(.streetKeys)
    names = NameTable(records: column(.names), bytes: column(.nameBytes))
    nameIndex = column(.nameIndex)
    nameStreetStarts = column(.nameStreetStarts)
    nameStreets = column(.nameStreets)
    digitsStarts = column(.digitsStarts)
    digitsStreets = column(.digitsStreets)
    identifiers = column(.identifiers)
    identifierKeys = column(.identifierKeys)
    identifierAddresses = column(.identifierAddresses)
    placeNames = PlaceNames(places: lines(.places), gemeenten: lines(.gemeenten))
  }

  /// Reads a part beside the mapping, so that its pages do not count as memory in use.
  private static func verify(
    _ entry: RegisterHeader.Entry, in file: InputFile
  ) throws(RegisterError) {
    var hasher = SHA256()
    var done = 0
    while done < entry.length {
      let piece: [UInt8]
      do {
        piece = try file.bytes(
          from: entry.offset + done, count: min(1 << 18, entry.length - done))
      } catch { throw .file(error) }
      guard !piece.isEmpty else { throw .damaged(path: file.path) }
      hasher.update(data: piece)
      done += piece.count
    }
    guard hasher.finalize().elementsEqual(entry.hash) else { throw .damaged(path: file.path) }
    let end = entry.offset + entry.length
    let rest: [UInt8]
    do {
      rest = try file.bytes(from: end, count: RegisterHeader.aligned(end) - end)
    } catch { throw .file(error) }
    guard rest.allSatisfy({ $0 == 0 }) else { throw .damaged(path: file.path) }
  }
}
