/// Counts rows that occurred before, keeping a number of 64 bits for each and nothing of what it holds.
public struct Fingerprints: Sendable {
  private var seen: Set<UInt64> = []

  /// No rows.
  public init() {}

  /// Adds a row; true when the same bytes came before. Two different rows have the same number with a
  /// chance of about one in 3 × 10⁷ among a million.
  public mutating func repeats(_ bytes: some Sequence<UInt8>) -> Bool {
    // FNV-1a, then the finaliser of SplitMix64 so that all bits depend on all bytes.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
    return !seen.insert(hash ^ hash >> 31).inserted
  }
}
