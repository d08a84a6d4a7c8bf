import Addresses
import Testing

/// Words that people write when there is no address.
@Suite struct UnknownAddressTests {
  private func marks(_ address: WrittenAddress) -> AddressMarks {
    let (bytes, fields) = address.record
    var parsed = ParsedAddress()
    AddressParser().read(bytes.span, fields, into: &parsed)
    return parsed.marks
  }

  @Test(arguments: [
    "x", "X", "?", "-", "onbekend", "Adres onbekend", "nvt", "n.v.t.", "ZVWOVP",
    "Geen vaste woonplaats",
    "zonder vast adres",
  ])
  func noAddress(street: String) {
    #expect(
      marks(WrittenAddress(street: street, number: "1", place: "Urk")).contains(.unknownAddress))
  }

  @Test(arguments: ["Xylofoonstraat", "Onbekendeweg", "Geenstraat", "Adresstraat", "Vaste Burcht"])
  func streets(street: String) {
    #expect(
      !marks(WrittenAddress(street: street, number: "1", place: "Urk")).contains(.unknownAddress))
  }

  @Test(arguments: ["XXXXXX", "xxxx", "9999XX", "0000AA"])
  func dummies(postcode: String) {
    let marks = marks(WrittenAddress(postcode: postcode, street: "Dorpsstraat", number: "1"))
    #expect(marks.contains(.dummyPostcode))
  }

  @Test func townsElsewhere() {
    let abroad = WrittenAddress(postcode: "9000", street: "Veldstraat", number: "3", place: "Gent")
    #expect(marks(abroad).contains(.foreign))
    // With a Dutch postcode the town is not what decides.
    let here = WrittenAddress(postcode: "8321AB", street: "Veldstraat", number: "3", place: "Gent")
    #expect(!marks(here).contains(.foreign))
  }

  @Test(arguments: [
    WrittenAddress(postcode: "8321AB", number: "Dorpsstraat", addition: "12", place: "Urk"),
    WrittenAddress(postcode: "Urk", street: "Dorpsstraat", number: "12", addition: "8321AB"),
    WrittenAddress(postcode: "8321AB", street: "Dorpsstraat 12 / de Bolster 40", place: "Urk"),
    WrittenAddress(postcode: "8321AB", street: "Dorpsstraat 12 + H.L. Emmensweg 1", place: "Urk"),
  ])
  func columnsThatMoved(address: WrittenAddress) throws {
    let (bytes, fields) = address.record
    var parsed = ParsedAddress()
    AddressParser().read(bytes.span, fields, into: &parsed)
    let reading = try #require(parsed.readings.first)
    #expect(parsed.postcode?.text == "8321AB")
    #expect(parsed.streets[Int(reading.street)].plain.text == "dorpsstraat")
    #expect(parsed.numbers[Int(reading.number)].number == 12)
    #expect(parsed.places[Int(reading.place)].text == "urk")
  }
}
