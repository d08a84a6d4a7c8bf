import Addresses
import TestSupport
import Testing

/// Whatever is read: no crash, no more readings than allowed, and every index points at something.
@Suite struct BadInputTests {
  private func check(_ bytes: [UInt8], _ fields: AddressFields) {
    let address = readAddress(bytes, fields, all: true)
    #expect(address.readings.count <= 40)
    for reading in address.readings {
      #expect(reading.street >= -1 && reading.street < address.streets.count)
      #expect(reading.number >= -1 && reading.number < address.numbers.count)
      #expect(reading.place >= -1 && reading.place < address.places.count)
    }
    #expect(address.numbers.allSatisfy { 1...99_999 ~= $0.number })
  }

  private func check(_ record: Record) {
    let (bytes, fields) = record.fields
    check(bytes, fields)
  }

  @Test func nothing() {
    let address = Record().read(all: true)
    #expect(address.marks == [.empty, .noNumber])
    #expect(address.readings.isEmpty)
    #expect(Record(street: "  ", number: " ", place: "\t").read().marks.contains(.empty))
  }

  @Test func randomBytes() {
    var random = RepeatableGenerator(seed: 12)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var fields = AddressFields()
      for field in [
        \AddressFields.postcode, \.street, \.number, \.letter, \.addition, \.place, \.identifier,
        \.whole,
      ] where Bool.random(using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        fields[keyPath: field] = start..<Int.random(in: start...bytes.count, using: &random)
      }
      check(bytes, fields)
    }
  }

  /// Characters that addresses consist of, in any order.
  @Test func likelyCharacters() {
    var random = RepeatableGenerator(seed: 5)
    let characters = Array("0123456789aAbBeEnNoOsStT/-.,;+&'\" \n(é)mlIXV")
    func text() -> String {
      String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
          characters.randomElement(using: &random)!
        })
    }
    for _ in 0..<3_000 {
      check(Record(street: text(), number: text(), postcode: text(), place: text()))
      check(Record(street: text(), place: text()))
      check(Record(whole: text()))
      check(Record(number: text(), letter: text(), addition: text(), identifier: text()))
    }
  }

  @Test func mutatedAddresses() {
    var random = RepeatableGenerator(seed: 8)
    let originals = [
      "Hoofdstraat 12 hs, 1234 AB Amsterdam", "Plein '40-'45 10, 's-Gravenhage",
      "Kempenaar 11 23 Lelystad",
      "Burg. v.d. Bergstr. 12 t/m 18, 1234AB Capelle a/d IJssel, Nederland",
      "Postbus 12 1-feb 3,0E+15",
    ]
    for _ in 0..<3_000 {
      var text = Array(originals.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &random)
        case 1: text.insert(UInt8.random(in: 32...126, using: &random), at: place)
        default: if text.count > 1 { text.remove(at: place) }
        }
      }
      var fields = AddressFields()
      fields.whole = 0..<text.count
      check(text, fields)
      fields.whole = nil
      fields.street = 0..<text.count
      check(text, fields)
      fields.number = text.count / 2..<text.count
      fields.place = 0..<text.count / 2
      check(text, fields)
    }
  }

  @Test func longFields() {
    let long = String(repeating: "Hoofdstraat 1 ", count: 8_000)
    for record in [
      Record(street: long, number: "12", place: "Urk"),
      Record(street: "Hoofdstraat", number: long, place: "Urk"),
      Record(street: "Hoofdstraat", number: "12", addition: long, place: long), Record(whole: long),
      Record(street: "Hoofdstraat", number: "12", postcode: long),
    ] {
      check(record)
      #expect(record.read(all: true).marks.contains(.tooLong))
    }
    check(Record(identifier: long))
    #expect(Record(street: String(repeating: "a", count: 400), number: "1").read().marks == [])
  }

  /// The next record knows nothing of the one before.
  @Test func usedAgain() {
    var address = ParsedAddress()
    for record in [
      Record(
        street: "Hoofdstraat 12", postcode: "9999XX", place: "Urk", identifier: "0363200000081086"),
      Record(whole: "Hoofdstraat 1; Kerkstraat 3"), Record(number: "1-feb"), Record(),
    ] {
      let (bytes, fields) = record.fields
      AddressParser().read(bytes.span, fields, into: &address)
      AddressParser().addAlternatives(bytes.span, fields, to: &address)
      let fresh = record.read(all: true)
      #expect(address.kinds == fresh.kinds)
      #expect(address.marks == fresh.marks)
      #expect(address.identifier == fresh.identifier)
    }
  }

  static let mojibakeCases: [String] = ["MagnÃ©eplein", "SÃºdwei"]

  @Test(arguments: mojibakeCases)
  func mojibake(street: String) {
    #expect(Record(street: street, number: "1", place: "Urk").read().marks == .mojibake)
  }
}
