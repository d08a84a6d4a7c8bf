public import Geometry
internal import Registers

extension AddressMatcher {
  /// Where the register says that a record may be, in RD New.
  ///
  /// Of an address its own point alone; of a number the points of the addresses there; of a street, a
  /// postcode and what is coarser the points of the numbers that are left, which are those that the probability
  /// was taken from. Empty when the register has no point of it, and when letter or addition are no longer
  /// those of one point: the number has no such address, or the register knows none.
  /// - Parameters:
  ///   - match: what ``match(_:_:_:)`` found last with this scratch, or a correction of the user.
  /// - Complexity: that of finding once more for what is coarser than a number; a few reads else.
  public func possiblePlaces(
    of match: AddressMatch, _ scratch: inout MatchScratch
  ) -> [Position] {
    switch match.level {
    case .address:
      let isOne = match.address != nil || register.hasAdditions
      return isOne ? [match.position].compactMap(\.self) : []
    case .correction: return [match.position].compactMap(\.self)
    case .number:
      guard let key = match.key else { return [] }
      return register.addresses(ofKey: key).compactMap {
        register.position(ofAddress: $0, key: key)
      }
    case .street, .postcode, .postcodeDigits, .place:
      return Fallback(register: register, model: model).answer(&scratch).keys.compactMap {
        register.position(ofKey: $0)
      }
    case .coordinate, .municipality, .code, .none: return []
    }
  }
}
