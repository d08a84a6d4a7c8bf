import Addresses
import Testing

/// House numbers in a column of their own.
@Suite struct HouseNumberTests {
  private func numbers(_ record: Record, all: Bool) -> [String] {
    var address = record.read(all: all)
    address.readings.removeAll { $0.kind == .swappedColumns }
    return numbers(address)
  }

  /// What is read at first.
  static let firstCases: [(String, [String])] = [
    ("12", ["12 asWritten"]), ("0012", ["12 asWritten"]), ("12.0", ["12 asWritten"]),
    ("12,00", ["12 asWritten"]), (" 12 ", ["12 asWritten"]), ("\"12\"", ["12 asWritten"]),
    ("nr. 12", ["12 asWritten"]), ("nr 12", ["12 asWritten"]), ("#12", ["12 asWritten"]),
    ("no. 12", ["12 asWritten"]), ("12A", ["12:A asWritten"]), ("12-A", ["12:A asWritten"]),
    ("12 a", ["12:A asWritten"]), ("16DK", ["16-DK asWritten"]), ("12-2", ["12-2 asWritten"]),
    ("12A2", ["12:A-2 asWritten"]), ("12 A 2", ["12:A-2 asWritten"]),
    ("12 A-bis", ["12:A-BIS asWritten"]),
    ("1-5A3", ["1-5A3 asWritten"]), ("3-0072", ["3-0072 asWritten"]),
    ("12 hs", ["12-HS asWritten"]), ("2-III", ["2-III asWritten"]), ("12bis", ["12-BIS asWritten"]),
    ("12 bisA", ["12-BISA asWritten"]), ("12 zwart", ["12-ZW asWritten"]),
    ("12zw", ["12-ZW asWritten"]),
    ("12 rood", ["12-RD asWritten"]), ("12 rd", ["12-RD asWritten"]),
    ("12 wit", ["12-WIT asWritten"]), ("12 eerste verdieping", ["12-1 asWritten"]),
    ("12 drie hoog", ["12-3HOOG asWritten"]),
    ("12 1e", ["12-1E asWritten"]), ("12 hoog", ["12-HOOG asWritten"]),
    ("12 2 hoog", ["12-2HOOG asWritten"]),
    ("12 1-hoog", ["12-1HOOG asWritten"]), ("12 boven", ["12-BOV asWritten"]),
    ("12 bov", ["12-BOV asWritten"]),
    ("12 bv", ["12-BV asWritten"]), ("12 beneden", ["12-BG asWritten"]),
    ("12 ben", ["12-BEN asWritten"]),
    ("12 begane grond", ["12-BG asWritten"]), ("12 bg", ["12-BG asWritten"]),
    ("12 bel-etage", ["12-BEL asWritten"]), ("12 2e verdieping", ["12-2E asWritten"]),
    ("12 appartement 3", ["12-APP3 asWritten"]), ("12 BEDR", ["12-BEDR asWritten"]),
    ("12 t/o", ["12-TO asWritten"]), ("12 to", ["12-TO asWritten"]), ("t/o 12", ["12 asWritten"]),
    ("tegenover 12", ["12 asWritten"]), ("12-14", ["12 range", "12-14 asWritten"]),
    ("12/14", ["12 range", "12-14 asWritten"]), ("450-482", ["450 range", "450-482 asWritten"]),
    ("12-13", ["12-13 asWritten", "12 range"]), ("12 t/m 18", ["12 range"]),
    ("12 tm 18", ["12 range"]),
    ("12 tot 18", ["12 range"]), ("12 en 14", ["12 range"]), ("12 & 14", ["12 range"]),
    ("12+14", ["12 range"]),
    ("12, 14", ["12 range"]), ("12a t/m 12d", ["12:A range"]), ("12a en b", ["12:A range"]),
    ("1-feb", ["1-2 spreadsheetDate", "2-1 spreadsheetDate"]),
    ("feb-1", ["1-2 spreadsheetDate", "2-1 spreadsheetDate"]),
    ("1 mrt", ["1-3 spreadsheetDate", "3-1 spreadsheetDate"]),
    ("5-mei", ["5-5 spreadsheetDate"]),
    ("feb-45", ["2-45 spreadsheetDate", "45-2 spreadsheetDate"]),
    ("01-02-2026", ["1-2 spreadsheetDate", "2-1 spreadsheetDate"]),
    ("1/2/2026", ["1-2 spreadsheetDate", "2-1 spreadsheetDate"]),
    ("2026-02-01 00:00:00", ["1-2 spreadsheetDate", "2-1 spreadsheetDate"]),
    ("3,0E+15", ["none asWritten"]), ("0", ["none asWritten"]), ("100000", ["none asWritten"]),
    ("99999", ["99999 asWritten"]), ("", ["none asWritten"]), ("-", ["none asWritten"]),
    ("hs", ["none asWritten"]), ("1.234", ["1234 asWritten", "1-234 asWritten"]),
    ("99999999999999999999999999", ["none asWritten"]),
  ]

  @Test(arguments: firstCases)
  func first(text: String, readings: [String]) {
    #expect(
      numbers(Record(street: "Hoofdstraat", number: text, place: "Urk"), all: false) == readings)
  }

  /// What else may be meant.
  static let othersCases: [(String, [String])] = [
    ("16DK", ["16:D-K asWritten", "16-DK asWritten"]),
    ("121", ["12-1 splitDigits", "1-21 splitDigits"]),
    ("121a", ["12-1A splitDigits"]), ("12A2", ["12-A2 asWritten"]),
    ("12 bisA", ["12:A-BIS asWritten"]),
    ("12-A", ["12-A asWritten"]), ("1O", ["10 characterRepair"]), ("l2", ["12 characterRepair"]),
    ("I", []), ("O5", ["5 characterRepair"]), ("t/o 12", ["12-TO asWritten"]),
    ("12 t/o", ["12 asWritten"]),
    ("121001", ["121-001 splitDigits"]), ("12 schuur achter", ["12-SCHUUR asWritten"]),
  ]

  @Test(arguments: othersCases)
  func others(text: String, expected: [String]) {
    let all = numbers(Record(street: "Hoofdstraat", number: text, place: "Urk"), all: true)
    #expect(Set(expected).isSubset(of: all), "\(all)")
    // Splits of digits are the least plausible.
    let kinds = all.map { $0.hasSuffix("splitDigits") }
    #expect(kinds == kinds.sorted { !$0 && $1 })
  }

  static let marksCases: [(String, AddressMarks)] = [
    ("12 t/o", AddressMarks.opposite), ("t/o 12", .opposite), ("tegenover 12", .opposite),
    ("12 to", .opposite), ("12 t/m 18", .range), ("12-14", .range), ("1-feb", .spreadsheetDate),
    ("3,0E+15", [.spreadsheetRounded, .noNumber]), ("", .noNumber), ("0", .noNumber), ("12", []),
    ("12A", []), ("121", []),
  ]

  @Test(arguments: marksCases)
  func marks(text: String, marks: AddressMarks) {
    #expect(Record(street: "Hoofdstraat", number: text, place: "Urk").read().marks == marks)
  }

  /// A range, and what belongs to its first number in a column of its own.
  @Test func rangesWithAdditions() {
    let columns = Record(street: "Hoofdstraat", number: "12-14", addition: "A", place: "Urk").read()
    #expect(numbers(columns).first == "12:A range")
    let glued = Record(street: "Hoofdstraat", number: "12-A-14", place: "Urk").read(all: true)
    #expect(numbers(glued).contains("12:A range"))
  }

  private func numbers(_ address: ParsedAddress) -> [String] {
    address.readings.map {
      ($0.number < 0 ? "none" : address.numbers[Int($0.number)].text) + " \($0.kind)"
    }
  }

  /// Letter and addition in columns of their own.
  static let columnsCases: [(String, String, String, String)] = [
    ("12", "A", "2", "12:A-2"), ("12", "hs", "", "12-HS"), ("12", "", "A", "12:A"),
    ("12", "", "A2", "12:A-2"), ("12A", "A", "", "12:A"), ("12A", "", "2", "12:A-2"),
    ("12", "2", "", "12-2"), ("12", "", "07:30 - 21:00", "12"), ("12", "", "/19", "12-19"),
    ("12", "", "BG", "12-BG"), ("12", "A", "bis", "12:A-BIS"), ("12", "", "HS03", "12-HS03"),
  ]

  @Test(arguments: columnsCases)
  func columns(number: String, letter: String, addition: String, expected: String) {
    let address = Record(
      street: "Hoofdstraat", number: number, letter: letter, addition: addition, place: "Urk"
    ).read()
    let numbers = address.numbers.map(\.text)
    #expect(numbers.first == expected || numbers.contains(expected) && addition == "/19")
  }
}
