internal import Addresses
public import Geometry

/// What was found for one record.
public struct AddressMatch: Hashable, Sendable {
  /// The key in the register; nil when the level is coarser than a number.
  public var key: Int?
  /// The address within the key.
  public var address: Int?
  /// The buurt, by its place in the register's codes; nil when nothing was found.
  public var buurt: Int?
  /// How precisely.
  public var level: MatchLevel
  /// The calibrated probability that the buurt is right.
  public var probability: Double
  /// How each field agrees.
  public var agreement: FieldAgreement
  /// Why it is not certain, or not found.
  public var reason: AddressReason
  /// The place in RD New; nil when it is not known.
  public var position: Position?

  static func none(_ reason: AddressReason, agreement: FieldAgreement = .init()) -> AddressMatch {
    AddressMatch(level: .none, probability: 0, agreement: agreement, reason: reason)
  }
}

/// One character per field, in the order postcode, street, number, addition, place: the column
/// `match_overeenkomst`.
///
/// `=` the same, `~` the same but for how it is written, `a` another name, `f` with edits, `r` repaired,
/// `-` not written, `!` contradicts, `?` not decided.
public struct FieldAgreement: Hashable, Sendable {
  /// The character of the postcode.
  public var postcode: UInt8 = UInt8(ascii: "?")
  /// That of the street.
  public var street: UInt8 = UInt8(ascii: "?")
  /// That of the house number.
  public var number: UInt8 = UInt8(ascii: "?")
  /// That of the addition.
  public var addition: UInt8 = UInt8(ascii: "?")
  /// That of the place.
  public var place: UInt8 = UInt8(ascii: "?")

  /// Nothing is decided.
  public init() {}

  init(_ candidate: MatchCandidate) {
    postcode =
      switch candidate.postcode {
      case .same, .sameDigits: UInt8(ascii: "=")
      case .oneLetter, .swappedDigits, .oneDigit: UInt8(ascii: "r")
      case .absent, .unregistered: UInt8(ascii: "-")
      case .bothLetters, .different, .ofAnotherStreet: UInt8(ascii: "!")
      }
    street =
      switch candidate.street {
      case .same: UInt8(ascii: "=")
      case .canonical: UInt8(ascii: "~")
      case .abbreviated, .partOf: UInt8(ascii: "a")
      case .oneEdit, .oneEditShort, .twoEdits, .threeEdits: UInt8(ascii: "f")
      case .absent, .unregistered: UInt8(ascii: "-")
      case .otherDigits, .different: UInt8(ascii: "!")
      }
    number =
      switch candidate.kind {
      case .asWritten: UInt8(ascii: "=")
      case .numberInStreet, .swappedColumns, .range: UInt8(ascii: "~")
      case .splitDigits, .spreadsheetDate, .characterRepair: UInt8(ascii: "r")
      }
    addition =
      switch candidate.suffix {
      case .same: UInt8(ascii: "=")
      case .equivalent, .lettersGlued: UInt8(ascii: "~")
      case .neither, .missing: UInt8(ascii: "-")
      case .extra, .different: UInt8(ascii: "!")
      }
    place =
      switch candidate.place {
      case .same: UInt8(ascii: "=")
      case .gemeente, .alias: UInt8(ascii: "a")
      case .oneEdit, .twoEdits: UInt8(ascii: "f")
      case .absent, .unregistered: UInt8(ascii: "-")
      case .sameGemeente, .different, .unknown: UInt8(ascii: "!")
      }
  }

  /// The characters in their order.
  public var bytes: [UInt8] { [postcode, street, number, addition, place] }
}

/// Why an address was not found, or what one should know about how it was: part of the column
/// `match_reden`. Never holds a value of the record.
public enum AddressReason: String, Hashable, Sendable, CaseIterable {
  /// Found without remark; written as nothing.
  case found = ""
  /// All fields of the address are empty.
  case empty = "leeg"
  /// A post office box: a place for letters, not for people.
  case postBox = "postbus"
  /// An address in another country.
  case foreign = "buitenland"
  /// A postcode that stands for "unknown".
  case dummyPostcode = "onechte_postcode"
  /// There is no house number, so a coarser level is used.
  case noNumber = "geen_huisnummer"
  /// A spreadsheet rounded the number; it cannot be known again.
  case rounded = "getal_afgerond_door_rekenblad"
  /// The number does not occur there, so a coarser level is used.
  case numberUnknown = "huisnummer_onbekend"
  /// Several addresses fit about equally.
  case ambiguous = "meer_mogelijkheden"
  /// The postcode and the street point to different addresses.
  case conflict = "postcode_en_straat_spreken_elkaar_tegen"
  /// Nothing in the register resembles it.
  case unknown = "onbekend_adres"
  /// The key lies in several buurten, and the addition does not decide.
  case severalAreas = "nummer_in_meer_buurten"
  /// The register does not tell the buurt.
  case withoutArea = "register_zonder_buurt"
  /// Two addresses in one field; the first was read.
  case severalAddresses = "meer_adressen_in_een_veld"
  /// A spreadsheet made a date of the number; it was turned back.
  case spreadsheetDate = "datum_teruggezet_naar_huisnummer"
  /// The identification and the rest of the address point to different places.
  case identifierConflict = "bag_id_en_adres_spreken_elkaar_tegen"
  /// Opposite the number (`t/o`), where the register has no address.
  case opposite = "tegenover_het_nummer"
  /// The identification had lost its leading zero, which was put back.
  case identifierRepaired = "bag_id_met_voorloopnul_aangevuld"
  /// The place contradicts the rest of the address.
  case placeConflict = "plaats_spreekt_tegen"
  /// The letter or addition does not occur at the number.
  case additionUnknown = "toevoeging_onbekend"
  /// What is written is not what the register has; `match_overeenkomst` tells in which field.
  case differs = "schrijfwijze_wijkt_af"
  /// What is written agrees, but is too little to be certain.
  case tooLittle = "te_weinig_gegevens"
}

extension AddressMatch {
  /// The reason for the column `match_reden`: of an answer that is not certain there always is one, and
  /// of one that is, when a field contradicts.
  public func reason(isCertain: Bool) -> AddressReason {
    guard reason == .found, level != .none else { return reason }
    let mark = UInt8(ascii: "!")
    if agreement.place == mark { return .placeConflict }
    if agreement.addition == mark { return .additionUnknown }
    if isCertain { return .found }
    let written = [agreement.postcode, agreement.street, agreement.number, agreement.place]
    let isOtherwise = written.contains { byte in
      byte == UInt8(ascii: "f") || byte == UInt8(ascii: "a") || byte == UInt8(ascii: "r")
    }
    return isOtherwise ? .differs : .tooLittle
  }
}
