/// What one quick pass over bytes tells, eight at a time.
public struct ByteSurvey: Hashable, Sendable {
  /// Whether a byte zero occurs.
  public private(set) var hasZero = false
  /// Whether the byte asked for occurs.
  public private(set) var hasMark = false
  /// The number of line feeds.
  public private(set) var lineFeeds = 0
  /// Whether all bytes are below 0x80.
  public private(set) var isASCII = true

  /// Looks at all bytes; `mark` is a byte to look for.
  /// - Complexity: O(bytes), some gigabytes a second.
  public init(_ bytes: [UInt8], mark: UInt8) {
    let width = 8
    let whole = bytes.count / width
    let marks = UInt64(mark) &* 0x0101_0101_0101_0101
    let feeds = 0x0A0A_0A0A_0A0A_0A0A as UInt64
    var all: UInt64 = 0
    var zeros: UInt64 = 0
    var found: UInt64 = 0
    unsafe bytes.withUnsafeBytes { raw in
      for word in 0..<whole {
        let lanes = unsafe raw.loadUnaligned(fromByteOffset: word * width, as: UInt64.self)
        all |= lanes
        zeros |= Self.zeroLanes(lanes)
        found |= Self.zeroLanes(lanes ^ marks)
        lineFeeds &+= Self.zeroLanes(lanes ^ feeds).nonzeroBitCount
      }
    }
    hasZero = zeros != 0
    hasMark = found != 0
    isASCII = all & 0x8080_8080_8080_8080 == 0
    for byte in bytes[(whole * width)...] {
      if byte == 0 { hasZero = true }
      if byte == mark { hasMark = true }
      if byte == 0x0A { lineFeeds += 1 }
      if byte >= 0x80 { isASCII = false }
    }
  }

  /// The highest bit of every lane of eight bits that is zero; no other bits.
  @inline(__always)
  private static func zeroLanes(_ word: UInt64) -> UInt64 {
    let low = 0x7F7F_7F7F_7F7F_7F7F as UInt64
    return ~(((word & low) &+ low) | word | low)
  }
}
