/// The parts of a register file. Each is a row of equal numbers, or text.
enum RegisterSection: UInt32, CaseIterable {
  /// `name=value` lines: what the register was made of.
  case about = 1
  /// The codes of the buurten without prefix, eight bytes each, ascending.
  case buurten
  /// A bit for every postcode of the grammar that occurs.
  case postcodeBits
  /// For each word of 64 bits how many postcodes stand before it.
  case postcodeRanks
  /// The postcodes that occur, ascending.
  case postcodes
  /// For each postcode its first key; then that of the keys without postcode, then the number of keys.
  case postcodeKeys
  /// The place of the postcode of every 64th key.
  case blockPostcodes
  /// Keys (postcode, number) in order: the number times 2^15 plus the buurt.
  case keys
  /// For each key its distance east and north of the postcode's base in quarters of a metre.
  case keyPositions
  /// For each postcode its base, x and y in metres.
  case postcodeBases
  /// Keys with several addresses or an addition, ascending.
  case shared
  /// For every 64th key the first of these that is not before it; then their number.
  case blockShared
  /// For each of these its first address; then the number of addresses.
  case sharedStarts
  /// Letter and addition of these addresses, ascending within a key.
  case addressTexts
  /// Their buurten.
  case addressBuurten
  /// Their places, as `keyPositions`.
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
  /// For each name where its bytes begin; then the number of bytes.
  case nameStarts
  /// For each name the lengths of its canonical and plain forms, and the first and the last letter of
  /// the plain one, a byte each from the most significant on.
  case nameLengths
  /// For each name the canonical form, the plain form, and the name as written.
  case nameBytes
  /// For each name the letters that occur in its canonical form.
  case nameMasks
  /// The same for its plain form.
  case plainMasks
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
    case .buurten, .postcodeBits, .addressTexts, .identifiers: 8
    default: 4
    }
  }

  /// What a look-up by postcode and number needs.
  static let numbers: Set<RegisterSection> = [
    .about, .buurten, .postcodeBits, .postcodeRanks, .postcodes, .postcodeKeys, .blockPostcodes,
    .keys,
    .keyPositions,
    .postcodeBases, .shared, .blockShared, .sharedStarts, .addressTexts, .addressBuurten,
    .addressPositions,
  ]
}
