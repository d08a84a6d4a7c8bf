/// Recognises personal data by content.
///
/// Works on the different values of a column; a verdict names the kind, never a value.
public enum PersonalData: String, Hashable, Sendable, CaseIterable {
  /// Dutch citizen service number: 8 or 9 digits that pass the 11-test.
  case citizenServiceNumber
  /// An e-mail address.
  case email
  /// A Dutch telephone number.
  case phone
  /// A bank account number whose check digits are right (ISO 13616).
  case iban
  /// The date of birth of a person.
  case birthDate
  /// The name of a person, or a part of it.
  case name
  /// The licence plate of a vehicle.
  case licencePlate

  /// The kind of personal data that a column of values holds, or nil.
  ///
  /// One e-mail address or IBAN is enough, also within a sentence; so is a service number behind the
  /// word `BSN`, a licence plate behind the word `kenteken` or `nummerplaat`, and the number of a mobile telephone
  /// among words, or of another one with `+31` or behind a word such as `tel`.
  /// Where `header`, the name of the column, says that it holds service numbers, telephone numbers, licence plates,
  /// dates of birth or parts of names of persons, one value of that form is enough.
  /// Else telephone numbers: at least three values and one in ten; not ten digits in a row under a name that
  /// says that they are of something else, such as `meldingnummer`, but those of mobile telephones.
  /// Citizen service numbers: of at least three values with 8 or 9 digits that make up half of the
  /// column, nine in ten pass the 11-test, and one in eleven does by chance; or nine in ten of at least ten
  /// such numbers, also among words and within codes, whatever the other values are. Numbers are known as
  /// spreadsheets and programs for statistics write them too: `190748333.0`, `1.90748333E+08`, `000190748333`.
  /// Licence plates: at least three values and half of the column have the form of a Dutch one.
  /// Dates of birth: at least ten days that make up half of the column and lie as far apart as births do.
  /// Names: one value in five is a given name or initials with a family name, and half are words with
  /// capitals; family names alone are known under a name such as `achternaam`, or when they are common.
  /// - Complexity: O(values).
  public static func kind(of values: some Sequence<String>, header: String = "") -> PersonalData? {
    let name = header.lowercased().filter { $0.isLetter || $0.isNumber }
    let saysServiceNumber = Self.saysServiceNumber(name)
    let saysPhone = Self.saysPhone(name)
    let saysOtherNumber = !saysPhone && Self.saysOtherNumber(header)
    let saysPlate = LicencePlates.isHeader(name)
    let saysBirth = BirthDates.isHeader(header)
    var names = PersonNames(header: header)
    var births = BirthDates(header: header)
    var plates = 0
    var filled = 0
    var nineDigits = 0
    var passing = 0
    var numbers = ServiceNumberTally()
    var phones = 0
    for value in values where !value.isEmpty {
      filled += 1
      if isEmail(value) { return .email }
      if isIBAN(value) { return .iban }
      if let kind = kind(inSentence: value) { return kind }
      let number = WrittenNumber.plain(value)
      if saysBirth, isDate(value) || BirthDates.isDayNumber(number, header: name) {
        return .birthDate
      }
      if LicencePlates.isPlate(value) {
        if saysPlate { return .licencePlate }
        plates += 1
      }
      names.add(value)
      births.add(value)
      if isPhone(number)
        ? !saysOtherNumber || !isBareLandline(number)
        : saysPhone && isPhoneWithoutNought(number)
      {
        if saysPhone { return .phone }
        phones += 1
      }
      numbers.add(number)
      if let digits = WrittenNumber.serviceDigits(number) {
        nineDigits += 1
        if passesElevenTest(digits) {
          if saysServiceNumber { return .citizenServiceNumber }
          passing += 1
        }
      } else if saysServiceNumber,
        WrittenNumber.serviceRuns(number).contains(where: passesElevenTest)
      {
        return .citizenServiceNumber
      }
    }
    if phones >= 3, phones * 10 >= filled { return .phone }
    if nineDigits >= 3, nineDigits * 2 >= filled, passing * 10 >= nineDigits * 9 {
      return .citizenServiceNumber
    }
    if numbers.areServiceNumbers { return .citizenServiceNumber }
    if plates >= 3, plates * 2 >= filled { return .licencePlate }
    if births.areBirths(among: filled) { return .birthDate }
    return names.areOfPersons ? .name : nil
  }

  /// Whether the different days of a column, counted from 1 January 1970, are dates of birth: by its name,
  /// or because they lie as far apart as births do.
  public static func areBirthDates(days: some Sequence<Int>, header: String) -> Bool {
    var births = BirthDates(header: header)
    var filled = 0
    for day in days {
      filled += 1
      births.add(day: Double(day))
    }
    return filled > 0 && (BirthDates.isHeader(header) || births.areBirths(among: filled))
  }

  /// Whether a column with dates is, by its name, one with dates of birth.
  public static func isBirthDate(header: String) -> Bool { BirthDates.isHeader(header) }

  private static func saysServiceNumber(_ name: String) -> Bool {
    name.hasPrefix("bsn") || name.hasSuffix("bsn") || name.contains("burgerservice")
      || name.contains("sofinummer") || name.contains("citizenservice")
  }

  private static func saysPhone(_ name: String) -> Bool {
    ["telefoon", "mobiel", "telnr", "telephone", "phone", "gsm"].contains(where: name.contains)
      || name == "tel"
  }

  /// Whether a column is, by its name, one of numbers of something else than a telephone.
  private static func saysOtherNumber(_ header: String) -> Bool {
    let name = header.lowercased()
    return ["melding", "zaak", "dossier", "kenmerk", "registratie", "incident", "order", "factuur"]
      .contains(where: name.contains)
      || name.split { !$0.isLetter }.contains { $0 == "id" || $0 == "code" }
  }

  /// Whether a telephone number is ten digits without anything between, and not that of a mobile one.
  private static func isBareLandline(_ value: String) -> Bool {
    !value.hasPrefix("06") && value.utf8.allSatisfy { $0 &- 0x30 <= 9 }
  }

  /// A telephone number of which a spreadsheet took the nought: `612345678`, `302345678`.
  private static func isPhoneWithoutNought(_ value: String) -> Bool {
    value.utf8.count == 9 && value.utf8.first != 0x30
      && value.utf8.allSatisfy { $0 &- 0x30 <= 9 }
      || value.utf8.count == 11 && value.hasPrefix("31")
        && value.utf8.allSatisfy { $0 &- 0x30 <= 9 }
  }

  /// Whether a value is a day, in the ways in which days are written; also one that the
  /// calendar does not have, when its year has four digits.
  private static func isDate(_ value: String) -> Bool {
    BirthDates.day(value) != nil
      || value.wholeMatch(
        of:
          /\s*([0-9]{4}[-\/]?[0-9]{2}[-\/]?[0-9]{2}|[0-9]{1,2}[-\/.][0-9]{1,2}[-\/.][0-9]{4})(T.*|\s.*)?/
      ) != nil
  }

  /// The number of characters of an account number by country, of those near the Netherlands.
  /// Source: SWIFT, IBAN Registry.
  static let ibanLengths = [
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "IE": 22, "LU": 20, "ES": 24, "IT": 27,
    "PT": 25, "PL": 28, "AT": 20, "CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "CZ": 24,
    "RO": 24, "BG": 22, "HU": 28, "LT": 20, "LV": 21, "EE": 20, "TR": 26, "GR": 27, "SK": 24,
  ]

  /// Whether 8 or 9 digits could be a citizen service number: with weights 9, 8, … 2, -1 their sum is
  /// a multiple of 11.
  package static func passesElevenTest(_ digits: [UInt8]) -> Bool {
    let padded = digits.count == 8 ? [0] + digits : digits
    guard padded.count == 9, padded.contains(where: { $0 != 0 }) else { return false }
    var sum = 0
    for (index, digit) in padded.enumerated() {
      sum += Int(digit) * (index == 8 ? -1 : 9 - index)
    }
    return sum % 11 == 0
  }

  /// The digits of a value that holds nothing else but blanks, points and hyphens.
  package static func bareDigits(_ value: String) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x20, 0x2E, 0x2D: break
      default: return nil
      }
    }
    return digits
  }

  static func isEmail(_ value: String) -> Bool {
    guard value.utf8.contains(UInt8(ascii: "@")) else { return false }
    return value.firstMatch(
      of: /[\p{L}0-9._%+\-]+@[\p{L}0-9\-]+(\.[\p{L}0-9\-]+)*\.\p{L}{2,}/)
      != nil
  }

  static func isPhone(_ value: String) -> Bool {
    let digits = value.utf8.filter { $0 &- 0x30 <= 9 }.map { $0 - 0x30 }
    guard value.utf8.allSatisfy({ $0 &- 0x30 <= 9 || " -()+./".utf8.contains($0) }),
      value.utf8.count(where: { $0 == 0x2F }) <= 1
    else {
      return false
    }
    if digits.count == 10, digits[0] == 0, digits[1] != 0 { return !isDecimal(value) }
    let international = digits.starts(with: [3, 1]) || digits.starts(with: [0, 0, 3, 1])
    if international, value.contains(where: { $0 == "+" || $0 == "0" }) {
      return (11...13).contains(digits.count) && !isDecimal(value)
    }
    // Of another country.
    return value.utf8.first == UInt8(ascii: "+") && (9...15).contains(digits.count)
      && digits[0] != 0 && !value.utf8.contains(UInt8(ascii: "."))
  }

  /// Whether a value is written as a number with a decimal point, such as `0.123456789`.
  private static func isDecimal(_ value: String) -> Bool {
    value.wholeMatch(of: /-?(0|[1-9][0-9]*)\.[0-9]+/) != nil
  }

  static func isIBAN(_ value: String) -> Bool {
    let letters = Array(value.utf8.filter { $0 != 0x20 })
    guard (15...34).contains(letters.count), letters[0...1].allSatisfy(isLetter),
      letters[2...3].allSatisfy({ $0 &- 0x30 <= 9 }),
      letters.allSatisfy({ isLetter($0) || $0 &- 0x30 <= 9 })
    else { return false }
    var remainder = 0
    for letter in letters[4...] + letters[..<4] {
      if letter &- 0x30 <= 9 {
        remainder = (remainder * 10 + Int(letter - 0x30)) % 97
      } else {
        remainder = (remainder * 100 + Int(letter & 0xDF) - 55) % 97
      }
    }
    return remainder == 1
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
