import Governance
import TestSupport
import Testing

/// Days that are made up, as births lie and as events do.
@Suite struct BirthDatesTests {
  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func days(
    _ count: Int, years: ClosedRange<Int>, seed: UInt64, _ write: (String, String, String) -> String
  ) -> [String] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<count).map { _ in
      write(
        "\(Int.random(in: years, using: &generator))",
        two(Int.random(in: 1...12, using: &generator)),
        two(Int.random(in: 1...28, using: &generator)))
    }
  }

  private static func month(_ number: String) -> String {
    [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ][Int(number)! - 1]
  }

  @Test(arguments: ["3-7-58", "03/07/58", "58-07-03", "3 juli 1958", "3 jul. 1958", "July 3, 1958"])
  func oneDayUnderItsName(_ day: String) {
    #expect(PersonalData.kind(of: [day], header: "geboortedatum") == .birthDate)
    #expect(PersonalData.kind(of: [day], header: "datum") == nil)
  }

  @Test(arguments: [
    "3 juli", "juli 1958", "3-7", "58", "drie juli 1958", "3 weken 1958", "12.75.30",
  ])
  func noDay(_ value: String) {
    #expect(PersonalData.kind(of: [value], header: "geboortedatum") == nil)
  }

  @Test func daysAsASpreadsheetCountsThem() {
    #expect(PersonalData.kind(of: ["21369"], header: "geboortedatum") == .birthDate)
    #expect(PersonalData.kind(of: ["21369.0"], header: "geb_dat") == .birthDate)
    #expect(PersonalData.kind(of: ["21369"], header: "geboorten") == nil)
    #expect(PersonalData.kind(of: ["1958"], header: "geboortejaar") == nil)
  }

  @Test func birthsByContent() {
    let ways: [(String, String, String) -> String] = [
      { "\($0)-\($1)-\($2)" }, { "\($2)-\($1)-\($0)" }, { "\($0)\($1)\($2)" },
      { "\($2)\($1)\($0)" }, { "\($2)/\($1)/\($0)" }, { "\($2).\($1).\($0)" },
      { "\($0)-\($1)-\($2)T00:00:00" }, { "\($0)-\($1)-\($2) 00:00" },
      { "\($2)-\($1)-\($0.suffix(2))" }, { "\($2) \(Self.month($1)) \($0)" },
      { "\($2)-\(Self.month($1).prefix(3))-\($0.suffix(2))" },
      { "\(Self.month($1)) \($2), \($0)" }, { "\($1)/\($2)/\($0)" },
    ]
    for (number, way) in ways.enumerated() {
      let births = Self.days(60, years: 1935...2010, seed: UInt64(number), way)
      #expect(PersonalData.kind(of: births) == .birthDate, "\(number)")
      #expect(PersonalData.kind(of: births + Array(repeating: "x", count: 61)) == nil)
      let events = Self.days(60, years: 2005...2024, seed: UInt64(number), way)
      #expect(PersonalData.kind(of: events) == nil, "\(number)")
    }
  }

  @Test func otherDays() {
    func written(_ years: ClosedRange<Int>, _ count: Int, header: String = "") -> PersonalData? {
      PersonalData.kind(
        of: Self.days(count, years: years, seed: 5) { "\($0)-\($1)-\($2)" }, header: header)
    }
    #expect(written(1940...2005, 9) == nil)
    #expect(written(1940...2005, 200) == .birthDate)
    // Firms and buildings begin as far apart.
    for header in [
      "startdatum", "datum oprichting", "bouwdatum", "datum_vestiging", "vergund_op",
      "registratiedatum", "geb_bouwjaar",
    ] {
      #expect(written(1940...2005, 200, header: header) == nil, "\(header)")
    }
    // Most are recent, and a few are old or stand for "not known".
    let recent = Self.days(90, years: 2008...2024, seed: 6) { "\($0)-\($1)-\($2)" }
    let old = Self.days(10, years: 1950...2007, seed: 7) { "\($0)-\($1)-\($2)" }
    #expect(PersonalData.kind(of: recent + old) == nil)
    #expect(PersonalData.kind(of: recent + ["1900-01-01"]) == nil)
  }

  @Test func columnsOfDays() {
    let births = (0..<100).map { -9_000 + $0 * 200 }
    let events = (0..<100).map { 16_000 + $0 * 30 }
    #expect(PersonalData.areBirthDates(days: births, header: "datum"))
    #expect(!PersonalData.areBirthDates(days: births, header: "startdatum"))
    #expect(!PersonalData.areBirthDates(days: events, header: "datum"))
    #expect(PersonalData.areBirthDates(days: events.prefix(1), header: "geb"))
    #expect(!PersonalData.areBirthDates(days: [], header: "geboortedatum"))
  }

  @Test func headers() {
    for header in [
      "geb", "GEB", "geboorte", "geb_dat", "datum geb", "geb.datum", "gebdat", "geboortedag", "DOB",
      "birth", "birthDay", "geboren op",
    ] {
      #expect(PersonalData.isBirthDate(header: header), "\(header)")
      #expect(PersonalData.kind(of: ["1980-05-17"], header: header) == .birthDate, "\(header)")
    }
    for header in [
      "gebied", "gebouw", "gebeurtenis", "gebruiksdatum", "geboorteaantal", "geboortecijfer",
      "datum",
    ] {
      #expect(!PersonalData.isBirthDate(header: header), "\(header)")
      #expect(PersonalData.kind(of: ["1980-05-17"], header: header) == nil, "\(header)")
    }
  }
}
