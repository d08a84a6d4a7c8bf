/// A name brought to letters a to z and digits, for comparing: without case, diacritics, spaces and
/// punctuation. At most 62 bytes; what is longer is cut off, in the register as in what is looked up.
@frozen
public struct FoldedName: Sendable {
  /// The most bytes.
  public static let capacity = 62

  @usableFromInline var bytes = InlineArray<62, UInt8>(repeating: 0)
  @usableFromInline var length: UInt8 = 0

  /// An empty name.
  @inlinable
  public init() {}

  /// A name from bytes that are folded already.
  @inlinable
  public init(folded: some Sequence<UInt8>) {
    for byte in folded { append(byte) }
  }

  /// The number of bytes.
  @inlinable
  public var count: Int { Int(length) }

  /// Whether there is nothing.
  @inlinable
  public var isEmpty: Bool { length == 0 }

  /// The byte at a place.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    get { bytes[index] }
    set { bytes[index] = newValue }
  }

  /// Adds a byte; nothing happens when the name is full.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    guard length < 62 else { return }
    bytes[Int(length)] = byte
    length += 1
  }

  /// Adds bytes that are folded; `i` before `j` must be `y` already.
  @inline(__always)
  mutating func append(_ bytes: InlineArray<96, UInt8>, _ range: Range<Int>) {
    let start = Int(length)
    let end = min(Self.capacity, start + range.count)
    guard end > start else { return }
    for place in start..<end { self.bytes[place] = bytes[range.lowerBound + place - start] }
    length = UInt8(end)
  }

  /// A hash that is the same in every run and on every machine (FNV-1a of 64 bits).
  @inlinable
  public var stableHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<count {
      hash ^= UInt64(bytes[index])
      hash = hash &* 0x100_0000_01b3
    }
    return hash
  }

  /// A bit for every letter and a few for digits that occur: two names whose masks differ in more than
  /// 2·k bits are more than k edits apart.
  @inlinable
  public var letterMask: UInt32 {
    var mask: UInt32 = 0
    for index in 0..<count {
      let byte = bytes[index]
      mask |= byte >= 97 ? 1 << UInt32(byte &- 97 & 31) : 1 << (26 + UInt32(byte & 3))
    }
    return mask
  }

  /// The bytes as text.
  public var text: String {
    String(decoding: (0..<count).map { bytes[$0] }, as: UTF8.self)
  }
}

extension FoldedName: Hashable {
  /// Whether all bytes are the same.
  @inlinable
  public static func == (left: FoldedName, right: FoldedName) -> Bool {
    guard left.length == right.length else { return false }
    for index in 0..<left.count where left.bytes[index] != right.bytes[index] { return false }
    return true
  }

  /// Hashes all bytes.
  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(stableHash) }
}

extension UInt32 {
  /// Whether at most `limit` bits are set that are not set in `other`.
  ///
  /// For a few, taking bits away is faster than counting all on a processor of which no more is known.
  @inlinable
  public func hasAtMost(_ limit: Int, bitsBeside other: UInt32) -> Bool {
    var rest = self & ~other
    for _ in 0..<limit { rest &= rest &- 1 }
    return rest == 0
  }
}
