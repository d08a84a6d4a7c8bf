import Geocoding
import Testing

@Suite struct RecordDateTests {
  @Test func everyDayFrom1900Through2100() throws {
    var day = try #require(RecordDate(year: 1900, month: 1, day: 1)).day
    #expect(day == -25_567)
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        for number in 1...length {
          let date = RecordDate(day: day)
          guard date.parts == (year, month, number),
            RecordDate(year: year, month: month, day: number) == date,
            RecordDate(date.text) == date
          else {
            Issue.record("\(year)-\(month)-\(number) is \(date.text)")
            return
          }
          day += 1
        }
        #expect(RecordDate(year: year, month: month, day: length + 1) == nil)
        #expect(RecordDate(year: year, month: month, day: 0) == nil)
      }
    }
    #expect(RecordDate(day: day).text == "2101-01-01")
  }

  @Test func knownDays() {
    #expect(RecordDate(day: 0).text == "1970-01-01")
    #expect(RecordDate(day: -1).text == "1969-12-31")
    #expect(RecordDate("2000-02-29")?.day == 11_016)
    #expect(RecordDate("0001-01-01")?.day == -719_162)
    #expect(RecordDate(day: -719_162).parts == (1, 1, 1))
    #expect(RecordDate("9999-12-31")?.day == 2_932_896)
  }

  @Test(arguments: [
    "2024-02-29", "29-02-2024", "29/02/2024", "29.02.2024", "20240229", "2024-02-29T12:30:00",
    "2024-02-29 12:30", "29-2-2024", "29-2-2024 0:00", "20240229T1230", "2024-2-29",
    "2024-02-29T12:30:00.000+01:00",
  ])
  func spellings(text: String) {
    #expect(RecordDate(text)?.text == "2024-02-29")
  }

  @Test(arguments: [
    "", "2024", "2024-02", "30-02-2024", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10",
    "2024-01-00", "24-02-29", "29-02-24", "onbekend", "2024-02-29x", "202402", "0000-01-01",
    "20240230", "1-2-3-2024", "--", "45000", "2024-02-29-01", "99999999", "123456789",
  ])
  func noDates(text: String) {
    #expect(RecordDate(text) == nil)
  }

  @Test func monthsBefore() throws {
    let march = try #require(RecordDate("2024-03-31"))
    #expect(march.months(before: 0).text == "2024-03-31")
    #expect(march.months(before: 1).text == "2024-02-29")
    #expect(march.months(before: 12).text == "2023-03-31")
    #expect(march.months(before: 13).text == "2023-02-28")
    #expect(march.months(before: 3).text == "2023-12-31")
    #expect(march.months(before: 4).text == "2023-11-30")
  }

  @Test func earlierComesFirst() {
    #expect(RecordDate(day: -3) < RecordDate(day: 2))
  }
}
