/// Days without time, counted from 1 January 1970, in the proleptic Gregorian calendar.
public struct RecordDate: Hashable, Sendable, Comparable {
  /// Days since 1 January 1970; negative before.
  public let day: Int32

  /// Makes a date from a count of days.
  public init(day: Int32) { self.day = day }

  /// Makes a date, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year, month)
    else { return nil }
    // Days from civil, with years that begin in March.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.day = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2024-12-31`, also with a time behind it, `31-12-2024`, `31/12/2024` and `20241231`;
  /// nil for anything else.
  public init?(_ text: some StringProtocol) {
    var numbers: [(value: Int, digits: Int)] = []
    var current = 0
    var digits = 0
    for byte in text.utf8 {
      if byte &- 0x30 <= 9 {
        guard digits < 8 else { return nil }
        current = current * 10 + Int(byte &- 0x30)
        digits += 1
      } else if byte == 0x2D || byte == 0x2F || byte == 0x2E {
        guard digits > 0 else { return nil }
        numbers.append((current, digits))
        (current, digits) = (0, 0)
      } else if (byte == 0x20 || byte == 0x54) && (numbers.count == 2 || digits == 8) {
        break
      } else if byte != 0x20 {
        return nil
      }
    }
    if digits > 0 { numbers.append((current, digits)) }
    if numbers.count == 1, numbers[0].digits == 8 {
      let n = numbers[0].value
      self.init(year: n / 10_000, month: n / 100 % 100, day: n % 100)
    } else if numbers.count == 3, numbers[0].digits == 4 {
      self.init(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    } else if numbers.count == 3, numbers[2].digits == 4 {
      self.init(year: numbers[2].value, month: numbers[1].value, day: numbers[0].value)
    } else {
      return nil
    }
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = Int(day) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1
    )
  }

  /// The date as `2024-12-31`.
  public var text: String {
    let (year, month, day) = parts
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The same day `months` earlier; the last day of the month where that day does not exist.
  public func months(before months: Int) -> RecordDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 - months
    let newYear = count / 12
    let newMonth = count % 12 + 1
    let lastDay = Self.daysInMonth(newYear, newMonth)
    return RecordDate(year: newYear, month: newMonth, day: min(day, lastDay)) ?? self
  }

  /// Earlier dates come first.
  public static func < (a: RecordDate, b: RecordDate) -> Bool { a.day < b.day }

  private static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
