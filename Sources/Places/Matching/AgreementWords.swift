public import Addresses

/// What the classes of agreement are called in an explanation of a record.
extension PostcodeAgreement {
  var words: String {
    switch self {
    case .same: "the same"
    case .sameDigits: "the same four digits, without letters"
    case .oneLetter: "one letter is another"
    case .bothLetters: "both letters are others"
    case .swappedDigits: "two digits are swapped"
    case .oneDigit: "one digit is another"
    case .absent: "not written"
    case .unregistered: "not in the register"
    case .different: "another"
    case .ofAnotherStreet:
      "of another street, or without the number, while street, number and place agree here"
    }
  }
}

extension StreetAgreement {
  var words: String {
    switch self {
    case .same: "the same"
    case .canonical: "the same but for abbreviations"
    case .oneEdit: "one edit away"
    case .oneEditShort: "one edit away, in a short name"
    case .twoEdits: "two edits away"
    case .threeEdits: "three edits away"
    case .abbreviated: "abbreviated by hand"
    case .partOf: "a part of the name"
    case .otherDigits: "other digits in the name"
    case .different: "another"
    case .absent: "not written"
    case .unregistered: "not in the register"
    }
  }
}

extension PlaceAgreement {
  var words: String {
    switch self {
    case .same: "the same"
    case .gemeente: "the name of the gemeente"
    case .alias: "another name of it, or a part"
    case .oneEdit: "one edit away"
    case .twoEdits: "two edits away"
    case .sameGemeente: "another place of the gemeente"
    case .different: "another"
    case .unknown: "no place of the register"
    case .absent: "not written"
    case .unregistered: "not in the register"
    }
  }
}

extension SuffixAgreement {
  var words: String {
    switch self {
    case .neither: "none, and none in the register"
    case .same: "the same"
    case .equivalent: "another way of writing the same"
    case .lettersGlued: "the same letters, split otherwise"
    case .missing: "not written, but in the register"
    case .extra: "written, but not in the register"
    case .different: "another"
    }
  }
}

extension AddressReading.Kind {
  /// How a combination was read, in words.
  public var words: String {
    switch self {
    case .asWritten: "as written"
    case .numberInStreet: "number behind the street"
    case .splitDigits: "digits split into number and addition"
    case .range: "first number of a range"
    case .swappedColumns: "columns swapped"
    case .spreadsheetDate: "date turned back into a number"
    case .characterRepair: "letters and digits that look alike, or a number in words"
    }
  }
}

extension AddressMatch {
  /// By which rule the answer was found, as Documentation/geocoding.md has them in order of matching.
  public var rule: String {
    switch level {
    case .address, .number:
      let isStreet = agreement.street == UInt8(ascii: "=") || agreement.street == UInt8(ascii: "~")
      let isPostcode = agreement.postcode == UInt8(ascii: "=")
      if agreement == FieldAgreement() { return "identification of the BAG" }
      if agreement.postcode == UInt8(ascii: "r") { return "repair of the postcode" }
      if isPostcode, key != nil {
        return isStreet ? "postcode and number, the street agrees" : postcodeRule
      }
      if isStreet { return "street and number" }
      return "a name like the one that is written, and the number"
    case .street: return "the street, without its number"
    case .postcode: return "the postcode alone"
    case .postcodeDigits: return "four digits of the postcode"
    case .place: return "the place alone"
    case .correction: return "your own correction"
    default: return "none"
    }
  }

  private var postcodeRule: String {
    switch agreement.street {
    case UInt8(ascii: "-"): "postcode and number, there is no street to compare"
    case UInt8(ascii: "!"): "postcode and number, though the street contradicts"
    default: "postcode and number, with a street like the one that is written"
    }
  }
}
