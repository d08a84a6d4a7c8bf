/// Where in the bytes of a record each part of its address stands.
///
/// A part may be absent (nil). Columns that hold several parts together are `whole` (all in one) or
/// hold the house number behind the street in `street`.
public struct AddressFields: Hashable, Sendable {
  public var postcode: Range<Int>?
  public var street: Range<Int>?
  public var number: Range<Int>?
  public var letter: Range<Int>?
  public var addition: Range<Int>?
  public var place: Range<Int>?
  public var identifier: Range<Int>?
  /// A whole address in one column.
  public var whole: Range<Int>?

  /// No parts.
  public init() {}
}
