internal import Bytes

/// Days as Excel counts them.
///
/// In the usual system 1 is 1 January 1900, and 60 is 29 February 1900, a day that never was; from
/// 61 on, 1 March 1900, the count is right. In the system of old Macintosh files 0 is
/// 1 January 1904. There is no number for a day before the first.
/// Source: ECMA-376 Part 1, 18.17.4.1.
enum SerialDate {
  /// Appends a serial number as `2024-12-31`, with ` 13:45:00` behind it when it has a part of a day.
  /// - Returns: false, and nothing appended, for a number that is no day of the calendar.
  static func append(_ serial: Double, from1904: Bool, to text: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < 2_958_466 else { return false }
    // To the second, as Excel shows; half a second before midnight is the next day.
    let seconds = (serial * 86_400).rounded()
    let days = Int(seconds / 86_400)
    let rest = Int(seconds) - days * 86_400
    let first: Int
    if from1904 {
      first = -24_107  // 1 January 1904, from 1 January 1970.
    } else if days == 0 || days == 60 {
      return false
    } else {
      first = days < 60 ? -25_568 : -25_569
    }
    appendDay(first + days, to: &text)
    if rest > 0 {
      text.append(UInt8(ascii: " "))
      appendTime(rest, to: &text)
    }
    return true
  }

  /// Appends a part of a day, or several days, as `26:30:00`.
  static func appendTime(_ serial: Double, to text: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < 2_958_466 else { return false }
    appendTime(Int((serial * 86_400).rounded()), to: &text)
    return true
  }

  private static func appendTime(_ seconds: Int, to text: inout [UInt8]) {
    appendTwo(seconds / 3_600, to: &text)
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds / 60 % 60, to: &text)
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds % 60, to: &text)
  }

  /// Days since 1 January 1970 as a day of the Gregorian calendar.
  private static func appendDay(_ day: Int, to text: inout [UInt8]) {
    // Civil from days, with years that begin in March; all days here are after the year 0.
    let z = day + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    text.append(fixed: Double(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), decimals: 0)
    text.append(UInt8(ascii: "-"))
    appendTwo(month, to: &text)
    text.append(UInt8(ascii: "-"))
    appendTwo(dayOfYear - (153 * m + 2) / 5 + 1, to: &text)
  }

  private static func appendTwo(_ number: Int, to text: inout [UInt8]) {
    if number < 10 {
      text.append(UInt8(ascii: "0"))
      text.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      text.append(fixed: Double(number), decimals: 0)
    }
  }
}
