import Governance
import Testing

@Suite struct PostalAddressesTests {
  @Test(arguments: [
    ["Kerkstraat 12", "Dorpsplein 3", "Verzonnenlaan 4-2"],
    ["Verzonnenweg 12a, 1234 AB Teststad", "Laan 3, 1234AB", "onbekend", "1234AC"],
    ["1234 AB", "1235 AC", "1236 AD"], ["1234ab 5", "1234ab 7", "1234ab 9"],
    ["1234AB12", "1235CD3", "1236EF4"], ["1234AB-12", "1235CD-3", "1236EF-4a"],
    ["1234 AB12", "1235 CD3-2", "1236 EF4bis"], ["1234-AB-12", "1235_CD_3", "1236.EF.4-hs"],
    ["1234AB00012", "1235CD00003", "1236EF00004a"],
    ["9999010000012345", "9999010000012346", "9999020000012347"],
    ["9999200000012345", "9999100000012346", "9999030000012347"],
    ["999010000012345", "999010000012346.0", "9.99010000012347E+14"],
    ["NL.IMBAG.Pand.9999100000012345", "NL.IMBAG.Pand.9999100000012346", "'9999100000012347"],
  ])
  func addresses(words: [String]) {
    #expect(PostalAddresses.areAddresses(words))
  }

  @Test(arguments: [
    ["Openbare weg", "Snelweg", "Fietspad", "Winkel"], ["Kerkstraat", "Dorpsplein", "Laan"],
    ["Weg 2024", "Project Dorpsstraat 2023", "Plein 2022"], ["A12", "B34", "C56"],
    ["1000 EU en meer", "Kerkstraat 12", "geweld"], ["Kerkstraat 12", "Dorpsplein 3"],
    ["9999300000012345", "9999300000012346", "9999300000012347"],
    ["9999", "99990100", "99990100000123456"], ["2024-AB", "2023-CD", "2022-EF"],
    ["2024ZAAK12", "2024ZAAK13", "2024ZAAK14"], ["12AB34", "0234AB12", "1234A12"], [],
  ])
  func otherWords(words: [String]) {
    #expect(!PostalAddresses.areAddresses(words))
  }
}
