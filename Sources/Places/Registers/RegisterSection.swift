/// The parts of a register file. Each is a row of equal numbers, or text.
enum RegisterSection: UInt32, CaseIterable {
  /// `name=value` lines: what the register was made of.
  case about = 1
  /// The codes of the buurten without prefix, eight bytes each, ascending.
  case buurten
  /// A word with a bit for each of 64 postcodes of the grammar that occurs, and how many occur before.
  case postcodeBits
  /// For each postcode its first key, its value, and its base, x and y in metres; then those of the
  /// keys without postcode, then the number of keys.
  case postcodes
  /// The place of the postcode of every 64th key.
  case blockPostcodes
  /// Keys (postcode, number) in order, as ``KeyWord``.
  case keys
  /// A bit for every key with several addresses or an addition.
  case sharedBits
  /// For each word of 64 bits how many such keys stand before it.
  case sharedRanks
  /// For each of these its first address; then the number of addresses.
  case sharedStarts
  /// Letter and addition of these addresses, ascending within a key.
  case addressTexts
  /// Their buurten.
  case addressBuurten
  /// Their distances east and north of the postcode's base, as in `keys`.
  case addressPositions
  /// For each postcode its street, or a place in `mixedStreets`.
  case postcodeStreets
  /// The street of each key of a postcode with several.
  case mixedStreets
  /// Names of places and their gemeente, one a line.
  case places
  /// Names of gemeenten, one a line.
  case gemeenten
  /// For each place its first street; then the number of streets.
  case placeStreets
  /// For each street its place.
  case streetPlaces
  /// For each street its name.
  case streetNames
  /// For each street its first place in `streetKeys`; then the length of that.
  case streetKeyStarts
  /// The keys of each street, by number.
  case streetKeys
  /// For each name where its bytes begin, the lengths and letters of its forms, as `NameTable` has
  /// them; then where the bytes end.
  case names
  /// For each name the canonical form, the plain form, and the name as written.
  case nameBytes
  /// A hash table from canonical forms to the first name with it, plus one.
  case nameIndex
  /// For each name its first place in `nameStreets`; then the length of that.
  case nameStreetStarts
  /// The streets with each name.
  case nameStreets
  /// For each four digits the first place in `digitsStreets`; then the length of that.
  case digitsStarts
  /// The streets with keys in four digits.
  case digitsStreets
  /// Identifications of the BAG, ascending.
  case identifiers
  /// The key of each.
  case identifierKeys
  /// The address of each, or 2^32 - 1 when the key has no addresses of its own.
  case identifierAddresses

  /// The bytes of one number; 1 for text.
  var elementSize: Int {
    switch self {
    case .about, .places, .gemeenten, .nameBytes: 1
    case .addressBuurten, .streetPlaces: 2
    case .buurten, .postcodeBits, .keys, .sharedBits, .addressTexts, .identifiers: 8
    default: 4
    }
  }

  /// What a look-up by postcode and number needs.
  static let numbers: Set<RegisterSection> = [
    .about, .buurten, .postcodeBits, .postcodes, .blockPostcodes, .keys, .sharedBits, .sharedRanks,
    .sharedStarts, .addressTexts, .addressBuurten, .addressPositions,
  ]
}
