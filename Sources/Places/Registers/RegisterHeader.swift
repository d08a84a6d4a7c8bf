internal import Bytes
internal import Crypto

/// The beginning of a register file: where each section stands, and hashes of all.
///
/// Layout, little-endian: the mark, version and number of sections; for each section its number, the
/// size of its elements, its offset, its length in bytes and its SHA-256; the SHA-256 of all before.
struct RegisterHeader {
  static let mark: [UInt8] = Array("WZREGST\n".utf8)
  static let version = 3
  private static let entrySize = 4 + 4 + 8 + 8 + 32

  struct Entry {
    var section: RegisterSection
    var offset: Int
    var length: Int
    var hash: [UInt8]
  }

  var entries: [Entry] = []

  /// Every section begins at a multiple of 64, a line of the processor's cache; zeros are between.
  static func aligned(_ place: Int) -> Int { (place + 63) / 64 * 64 }

  /// The size in bytes of a header with `count` sections.
  static func size(sections count: Int) -> Int { 16 + count * entrySize + 32 }

  /// The bytes of the header.
  var bytes: [UInt8] {
    var bytes = Self.mark
    bytes.append(littleEndian: UInt32(Self.version))
    bytes.append(littleEndian: UInt32(entries.count))
    for entry in entries {
      bytes.append(littleEndian: entry.section.rawValue)
      bytes.append(littleEndian: UInt32(entry.section.elementSize))
      bytes.append(littleEndian: UInt64(entry.offset))
      bytes.append(littleEndian: UInt64(entry.length))
      bytes.append(contentsOf: entry.hash)
    }
    bytes.append(contentsOf: SHA256.hash(data: bytes))
    return bytes
  }

  init() {}

  /// Reads and checks the header of a file.
  /// - Throws: ``RegisterError``.
  init(of file: InputFile) throws(RegisterError) {
    let path = file.path
    func read(_ offset: Int, _ count: Int) throws(RegisterError) -> [UInt8] {
      do { return try file.bytes(from: offset, count: count) } catch { throw .file(error) }
    }
    let start = try read(0, 16)
    guard start.count == 16, start.starts(with: Self.mark) else { throw .noRegister(path: path) }
    let version = Int(start.littleEndian(UInt32.self, at: 8))
    guard version == Self.version else {
      throw .otherVersion(path: path, found: version, known: Self.version)
    }
    let count = Int(start.littleEndian(UInt32.self, at: 12))
    guard count <= RegisterSection.allCases.count else { throw .damaged(path: path) }
    let size = Self.size(sections: count)
    let bytes = try read(0, size)
    guard bytes.count == size,
      bytes.suffix(32).elementsEqual(SHA256.hash(data: bytes.dropLast(32)))
    else { throw .damaged(path: path) }
    for index in 0..<count {
      let place = 16 + index * Self.entrySize
      guard
        let section = RegisterSection(rawValue: bytes.littleEndian(UInt32.self, at: place)),
        Int(bytes.littleEndian(UInt32.self, at: place + 4)) == section.elementSize
      else { throw .damaged(path: path) }
      let entry = Entry(
        section: section, offset: Int(bytes.littleEndian(UInt64.self, at: place + 8)),
        length: Int(bytes.littleEndian(UInt64.self, at: place + 16)),
        hash: Array(bytes[(place + 24)..<(place + 56)]))
      guard entry.length <= file.size, entry.offset <= file.size - entry.length else {
        throw .damaged(path: path)
      }
      entries.append(entry)
    }
    // What stands behind the last part belongs to no part.
    let ends = entries.map { Self.aligned($0.offset + $0.length) }
    guard file.size == ends.max() ?? Self.aligned(size) else { throw .damaged(path: path) }
  }
}

extension [UInt8] {
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    var rest = number
    for _ in 0..<MemoryLayout<Number>.size {
      append(UInt8(truncatingIfNeeded: rest))
      rest = rest >> 8
    }
  }

  func littleEndian<Number: FixedWidthInteger>(_: Number.Type, at place: Int) -> Number {
    var number: Number = 0
    for index in (0..<MemoryLayout<Number>.size).reversed() {
      number = number << 8 | Number(truncatingIfNeeded: self[place + index])
    }
    return number
  }
}
