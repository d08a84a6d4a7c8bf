/// Which column of a source means what.
struct AddressColumns: Sendable {
  private var places: [RegisterSourceColumn: Int] = [:]
  /// The columns that tell the status of the address or its object.
  private(set) var statuses: [Int] = []
  /// The columns with a date at which the address ended.
  private(set) var ends: [Int] = []
  /// The year in the name of a column, such as `Buurt2024`.
  private(set) var year: Int?

  /// The spellings, without case, blanks, underscores and years.
  private static let meanings: [String: RegisterSourceColumn] = {
    let spellings: [RegisterSourceColumn: [String]] = [
      .postcode: ["postcode", "pc6", "pc6code", "postcode6"],
      .number: ["huisnummer", "huisnr", "hnr"],
      .letter: ["huisletter"],
      .addition: ["huisnummertoevoeging", "toevoeging", "huisnrtoev", "huisnummertoev"],
      .street: ["straat", "straatnaam", "openbareruimte", "openbareruimtenaam"],
      .shortStreet: [
        "verkorteopenbareruimte", "verkorteopenbareruimtenaam", "openbareruimtenaamkort",
        "verkortenaam",
      ],
      .place: ["woonplaats", "woonplaatsnaam", "plaats", "plaatsnaam"],
      .gemeente: ["gemeente", "gemeentenaam"],
      .buurtcode: ["buurtcode", "buurt", "bucode", "bu", "gwb", "gwbcode"],
      .x: ["x", "xcoordinaat", "xcoord", "rdx", "xrd"],
      .y: ["y", "ycoordinaat", "ycoord", "rdy", "yrd"],
      .longitude: ["lon", "lng", "longitude", "lengtegraad"],
      .latitude: ["lat", "latitude", "breedtegraad"],
      .nummeraanduiding: [
        "nummeraanduiding", "nummeraanduidingid", "nummeraanduidingidentificatie", "nummerid",
        "nummeraanduidinghoofdadresidentificatie", "hoofdadresidentificatie",
      ],
      .object: [
        "objectid", "adresseerbaarobjectid", "adresseerbaarobjectidentificatie",
        "verblijfsobjectid",
        "verblijfsobjectidentificatie", "vboid",
      ],
      .pand: ["pandid", "pandidentificatie"],
      .status: [
        "status", "verblijfsobjectstatus", "adresseerbaarobjectstatus", "nummeraanduidingstatus",
        "hoofdadresstatus",
      ],
      .end: ["datumeind", "datumeinde", "einddatum", "eindgeldigheid", "datumeindegeldigheid"],
    ]
    var meanings: [String: RegisterSourceColumn] = [:]
    for (meaning, names) in spellings { for name in names { meanings[name] = meaning } }
    return meanings
  }()

  /// Finds the columns of a header.
  /// - Throws: ``RegisterSourceError/severalColumns(path:meaning:names:)``.
  init(header: [String], path: String) throws(RegisterSourceError) {
    for (index, name) in header.enumerated() {
      let (word, year) = Self.folded(name)
      guard let meaning = Self.meanings[word] else { continue }
      switch meaning {
      case .status: statuses.append(index)
      case .end: ends.append(index)
      default:
        if let other = places[meaning] {
          throw .severalColumns(path: path, meaning: meaning, names: [header[other], name])
        }
        places[meaning] = index
        if meaning == .buurtcode, let year { self.year = year }
      }
    }
  }

  /// How many of the names are those of known columns, for choosing the delimiter.
  static func known(_ header: [String]) -> Int {
    header.count { meanings[folded($0).word] != nil }
  }

  /// Whether a line that no delimiter splits names a postcode and a house number.
  static func namesAddresses(_ line: String) -> Bool {
    let word = folded(line).word
    return (word.contains("postcode") || word.contains("pc6"))
      && (word.contains("huisnummer") || word.contains("huisnr"))
  }

  /// The place of a column, or nil.
  subscript(column: RegisterSourceColumn) -> Int? {
    get { places[column] }
    set { places[column] = newValue }
  }

  /// The rows hold a buurt for postcode and number and nothing to find it by otherwise.
  var isPostcodeTable: Bool {
    self[.postcode] != nil && self[.buurtcode] != nil && self[.street] == nil && !hasPosition
  }

  /// Whether there is a pair of coordinates.
  var hasPosition: Bool {
    self[.x] != nil && self[.y] != nil || self[.longitude] != nil && self[.latitude] != nil
  }

  /// Refuses a header of which no register can be made.
  /// - Throws: ``RegisterSourceError/missingColumn(path:wanted:)`` or `unrecognised`.
  func check(path: String) throws(RegisterSourceError) {
    guard self[.postcode] != nil || self[.street] != nil || self[.number] != nil else {
      throw .unrecognised(path: path)
    }
    guard self[.postcode] != nil || self[.street] != nil else {
      throw .missingColumn(path: path, wanted: [.postcode, .street])
    }
    guard self[.number] != nil else { throw .missingColumn(path: path, wanted: [.number]) }
    guard self[.buurtcode] == nil, !hasPosition else { return }
    for (one, other) in [
      (RegisterSourceColumn.x, RegisterSourceColumn.y), (.longitude, .latitude),
    ] {
      if self[one] != nil { throw .missingColumn(path: path, wanted: [other]) }
      if self[other] != nil { throw .missingColumn(path: path, wanted: [one]) }
    }
    throw .missingColumn(path: path, wanted: [.buurtcode, .x, .longitude])
  }

  /// The name in lower case with letters and digits only, a year taken out.
  private static func folded(_ name: String) -> (word: String, year: Int?) {
    var letters = name.lowercased().utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    guard let place = yearPlace(letters) else {
      return (String(decoding: letters, as: UTF8.self), nil)
    }
    let year = letters[place].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    letters.removeSubrange(place)
    return (String(decoding: letters, as: UTF8.self), year)
  }

  /// Where digits that begin with a year of this century stand first.
  static func yearPlace(_ bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < bytes.count {
      guard 0x30...0x39 ~= bytes[index] else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, 0x30...0x39 ~= bytes[index] { index += 1 }
      if index - start >= 4, bytes[start] == 0x32, bytes[start + 1] == 0x30 {
        return start..<(start + 4)
      }
    }
    return nil
  }

  /// The year that the name of a file tells.
  static func year(inName name: String) -> Int? {
    let bytes = Array(name.utf8)
    return yearPlace(bytes).map { bytes[$0].reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
  }
}
