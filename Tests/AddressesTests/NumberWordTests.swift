import Addresses
import Testing

/// House numbers that are written in words.
@Suite struct NumberWordTests {
  /// Dutch for 1 to 199, made by the rules of the language.
  private func words(_ number: Int) -> String {
    let units = [
      "", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
      "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ]
    let tens = [
      "", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig",
      "negentig",
    ]
    if number >= 100 { return "honderd" + words(number - 100) }
    if number < 20 { return units[number] }
    let unit = units[number % 10]
    let joint = unit.hasSuffix("e") ? "ën" : "en"
    return unit.isEmpty ? tens[number / 10] : unit + joint + tens[number / 10]
  }

  @Test func numbersInTheirColumn() {
    for number in 1...199 {
      let address = Record(street: "Proeflaan", number: words(number), place: "Teststad").read()
      #expect(address.kinds == ["proeflaan \(number) teststad characterRepair"])
    }
  }

  @Test(arguments: [
    ("Proeflaan drie", "proeflaan 3"), ("Proeflaan vijf en twintig", "proeflaan 25"),
    ("Proeflaan Honderd en Twaalf", "proeflaan 112"), ("Proeflaan Tweehonderd", "proeflaan 200"),
  ])
  func numbersBehindTheStreet(street: String, reading: String) {
    let address = Record(street: street, place: "Teststad").read(all: true)
    #expect(address.kinds.contains("\(reading) teststad characterRepair"))
  }

  /// The street as written comes first; words that are no numbers stay what they are.
  @Test(arguments: ["Wijk Drie", "Eenhoorn", "Zestienhoven", "Tienenlaan", "Drieenhuizen"])
  func names(street: String) {
    let address = Record(street: street, place: "Teststad").read(all: true)
    #expect(address.readings[0].number == -1)
    let others = address.readings.filter { $0.number >= 0 }
    #expect(others.isEmpty == (street != "Wijk Drie"))
  }

  @Test(arguments: ["bis", "zwart", "hs", "eenendrie", "honderdveel", "tienentwintig"])
  func noNumbers(text: String) {
    #expect(Record(street: "Proeflaan", number: text).read().readings[0].number == -1)
  }
}
