/// Numbers distinct pairs of 64-bit words 0, 1, 2, … in the order in which they first come.
///
/// Open addressing over plain arrays; made for a known greatest number of pairs.
struct NumberTable {
  private var slots: [UInt32]
  private let mask: Int
  private(set) var firsts: [UInt64] = []
  private(set) var seconds: [UInt64] = []

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: .max, count: size)
    mask = size - 1
    firsts.reserveCapacity(capacity)
    seconds.reserveCapacity(capacity)
  }

  var count: Int { firsts.count }

  /// The number of the pair; a new pair gets the next number.
  mutating func number(_ first: UInt64, _ second: UInt64) -> Int {
    var mixed = first &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    mixed = (mixed ^ second) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while true {
      let found = Int(slots[slot])
      if found == Int(UInt32.max) {
        slots[slot] = UInt32(firsts.count)
        firsts.append(first)
        seconds.append(second)
        return firsts.count - 1
      }
      if firsts[found] == first && seconds[found] == second { return found }
      slot = (slot + 1) & mask
    }
  }
}
