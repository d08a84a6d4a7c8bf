import Addresses
import Matching
import Registers
import TestSupport
import Testing

/// Registers that lack something, and names that have several forms.
@Suite struct SpecialRegisterTests {
  // MARK: Identifications

  private func townWithIdentifiers() throws -> Town {
    func entry(
      _ street: String, _ number: UInt32, _ letter: String, _ postcode: String, _ buurt: String,
      id: UInt64, object: UInt64, pand: UInt64
    ) -> RegisterEntry {
      var entry = RegisterEntry(
        postcode: Postcode(text: postcode),
        house: HouseNumber(number, letter: letter.utf8.first ?? 0))
      entry.street = street
      entry.place = "Aadorp"
      entry.buurtcode = buurt
      entry.nummeraanduiding = BagIdentifier(rawValue: 9_901_20_0000000000 + id)
      entry.object = BagIdentifier(rawValue: 9_901_01_0000000000 + object)
      entry.pand = BagIdentifier(rawValue: 9_901_10_0000000000 + pand)
      return entry
    }
    return try Town([
      entry("Lindelaan", 1, "", "1011AA", "BU00010001", id: 1, object: 1, pand: 1),
      entry("Lindelaan", 2, "", "1011AA", "BU00010001", id: 2, object: 2, pand: 1),
      entry("Grenskade", 7, "A", "1012AA", "BU00010001", id: 3, object: 3, pand: 2),
      entry("Grenskade", 7, "B", "1012AA", "BU00010002", id: 4, object: 4, pand: 2),
      entry("Molenweg", 5, "", "1013AA", "BU00010003", id: 5, object: 5, pand: 3),
      {
        var entry = entry("Molenweg", 7, "", "1013AA", "BU00010003", id: 6, object: 6, pand: 3)
        entry.nummeraanduiding = BagIdentifier(rawValue: 363_20_0000000006)
        return entry
      }(),
    ])
  }

  @Test(
    arguments: [
      ("9901200000000001", "1011AA 1", "BU00010001"),
      ("9901010000000002", "1011AA 2", "BU00010001"),
      ("NL.IMBAG.Nummeraanduiding.9901200000000005", "1013AA 5", "BU00010003"),
      (" 9901200000000004 ", "1012AA 7", "BU00010002"),
      ("'9901200000000003", "1012AA 7", "BU00010001"),
    ])
  func identifiers(text: String, key: String, buurt: String) throws {
    let answer = try townWithIdentifiers().ask(Question(identifier: text))
    #expect(answer.key == key)
    #expect(answer.buurt == buurt)
    #expect(answer.level == .address)
    #expect(answer.reason == .found)
    #expect(answer.probability > 0.99)
  }

  /// A spreadsheet takes the leading zero of an identification; putting it back is told.
  @Test func identifierWithoutItsZero() throws {
    let town = try townWithIdentifiers()
    let whole = town.ask(Question(identifier: "0363200000000006"))
    #expect(whole.reason == .found)
    let short = town.ask(Question(identifier: "363200000000006"))
    #expect(short.key == whole.key && short.key == "1013AA 7")
    #expect(short.reason == .identifierRepaired)
    #expect(short.probability == whole.probability)
    let contradicted = town.ask(
      Question(street: "Lindelaan", number: "1", identifier: "363200000000006"))
    #expect(contradicted.reason == .identifierConflict)
  }

  /// A pand with addresses in two buurten does not tell the buurt; one with addresses in one does.
  @Test func identifierOfABuilding() throws {
    let town = try townWithIdentifiers()
    let one = town.ask(Question(identifier: "9901100000000001"))
    #expect(one.buurt == "BU00010001")
    let two = town.ask(Question(identifier: "9901100000000002"))
    #expect(two.buurt == "")
    #expect(two.reason == .severalAreas)
    #expect(two.probability == 0)
  }

  @Test func identifierThatContradicts() throws {
    let town = try townWithIdentifiers()
    let answer = town.ask(
      Question(
        street: "Lindelaan", number: "1", postcode: "1011AA", identifier: "9901200000000005"))
    #expect(answer.key == "1013AA 5")
    #expect(answer.reason == .identifierConflict)
    #expect(answer.probability < 0.6)
    // The same street and number at another postcode is no contradiction.
    #expect(
      town.ask(
        Question(
          street: "Molenweg", number: "5", postcode: "1011AA", identifier: "9901200000000005")
      ).reason == .found)
  }

  /// Street and place, or the number, of another address contradict an identification.
  @Test(arguments: [
    Question(street: "Molenweg", place: "Aadorp", identifier: "9901200000000001"),
    Question(street: "Lindelaan", number: "2", identifier: "9901200000000001"),
    Question(number: "2", postcode: "1013AA", identifier: "9901200000000001"),
    Question(postcode: "1013AA", identifier: "9901200000000001"),
  ])
  func identifierBesideAnotherAddress(question: Question) throws {
    let answer = try townWithIdentifiers().ask(question)
    #expect(answer.key == "1011AA 1")
    #expect(answer.reason == .identifierConflict)
    #expect(answer.probability < 0.6)
  }

  /// A street that is there, without the number, is not another street that has it.
  @Test(arguments: ["", "1011AA", "1011"])
  func numberThatIsNotInItsStreet(postcode: String) throws {
    let town = try Town(
      """
      Eikenstraat|1...9|||1011AB|Aadorp||BU00010002
      Elzenstraat|1...5|||1011AA|Aadorp||BU00010001
      Blijhamsterweg|1...60|||1011AC|Aadorp||BU00010003
      Hamsterweg|1...8|||1011AD|Aadorp||BU00010001
      """)
    for (street, number) in [("Elzenstraat", "8"), ("Hamsterweg", "40")] {
      let answer = town.ask(
        Question(street: street, number: number, postcode: postcode, place: "Aadorp"))
      #expect(answer.level == .street)
      #expect(answer.buurt == "BU00010001")
      #expect(answer.reason == .numberUnknown)
      #expect(answer.probability < 0.99)
    }
    // A name that is nowhere may still be a slip.
    let slip = town.ask(Question(street: "Eikenstraad", number: "8", place: "Aadorp"))
    #expect(slip.key == "1011AB 8")
  }

  /// An identification that is none, or not here, leaves it to the address.
  @Test(arguments: ["9901200099999999", "12", "9,9012E+15", "onbekend", "9901990000000001"])
  func identifierOfNothing(text: String) throws {
    let answer = try townWithIdentifiers().ask(
      Question(street: "Molenweg", number: "5", postcode: "1013AA", identifier: text))
    #expect(answer.key == "1013AA 5")
    #expect(answer.buurt == "BU00010003")
  }

  // MARK: Registers without streets, and without buurten

  /// A table of CBS: postcode, number and buurt alone.
  @Test func numbersAlone() throws {
    let town = try Town(
      """
      |1...9|||1011AA|||BU00010001
      |1...9|||1011AB|||BU00010002
      |10|||1011AB|||BU00010003
      """)
    #expect(town.register.streetCount == 0)
    for question in [
      Question(number: "3", postcode: "1011AB"),
      Question(street: "Molenweg", number: "3", postcode: "1011AB", place: "Aadorp"),
      Question(whole: "Molenweg 3, 1011 AB Aadorp"),
      Question(number: "3-2", postcode: "1011AB"),
    ] {
      let answer = town.ask(question)
      #expect(answer.key == "1011AB 3")
      #expect(answer.buurt == "BU00010002")
      #expect(answer.agreement.dropFirst().first == "-")
    }
    let unknown = town.ask(Question(street: "Molenweg", number: "99", postcode: "1011AB"))
    #expect(unknown.level == .postcode)
    #expect(unknown.buurt == "BU00010002")
    #expect(unknown.probability < 0.95)
    // Nothing is repaired without a street to check it.
    let slip = town.ask(Question(street: "Molenweg", number: "3", postcode: "1011AX"))
    #expect(slip.level == .postcodeDigits)
    #expect(town.ask(Question(street: "Molenweg", number: "3", place: "Aadorp")).level == .none)
  }

  @Test func withoutBuurten() throws {
    let town = try Town("Molenweg|1...9|||1013AD|Aadorp|Aastad|")
    let answer = town.ask(
      Question(street: "Molenweg", number: "3", postcode: "1013AD", place: "Aadorp"))
    #expect(answer.key == "1013AD 3")
    #expect(answer.buurt == "")
    #expect(answer.reason == .withoutArea)
    #expect(answer.probability == 0)
  }

  // MARK: Names

  @Test(
    arguments: [
      "'s-Gravenhage", "Den Haag", "den haag", "DEN HAAG", "s Gravenhage", "'s Gravenhage",
      "The Hague", "Scheveningen", "Loosduinen",
    ])
  func theHague(place: String) throws {
    let town = try Town(
      """
      Wilgenpad|1...9|||2511AA|'s-Gravenhage|'s-Gravenhage|BU05180001
      Wilgenpad|1...9|||5211AA|'s-Hertogenbosch|'s-Hertogenbosch|BU07960001
      """)
    let answer = town.ask(Question(street: "Wilgenpad", number: "3", place: place))
    #expect(answer.key == "2511AA 3")
    #expect(answer.buurt == "BU05180001")
    #expect(answer.reason == .found)
    let other = town.ask(Question(whole: "Wilgenpad 3, \(place)"))
    #expect(other.key == "2511AA 3")
    #expect(
      town.ask(Question(street: "Wilgenpad", number: "3", place: "Den Bosch")).key == "5211AA 3")
  }

  @Test(
    arguments: [
      ("Plein '40-'45", "10"), ("18 Septemberplein", "12"), ("Laan 1933", "2"),
      ("Kempenhof 11", "23"), ("2e Dwarsstraat", "4"),
    ])
  func streetsWithDigits(street: String, number: String) throws {
    let town = try Town(
      """
      Plein '40-'45|1...30|||1011AA|Aadorp|Aadorp|BU00010001
      18 Septemberplein|1...30|||1011AB|Aadorp|Aadorp|BU00010002
      Laan 1933|1...30|||1011AC|Aadorp|Aadorp|BU00010003
      Kempenhof 11|1...30|||1011AD|Aadorp|Aadorp|BU00010004
      Kempenhof 12|1...30|||1011AE|Aadorp|Aadorp|BU00010005
      2e Dwarsstraat|1...30|||1011AG|Aadorp|Aadorp|BU00010006
      1e Dwarsstraat|1...30|||1011AH|Aadorp|Aadorp|BU00010007
      """)
    for question in [
      Question(street: street, number: number, place: "Aadorp"),
      Question(street: "\(street) \(number)", place: "Aadorp"),
      Question(whole: "\(street) \(number), Aadorp"),
      Question(whole: "\(street) \(number) Aadorp"),
    ] {
      let answer = town.ask(question)
      #expect(answer.street == street)
      #expect(answer.key.hasSuffix(" \(number)"))
    }
  }

  /// Accents, mojibake of them, and Windows-1252 are the same name.
  @Test func diacritics() throws {
    let town = try Town("Coevördelaan|1...9|||1011AA|Zuidlariëm|Aastad|BU00010001")
    for (street, place) in [
      ("Coevordelaan", "Zuidlariem"), ("COEVÖRDELAAN", "ZUIDLARIËM"),
      ("CoevÃ¶rdelaan", "ZuidlariÃ«m"),
    ] {
      let answer = town.ask(Question(street: street, number: "3", place: place))
      #expect(answer.key == "1011AA 3")
      #expect(answer.agreement == "-===" + "=" || answer.agreement.hasPrefix("-="))
    }
  }
}
