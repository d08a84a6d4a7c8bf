import Addresses
import Testing

/// House numbers, postcodes and places in the column of the street, and swapped columns.
@Suite struct StreetColumnTests {
  static let firstCases: [(String, String)] = [
    ("Hoofdstraat 12", "hoofdstraat 12 urk"), ("Hoofdstraat12", "hoofdstraat 12 urk"),
    ("Hoofdstraat 12a", "hoofdstraat 12:A urk"), ("Hoofdstraat 12 hs", "hoofdstraat 12-HS urk"),
    ("Hoofdstraat 12 A 3", "hoofdstraat 12:A-3 urk"), ("Hoofdstraat 12-2", "hoofdstraat 12-2 urk"),
    ("Hoofdstraat nr. 12", "hoofdstraat 12 urk"), ("Hoofdstraat t/o 12", "hoofdstraat 12 urk"),
    ("Hoofdstraat O 12", "hoofdstraato 12 urk"), ("Plein '40-'45 10", "plein4045 10 urk"),
    ("18 Septemberplein 12", "18septemberplein 12 urk"), ("Laan 1933 2", "laan1933 2 urk"),
    ("Kempenaar 11 23", "kempenaar11 23 urk"), ("Horst 19 3-II", "horst19 3-II urk"),
    ("Wijk 2 8", "wyk2 8 urk"), ("St. Vitusholt 2e laan 5", "stvitusholt2elaan 5 urk"),
    ("2e Wijk 7", "2ewyk 7 urk"), ("Hoofdstraat 12 achter de kerk", "hoofdstraat 12 urk"),
    ("Hoofdstraat 12 t/m 18", "hoofdstraat 12 urk"), ("Hoofdstraat 12 - 14", "hoofdstraat 12 urk"),
    ("Hoofdstraat", "hoofdstraat - urk"), ("18 Septemberplein", "18septemberplein - urk"),
    ("St. Vitusholt 2e laan", "stvitusholt2elaan - urk"), ("", "- - urk"),
    ("1234 AB Hoofdstraat 12", "hoofdstraat 12 urk"),
    ("Hoofdstraat 12, 1234AB", "hoofdstraat 12 urk"),
  ]

  @Test(arguments: firstCases)
  func first(street: String, expected: String) {
    #expect(Record(street: street, place: "Urk").read().texts.first == expected)
  }

  static let othersCases: [(String, String)] = [
    ("Kempenaar 11 23", "kempenaar 11-23 urk numberInStreet"),
    ("Laan 1933", "laan1933 - urk asWritten"),
    ("12 Hoofdstraat", "hoofdstraat 12 urk numberInStreet"),
    ("18 Septemberplein", "septemberplein 18 urk numberInStreet"),
    ("Hoofdstraat 121", "hoofdstraat 12-1 urk splitDigits"),
    ("Hoofdstraat 16DK", "hoofdstraat 16:D-K urk numberInStreet"),
  ]

  @Test(arguments: othersCases)
  func others(street: String, expected: String) {
    #expect(Record(street: street, place: "Urk").read(all: true).kinds.contains(expected))
  }

  @Test func streetThatEndsInANumberBesideAColumnForIt() {
    let record = Record(street: "Kempenaar 11", number: "23", place: "Lelystad")
    #expect(record.read().kinds == ["kempenaar11 23 lelystad asWritten"])
    #expect(record.read(all: true).texts.contains("kempenaar 11-23 lelystad"))
    let twice = Record(street: "Hoofdstraat 12", number: "12", place: "Urk")
    #expect(twice.read(all: true).texts.contains("hoofdstraat 12 urk"))
    let letter = Record(street: "Hoofdstraat 12", number: "A", place: "Urk")
    #expect(letter.read().texts == ["hoofdstraat 12:A urk"])
  }

  @Test func streetInTheColumnOfTheNumber() {
    #expect(Record(number: "Hoofdstraat 12", place: "Urk").read().texts == ["hoofdstraat 12 urk"])
  }

  @Test func swapped() {
    let address = Record(street: "Urk", number: "12", place: "Hoofdstraat").read(all: true)
    #expect(address.kinds.contains("hoofdstraat 12 urk swappedColumns"))
    #expect(
      !Record(street: "Urk", number: "12", place: "Hoofdstraat").read().kinds.contains {
        $0.hasSuffix("swappedColumns")
      })
    let behindPlace = Record(street: "Urk 12", place: "Hoofdstraat").read(all: true)
    #expect(behindPlace.kinds.contains("hoofdstraat 12 urk swappedColumns"))
    let alone = Record(number: "12", place: "Hoofdstraat").read(all: true)
    #expect(alone.kinds.contains("hoofdstraat 12 - swappedColumns"))
    let withNumber = Record(street: "Urk", place: "Hoofdstraat 12").read(all: true)
    #expect(withNumber.kinds.contains("hoofdstraat 12 urk swappedColumns"))
  }

  static let postcodeElsewhereCases: [Record] = [
    Record(street: "Hoofdstraat", number: "12", place: "1234 AB Urk"),
    Record(street: "Hoofdstraat", number: "12", place: "Urk 1234AB"),
    Record(street: "Hoofdstraat 12 1234 AB Urk"),
    Record(street: "Hoofdstraat", number: "12 1234ab", place: "Urk"),
    Record(street: "1234AB Hoofdstraat 12", place: "Urk"),
    Record(street: "Hoofdstraat", number: "12", postcode: "1234 AB Urk"),
    Record(street: "Hoofdstraat", postcode: "1234AB 12", place: "Urk"),
    Record(street: "Hoofdstraat", number: "12", postcode: "onbekend", place: "1234 AB Urk"),
  ]

  @Test(arguments: postcodeElsewhereCases)
  func postcodeElsewhere(record: Record) {
    let address = record.read()
    #expect(address.postcode?.text == "1234AB")
    let isInPostcode = record.street == "Hoofdstraat" && record.number.isEmpty
    #expect(address.texts.first == (isInPostcode ? "hoofdstraat 12 urk" : "hoofdstraat 12 urk"))
  }

  static let postBoxesCases: [(String, Bool)] = [
    ("Postbus 12", true), ("POSTBUS 12", true), ("Postbus12", true), ("P.O. Box 12", true),
    ("PO Box 12", true),
    ("Postbox 3", true), ("PB 123", true), ("pb. 12", true), ("Antwoordnummer 1", true),
    ("Antw.nr 12", true),
    ("Pb. van Beekstraat 3", false), ("Postbusweg 3", false), ("Postweg 12", false),
    ("Poort 3", false),
    ("Antwerpenstraat 3", false),
  ]

  @Test(arguments: postBoxesCases)
  func postBoxes(street: String, isPostBox: Bool) {
    let address = Record(street: street, place: "Urk").read()
    #expect(address.marks.contains(.postBox) == isPostBox)
    #expect((address.readings[0].number < 0) == isPostBox)
    let apart = Record(street: "Postbus", number: "12", place: "Urk").read()
    #expect(apart.marks == .postBox)
  }

  static let severalAddressesCases: [String] = [
    "Hoofdstraat 1 en Kerkstraat 3", "Hoofdstraat 1 / Kerkstraat 3", "Hoofdstraat 1/Kerkstraat 3",
    "Hoofdstraat 1 & Kerkstraat 3", "Hoofdstraat 1 + Kerkstraat 3", "Hoofdstraat 1; Kerkstraat 3",
  ]

  @Test(arguments: severalAddressesCases)
  func severalAddresses(street: String) {
    let address = Record(street: street, place: "Urk").read()
    #expect(address.marks.contains(.severalAddresses))
    #expect(address.texts == ["hoofdstraat 1 urk"])
  }
}
