/// All that one record may mean by its address, in order of plausibility; the register chooses.
///
/// Made to be used again for the next record, so that no memory is taken per record.
public struct ParsedAddress: Sendable {
  /// The postcode, when one of six characters was read.
  public var postcode: Postcode?
  /// The four digits of the postcode, also when the letters are missing or unreadable; 0 without.
  public var postcodeDigits: Int = 0
  /// Whether anything stood where the postcode belongs.
  var hasPostcodeText = false
  /// What was noticed on the way.
  public var marks: AddressMarks = []
  /// An identification of the BAG, when there is one.
  public var identifier: BagIdentifier?
  /// The names of streets that were read.
  public var streets: [StreetName] = []
  /// The names of places that were read, folded.
  public var places: [FoldedName] = []
  /// The house numbers that were read.
  public var numbers: [HouseNumber] = []
  /// The combinations that may be meant; the first is as written.
  public var readings: [AddressReading] = []
  /// A bit for each of ``streets`` that is a guess of what an abbreviation stands for: meant only when
  /// a street has that very name.
  private var guesses: UInt64 = 0

  /// Nothing yet.
  public init() {}

  /// Forgets the record, keeps the memory.
  public mutating func clear() {
    postcode = nil
    postcodeDigits = 0
    hasPostcodeText = false
    marks = []
    identifier = nil
    streets.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    guesses = 0
  }

  /// Whether a street of ``streets`` is a guess, and not worth a search for names like it.
  public func isGuess(_ street: Int) -> Bool { street < 64 && guesses >> UInt64(street) & 1 != 0 }

  /// Notes that a street is a guess, when it is none of those that were read before.
  mutating func indexOfGuess(_ street: StreetName) -> Int {
    let known = streets.count
    let index = index(of: street)
    if index == known, index < 64 { guesses |= 1 << UInt64(index) }
    return index
  }
}

/// One combination of street, house number and place that a record may mean.
public struct AddressReading: Hashable, Sendable {
  /// Which of ``ParsedAddress/streets``; -1 without street.
  public var street: Int8
  /// Which of ``ParsedAddress/numbers``; -1 without number.
  public var number: Int8
  /// Which of ``ParsedAddress/places``; -1 without place.
  public var place: Int8
  /// How it was read.
  public var kind: Kind

  /// How a combination was read from the text.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// As it is written, in the columns where it belongs.
    case asWritten
    /// The house number stood in the column of the street, or behind the street in free text.
    case numberInStreet
    /// The number is split from an addition of digits that was glued to it: `121` is 12-1.
    case splitDigits
    /// A number that was read as a range: the first is taken.
    case range
    /// Street and place stood in each other's column.
    case swappedColumns
    /// A date that a spreadsheet made of a number with addition: `1-feb` is 1-2.
    case spreadsheetDate
    /// A digit was read for a letter or the reverse, `O` for 0, or a number that is written in words.
    case characterRepair
  }

  /// Makes a reading.
  public init(street: Int, number: Int, place: Int, kind: Kind) {
    self.street = Int8(street)
    self.number = Int8(number)
    self.place = Int8(place)
    self.kind = kind
  }
}

/// What was noticed in the text of an address.
public struct AddressMarks: OptionSet, Hashable, Sendable {
  /// A bit for each mark.
  public let rawValue: UInt32
  /// The marks of these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A post office box, an answering number (`antwoordnummer`), or a postcode with letters and no
  /// street that says so.
  public static let postBox = AddressMarks(rawValue: 1 << 0)
  /// An address outside the Netherlands.
  public static let foreign = AddressMarks(rawValue: 1 << 1)
  /// A postcode that stands for "unknown", such as `9999ZZ` or `0000AA`.
  public static let dummyPostcode = AddressMarks(rawValue: 1 << 2)
  /// The postcode was repaired: O for 0, I for 1, or the reverse in the letters.
  public static let repairedPostcode = AddressMarks(rawValue: 1 << 3)
  /// There is a postcode, but it is no Dutch one.
  public static let invalidPostcode = AddressMarks(rawValue: 1 << 4)
  /// There is no house number.
  public static let noNumber = AddressMarks(rawValue: 1 << 5)
  /// Two addresses in one field.
  public static let severalAddresses = AddressMarks(rawValue: 1 << 6)
  /// A house number that a spreadsheet made a date, repaired.
  public static let spreadsheetDate = AddressMarks(rawValue: 1 << 7)
  /// A number that a spreadsheet rounded (`3,0E+15`): not repaired.
  public static let spreadsheetRounded = AddressMarks(rawValue: 1 << 8)
  /// Text with characters that were decoded wrongly, repaired.
  public static let mojibake = AddressMarks(rawValue: 1 << 9)
  /// The number is one of a range.
  public static let range = AddressMarks(rawValue: 1 << 10)
  /// "Opposite": the place is near the number, not at it (`t/o`).
  public static let opposite = AddressMarks(rawValue: 1 << 11)
  /// Nothing at all was filled in.
  public static let empty = AddressMarks(rawValue: 1 << 12)
  /// A field is so long (over 400 bytes) that only its beginning was read.
  public static let tooLong = AddressMarks(rawValue: 1 << 13)
  /// An identification of the BAG that cannot be one: wrong kind or length.
  public static let invalidIdentifier = AddressMarks(rawValue: 1 << 14)
  /// A word that stands for "not known" where the street or the place should be: `onbekend`, `nvt`,
  /// `geen vaste woonplaats`, `x`.
  public static let unknownAddress = AddressMarks(rawValue: 1 << 16)
  /// Two columns held what belongs in the other.
  public static let swappedColumns = AddressMarks(rawValue: 1 << 17)
  /// The street that is written exists somewhere to the letter: a like name is rather another street.
  public static let existingStreet = AddressMarks(rawValue: 1 << 18)
  /// An identification that lost its leading zero, repaired.
  public static let repairedIdentifier = AddressMarks(rawValue: 1 << 15)
}

extension ParsedAddress {
  /// The most readings of a record.
  static let maximumReadings = 40

  /// The place of a street among ``streets``; adds it when it is not there. -1 when it is empty.
  mutating func index(of street: StreetName) -> Int {
    if street.plain.isEmpty { return -1 }
    for index in 0..<streets.count where streets[index] == street { return index }
    streets.append(street)
    return streets.count - 1
  }

  /// The place of a name among ``places``; adds it when it is not there. -1 when it is empty.
  mutating func index(ofPlace place: FoldedName) -> Int {
    if place.isEmpty { return -1 }
    for index in 0..<places.count where places[index] == place { return index }
    places.append(place)
    return places.count - 1
  }

  /// The place of a house number among ``numbers``; adds it when it is not there.
  mutating func index(of number: HouseNumber) -> Int {
    for index in 0..<numbers.count where numbers[index] == number { return index }
    numbers.append(number)
    return numbers.count - 1
  }

  /// Adds a reading, unless the combination is there already or there are too many.
  mutating func add(_ reading: AddressReading) {
    guard readings.count < Self.maximumReadings else { return }
    for other in readings
    where other.street == reading.street && other.number == reading.number
      && other.place == reading.place
    {
      return
    }
    readings.append(reading)
  }
}

extension AddressMarks {
  /// What the marks that are set mean, in words for who knows the record.
  public var words: [String] {
    let all: [(AddressMarks, String)] = [
      (.postBox, "a post office box"),
      (.foreign, "an address in another country"),
      (.dummyPostcode, "a postcode that stands for unknown"),
      (.repairedPostcode, "letters and digits of the postcode that look alike, repaired"),
      (.invalidPostcode, "a postcode that is none"),
      (.noNumber, "no house number"),
      (.severalAddresses, "several addresses in one field"),
      (.spreadsheetDate, "a date that was a house number"),
      (.spreadsheetRounded, "a number that a spreadsheet rounded"),
      (.mojibake, "wrongly decoded text, decoded again"),
      (.range, "a range of numbers"),
      (.opposite, "opposite the number"),
      (.empty, "nothing is written"),
      (.tooLong, "a field that is too long, read in part"),
      (.invalidIdentifier, "an identification that is none of the BAG"),
      (.repairedIdentifier, "an identification without its leading zero"),
      (.unknownAddress, "words for an address that is not known"),
      (.swappedColumns, "columns that hold what belongs in another"),
      (.existingStreet, "a street that exists"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
