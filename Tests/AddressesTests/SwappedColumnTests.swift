import Addresses
import Testing

/// Columns that hold what belongs in another.
@Suite struct SwappedColumnTests {
  @Test(arguments: [
    (Record(street: "12", number: "Proeflaan", place: "Teststad"), "proeflaan 12 teststad"),
    (Record(street: "12-A", number: "Proeflaan", place: "Teststad"), "proeflaan 12:A teststad"),
    (
      Record(street: "12", number: "Dam", addition: "2", place: "Teststad"),
      "dam 12-2 teststad"
    ),
    (Record(street: "12", number: "Horst 19", place: "Teststad"), "horst19 12 teststad"),
  ])
  func streetAndNumber(record: Record, reading: String) {
    let address = record.read()
    #expect(address.texts.first == reading)
    #expect(address.marks.contains(.swappedColumns))
  }

  @Test(arguments: [
    Record(street: "18 Septemberplein", number: "zwart"), Record(street: "12", number: "zwart"),
    Record(street: "12", number: "bis"), Record(street: "2e Laan", number: "3"),
    Record(street: "Proeflaan 12", number: "hoog"),
    Record(street: "Proeflaan", number: "12", postcode: "1901AA", place: "Teststad"),
  ])
  func inTheirOwn(record: Record) {
    #expect(!record.read().marks.contains(.swappedColumns))
  }

  @Test(arguments: [
    Record(street: "Proeflaan", number: "1901AA", postcode: "12 B", place: "Teststad"),
    Record(street: "Proeflaan", number: "12B", postcode: "Teststad", place: "1901 aa"),
  ])
  func postcode(record: Record) {
    let address = record.read()
    #expect(address.texts.first == "proeflaan 12:B teststad")
    #expect(address.postcode?.text == "1901AA")
    #expect(address.marks.contains(.swappedColumns))
  }

  @Test(arguments: [
    (
      Record(street: "Haadstrjitte / Hoofdstraat", number: "3", place: "Burgum"),
      "hoofdstraat 3 burgum"
    ),
    (Record(street: "Haadstrjitte/Hoofdstraat 3", place: "Burgum"), "haadstrjitte 3 burgum"),
    (Record(street: "Haadstrjitte/Hoofdstraat 3", place: "Burgum"), "hoofdstraat 3 burgum"),
    (Record(street: "Haadstrjitte", number: "3", place: "Bergum/Burgum"), "haadstrjitte 3 burgum"),
  ])
  func twoLanguages(record: Record, reading: String) {
    #expect(record.read(all: true).texts.contains(reading))
  }

  /// A slash that stands for something else.
  @Test(arguments: ["Capelle a/d IJssel", "Hoofdstraat t/o", "A/B straat"])
  func oneLanguage(street: String) {
    let before = Record(street: street, number: "3", place: "Teststad").read(all: true).texts
    #expect(!before.contains { $0.hasPrefix("a 3") || $0.hasPrefix("capellea 3") })
  }
}
