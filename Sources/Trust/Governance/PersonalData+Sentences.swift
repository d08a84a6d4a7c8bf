/// Personal data among words: what a number's own form, or the word before it, gives away.
extension PersonalData {
  /// The kinds of personal data that stand in words which somebody wrote, such as a title or a reason.
  ///
  /// Only what one value gives away: e-mail addresses, bank account numbers, licence plates behind the word
  /// `kenteken`, mobile numbers, other telephone numbers with `+31` or behind a word such as `tel`, and citizen
  /// service numbers: behind the word `BSN`, or of nine digits that pass the 11-test and stand by themselves.
  /// No such number is one behind `€`, `RSIN` or `KvK`, with a unit behind it, or grouped by thousands.
  /// Of names of persons nothing is known here.
  /// - Complexity: O(bytes).
  public static func kinds(inText text: String) -> Set<PersonalData> {
    var kinds: Set<PersonalData> = []
    if isEmail(text) { kinds.insert(.email) }
    let digits = text.utf8.count { $0 &- 0x30 <= 9 }
    guard digits > 0 else { return kinds }
    if text.utf8.count(where: { $0 == 0x2D }) >= 2, hasMarkedPlate(text) {
      kinds.insert(.licencePlate)
    }
    guard digits >= 8 else { return kinds }
    if hasMarkedServiceNumber(text) || hasServiceNumber(text) {
      kinds.insert(.citizenServiceNumber)
    }
    if hasIBAN(text) { kinds.insert(.iban) }
    if hasMobileNumber(text) || hasTelephoneNumber(text) { kinds.insert(.phone) }
    return kinds
  }

  /// What stands among the words of a value: a number that its word or form gives away.
  static func kind(inSentence value: String) -> PersonalData? {
    guard value.utf8.contains(where: { $0 &- 0x30 <= 9 }), value.utf8.contains(where: isLetter)
    else { return nil }
    if hasMarkedServiceNumber(value) { return .citizenServiceNumber }
    if hasMarkedPlate(value) { return .licencePlate }
    if hasIBAN(value) { return .iban }
    return hasMobileNumber(value) ? .phone : nil
  }

  private static func hasMarkedServiceNumber(_ text: String) -> Bool {
    text.matches(
      of:
        /(?i)\b(?:bsn|burgerservicenummer|sofinummer)\b[^0-9]{0,12}([0-9](?:[ .\-]?[0-9]){7,8})(?![0-9])/
    ).contains { match in bareDigits(String(match.1)).map(passesElevenTest) ?? false }
  }

  /// Nine digits that pass the 11-test, together or as `1234.56.782`, and by nothing around them are of
  /// something else.
  private static func hasServiceNumber(_ text: String) -> Bool {
    text.matches(of: /[0-9]{4}(?:[0-9]{5}|\.[0-9]{2}\.[0-9]{3}| [0-9]{2} [0-9]{3})/).contains {
      match in
      guard let digits = bareDigits(String(match.0)), passesElevenTest(digits) else { return false }
      let before = text[..<match.range.lowerBound].suffix(12)
      let after = text[match.range.upperBound...].prefix(16)
      return before.firstMatch(
        of:
          /(?i)(?:[0-9a-z_\-+\/#=&?€$%]|[0-9][.,\x20]|€ ?|\b(?:eur|euro|rsin|kvk|nr\.)[: .]{0,2})$/)
        == nil
        && after.firstMatch(
          of:
            /(?i)^(?:[0-9a-z_\-\/%]|[.,\x20][0-9]| ?(?:eur|€|%|m2|m²|km|ha\b|inwoners|records|rijen|keer))/
        )
          == nil
    }
  }

  private static func hasMarkedPlate(_ text: String) -> Bool {
    text.matches(
      of: /(?i)\bkenteken(?: is| was)?[: ]{1,3}([0-9a-z]{1,3}-[0-9a-z]{2,3}-[0-9a-z]{1,3})\b/
    ).contains { LicencePlates.isPlate(String($0.1)) }
  }

  private static func hasIBAN(_ text: String) -> Bool {
    text.matches(of: /(?i)\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9])+/).contains { match in
      let letters = match.0.utf8.filter { $0 != 0x20 }
      let country = String(decoding: letters.prefix(2), as: UTF8.self).uppercased()
      guard let length = ibanLengths[country], letters.count >= length else { return false }
      return isIBAN(String(decoding: letters.prefix(length), as: UTF8.self))
    }
  }

  private static func hasMobileNumber(_ text: String) -> Bool {
    text.firstMatch(
      of:
        /(?:^|[^0-9A-Za-z.,\-])(?:\+31|0031|0)[ \-]?(?:\(0\))?6[ \-]?[0-9](?:[ \-]?[0-9]){7}(?![0-9])/
    ) != nil
  }

  /// A number of a telephone at a place: with the code of the country, or behind a word. Those that begin
  /// with 0800, 0900 or 088 are of organisations.
  private static func hasTelephoneNumber(_ text: String) -> Bool {
    text.firstMatch(
      of:
        /(?:^|[^0-9A-Za-z.,\-])(?:\+31|0031)[ \-]?(?:\(0\))?(?!8[08]|90)[1-9](?:[ \-]?[0-9]){8}(?![0-9])/
    ) != nil
      || text.firstMatch(
        of:
          /(?i)\b(?:tel|telefoon|telefoonnummer|telephone|phone|bel|bellen|call)\b[^0-9]{0,12}0(?!8[08]|90)(?:[ \-)]{0,2}[0-9]){9}(?![0-9])/
      ) != nil
  }
}
