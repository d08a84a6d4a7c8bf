/// A house number with its letter and addition, as the BAG splits it: `16DK` is 16, letter D,
/// addition K.
public struct HouseNumber: Hashable, Sendable {
  /// 1 to 99,999.
  public var number: UInt32
  /// The letter in upper case as ASCII; 0 without one.
  public var letter: UInt8
  /// The addition.
  public var addition: Addition

  /// Makes a house number.
  public init(_ number: UInt32, letter: UInt8 = 0, addition: Addition = .none) {
    self.number = number
    self.letter = letter
    self.addition = addition
  }
}
