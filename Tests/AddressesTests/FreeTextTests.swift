import Addresses
import Testing

/// Whole addresses in one column.
@Suite struct FreeTextTests {
  static let firstCases: [(String, String, String)] = [
    ("Hoofdstraat 12 hs, 1234 AB Amsterdam", "hoofdstraat 12-HS amsterdam", "1234AB"),
    ("Hoofdstraat 12 1234AB Amsterdam", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Hoofdstraat 12-2 1234 AB Amsterdam", "hoofdstraat 12-2 amsterdam", "1234AB"),
    ("Hoofdstraat 12 - 1234 AB - Amsterdam", "hoofdstraat 12 amsterdam", "1234AB"),
    ("1234AB 12", "- 12 -", "1234AB"), ("1234AB-12", "- 12 -", "1234AB"),
    ("1234 ab 12 hs", "- 12-HS -", "1234AB"),
    ("1234AB 12 Amsterdam", "- 12 amsterdam", "1234AB"), ("1234AB", "- - -", "1234AB"),
    ("1234 AB Amsterdam", "- - amsterdam", "1234AB"),
    ("1234 AB Amsterdam, Hoofdstraat 12", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Amsterdam, Hoofdstraat 12", "hoofdstraat 12 amsterdam", ""),
    ("Hoofdstraat 12, Amsterdam", "hoofdstraat 12 amsterdam", ""),
    ("Hoofdstraat 12 Amsterdam", "hoofdstraat 12 amsterdam", ""),
    ("Hoofdstraat 12 hs Amsterdam", "hoofdstraat 12-HS amsterdam", ""),
    ("Hoofdstraat 12 Den Haag", "hoofdstraat 12 sgravenhage", ""),
    ("Hoofdstraat 12 Oss", "hoofdstraat 12 oss", ""),
    ("Hoofdstraat, 12, Urk", "hoofdstraat 12 urk", ""),
    ("Hoofdstraat 12\n1234 AB Amsterdam\nNederland", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Hoofdstraat 12\r\n1234 AB  AMSTERDAM", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Hoofdstraat 12, 1234 AB Amsterdam, NL", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Hoofdstraat 12, 1234AB Amsterdam Nederland", "hoofdstraat 12 amsterdam", "1234AB"),
    ("Hoofdstraat 12, Amsterdam, The Netherlands", "hoofdstraat 12 amsterdam", ""),
    ("Kempenaar 11 23, Lelystad", "kempenaar11 23 lelystad", ""),
    ("Amsterdam", "amsterdam - -", ""),
    ("Hoofdstraat 12", "hoofdstraat 12 -", ""),
    ("Valthermussel 13, 7877 TA 2e Valthermond", "valthermussel 13 2evalthermond", "7877TA"),
    ("Hoofdweg 79 't Waar", "hoofdweg 79 twaar", ""),
    ("Hoofdweg 2 A St.-Annaparochie", "hoofdweg 2:A sintannaparochie", ""),
    ("Boogstraat 28 's-Heer Arendskerke", "boogstraat 28 sheerarendskerke", ""),
    ("Beatrixstraat 35 f Urk", "beatrixstraat 35:F urk", ""),
    ("1234AB 23 23", "- 23-23 -", "1234AB"),
    // Letters for digits in the postcode.
    ("Hoofdstraat 12-1 1O34AB Urk", "hoofdstraat 12-1 urk", "1034AB"),
    ("Hoofdstraat 12, I2O4 ab Urk", "hoofdstraat 12 urk", "1204AB"),
    ("1O34AB 12", "- 12 -", "1034AB"),
    // Floors behind a comma and in words.
    ("Hoofdstraat 12, 1e verdieping, Urk", "hoofdstraat 12-1E urk", ""),
    ("Hoofdstraat 12, eerste verdieping, Urk", "hoofdstraat 12-1 urk", ""),
    ("Hoofdstraat 12, 3-hoog, 1234 AB Urk", "hoofdstraat 12-3HOOG urk", "1234AB"),
    ("Hoofdstraat 12, begane grond, Urk", "hoofdstraat 12-BG urk", ""),
    ("Hoofdstraat 12 drie hoog Urk", "hoofdstraat 12-3HOOG urk", ""),
    ("Hoofdstraat 12 tweede verdieping Urk", "hoofdstraat 12-2 urk", ""),
    // Places with the names of numbers.
    ("Hoofdstraat 12 Een", "hoofdstraat 12 een", ""),
    ("Hoofdstraat 12, Drie", "hoofdstraat 12 drie", ""),
  ]

  @Test func fourDigitsBeforeThePlace() {
    for record in [
      Record(whole: "Hoofdstraat 12, 1234 Urk"), Record(whole: "Hoofdstraat 12 1234 Urk"),
      Record(whole: "1234 Urk, Hoofdstraat 12"), Record(whole: "Hoofdstraat 12\n1234 Urk"),
      Record(street: "Hoofdstraat", number: "12", place: "1234 Urk"),
    ] {
      let address = record.read()
      #expect(address.texts.first == "hoofdstraat 12 urk")
      #expect(address.postcodeDigits == 1234 && address.postcode == nil)
    }
    let ordinal = Record(whole: "Hoofdstraat 12 1234 2e Exloërmond").read()
    #expect(ordinal.texts.first == "hoofdstraat 12 2eexloermond" && ordinal.postcodeDigits == 1234)
    let alone = Record(whole: "Hoofdstraat 12, 1234").read()
    #expect(alone.texts.first == "hoofdstraat 12 -" && alone.postcodeDigits == 1234)
    // They may be the number all the same.
    let number = Record(whole: "Kempenaar 11 1123 Lelystad").read(all: true)
    #expect(number.texts.first == "kempenaar 11 lelystad")
    #expect(number.texts.contains("kempenaar11 1123 lelystad"))
    #expect(Record(whole: "Hoofdstraat 1234 Urk").read().texts.first == "hoofdstraat 1234 urk")
    // The column of the postcode says otherwise.
    let other = Record(street: "Hoofdstraat", number: "12", postcode: "4321AB", place: "1234 Urk")
    #expect(other.read().postcodeDigits == 4321)
  }

  @Test(arguments: [
    "Hoofdstraat 110I te Urk", "Hoofdstraat 110I, Oss", "Hoofdstraat 12 OIlO AB Urk",
  ])
  func numbersWithALetterAreNoPostcodes(text: String) {
    #expect(Record(whole: text).read(all: true).postcodeDigits == 0)
  }

  @Test(arguments: [
    "Hoofdstraat 12, 0000AA Urk", "Hoofdstraat 12 0000 XX", "Hoofdstraat 12 9999ZZ",
    "Hoofdstraat 12, 0000 Urk", "Hoofdstraat 12 0000 Urk", "0000 Urk, 0",
  ])
  func dummies(text: String) {
    #expect(Record(whole: text).read().marks.contains(.dummyPostcode))
  }

  @Test(arguments: firstCases)
  func first(text: String, expected: String, postcode: String) {
    let address = Record(whole: text).read()
    #expect(address.texts.first == expected)
    #expect(address.postcode?.text ?? "" == postcode)
    #expect(!address.marks.contains(.foreign))
  }

  static let othersCases: [(String, String)] = [
    ("Hoofdstraat 12 Oss", "hoofdstraat 12-OSS -"),
    ("Hoofdstraat Amsterdam", "hoofdstraat - amsterdam"),
    ("Hoofdstraat Den Haag", "hoofdstraat - sgravenhage"),
    ("Kempenaar 11 23 Lelystad", "kempenaar11 23 lelystad"),
    ("Kempenaar 11 23 Lelystad", "kempenaar 11-23 lelystad"),
    ("Hoofdstraat 12 1e verd. Urk", "hoofdstraat 12-1E urk"),
    ("Hoofdstraat 12 2e verdieping Urk", "hoofdstraat 12-2E urk"), ("Den Haag", "- - sgravenhage"),
    ("Urk Hoofdstraat 12", "hoofdstraat 12 urk"),
    ("Den Haag Hoofdstraat 12 hs", "hoofdstraat 12-HS sgravenhage"),
    ("Urk 12 Hoofdstraat", "hoofdstraat 12 urk"),
  ]

  @Test(arguments: othersCases)
  func others(text: String, expected: String) {
    #expect(Record(whole: text).read(all: true).texts.contains(expected))
  }

  @Test func severalAddresses() {
    for text in ["Hoofdstraat 1 en Kerkstraat 3, Urk", "Hoofdstraat 1, Urk; Kerkstraat 3, Urk"] {
      let address = Record(whole: text).read()
      #expect(address.marks.contains(.severalAddresses))
      #expect(address.texts.first == "hoofdstraat 1 urk")
    }
    let inStreet = Record(street: "Hoofdstraat 1 Urk, Kerkstraat 3 Urk").read()
    #expect(inStreet.marks.contains(.severalAddresses))
    #expect(inStreet.texts.first == "hoofdstraat 1 urk")
  }

  @Test func postBox() {
    let address = Record(whole: "Postbus 12, 1234 AB Urk").read()
    #expect(address.marks == .postBox)
    #expect(address.texts == ["- - urk"])
  }

  static let foreignCases: [String] = [
    "Meir 12, 2000 Antwerpen, België", "Hauptstraße 12, D-12345 Berlin", "12345 Berlin, Duitsland",
    "Meir 12, B-2000 Antwerpen", "10 Downing Street, London, UK", "Meir 12, 2000 Antwerpen",
    "Meir 12 2000 Antwerpen", "2000 Antwerpen, Meir 12", "Meir 12 B-2000 Antwerpen",
    "Hauptstrasse 12 D-12345 Berlin",
  ]

  @Test(arguments: foreignCases)
  func foreign(text: String) {
    #expect(Record(whole: text).read().marks.contains(.foreign))
  }

  /// Streets of three letters, and the own country.
  @Test(arguments: [
    "Rer 177, 9733 AT Groningen", "AWG 5206, Urk", "Ee 1234, Urk", "Dam 12, NL-1234 Urk",
    "Dam 12 A-1001 Urk", "Dam 2 F-1219, 4461 RB Goes",
  ])
  func notForeign(text: String) {
    #expect(!Record(whole: text).read(all: true).marks.contains(.foreign))
  }

  static let foreignPlacesCases: [(Record, Bool)] = [
    (Record(street: "Meir", number: "12", place: "Antwerpen België"), true),
    (Record(street: "Meir", number: "12", place: "Antwerpen (B)"), false),
    (Record(street: "Meir", number: "12", place: "D-12345 Berlin"), true),
    (Record(street: "Strand", number: "12", place: "Turkeye"), false),
    (Record(street: "Strand", number: "12", place: "Hoek van Holland"), false),
    (Record(street: "Strand", number: "12", place: "Amsterdam, Nederland"), false),
  ]

  @Test(arguments: foreignPlacesCases)
  func foreignPlaces(record: Record, isForeign: Bool) {
    #expect(record.read().marks.contains(.foreign) == isForeign)
  }
}
