import Governance
import Testing

@Suite struct PostalAddressesTests {
  @Test(arguments: [
    ["Kerkstraat 12", "Dorpsplein 3", "Verzonnenlaan 4-2"],
    ["Verzonnenweg 12a, 1234 AB Teststad", "Laan 3, 1234AB", "onbekend", "1234AC"],
    ["1234 AB", "1235 AC", "1236 AD"], ["1234ab 5", "1234ab 7", "1234ab 9"],
  ])
  func addresses(words: [String]) {
    #expect(PostalAddresses.areAddresses(words))
  }

  @Test(arguments: [
    ["Openbare weg", "Snelweg", "Fietspad", "Winkel"], ["Kerkstraat", "Dorpsplein", "Laan"],
    ["Weg 2024", "Project Dorpsstraat 2023", "Plein 2022"], ["A12", "B34", "C56"],
    ["1000 EU en meer", "Kerkstraat 12", "geweld"], ["Kerkstraat 12", "Dorpsplein 3"], [],
  ])
  func otherWords(words: [String]) {
    #expect(!PostalAddresses.areAddresses(words))
  }
}
