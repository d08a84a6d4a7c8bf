/// How precisely a record was placed: the column `match_niveau`.
public enum MatchLevel: String, Hashable, Sendable, CaseIterable {
  /// By an address with its letter and addition.
  case address = "adres"
  /// By postcode and house number, or street and house number; of several addresses there no one is
  /// meant more than another.
  case number = "nummer"
  /// By street; the number is not known there.
  case street = "straat"
  /// By a postcode of six characters.
  case postcode = "pc6"
  /// By the four digits of a postcode.
  case postcodeDigits = "pc4"
  /// By place.
  case place = "plaats"
  /// By a coordinate.
  case coordinate = "coordinaat"
  /// As a list of corrections by the user says.
  case correction = "correctie"
  /// In a gemeente and no smaller area, as a list of special points by the user says.
  case municipality = "gemeente"
  /// By the code of an area of the same edition.
  case code = "code"
  /// Not placed.
  case none = "geen"
}
