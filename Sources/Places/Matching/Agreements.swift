/// How the postcode as written agrees with that of a candidate.
public enum PostcodeAgreement: UInt8, Hashable, Sendable, CaseIterable {
  case same
  /// Only four digits are written, and they are the same.
  case sameDigits
  /// One letter differs.
  case oneLetter
  /// Both letters differ.
  case bothLetters
  /// Two neighbouring digits are swapped, the letters are the same.
  case swappedDigits
  /// One digit differs, the letters are the same.
  case oneDigit
  /// None is written.
  case absent
  /// The candidate has none.
  case unregistered
  case different
  /// The postcode is of another street, or of no address with that number: there it has nothing but
  /// itself to speak for it, and here street, number and place agree.
  case ofAnotherStreet
}

/// How the street as written agrees with that of a candidate.
public enum StreetAgreement: UInt8, Hashable, Sendable, CaseIterable {
  case same
  /// The same but for customary abbreviations, or the short name.
  case canonical
  /// One edit; in a name of at most five characters `oneEditShort`.
  case oneEdit
  case oneEditShort
  case twoEdits
  case threeEdits
  /// Letters are left out, as in an abbreviation by hand.
  case abbreviated
  /// One begins or ends with the other.
  case partOf
  /// The names differ in digits: `Horst 19` and `Horst 29`.
  case otherDigits
  case different
  /// None is written.
  case absent
  /// The register has none.
  case unregistered
}

/// How the place as written agrees with that of a candidate.
public enum PlaceAgreement: UInt8, Hashable, Sendable, CaseIterable {
  case same
  /// The name of the candidate's gemeente.
  case gemeente
  /// Another name of the place, or a part of it.
  case alias
  case oneEdit
  case twoEdits
  /// The name of another place in the same gemeente.
  case sameGemeente
  case different
  /// A name that is no place of the register.
  case unknown
  /// None is written.
  case absent
  /// The register has none.
  case unregistered
}

/// How what is written behind the number agrees with the addresses of a candidate.
public enum SuffixAgreement: UInt8, Hashable, Sendable, CaseIterable {
  /// Nothing is written and the candidate is one address without letter or addition.
  case neither
  case same
  case equivalent
  case lettersGlued
  /// Nothing is written, but the candidate has letters or additions.
  case missing
  /// Something is written, but the candidate has nothing.
  case extra
  case different
}
