internal import Addresses

/// An address while a register is being made: only numbers, so that rows can be sorted and set aside
/// in a file.
struct RegisterRow: BitwiseCopyable, Comparable {
  static let none = UInt32.max
  static let noPlace = Int32.min

  /// The postcode, or `none`.
  var postcode: UInt32
  /// The street for rows without postcode, 0 for others: what keeps keys apart.
  var group: UInt32
  var number: UInt32
  /// The street, in order of appearance, or `none`.
  var street: UInt32
  /// Letter and addition.
  var text: UInt64
  /// RD New in quarters of a metre, or `noPlace`.
  var x: Int32
  var y: Int32
  /// The buurt, in order of appearance, or `none`.
  var buurt: UInt32
  var padding: UInt32 = 0
  var nummeraanduiding: UInt64
  var object: UInt64
  var pand: UInt64

  static func < (left: RegisterRow, right: RegisterRow) -> Bool {
    if left.postcode != right.postcode { return left.postcode < right.postcode }
    if left.group != right.group { return left.group < right.group }
    if left.number != right.number { return left.number < right.number }
    if left.text != right.text { return left.text < right.text }
    if left.x != right.x { return left.x < right.x }
    if left.y != right.y { return left.y < right.y }
    if left.street != right.street { return left.street < right.street }
    if left.nummeraanduiding != right.nummeraanduiding {
      return left.nummeraanduiding < right.nummeraanduiding
    }
    if left.object != right.object { return left.object < right.object }
    if left.pand != right.pand { return left.pand < right.pand }
    return left.buurt < right.buurt
  }

  /// Whether both belong to one key.
  func hasKey(of other: RegisterRow) -> Bool {
    postcode == other.postcode && group == other.group && number == other.number
  }
}

/// Letter and addition in one number that sorts as they do.
enum AdditionText {
  static func packed(_ house: HouseNumber) -> UInt64 {
    UInt64(house.letter) << 56 | house.addition.rawValue >> 8
  }

  static func house(_ number: UInt32, _ text: UInt64) -> HouseNumber {
    HouseNumber(number, letter: UInt8(text >> 56), addition: Addition(rawValue: text << 8))
  }
}
