import Addresses
import Matching
import Testing

/// The order in which addresses are looked for, and what is never done.
@Suite struct AddressMatcherTests {
  /// Two gemeenten. Made up.
  private static let town = Result {
    try Town(
      """
      Lindelaan|1...20|||1011AA|Aadorp|Aastad|BU00010001
      Lindelaan|1...12|||2022BA|Bedorp|Aastad|BU00010101
      Beukenpad|1...20|||1011AB|Aadorp|Aastad|BU00010001
      Beukenpad|1...20|||1012AC|Cedorp|Aastad|BU00010001
      Molenweg|1...40|||1013AD|Aadorp|Aastad|BU00010002
      Horst 19|1...30|||8225LA|Meerstad|Meerstad|BU00020001
      Horst 29|1...30|||8225LC|Meerstad|Meerstad|BU00020002
      Horst 20|31...60|||8225LD|Meerstad|Meerstad|BU00020002
      Burgemeester van der Valklaan|1...9|||8226BC|Meerstad|Meerstad|BU00020003
      Dubbelhof|5||1|8227DA|Meerstad|Meerstad|BU00020003
      Dubbelhof|5||2|8227DA|Meerstad|Meerstad|BU00020003
      Grenskade|7|A||8228EA|Meerstad|Meerstad|BU00020003
      Grenskade|7|B||8228EA|Meerstad|Meerstad|BU00020004
      Oever|12|||8229FA|Meerstad|Meerstad|BU00020004
      Oever|12||1|8229FA|Meerstad|Meerstad|BU00020004
      """)
  }
  private let town: Town

  init() throws { town = try Self.town.get() }

  @Test func asWritten() {
    let answer = town.ask(
      Question(street: "Molenweg", number: "12", postcode: "1013AD", place: "Aadorp"))
    #expect(answer.key == "1013AD 12")
    #expect(answer.buurt == "BU00010002")
    #expect(answer.level == .address)
    #expect(answer.agreement == "===-=")
    #expect(answer.reason == .found)
    #expect(answer.probability > 0.99)
  }

  @Test(
    arguments: [
      Question(street: "molenweg", number: "12", postcode: "1013 ad", place: "AADORP"),
      Question(street: "Molenwg", number: "12", postcode: "1013AD"),
      Question(number: "12", postcode: "1013AD"),
      Question(street: "Molenweg 12", postcode: "1013AD", place: "Aadorp"),
      Question(street: "Molenweg", number: "12", place: "Aadorp"),
      Question(whole: "Molenweg 12, 1013 AD Aadorp"),
      Question(whole: "1013AD 12"),
      Question(whole: "Molenweg 12 Aadorp"),
      Question(street: "Aadorp", number: "12", postcode: "1013AD", place: "Molenweg"),
      Question(street: "Molenweg", number: "12", postcode: "1O13AD", place: "Aadorp"),
      Question(street: "Molenweg", number: "12", place: "1013AD Aadorp"),
    ])
  func writtenOtherwise(question: Question) {
    let answer = town.ask(question)
    #expect(answer.key == "1013AD 12")
    #expect(answer.buurt == "BU00010002")
    #expect(answer.probability > 0.5)
    if !answer.agreement.hasPrefix("=-") {
      #expect(answer.reason == .found)
      #expect(answer.probability > 0.9)
    }
  }

  @Test(arguments: ["Burg. v.d. Valklaan", "Burgem vd Valkln", "BURGEMEESTER VAN DER VALKLAAN"])
  func abbreviations(street: String) {
    let answer = town.ask(Question(street: street, number: "3", place: "Meerstad"))
    #expect(answer.key == "8226BC 3")
    #expect(answer.agreement.dropFirst().first.map { "=~".contains($0) } == true)
  }

  // MARK: Names with edits

  @Test(
    arguments: [
      "Molenwg", "Moleenweg", "Molnweg", "Mloenweg", "Molenwek", "Nolenweg", "Molenwe",
    ])
  func oneEdit(street: String) {
    for question in [
      Question(street: street, number: "12", postcode: "1013", place: "Aadorp"),
      Question(street: street, number: "12", place: "Aadorp"),
      Question(street: street, number: "12", postcode: "1013AD"),
    ] {
      let answer = town.ask(question)
      #expect(answer.key == "1013AD 12")
      #expect(answer.buurt == "BU00010002")
    }
  }

  @Test func nothingAlike() {
    let answer = town.ask(Question(street: "Zonnedauwgaarde", number: "3", place: "Nergenshuizen"))
    #expect(answer.level == .none)
    #expect(answer.reason == .unknown)
    #expect(answer.probability == 0)
  }

  // MARK: Digits

  /// Both streets exist, with the same numbers.
  @Test(arguments: [("Horst 19", "8225LA"), ("Horst 29", "8225LC")])
  func digitsInStreetsAreNotCorrected(street: String, postcode: String) {
    for number in ["1", "12", "30"] {
      let answer = town.ask(Question(street: street, number: number, place: "Meerstad"))
      #expect(answer.key == "\(postcode) \(number)")
      let glued = town.ask(Question(street: "\(street) \(number)", place: "Meerstad"))
      #expect(glued.key == "\(postcode) \(number)")
    }
  }

  /// Horst 39 does not exist; no other Horst is taken for it.
  @Test func aStreetWithOtherDigitsIsNotFound() {
    let answer = town.ask(Question(street: "Horst 39", number: "12", place: "Meerstad"))
    #expect(answer.key == "")
    #expect(answer.level != .address && answer.level != .number)
    // Horst 20 has no number 12.
    let other = town.ask(Question(street: "Horst 20", number: "12", place: "Meerstad"))
    #expect(!other.key.hasPrefix("8225LA") && !other.key.hasPrefix("8225LC"))
  }

  /// For a number that is not there, none that is there.
  @Test(arguments: ["41", "112", "400", "1200", "99999"], ["", "1013AD"])
  func numbersAreNotCorrected(number: String, postcode: String) {
    let answer = town.ask(
      Question(street: "Molenweg", number: number, postcode: postcode, place: "Aadorp"))
    #expect(answer.key == "")
    #expect(answer.level == .street)
    #expect(answer.reason == .numberUnknown)
    #expect(answer.buurt == "BU00010002")
  }

  // MARK: Ties

  /// Aadorp and Cedorp both have a Beukenpad 3, in the same buurt.
  @Test func tieWithinOneBuurtIsNone() {
    let answer = town.ask(Question(street: "Beukenpad", number: "3", place: "Aastad"))
    #expect(answer.street == "Beukenpad")
    #expect(answer.buurt == "BU00010001")
    #expect(answer.probability > 0.98)
    #expect(answer.reason == .found)
  }

  /// Aadorp and Bedorp both have a Lindelaan 3, in different buurten.
  @Test func tieBetweenBuurten() {
    let answer = town.ask(Question(street: "Lindelaan", number: "3", place: "Aastad"))
    #expect(answer.street == "Lindelaan")
    #expect(answer.reason == .ambiguous)
    #expect(answer.probability < 0.6)
    // The place, the postcode, its digits or the number decide.
    for question in [
      Question(street: "Lindelaan", number: "3", place: "Bedorp"),
      Question(street: "Lindelaan", number: "3", postcode: "2022BA"),
      Question(street: "Lindelaan", number: "3", postcode: "2022", place: "Aastad"),
    ] {
      let answer = town.ask(question)
      #expect(answer.key == "2022BA 3")
      #expect(answer.reason == .found)
      #expect(answer.probability > 0.9)
    }
    #expect(
      town.ask(Question(street: "Lindelaan", number: "15", place: "Aastad")).buurt == "BU00010001")
  }

  // MARK: Additions

  @Test func additionDecidesTheBuurt() {
    for (suffix, buurt) in [("A", "BU00020003"), ("B", "BU00020004")] {
      for question in [
        Question(street: "Grenskade", number: "7", addition: suffix, postcode: "8228EA"),
        Question(number: "7", addition: suffix, postcode: "8228EA"),
        Question(number: "7\(suffix)", postcode: "8228EA"),
        Question(street: "Grenskade 7\(suffix.lowercased())", place: "Meerstad"),
      ] {
        let answer = town.ask(question)
        #expect(answer.key == "8228EA 7")
        #expect(answer.suffix == suffix)
        #expect(answer.buurt == buurt)
        #expect(answer.level == .address)
        if !question.street.isEmpty {
          #expect(answer.reason == .found)
          #expect(answer.probability > 0.95)
        }
        var without = question
        without.addition = ""
        if question.number != "7" || question.street.contains("7") { continue }
        #expect(answer.probability > town.ask(without).probability + 0.2)
      }
    }
  }

  @Test func missingAdditionLowersTheProbability() {
    let answer = town.ask(Question(street: "Grenskade", number: "7", postcode: "8228EA"))
    #expect(answer.key == "8228EA 7")
    #expect(answer.level == .number)
    #expect(answer.reason == .severalAreas)
    #expect(answer.probability < 0.6)
    // All additions in one buurt: the address is not known, the buurt is.
    let other = town.ask(Question(street: "Dubbelhof", number: "5", postcode: "8227DA"))
    #expect(other.level == .number)
    #expect(other.agreement == "===-" + "-")
    #expect(other.buurt == "BU00020003")
    #expect(other.reason == .found)
    #expect(other.probability > 0.98)
  }

  @Test func gluedAdditions() {
    for question in [
      Question(street: "Dubbelhof", number: "52", postcode: "8227DA"),
      Question(street: "Dubbelhof 5-2", place: "Meerstad"),
      Question(street: "Dubbelhof", number: "5 2", postcode: "8227DA"),
      Question(street: "Dubbelhof", number: "5", addition: "II", postcode: "8227DA"),
      Question(street: "Dubbelhof", number: "5", addition: "2 hoog", postcode: "8227DA"),
    ] {
      let answer = town.ask(question)
      #expect(answer.key == "8227DA 5")
      #expect(answer.suffix == "-2")
      #expect(answer.buurt == "BU00020003")
    }
  }

  @Test func rangesTakeTheFirst() {
    for number in ["12-14", "12 t/m 18", "12 - 16"] {
      let answer = town.ask(
        Question(street: "Molenweg", number: number, postcode: "1013AD", place: "Aadorp"))
      #expect(answer.key == "1013AD 12")
      #expect(answer.buurt == "BU00010002")
    }
  }

  @Test func spreadsheetDates() {
    let answer = town.ask(
      Question(street: "Dubbelhof", number: "5-feb", postcode: "8227DA", place: "Meerstad"))
    #expect(answer.key == "8227DA 5")
    #expect(answer.suffix == "-2")
    #expect(answer.reason == .spreadsheetDate)
    let rounded = town.ask(Question(street: "Molenweg", number: "3,0E+15", place: "Aadorp"))
    #expect(rounded.key == "")
    #expect(rounded.reason == .rounded)
    #expect(rounded.level == .street)
  }

  // MARK: Postcodes

  @Test(arguments: ["1013AE", "1013XD", "1031AD", "0113AD", "1014AD", "1013AX"])
  func slipInThePostcode(postcode: String) {
    let answer = town.ask(
      Question(street: "Molenweg", number: "12", postcode: postcode, place: "Aadorp"))
    #expect(answer.key == "1013AD 12")
    let withoutPlace = town.ask(Question(street: "Molenweg", number: "12", postcode: postcode))
    #expect(withoutPlace.key == "1013AD 12")
  }

  /// Postcode and number exist, but the street is another.
  @Test func postcodeAndStreetContradict() {
    let answer = town.ask(
      Question(street: "Molenweg", number: "12", postcode: "2022BA", place: "Aadorp"))
    #expect(["1013AD 12", "2022BA 12"].contains(answer.key))
    #expect(answer.reason == .conflict)
    #expect(answer.probability < 0.99)
  }

  /// Street, number and place agree; the postcode is of another street, elsewhere or in the same
  /// place. Neither is certain, and elsewhere the three go before the one.
  @Test func postcodeOfAnotherStreet() {
    let elsewhere = town.ask(
      Question(street: "Molenweg", number: "5", postcode: "8226BC", place: "Aadorp"))
    #expect(elsewhere.key == "1013AD 5")
    #expect(elsewhere.reason == .conflict)
    #expect((0.5..<0.99).contains(elsewhere.probability))
    let inPlace = town.ask(
      Question(street: "Horst 19", number: "5", postcode: "8226BC", place: "Meerstad"))
    #expect(inPlace.reason == .conflict || inPlace.reason == .ambiguous)
    #expect(inPlace.probability < 0.99)
    let far = town.ask(
      Question(street: "Beukenpad", number: "7", postcode: "8226BC", place: "Meerstad"))
    #expect(far.key == "8226BC 7")
    #expect(far.probability < 0.99)
  }

  /// Opposite a number may be across a boundary, unless the register has that as an address.
  @Test(
    arguments: [
      (Question(street: "Oever", number: "t/o 12", place: "Meerstad"), AddressReason.opposite),
      (Question(street: "t/o Oever", number: "12", postcode: "8229FA"), .opposite),
      (Question(whole: "tegenover Oever 12, Meerstad"), .opposite),
      (Question(street: "Oever", number: "14 t/o", place: "Meerstad"), .found),
      (Question(street: "Oever", number: "12", place: "Meerstad"), .found),
    ])
  func opposite(question: Question, reason: AddressReason) throws {
    let town = try Town(
      """
      Oever|12|||8229FA|Meerstad|Meerstad|BU00020004
      Oever|12||1|8229FA|Meerstad|Meerstad|BU00020004
      Oever|14|||8229FA|Meerstad|Meerstad|BU00020004
      Oever|14||TO|8229FA|Meerstad|Meerstad|BU00020004
      """)
    let answer = town.ask(question)
    #expect(answer.buurt == "BU00020004")
    #expect(answer.reason == reason)
    #expect((answer.probability < 0.99) == (reason == .opposite))
  }

  /// A street that exists elsewhere is rather that one than a like name in the place; only a postcode
  /// makes the like name certain.
  @Test func aLikeNameOfAnExistingStreet() throws {
    let town = try Town(
      """
      Ferfstraat|1...20|||1011AA|Aadorp|Aastad|BU00010001
      Kerkstraat|1...20|||2022BA|Bedorp|Bestad|BU00020001
      """)
    let alike = town.ask(Question(street: "Kerkstraat", number: "3", place: "Aadorp"))
    #expect(alike.key == "1011AA 3")
    #expect(alike.probability < 0.99)
    let confirmed = town.ask(
      Question(street: "Kerkstraat", number: "3", postcode: "1011AA", place: "Aadorp"))
    #expect(confirmed.key == "1011AA 3")
    #expect(confirmed.probability >= 0.99)
    let slip = town.ask(Question(street: "Ferkstraat", number: "3", place: "Aadorp"))
    #expect(slip.key == "1011AA 3")
  }

  /// An answer that is not certain always says why, and one that is certain says what contradicts it.
  @Test(
    arguments: [
      (Question(street: "Molenweg", number: "5"), AddressReason.tooLittle),
      (Question(street: "Molanwag", number: "5", place: "Aadorp"), .differs),
      (
        Question(street: "Molenweg", number: "5", postcode: "1013AD", place: "Cedorp"),
        .placeConflict
      ),
      (
        Question(street: "Oever", number: "12", addition: "X9", place: "Meerstad"), .additionUnknown
      ),
    ])
  func reasonOfDoubt(question: Question, reason: AddressReason) {
    let (bytes, fields) = question.fields
    var scratch = MatchScratch()
    let match = town.matcher.match(bytes.span, fields, &scratch)
    #expect(match.reason == .found)
    #expect(match.reason(isCertain: false) == reason)
    // Of an answer that is certain only what contradicts is told.
    let contradicts = reason == .placeConflict || reason == .additionUnknown
    #expect(match.reason(isCertain: true) == (contradicts ? reason : .found))
  }

  // MARK: Coarser levels

  @Test func unknownNumberGivesTheStreet() {
    let answer = town.ask(Question(street: "Lindelaan", number: "77", place: "Bedorp"))
    #expect(answer.level == .street)
    #expect(answer.buurt == "BU00010101")
    #expect(answer.agreement == "?????")
    let withoutNumber = town.ask(Question(street: "Lindelaan", place: "Bedorp"))
    #expect(withoutNumber.level == .street)
    #expect(withoutNumber.reason == .noNumber)
  }

  @Test func postcodeAlone() {
    let answer = town.ask(Question(postcode: "1013AD"))
    #expect(answer.level == .postcode)
    #expect(answer.buurt == "BU00010002")
    #expect(answer.reason == .noNumber)
    let unknown = town.ask(Question(number: "555", postcode: "1013AD"))
    #expect(unknown.level == .postcode)
    #expect(unknown.reason == .numberUnknown)
  }

  /// Street, number and place agree, and the postcode is of another part of the country or of nothing:
  /// the address is found, never certain, and the number is not said to be unknown.
  @Test(arguments: ["2022BA", "2022", "9712", "9712HN"])
  func postcodeOfElsewhere(postcode: String) {
    let answer = town.ask(
      Question(street: "Molenweg", number: "15", postcode: postcode, place: "Aadorp"))
    #expect(answer.key == "1013AD 15")
    #expect(answer.agreement == "!==-=")
    #expect(answer.reason == .conflict)
    #expect(answer.probability < 0.99)
  }

  /// One number with addresses in two buurten: the share of each is a half.
  @Test func shareOfANumberInSeveralBuurten() {
    let answer = town.ask(Question(postcode: "8228EA"))
    #expect(answer.level == .postcode)
    let whole = town.ask(Question(postcode: "1013AD"))
    #expect(abs(answer.probability - whole.probability / 2) < 1e-9)
  }

  /// `O.` is old here, `N.` new or northern; what no street has is not looked for further.
  @Test func shortFirstWords() throws {
    let town = try Town(
      """
      Oude Molenweg|1...9|||1011AA|Aadorp|Aastad|BU00010001
      Nieuwe Molenweg|1...9|||1011AB|Aadorp|Aastad|BU00010002
      Nieuwe Dwarsweg|1...9|||1011AC|Aadorp|Aastad|BU00010001
      Noorder Dwarsweg|1...9|||1011AD|Aadorp|Aastad|BU00010002
      Grote Plein|1...9|||1011AE|Aadorp|Aastad|BU00010003
      """)
    for (text, street) in [
      ("O. Molenweg 3, Aadorp", "Oude Molenweg"), ("N. Molenweg 3 Aadorp", "Nieuwe Molenweg"),
      ("Gr. Plein 3 Aadorp", "Grote Plein"),
    ] {
      let answer = town.ask(Question(whole: text))
      #expect(answer.street == street)
      #expect(answer.agreement == "-~~-=")
    }
    let columns = town.ask(Question(street: "Gr. Plein", number: "3", place: "Aadorp"))
    #expect(columns.street == "Grote Plein")
    #expect(town.ask(Question(whole: "N. Dwarsweg 3, Aadorp")).reason == .ambiguous)
    #expect(town.ask(Question(whole: "K. Molenweg 3, Aadorp")).probability < 0.99)
  }

  @Test func numberInTheColumnOfTheAddition() {
    let answer = town.ask(
      Question(street: "Grenskade", addition: "7-B", postcode: "8228EA", place: "Meerstad"))
    #expect(answer.key == "8228EA 7")
    #expect(answer.suffix == "B")
  }

  @Test func fourDigitsAlone() {
    let answer = town.ask(Question(postcode: "8225"))
    #expect(answer.level == .postcodeDigits)
    #expect(answer.buurt == "BU00020002")
    #expect(answer.probability < 0.9)
    // Letters that do not occur.
    #expect(town.ask(Question(number: "1", postcode: "8226ZZ")).level == .postcodeDigits)
  }

  @Test func placeAlone() {
    let answer = town.ask(Question(place: "Bedorp"))
    #expect(answer.level == .place)
    #expect(answer.buurt == "BU00010101")
    #expect(town.ask(Question(place: "Aastad")).level == .place)
    let inText = town.ask(Question(whole: "Bedorp"))
    #expect(inText.level == .place)
    #expect(inText.buurt == "BU00010101")
  }

  @Test(
    arguments: [
      (Question(street: "Postbus", number: "12", postcode: "1011AA", place: "Aadorp"), "postbus"),
      (Question(street: "Postbus 12", place: "Aadorp"), "postbus"),
      (Question(street: "P.O. Box 12", postcode: "1013AD"), "postbus"),
      (Question(street: "Antwoordnummer 7", postcode: "1013AD"), "postbus"),
      (Question(whole: "Postbus 12, 1013 AD Aadorp"), "postbus"),
      (Question(street: "Lange Straat", number: "1", place: "Antwerpen, België"), "buitenland"),
      (Question(street: "Hauptstrasse", number: "3", postcode: "D-48599"), "buitenland"),
      (Question(street: "Molenweg", number: "12", postcode: "9999ZZ"), "onechte_postcode"),
      (Question(street: "Molenweg", number: "12", postcode: "0000AA"), "onechte_postcode"),
      (Question(whole: "Molenweg 12, 0000AA Aadorp"), "onechte_postcode"),
      (Question(), "leeg"),
      (Question(street: "  ", number: " ", postcode: "", place: " "), "leeg"),
    ] as [(Question, String)])
  func notPlaced(question: Question, reason: String) {
    let answer = town.ask(question)
    #expect(answer.level == .none)
    #expect(answer.buurt == "")
    #expect(answer.reason.rawValue == reason)
    #expect(answer.probability == 0)
  }

  @Test func twoAddressesInOneField() {
    let answer = town.ask(Question(whole: "Molenweg 12, Beukenpad 3, Aadorp"))
    #expect(answer.reason == .severalAddresses)
  }
}
