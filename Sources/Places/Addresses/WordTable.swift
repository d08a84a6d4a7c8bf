/// Words of at most eight letters and digits, and what each is replaced by: a table that is searched
/// with one multiplication and about one comparison.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var places: [UInt8]
  private var values: [FoldedName] = []
  private let shift: UInt64

  /// Takes words and what they stand for, each a pair of words separated by `=`; several words that
  /// stand for the same are separated by spaces: `burg bgm = burgemeester`. Both sides are folded.
  init(_ lines: [String]) {
    var pairs: [(UInt64, UInt8)] = []
    for line in lines {
      let parts = line.split(separator: "=")
      values.append(FoldedName(folded: parts[1].utf8.filter { $0 != 32 }))
      for word in parts[0].split(separator: " ") {
        precondition(word.utf8.count <= 8)
        pairs.append((Self.packed(word.utf8), UInt8(values.count - 1)))
      }
    }
    // At most a quarter is filled, so that most words that are not there end at an empty place.
    var bits = 4
    while 1 << bits < 4 * pairs.count { bits += 1 }
    shift = UInt64(64 - bits)
    keys = Array(repeating: 0, count: 1 << bits)
    places = Array(repeating: 0, count: 1 << bits)
    for (key, place) in pairs {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot] != 0 {
        precondition(keys[slot] != key, "a word stands in the table twice")
        slot = (slot + 1) & (keys.count - 1)
      }
      keys[slot] = key
      places[slot] = place
    }
  }

  /// The place of what a word stands for, if it stands in the table.
  func find(_ key: UInt64) -> Int? {
    guard key != 0 else { return nil }
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(places[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// What the words of a line stand for.
  func value(_ place: Int) -> FoldedName { values[place] }

  /// The bytes of a word of at most eight, the first as the most significant.
  static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 56
    for byte in bytes {
      value |= UInt64(byte) << shift
      shift &-= 8
    }
    return value
  }
}
