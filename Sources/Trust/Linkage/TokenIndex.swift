/// Finds the place of a token among many.
///
/// Open addressing over a power of two of slots, at most half of which are taken. Tokens are as good as
/// random, so their own bits say where to look.
/// - Complexity: 32 bytes per token and 8 to 16 for the slots; O(1) per look-up.
struct TokenIndex: Sendable {
  private var tokens: [SIMD4<UInt64>] = []
  /// The place of a token in `tokens`, or -1.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 10)

  /// The number of different tokens.
  var count: Int { tokens.count }

  /// The place of a token, which is added when it is new.
  mutating func place(adding token: Token) -> Int {
    if tokens.count * 2 >= slots.count { grow() }
    let slot = slot(of: token.words)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(tokens.count)
    tokens.append(token.words)
    return tokens.count - 1
  }

  /// The place of a token, or nil when it is not there.
  func place(of token: Token) -> Int? {
    let place = slots[slot(of: token.words)]
    return place < 0 ? nil : Int(place)
  }

  /// The slot that holds a token, or the empty one where it belongs.
  private func slot(of words: SIMD4<UInt64>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: words[0] ^ words[3]) & mask
    while slots[slot] >= 0, tokens[Int(slots[slot])] != words { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (place, words) in tokens.enumerated() { slots[slot(of: words)] = Int32(place) }
  }
}
