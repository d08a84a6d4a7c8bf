internal import Addresses
public import CSV

/// The columns of a file of records that hold an address, by their place in the header.
public struct AddressColumns: Hashable, Sendable {
  /// The parts of an address that a column may hold.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case postcode
    case street
    case number
    case letter
    case addition
    case place
    /// A whole address in one column.
    case whole = "address"
    /// An identification of the BAG.
    case identifier = "bag"
  }

  /// Why the columns are unclear.
  public enum Problem: Error, Hashable, Sendable {
    /// Two columns have names for the same part.
    case several(Role, columns: [String])
    /// No column holds an address.
    case notFound(known: ColumnNames)
  }

  /// Which column holds which part.
  public var columns: [Role: Int]

  /// The columns as they were named.
  public init(columns: [Role: Int]) { self.columns = columns }

  /// Finds the columns by their names, and the postcode by what is in the first records.
  ///
  /// Case, diacritics and punctuation of names are ignored. `adres` and `address` hold a street when
  /// there is a column with numbers, and a whole address when there is none. `nr` and `nummer` may be
  /// the number of the record: they are the house number only when nothing else is, when the street
  /// does not hold it, and when the values do not go up from record to record.
  /// - Throws: ``Problem``.
  public init(header: [String], sample: CSVChunk?, dialect: CSVDialect) throws(Problem) {
    let names = header.map { NameFolding.place($0).text.replacing("_", with: "") }
    columns = [:]
    for (role, spellings) in Self.spellings {
      let found = names.indices.filter { spellings.contains(names[$0]) }
      guard found.count < 2 else {
        throw .several(role, columns: found.map { header[$0] })
      }
      if let column = found.first { columns[role] = column }
    }
    let weak = names.indices.filter { Self.weakNumbers.contains(names[$0]) }
    if columns[.number] == nil, weak.count == 1,
      Self.isHouseNumber(weak[0], text: columns[.street] ?? columns[.whole], sample, dialect)
    {
      columns[.number] = weak[0]
    }
    if let whole = columns[.whole], columns[.street] == nil, columns[.number] != nil {
      columns[.street] = whole
      columns[.whole] = nil
    }
    if columns[.whole] != nil, columns[.street] != nil { columns[.whole] = nil }
    if columns[.postcode] == nil, let sample {
      columns[.postcode] = Self.postcodes(in: sample, dialect, free: Set(columns.values))
    }
    guard hasEnough else { throw .notFound(known: ColumnNames(header)) }
  }

  /// Whether there is a part by which an address can be found at all: a postcode, a street, a whole
  /// address or an identification.
  public var hasEnough: Bool {
    columns[.whole] != nil || columns[.identifier] != nil || columns[.street] != nil
      || columns[.postcode] != nil
  }

  /// Whether a column holds house numbers or what stands behind them, by its name: also where it is a part of
  /// the name, as in `addr:housenumber`.
  public static func isHouseNumber(header: String) -> Bool {
    let name = NameFolding.place(header).text.filter { $0.isLetter || $0.isNumber }
    return spellings.contains {
      [.number, .letter, .addition].contains($0.0) && $0.1.contains(name)
    }
      || ["huisn", "housen", "hnr", "toevoeging"].contains { name.contains($0) }
  }

  /// Names as folded: `ij` is `y` there.
  private static let spellings: [(Role, Set<String>)] = [
    (.postcode, ["postcode", "pc6", "pc", "postcode6", "zip", "zipcode", "postalcode"]),
    (
      .street,
      ["straat", "straatnaam", "openbareruimte", "openbareruimtenaam", "street", "streetname"]
    ),
    (
      .number,
      ["huisnummer", "huisnr", "hnr", "housenumber", "huisnummers"]
    ),
    (.letter, ["huisletter", "letter"]),
    (
      .addition,
      [
        "toevoeging", "huisnummertoevoeging", "huisnrtoevoeging", "toev", "hnrtoev",
        "huisnummertoev", "addition",
      ]
    ),
    (.place, ["plaats", "woonplaats", "woonplaatsnaam", "plaatsnaam", "stad", "city", "place"]),
    (.whole, ["adres", "address", "volledigadres", "adresregel", "locatieadres"]),
    (
      .identifier,
      [
        "bagid", "nummeraanduiding", "nummeraanduidingid", "bagnummeraanduiding",
        "verblyfsobject", "verblyfsobjectid", "vboid", "adresseerbaarobjectid", "numid", "nummerid",
      ]
    ),
  ]

  /// Names of a house number and of the number of a record alike.
  private static let weakNumbers: Set<String> = ["nummer", "nr"]

  /// Whether a column of such a name holds house numbers, by the first records.
  private static func isHouseNumber(
    _ column: Int, text: Int?, _ sample: CSVChunk?, _ dialect: CSVDialect
  ) -> Bool {
    guard let sample else { return true }
    let records = CSVRecords(sample.bytes, dialect: dialect, most: 200)
    var numbers: [Int] = []
    var texts = 0
    var textsWithDigits = 0
    for record in 0..<records.count {
      let fields = records.texts(record)
      if column < fields.count, let number = Int(fields[column].trimmed) { numbers.append(number) }
      if let text, text < fields.count, !fields[text].trimmed.isEmpty {
        texts += 1
        if fields[text].contains(where: \.isNumber) { textsWithDigits += 1 }
      }
    }
    if textsWithDigits * 2 > texts { return false }
    return numbers.count < 3 || !zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The one column of which nine in ten values are postcodes of six characters.
  private static func postcodes(
    in sample: CSVChunk, _ dialect: CSVDialect, free taken: Set<Int>
  ) -> Int? {
    let records = CSVRecords(sample.bytes, dialect: dialect, most: 200)
    var filled: [Int: Int] = [:]
    var matching: [Int: Int] = [:]
    for record in 0..<records.count {
      for (column, text) in records.texts(record).enumerated() where !text.trimmed.isEmpty {
        filled[column, default: 0] += 1
        if text.trimmed.wholeMatch(of: /[1-9][0-9]{3} ?[A-Za-z]{2}/) != nil {
          matching[column, default: 0] += 1
        }
      }
    }
    let found = matching.filter { !taken.contains($0.key) && $0.value * 10 >= filled[$0.key]! * 9 }
    return found.count == 1 ? found.keys.first : nil
  }

  /// Whether only postcodes and numbers are there, so that no streets are needed.
  public var needsNumbersOnly: Bool {
    columns[.postcode] != nil && columns[.street] == nil && columns[.place] == nil
      && columns[.whole] == nil && columns[.identifier] == nil
  }

  /// What the columns are, in words: `postcode=pc, number=nr`.
  public func description(header: ColumnNames) -> String {
    Role.allCases.compactMap { role in columns[role].map { "\(role.rawValue)=\(header.labels[$0])" }
    }
    .joined(separator: ", ")
  }
}

/// The columns of an address, ready for one record after the other.
struct FieldPlaces {
  private let postcode, street, number, letter, addition, place, whole, identifier: Int

  init(_ columns: AddressColumns) {
    func column(_ role: AddressColumns.Role) -> Int { columns.columns[role] ?? -1 }
    postcode = column(.postcode)
    street = column(.street)
    number = column(.number)
    letter = column(.letter)
    addition = column(.addition)
    place = column(.place)
    whole = column(.whole)
    identifier = column(.identifier)
  }

  /// Where the parts stand in the bytes of a record.
  func fields(_ records: CSVRecords, _ record: Int) -> AddressFields {
    func range(_ column: Int) -> Range<Int>? {
      column < 0 ? nil : records.range(record, column)
    }
    var fields = AddressFields()
    fields.postcode = range(postcode)
    fields.street = range(street)
    fields.number = range(number)
    fields.letter = range(letter)
    fields.addition = range(addition)
    fields.place = range(place)
    fields.whole = range(whole)
    fields.identifier = range(identifier)
    return fields
  }
}
