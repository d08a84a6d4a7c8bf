internal import Archives

/// The bytes of one file in a workbook, unpacked as they are asked for.
///
/// A part that unpacks to far more than the workbook itself is refused: no real sheet packs to less
/// than a two-hundredth, and a file made to fill the memory or the day does.
struct WorkbookPart: ~Copyable {
  let path: String
  let name: String
  private let reader: ArchiveReader
  private let limit: Int
  private var count = 0

  /// The most that a part may unpack to, as a multiple of the size of the workbook.
  static let greatestRatio = 200
  /// What any part may unpack to.
  static let alwaysAllowed = 64 << 20

  private init(_ name: String, of path: String, size: Int, _ reader: ArchiveReader) {
    self.path = path
    self.name = name
    self.reader = reader
    let (most, isTooMuch) = size.multipliedReportingOverflow(by: Self.greatestRatio)
    limit = isTooMuch ? .max : max(Self.alwaysAllowed, most)
  }

  /// Opens a part; nil when the workbook has none of this name.
  static func open(
    _ name: String, of path: String, size: Int
  ) throws(SpreadsheetError) -> sending WorkbookPart? {
    let reader: ArchiveReader
    do {
      reader = try ArchiveReader(path: path, packing: .zip)
      guard try reader.find(name) else { return nil }
    } catch {
      throw .damaged(path: path, part: name)
    }
    if reader.hasEncryptedEntries { throw .otherForm(path: path, .encrypted) }
    return WorkbookPart(name, of: path, size: size, reader)
  }

  /// The next bytes, at most `most`; empty at the end.
  mutating func bytes(_ most: Int) throws(SpreadsheetError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try reader.bytes(most)
    } catch {
      throw .damaged(path: path, part: name)
    }
    count += bytes.count
    guard count <= limit else { throw .tooLarge(path: path, part: name, limit: limit) }
    return bytes
  }

  /// All bytes of a small part.
  static func contents(
    _ name: String, of path: String, size: Int
  ) throws(SpreadsheetError) -> [UInt8]? {
    guard var part = try open(name, of: path, size: size) else { return nil }
    var all: [UInt8] = []
    while true {
      let block = try part.bytes(1 << 18)
      if block.isEmpty { return all }
      all += block
      guard all.count <= alwaysAllowed else {
        throw .tooLarge(path: path, part: name, limit: alwaysAllowed)
      }
    }
  }
}
