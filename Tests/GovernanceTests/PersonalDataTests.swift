import Governance
import TestSupport
import Testing

@Suite struct PersonalDataTests {
  @Test(arguments: ["111222333", "123456782", "12345672", "111.222.333", "111 222 333"])
  func citizenServiceNumbers(number: String) {
    #expect(
      PersonalData.kind(of: [number, number, number]) == .citizenServiceNumber)
  }

  @Test(arguments: ["123456789", "000000000", "111222334", "1112223330", "1112223", "111222333a"])
  func noCitizenServiceNumbers(number: String) {
    #expect(PersonalData.kind(of: [number, number, number]) == nil)
  }

  @Test func theElevenTestOverAllEndings() {
    // Of every eight digits one ninth at most makes a number that passes.
    for start in stride(from: 10_000_000, to: 99_999_999, by: 1_234_567) {
      let digits = String(start).utf8.map { Int($0) - 48 }
      let sum = zip(digits, stride(from: 9, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
      for last in 0...9 {
        let text = "\(start)\(last)"
        let wanted: PersonalData? = sum % 11 == last ? .citizenServiceNumber : nil
        #expect(PersonalData.kind(of: [text, text, text]) == wanted, "\(text)")
      }
    }
  }

  @Test func fewOrMixedNumbersAreNoVerdict() {
    #expect(PersonalData.kind(of: ["111222333", "123456782"]) == nil)
    #expect(PersonalData.kind(of: ["111222333", "123456782", "123456789"]) == nil)
    let numbers = ["111222333", "123456782", "111222333"]
    #expect(PersonalData.kind(of: numbers + ["", ""]) == .citizenServiceNumber)
    #expect(PersonalData.kind(of: numbers + ["a", "b", "c", "d"]) == nil)
  }

  @Test func numbersByChanceAreNoVerdict() {
    var generator = RepeatableGenerator(seed: 15)
    for _ in 0..<50 {
      let values = (0..<500).map { _ in
        String(Int.random(in: 10_000_000...999_999_999, using: &generator))
      }
      #expect(PersonalData.kind(of: values) == nil)
    }
  }

  @Test(arguments: [
    "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "DE89370400440532013000",
    "GB82WEST12345698765432", "BE68539007547034",
  ])
  func bankAccounts(text: String) {
    #expect(PersonalData.kind(of: ["", "geen", text]) == .iban)
  }

  @Test(arguments: ["NL91ABNA0417164301", "NL91ABNA041716430", "NLABNA0417164300", "NL91"])
  func noBankAccounts(text: String) {
    #expect(PersonalData.kind(of: [text, text, text]) == nil)
  }

  @Test(arguments: [
    "jan@voorbeeld.nl", "j.de-vries+x@sub.voorbeeld.co.uk", "Jan <jan@voorbeeld.nl>",
    "mail naar info@gemeente.nl graag",
  ])
  func emails(text: String) {
    #expect(PersonalData.kind(of: ["a", "b", text]) == .email)
  }

  @Test(arguments: ["@gebruiker", "jan@huis", "a @ b.nl", "3 @ € 5.00", "@"])
  func noEmails(text: String) {
    #expect(PersonalData.kind(of: [text, text, text]) == nil)
  }

  @Test(arguments: [
    "0612345678", "06-12345678", "06 12 34 56 78", "(020) 123 45 67", "+31612345678",
    "+31 (0)20 123 4567", "0031612345678", "010-1234567",
    "06.12345678", "06.12.34.56.78",
  ])
  func phones(text: String) {
    #expect(PersonalData.kind(of: [text, text, text]) == .phone)
    #expect(PersonalData.kind(of: [text, text]) == nil)
  }

  @Test func phonesAmongMuchElse() {
    let phones = ["0612345678", "0201234567", "0101234567"]
    let words = (0..<27).map { "woord \($0)" }
    #expect(PersonalData.kind(of: phones + words) == .phone)
    #expect(PersonalData.kind(of: phones + words + ["een meer"]) == nil)
  }

  /// Columns of deliveries that are no personal data.
  private static let harmless: [(name: String, values: [String])] = [
    ("sbi", ["4711", "47.11", "96021", "01.13.1", "56101", "9602"]),
    ("rd x", ["121286", "155000.25", "93207.123", "120950.5", "78123.004"]),
    ("rd y", ["487296", "463000.25", "436999.123", "455100.5", "454983"]),
    ("lengte", ["4.89214036", "5.38720621", "4.30070123", "5.09123456", "4.47917123"]),
    ("breedte", ["52.37250408", "52.15517440", "51.92442100", "52.09073740", "51.56059600"]),
    ("aandeel", ["0.123456789", "0.345678912", "0.987654321", "0.555555555"]),
    ("getal", ["3.14159265301", "3.10000000001", "3.19876543210"]),
    ("bag", ["0363010000543259", "0363010000543260", "0599010000012345", "0344010000098765"]),
    ("vestiging", ["000012345678", "000023456789", "000034567890"]),
    ("buurtcode", ["BU0363AF01", "BU03630001", "BU05181785", "BU08550101"]),
    ("datum", ["20240101", "20231231", "20200229", "20190615", "20180401", "20170930"]),
    ("datum met streepjes", ["2024-01-01", "2023-12-31", "2020-02-29", "2019-06-15"]),
    ("tijd", ["2024-01-01 10:00", "2024-01-02 11:30", "2024-01-03 12:45"]),
    ("postcode", ["1012AB", "3511 XY", "2511CV", "5038 EA"]),
    ("jaar", ["2019", "2020", "2021"]),
    ("bedrag", ["1000000.50", "2500000.75", "1234567.89", "9876543.21", "1111111.11"]),
    ("leeg", ["", "", ""]),
  ]

  @Test func harmlessColumns() {
    for column in Self.harmless {
      #expect(PersonalData.kind(of: column.values) == nil, "\(column.name)")
    }
  }

  @Test(arguments: [
    ("BSN 111222333", PersonalData.citizenServiceNumber),
    ("zijn bsn: 111.222.333.", .citizenServiceNumber),
    ("burgerservicenummer is 123456782", .citizenServiceNumber),
    ("bel 06-12345678", .phone), ("Mobiel +31 6 1234 5678 graag", .phone),
    ("terugbellen op 0612345678!", .phone), ("tel. 0031 612345678", .phone),
    ("mail jan@voorbeeld.nl.", .email), ("rekening NL91 ABNA 0417 1643 00 graag", .iban),
    ("NL91-ABNA-0417-1643-00", .iban), ("op NL91.ABNA.0417164300", .iban),
    ("BE68-5390-0754-7034", .iban), ("bel 06.12.34.56.78", .phone),
    ("mobiel 06/12345678", .phone), ("nummerplaat GB-926-J", .licencePlate),
    ("kenteken: gb 926 j", .licencePlate),
    ("op NL91ABNA0417164300, morgen", .iban), ("van BE68539007547034 afgeschreven", .iban),
  ])
  func withinSentences(text: String, kind: PersonalData) {
    #expect(PersonalData.kind(of: ["melding", text]) == kind)
  }

  @Test(arguments: [
    "BSN 111222334", "zaak 111222333", "KvK 12345678", "vestiging 000012345678", "BSN onbekend",
    "zie proces 2024-0612345678", "NL91ABNA0417164301 is fout", "perceel AMR03 B 1234",
    "sectie AB12 3456", "kenmerk Z06123456789", "bedrag 06,12345678", "om 06:12 uur", "SBI 56.10.1",
    "meting 3.0612345678 mm", "dossier 20061234567", "NL91-ABNA-0417-1643-01",
    "6f1c1234-be68-5390-0754-703456782abc", "be68-5390-0754-7034-5678", "dossier 123456782",
    "op 06-12-2024 10:30 uur", "zaak 2024/06/12345678",
  ])
  func harmlessSentences(text: String) {
    #expect(PersonalData.kind(of: ["melding", text]) == nil)
    #expect(PersonalData.kind(of: [text, text, text]) == nil)
  }

  private static let tenNumbers = (123_456_000..<123_457_000).map { String($0) }
    .filter { number in PersonalData.passesElevenTest(number.utf8.map { $0 - 0x30 }) }
    .prefix(10)

  @Test func tenServiceNumbersAmongOthers() {
    let others = (0..<40).map { "soort " + String(repeating: "x", count: $0 + 1) }
    let ten = Self.tenNumbers
    #expect(PersonalData.kind(of: others + ten) == .citizenServiceNumber)
    #expect(PersonalData.kind(of: others + ten.map { "dossier \($0)" }) == .citizenServiceNumber)
    #expect(PersonalData.kind(of: others + ten.map { "(\($0)), zie" }) == .citizenServiceNumber)
    #expect(PersonalData.kind(of: others + ten.dropLast()) == nil)
    #expect(PersonalData.kind(of: others + ten + ["123456783", "123456784"]) == nil)
    for form in ["Z", "1.", "2024-", "1,", "a_"] {
      let written = ten.map { form + $0 }
      #expect(PersonalData.kind(of: others + written) == .citizenServiceNumber, "\(form)")
      #expect(PersonalData.kind(of: others + written.dropLast()) == nil, "\(form)")
    }
  }

  @Test func wordsThatArePublished() {
    #expect(PersonalData.kinds(inWords: ["afval", "+31 30 2345678"]) == [.phone])
    #expect(PersonalData.kinds(inWords: ["afval", "123456782"]) == [.citizenServiceNumber])
    // Codes of nine digits, of which one in eleven passes.
    #expect(PersonalData.kinds(inWords: (123_456_700..<123_456_900).map { "\($0)" }) == [])
    #expect(PersonalData.kinds(inWords: ["afval", "drugs", "zaak 123456782"]) == [])
  }

  /// Made-up numbers that pass the 11-test, the same every time.
  private static let serviceNumbers: [String] = (100_000_000...100_000_500).lazy.map { "\($0)" }
    .filter { PersonalData.kind(of: [$0], header: "bsn") != nil }

  private static let ways: [@Sendable (String) -> String] = [
    { "\($0).0" }, { "\($0),00" }, { "1.\($0.dropFirst())E+08" }, { "000\($0)" }, { "'\($0)" },
    { "=\"\($0)\"" }, { "NL\($0)" }, { "P-\($0)" }, { "A\($0)" },
    { "\($0.prefix(3))\u{A0}\($0.dropFirst(3).prefix(3))\u{A0}\($0.suffix(3))" },
    { "\($0.prefix(3)),\($0.dropFirst(3).prefix(3)),\($0.suffix(3))" }, { "client_\($0)" },
    { "\($0)/\($0)" },
    { "\($0),\($0)" }, { "\($0)|\($0)" },
  ]

  @Test(arguments: ways.indices) func numbersAsProgramsWriteThem(way: Int) {
    let written = Self.serviceNumbers.map(Self.ways[way])
    #expect(written.count > 30)
    #expect(PersonalData.kind(of: written) == .citizenServiceNumber)
    #expect(PersonalData.kind(of: [written[0]], header: "bsn") == .citizenServiceNumber)
    #expect(PersonalData.kinds(inWords: written) == [.citizenServiceNumber])
    // One in eleven passes by chance.
    let others = (200_000_000..<200_000_060).map { Self.ways[way]("\($0)") }
    #expect(PersonalData.kind(of: others) == nil)
    #expect(PersonalData.kinds(inWords: others) == [])
  }

  @Test(arguments: ["telefoon", "Mobiel nr", "telefoonnummer.1"])
  func telephonesWithoutNought(header: String) {
    for numbers in [
      ["612345678", "687654321", "302345678"], ["612345678.0", "687654321.0", "302345678.0"],
      ["31612345678", "31687654321", "31302345678"],
    ] {
      #expect(PersonalData.kind(of: numbers, header: header) == .phone)
      #expect(PersonalData.kind(of: numbers, header: "aantal") == nil)
    }
  }

  @Test func reportsOfTenDigitsAreNoTelephones() {
    let reports = (0..<50).map { "02400\(10_000 + $0 * 7)" }
    #expect(PersonalData.kind(of: reports) == .phone)
    for header in ["melding", "Meldingsnr", "zaak_id", "dossiernummer", "incident id"] {
      #expect(PersonalData.kind(of: reports, header: header) == nil)
      #expect(
        PersonalData.kind(of: reports.map { "06" + $0.dropFirst(2) }, header: header) == .phone)
    }
  }

  @Test func otherCountriesAndLetters() {
    #expect(
      PersonalData.kind(of: ["+32 478 12 34 56", "+49 151 23456789", "+44 20 7946 0018"]) == .phone)
    #expect(PersonalData.kind(of: ["niets", "vraag jöst@exämple.nl"]) == .email)
  }

  @Test func oneServiceNumberUnderItsName() {
    for header in ["bsn", "BSN", "bsn_verdachte", "Burgerservicenummer", "sofinummer"] {
      #expect(PersonalData.kind(of: ["111222333"], header: header) == .citizenServiceNumber)
      #expect(PersonalData.kind(of: ["111222334", "onbekend"], header: header) == nil)
    }
    for header in ["nummer", "kvk", "vestigingsnummer", "zaak"] {
      #expect(PersonalData.kind(of: ["111222333"], header: header) == nil)
    }
  }

  @Test func datesOfBirthUnderTheirName() {
    for date in ["1980-05-17", "17-05-1980", "17/5/1980", "19800517", "1980-05-17T00:00:00"] {
      for header in ["geboortedatum", "Geboorte-datum", "datum_geboorte", "date of birth", "dob"] {
        #expect(PersonalData.kind(of: [date], header: header) == .birthDate)
      }
      #expect(PersonalData.kind(of: [date], header: "datum") == nil)
      #expect(PersonalData.kind(of: [date], header: "startdatum") == nil)
    }
    #expect(PersonalData.kind(of: ["onbekend"], header: "geboortedatum") == nil)
    #expect(PersonalData.isBirthDate(header: "Geboortedatum"))
    #expect(!PersonalData.isBirthDate(header: "datum"))
    #expect(!PersonalData.isBirthDate(header: "geboorteaantal"))
  }

  private static let written: [(String, Set<PersonalData>)] = [
    ("vraag het jan@voorbeeld.nl", [.email]), ("BSN 111222333", [.citizenServiceNumber]),
    ("over 123456782, die verhuisde", [.citizenServiceNumber]),
    ("1234.56.782", [.citizenServiceNumber]), ("(1112 22 333)", [.citizenServiceNumber]),
    ("rekening NL91 ABNA 0417 1643 00", [.iban]),
    ("bel 06-12345678 of mail a@b.nl", [.email, .phone]), ("+31 30 123 45 67", [.phone]),
    ("telefoon: (030) 123 45 67", [.phone]), ("tel 0301234567", [.phone]),
    ("auto met kenteken GB-926-J", [.licencePlate]), ("kenteken GB926J", [.licencePlate]),
    ("kenteken: gb 926 j, rood", [.licencePlate]), ("nummerplaat GB-926-J", [.licencePlate]),
    ("06.12.34.56.78", [.phone]), ("06/12345678", [.phone]), ("06 1234 56 78", [.phone]),
    ("telefonisch 030 286 10 00", [.phone]), ("mobiel 030 2345678", [.phone]),
    ("+31.30.2345678", [.phone]), ("NL91-ABNA-0417-1643-00", [.iban]),
    ("sofi-nummer 123456782", [.citizenServiceNumber]),
    ("BSN nr 123456782", [.citizenServiceNumber]),
    ("cliëntnummer 123456782", [.citizenServiceNumber]),
    ("dossier over 123456782", [.citizenServiceNumber]),
  ]

  @Test(arguments: written)
  func inTheWordsOfAnAuthor(text: String, kinds: Set<PersonalData>) {
    #expect(PersonalData.kinds(inText: text) == kinds)
  }

  @Test(arguments: [
    "", "over 123456789 euro", "123456783 meldingen", "€ 123456782", "EUR 123456782,50",
    "123456782 m2",
    "123.456.782 inwoners", "123 456 782", "RSIN 123456782", "KvK 12345678", "zaak Z123456782",
    "1.123456782",
    "2024-12-31", "31-12-2024 tot 20241231", "3511 AB Utrecht", "GM0344, WK034401 en BU03440111",
    "BTW NL123456782B01", "DPIA-2026-14", "tel 0800-1234567", "bel 14 030",
    "telefoon 088 123 45 67",
    "vestiging 000012345678", "BAG 0344010000012345", "6f1c1234-1234-5678-9012-123456782abc",
    "Zaaknummer 123456782", "Dossier 111222333", "dossiernummer: 123456782",
    "registratienummer 123456782", "kenmerk: 123456782", "besluit 123456782",
    "Convenant nr 123456782", "dossier nr. 123456782", "1234 56 782 woningen",
    "123456782 meldingen", "tot 06 2024 12 31", "06-12-2024 10:30", "06/12/2024 10.30 uur",
    "telefonisch op 03-12-2024 10:30", "zaak 2024/06/12345678", "0.612345678",
    "6f1c1234-be68-5390-0754-703456782abc", "kenteken onbekend 12", "kenteken in 2024",
    "GB-926-J", "overlast @ station", "https://gemeente.nl/123456782", "2019-2024, 0344-202401",
  ])
  func harmlessWordsOfAnAuthor(text: String) {
    #expect(PersonalData.kinds(inText: text) == [])
  }
}
