extension HouseNumber {
  /// How a house number as written agrees with one of the register.
  public enum Agreement: UInt8, Hashable, Sendable, CaseIterable {
    /// Number, letter and addition are the same.
    case same
    /// The letter and the addition are two ways of writing the same floor or side: `hs` and `H`, `II`
    /// and `2`, `zwart` and `ZW`.
    case equivalent
    /// The same characters, split otherwise into letter and addition: `DK` and `D` with `K`.
    case lettersGlued
    /// Nothing is written behind the number, but the register has a letter or an addition.
    case missing
    /// A letter or an addition is written, but the register has none.
    case extra
    /// Another number, letter or addition.
    case different
  }

  /// How this house number, as written, agrees with one of the register.
  public func agreement(with registered: HouseNumber) -> Agreement {
    guard number == registered.number else { return .different }
    if letter == registered.letter, addition == registered.addition { return .same }
    if !hasSuffix { return .missing }
    if !registered.hasSuffix { return .extra }
    let glued = self.glued
    let registeredGlued = registered.glued
    if glued == registeredGlued { return .lettersGlued }
    if letter == registered.letter, !addition.isEmpty, !registered.addition.isEmpty,
      FloorWords.form(addition) == FloorWords.form(registered.addition)
    {
      return .equivalent
    }
    return FloorWords.form(glued) == FloorWords.form(registeredGlued) ? .equivalent : .different
  }

  /// Whether there is a letter or an addition.
  public var hasSuffix: Bool { letter != 0 || !addition.isEmpty }

  /// Letter and addition in one; the ninth character is lost.
  var glued: Addition {
    letter == 0
      ? addition : Addition(rawValue: UInt64(letter) << 56 | addition.rawValue >> 8)
  }
}
