/// Where in the bytes of a record each part of its address stands.
///
/// A part may be absent (nil). Columns that hold several parts together are `whole` (all in one) or
/// hold the house number behind the street in `street`.
public struct AddressFields: Hashable, Sendable {
  /// The postcode, with or without space.
  public var postcode: Range<Int>?
  /// The street, perhaps with the house number behind it.
  public var street: Range<Int>?
  /// The house number, perhaps with letter and addition.
  public var number: Range<Int>?
  /// The letter of the house number.
  public var letter: Range<Int>?
  /// The addition to the house number, perhaps with the letter.
  public var addition: Range<Int>?
  /// The woonplaats, or what people take for it.
  public var place: Range<Int>?
  /// An identification of the BAG.
  public var identifier: Range<Int>?
  /// A whole address in one column.
  public var whole: Range<Int>?

  /// No parts.
  public init() {}
}
