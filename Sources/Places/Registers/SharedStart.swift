/// Where the addresses of a key begin, and whether the first of them is the number as it is: the only one
/// without letter and addition, in the buurt that the key says, when that says one.
enum SharedStart {
  private static let plain: UInt32 = 1 << 31

  static func packed(_ first: Int, beginsPlain: Bool) -> UInt32 {
    precondition(first < plain, "more addresses than a register can hold")
    return UInt32(first) | (beginsPlain ? plain : 0)
  }

  static func first(_ word: UInt32) -> Int { Int(word & ~plain) }
  static func beginsPlain(_ word: UInt32) -> Bool { word & plain != 0 }
}
