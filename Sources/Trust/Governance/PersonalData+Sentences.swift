/// Personal data among words: what a number's own form, or the word before it, gives away.
extension PersonalData {
  /// The kinds of personal data that stand in words which somebody wrote, such as a title or a reason.
  ///
  /// Only what one value gives away: e-mail addresses, bank account numbers, licence plates behind the word
  /// `kenteken` or `nummerplaat`, mobile numbers, other telephone numbers with `+31` or behind a word such as
  /// `tel`, and citizen service numbers: behind the word `BSN`, or of nine digits that pass the 11-test and
  /// stand by themselves. No such number is one behind `€`, `RSIN`, `KvK`, `zaak`, `dossier` or `nr`, with a
  /// unit or what is counted behind it, or grouped by thousands.
  /// Of names of persons nothing is known here.
  /// - Complexity: O(bytes).
  public static func kinds(inText text: String) -> Set<PersonalData> {
    var kinds: Set<PersonalData> = []
    if isEmail(text) { kinds.insert(.email) }
    let digits = digitCount(text)
    guard digits > 0 else { return kinds }
    if hasMarkedPlate(text) { kinds.insert(.licencePlate) }
    guard digits >= fewestDigits else { return kinds }
    if hasMarkedServiceNumber(text) || hasServiceNumber(WrittenNumber.plain(text)) {
      kinds.insert(.citizenServiceNumber)
    }
    if hasIBAN(text) { kinds.insert(.iban) }
    if hasMobileNumber(text) || hasTelephoneNumber(text) { kinds.insert(.phone) }
    return kinds
  }

  /// The kinds of personal data that stand in the words of a column of which each word is published.
  ///
  /// As ``kinds(inText:)`` of each; but where more than half of the numbers of 8 or 9 digits fail the
  /// 11-test, they are codes, of which one in eleven passes it by chance.
  /// - Complexity: O(bytes).
  public static func kinds(inWords words: some Sequence<String>) -> Set<PersonalData> {
    var kinds: Set<PersonalData> = []
    var numbers = ServiceNumberTally()
    for word in words {
      kinds.formUnion(Self.kinds(inText: word))
      numbers.add(WrittenNumber.plain(word))
    }
    if numbers.areServiceNumbers { kinds.insert(.citizenServiceNumber) }
    if numbers.passing * 2 < numbers.count { kinds.remove(.citizenServiceNumber) }
    return kinds
  }

  /// What stands among the words of a value: a number that its word or form gives away.
  static func kind(inSentence value: String) -> PersonalData? {
    let digits = digitCount(value)
    guard digits > 0, value.utf8.contains(where: isLetter) else { return nil }
    if hasMarkedPlate(value) { return .licencePlate }
    guard digits >= fewestDigits else { return nil }
    if hasMarkedServiceNumber(value) { return .citizenServiceNumber }
    if hasIBAN(value) { return .iban }
    return hasMobileNumber(value) || hasTelephoneNumber(value) ? .phone : nil
  }

  /// The digits that all numbers have that are looked for. Most words have fewer, and a search with a
  /// pattern takes a thousand times as long as counting them.
  private static let fewestDigits = 8

  private static func digitCount(_ text: String) -> Int { text.utf8.count { $0 &- 0x30 <= 9 } }

  /// The words before a citizen service number begin so.
  private static let serviceWords = ["bsn", "burger", "sofi"].map { Array($0.utf8) }

  private static func hasMarkedServiceNumber(_ text: String) -> Bool {
    guard text.holds(oneOf: serviceWords) else { return false }
    return text.matches(
      of:
        /(?i)\b(?:bsn|(?:burger[ \-]?service|sofi)[ \-]?(?:nummer|nr))\b[^0-9]{0,12}([0-9](?:[ .\-]?[0-9]){7,8})(?![0-9])/
    ).contains { match in bareDigits(String(match.1)).map(passesElevenTest) ?? false }
  }

  /// Nine digits that pass the 11-test, together or as `1234.56.782`, and by nothing around them are of
  /// something else.
  private static func hasServiceNumber(_ text: String) -> Bool {
    text.matches(of: /[0-9]{4}(?:[0-9]{5}|\.[0-9]{2}\.[0-9]{3}| [0-9]{2} [0-9]{3})/).contains {
      match in
      guard let digits = bareDigits(String(match.0)), passesElevenTest(digits) else { return false }
      let before = text[..<match.range.lowerBound].suffix(24)
      let after = text[match.range.upperBound...].prefix(16)
      return before.firstMatch(
        of:
          /(?i)(?:[0-9a-z_\-+\/#=&?€$%]|[0-9][.,\x20]|€ ?|\b(?:eur|euro|rsin|kvk|(?:zaak|dossier|registratie|besluit)(?:nummer|nr)?|(?:ken)?merk|nummer|nr|no)[: .]{0,2})$/
      )
        == nil
        && after.firstMatch(
          of:
            /(?i)^(?:[0-9a-z_\-\/%]|[.,\x20][0-9]| ?(?:eur|€|%|m2|m²|km|ha\b|inwoner|persone|mensen|huishoud|woning|adres|melding|incident|bezoek|record|rijen|regels|stuks|keer|jaar))/
        )
          == nil
    }
  }

  /// A plate is looked for in what stands right behind the word: with hyphens or blanks, or without.
  private static func hasMarkedPlate(_ text: String) -> Bool {
    guard LicencePlates.isNamed(in: text) else { return false }
    return text.matches(of: /(?i)\b(?:kenteken|nummerplaat)(?: is| was)?[: ]{1,3}/).contains {
      match in
      let rest = text[match.range.upperBound...]
      return [8, 6].contains { length in
        let next = rest.dropFirst(length).first
        return next.map { $0.isLetter || $0.isNumber } != true
          && LicencePlates.isPlate(String(rest.prefix(length)))
      }
    }
  }

  /// The second form has points, hyphens or slashes between its groups. Nothing may stand around these, as
  /// it does around groups of a UUID.
  private static func hasIBAN(_ text: String) -> Bool {
    // The shortest one, of Norway.
    guard text.utf8.count(where: { isLetter($0) || $0 &- 0x30 <= 9 }) >= 15 else { return false }
    return text.matches(of: /(?i)\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9])+/).contains { match in
      let letters = match.0.utf8.filter { $0 != 0x20 }
      let country = String(decoding: letters.prefix(2), as: UTF8.self).uppercased()
      guard let length = ibanLengths[country], letters.count >= length else { return false }
      return isIBAN(String(decoding: letters.prefix(length), as: UTF8.self))
    }
      || text.matches(
        of:
          /(?i)(?:^|[^0-9a-z.\-\/])((?:nl[ .\-\/]?[0-9]{2}[ .\-\/]?[a-z]{4}(?:[ .\-\/]?[0-9]){10}|[a-z]{2}[0-9]{2}(?:[.\-\/][a-z0-9]{4})+(?:[.\-\/][a-z0-9]{1,4})?))(?![0-9a-z\-\/]|\.[0-9a-z])/
      ).contains { match in
        let letters = match.1.utf8.filter { isLetter($0) || $0 &- 0x30 <= 9 }
        let country = String(decoding: letters.prefix(2), as: UTF8.self).uppercased()
        return letters.count == ibanLengths[country]
          && isIBAN(String(decoding: letters, as: UTF8.self))
      }
  }

  /// A telephone number has ten digits, or nine behind the code of the country.
  private static let telephoneDigits = 10

  private static func hasMobileNumber(_ text: String) -> Bool {
    guard digitCount(text) >= telephoneDigits else { return false }
    return text.matches(
      of:
        /(?:^|[^0-9A-Za-z.,\-])((?:(?:\+31|0031)[ .\-\/]?(?:\(0\))?|0[ \-]?(?:\(0\))?)6[ .\-\/]?[0-9](?:[ .\-\/]?[0-9]){7})(?![0-9])/
    ).contains { match in
      !isOfDay(match.1)
        && text[..<match.1.startIndex].suffix(6).firstMatch(of: /(?:^|[^0-9])[12][0-9]{3}\/$/)
          == nil
    }
  }

  /// A number of a telephone at a place: with the code of the country, or behind a word. Those that begin
  /// with 0800, 0900 or 088 are of organisations.
  private static func hasTelephoneNumber(_ text: String) -> Bool {
    guard digitCount(text) >= telephoneDigits else { return false }
    return text.firstMatch(
      of:
        /(?:^|[^0-9A-Za-z.,\-])(?:\+31|0031)[ .\-\/]?(?:\(0\))?(?!8[08]|90)[1-9](?:[ .\-\/]?[0-9]){8}(?![0-9])/
    ) != nil
      || text.matches(
        of:
          /(?i)\b(?:tel|telefoon|telefoonnummer|telefonisch|mobiel|mobile|telephone|phone|bel|bellen|call)\b[^0-9]{0,12}(0(?!8[08]|90)(?:[ .\-\/)]{0,2}[0-9]){9})(?![0-9])/
      ).contains { !isOfDay($0.1) }
  }

  /// Whether digits begin as a day and go on with an hour, `06-12-2024 10`, or are a month and a day,
  /// `06 2024 12 31`.
  private static func isOfDay(_ digits: Substring) -> Bool {
    digits.firstMatch(
      of:
        /^(?:0[1-9][ .\-\/](?:0[1-9]|1[0-2])[ .\-\/](?:19|20)[0-9]{2}[^0-9]|0[1-9][ .\-\/](?:19|20)[0-9]{2}[ .\-\/](?:0[1-9]|1[0-2])[ .\-\/](?:[0-2][0-9]|3[01])$)/
    ) != nil
  }
}
