/// Tells dates of birth from other days: by the name of their column, or by how far they lie apart.
struct BirthDates {
  private static let year = 365.2425
  private let mayBe: Bool
  /// Days since 1 January 1970.
  private var days: [Double] = []

  init(header: String) {
    let name = header.lowercased().filter { $0.isLetter || $0.isNumber }
    mayBe = !Self.beginnings.contains { name.contains($0) }
  }

  mutating func add(day: Double) { if mayBe { days.append(day) } }

  /// Adds a value when it is a day.
  mutating func add(_ text: String) { if mayBe, let day = Self.day(text) { days.append(day) } }

  /// Whether half of `filled` values, and ten of them at least, are days that lie as births do: from first to
  /// last 40 years or more and the middle eight in ten over 25, and more than half of them 15 years or
  /// more before the last. Days of events are of few years, and of firms most are recent.
  func areBirths(among filled: Int) -> Bool {
    guard days.count >= 10, days.count * 2 >= filled else { return false }
    let sorted = days.sorted()
    let last = sorted.count - 1
    let middle = sorted[last - last / 10] - sorted[last / 10]
    let early = sorted.count { $0 < sorted[last] - 15 * Self.year }
    return sorted[last] - sorted[0] >= 40 * Self.year && middle >= 25 * Self.year
      && early * 2 > sorted.count
  }

  /// Beginnings of firms and buildings lie as far apart as births.
  private static let beginnings = [
    "start", "begin", "aanvang", "ingang", "oprich", "vestig", "bouw", "opening", "sticht",
    "vergund", "verleend", "afgegeven", "vergunning", "verlening", "afgifte", "registratie",
    "wijzig",
    "inschrijv", "akte", "aansluit", "keuring", "aanleg", "plant", "besluit", "monument", "mutatie",
    "taxatie", "contract", "erfpacht", "gebruik", "oplever", "transactie", "koop", "lever",
  ]

  static func isHeader(_ header: String) -> Bool {
    let lower = header.lowercased()
    let name = lower.filter { $0.isLetter || $0.isNumber }
    // How many were born is no day, and a building (`geb_bouwjaar`) is not born.
    if ["aantal", "cijfer", "overschot"].contains(where: name.hasSuffix)
      || ["bouw", "oplever"].contains(where: name.contains)
    {
      return false
    }
    let words = lower.split { !$0.isLetter }
    return ["geboorte", "geboren", "gebdat", "gebdt", "gebdag", "birth", "dob"]
      .contains { name.hasPrefix($0) }
      || [
        "geboortedatum", "geboortedag", "geboren", "gebdat", "birthdate", "birthday", "dateofbirth",
        "datumgeboorte",
      ].contains { name.contains($0) }
      || words.contains { $0 == "geb" || $0 == "dob" || $0 == "geboorte" }
  }

  /// Whether a value is the number that a spreadsheet has for a day, counted from 1900, under a name that says
  /// that it is one of birth; a year is none.
  static func isDayNumber(_ value: String, header name: String) -> Bool {
    guard ["dat", "dag", "dob", "dt", "birthday"].contains(where: name.contains),
      (4...5).contains(value.utf8.count), let number = Int(value)
    else { return false }
    return (3_000...60_000).contains(number)
  }

  /// The day that a value is, written in digits as year, month and day or the other way round, or with the name
  /// of the month.
  ///
  /// Of a year of two digits the century is that in which it lies before 2031.
  static func day(_ text: String) -> Double? {
    guard text.utf8.count >= 6 else { return nil }
    let bytes = text.utf8.drop { $0 == 0x20 }
    var runs: [(value: Int, count: Int)] = []
    var value = 0
    var count = 0
    var wasDigit = false
    for byte in bytes {
      if byte &- 0x30 <= 9 {
        value = value * 10 + Int(byte - 0x30)
        count += 1
        wasDigit = true
        guard count <= 8 else { return nil }
        continue
      }
      guard wasDigit else { return dayInWords(text) }
      runs.append((value, count))
      (value, count, wasDigit) = (0, 0, false)
      if runs.count == 3 || runs.count == 1 && runs[0].count == 8 {
        guard byte == 0x20 || byte == UInt8(ascii: "T") else { return nil }
        break
      }
      guard "-/.".utf8.contains(byte) else { return dayInWords(text) }
    }
    if wasDigit { runs.append((value, count)) }
    if runs.count == 1, runs[0].count == 8 {
      let all = runs[0].value
      return day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
        ?? day(year: all % 10_000, month: all / 10_000 % 100, day: all / 1_000_000)
    }
    guard runs.count == 3, runs[1].count <= 2 else { return nil }
    if runs[0].count == 4, runs[2].count <= 2 {
      return day(year: runs[0].value, month: runs[1].value, day: runs[2].value)
    }
    guard runs[0].count <= 2, let last = year(runs[2].value, digits: runs[2].count) else {
      return nil
    }
    if let day = day(year: last, month: runs[1].value, day: runs[0].value) { return day }
    guard runs[2].count == 2, let first = year(runs[0].value, digits: runs[0].count) else {
      return nil
    }
    return day(year: first, month: runs[1].value, day: runs[2].value)
  }

  /// The year that four or two digits mean.
  private static func year(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 4: value
    case 2: value <= 30 ? 2000 + value : 1900 + value
    default: nil
    }
  }

  /// `3 juli 1958`, `3-jul-58` or `July 3, 1958`.
  private static func dayInWords(_ text: String) -> Double? {
    guard text.utf8.count <= longestInWords else { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard words.count == 3,
      let place = words.firstIndex(where: { $0.first?.isLetter == true }), place < 2,
      words[place].count >= 3, words[place].count <= 9,
      let month = months.firstIndex(where: { $0.contains(words[place].prefix(3).lowercased()) }),
      let day = Int(words[1 - place]), let last = Int(words[2]),
      let year = year(last, digits: words[2].count)
    else {
      return nil
    }
    return Self.day(year: year, month: month + 1, day: day)
  }

  /// `12 september 1958` and blanks and signs between.
  private static let longestInWords = 22

  /// How the names of months begin, in Dutch and in English.
  private static let months: [[String]] = [
    ["jan"], ["feb"], ["maa", "mrt", "mar"], ["apr"], ["mei", "may"], ["jun"], ["jul"], ["aug"],
    ["sep"], ["okt", "oct"], ["nov"], ["dec"],
  ]

  /// About the days since 1970: as near as a month, which is enough to see how far days lie apart.
  private static func day(year: Int, month: Int, day: Int) -> Double? {
    // `11/19/1973` has the month first.
    let (month, day) = month > 12 && day <= 12 ? (day, month) : (month, day)
    guard (1880...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return (Double(year - 1970) + Double(month - 1) / 12) * Self.year + Double(day - 1)
  }
}
