/// Finds the place of a token among many.
///
/// Open addressing over a power of two of slots, at most half of which are taken. Tokens are as good as
/// random, so their own bits say where to look. A slot holds half of a word of the token too, so that another
/// token is seldom fetched to be compared.
/// - Complexity: 32 bytes per token and 16 to 32 for the slots; O(1) per look-up.
struct TokenIndex: Sendable {
  private var tokens: [SIMD4<UInt64>] = []
  /// The place of a token in `tokens` in the lower half and bits of it in the upper one, or all ones.
  private var slots: [UInt64] = Array(repeating: .max, count: 1 << 10)

  /// The number of different tokens.
  var count: Int { tokens.count }

  /// The place of a token, which is added when it is new.
  mutating func place(adding token: Token) -> Int {
    if tokens.count * 2 >= slots.count { grow() }
    let slot = slot(of: token.words)
    if slots[slot] != .max { return Self.place(slots[slot]) }
    slots[slot] = Self.filled(token.words, at: tokens.count)
    tokens.append(token.words)
    return tokens.count - 1
  }

  /// The place of a token, or nil when it is not there.
  func place(of token: Token) -> Int? {
    let found = slots[slot(of: token.words)]
    return found == .max ? nil : Self.place(found)
  }

  /// All tokens in ascending order, 32 bytes each.
  /// - Complexity: O(*n* log *n*).
  var sortedBytes: [UInt8] {
    tokens.sorted { first, second in
      for word in 0..<4 where first[word] != second[word] { return first[word] < second[word] }
      return false
    }.flatMap { words in
      (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
    }
  }

  /// The slot that holds a token, or the empty one where it belongs.
  private func slot(of words: SIMD4<UInt64>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: words[0] ^ words[3]) & mask
    while slots[slot] != .max {
      let isAlike = slots[slot] >> 32 == words[1] >> 32
      if isAlike, tokens[Self.place(slots[slot])] == words { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// What a slot holds of a token; its place is less than all ones, so it is never an empty slot.
  private static func filled(_ words: SIMD4<UInt64>, at place: Int) -> UInt64 {
    words[1] & ~0xFFFF_FFFF | UInt64(UInt32(place))
  }

  private static func place(_ slot: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: slot)) }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    for (place, words) in tokens.enumerated() {
      slots[slot(of: words)] = Self.filled(words, at: place)
    }
  }
}
