internal import Addresses
internal import Bytes

/// The names of streets of a register. What tells most of them apart from a name as written lies in one
/// line of the processor's cache.
struct NameTable: Sendable {
  /// For each name where its bytes begin, the lengths of its forms with the first and the last letter of
  /// the plain one, and the letters of both forms; then one for the end.
  private let records: MappedColumn<UInt32>
  private let bytes: MappedColumn<UInt8>

  /// How many names there are.
  let count: Int

  /// The numbers of a record.
  static let width = 4

  init(records: MappedColumn<UInt32>, bytes: MappedColumn<UInt8>) {
    self.records = records
    self.bytes = bytes
    count = max(records.count / Self.width - 1, 0)
  }

  /// The lengths of the forms of a name and the first and last letter of the plain one, a byte each
  /// from the most significant on.
  static func lengths(canonical: [UInt8], plain: [UInt8]) -> UInt32 {
    UInt32(canonical.count) << 24 | UInt32(plain.count) << 16 | UInt32(plain.first ?? 0) << 8
      | UInt32(plain.last ?? 0)
  }

  @inline(__always)
  func outline(_ name: Int) -> NameOutline {
    let place = name * Self.width
    let lengths = records[place + 1]
    return NameOutline(
      canonicalMask: records[place + 2], canonicalCount: Int(lengths >> 24),
      plainMask: records[place + 3], plainCount: Int(lengths >> 16 & 255),
      first: UInt8(lengths >> 8 & 255), last: UInt8(lengths & 255))
  }

  /// The bytes of the canonical and the plain form, and those of the name as written.
  private func ranges(_ name: Int) -> (
    canonical: Range<Int>, plain: Range<Int>, written: Range<Int>
  ) {
    let place = name * Self.width
    let lengths = records[place + 1]
    let start = Int(records[place])
    let plain = start + Int(lengths >> 24)
    let written = plain + Int(lengths >> 16 & 255)
    return (start..<plain, plain..<written, written..<Int(records[place + Self.width]))
  }

  @inline(__always)
  func withForms<Result>(_ name: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let ranges = ranges(name)
    return bytes.withSpan(ranges.canonical.lowerBound..<ranges.plain.upperBound, body)
  }

  func hasCanonical(_ name: Int, _ wanted: FoldedName) -> Bool {
    isEqual(ranges(name).canonical, wanted)
  }

  func hasPlain(_ name: Int, _ wanted: FoldedName) -> Bool { isEqual(ranges(name).plain, wanted) }

  private func isEqual(_ range: Range<Int>, _ wanted: FoldedName) -> Bool {
    guard range.count == wanted.count else { return false }
    return bytes.withSpan(range) { own in
      for index in 0..<own.count where own[index] != wanted[index] { return false }
      return true
    }
  }

  func written(_ name: Int) -> String {
    bytes.withSpan(ranges(name).written) { own in
      String(decoding: own.indices.map { own[$0] }, as: UTF8.self)
    }
  }
}
