internal import Cartography
internal import Geocoding

/// What words about a term of retention say of days.
enum Retention {
  /// The last of the full days that a text names, in digits or with the name of a month; nil without one.
  static func lastDay(in text: String) -> RecordDate? {
    let digits = text.matches(of: /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-\/]\d{1,2}[-\/]\d{4}/)
      .compactMap { RecordDate(String($0.output)) }
    let words = text.lowercased().matches(of: /(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+)\s+(\d{4})/)
      .compactMap { match -> RecordDate? in
        guard let day = Int(match.output.1), let place = month(String(match.output.2)),
          let year = Int(match.output.3)
        else { return nil }
        return RecordDate(year: year, month: place, day: day)
      }
    return (digits + words).max()
  }

  private static func month(_ word: String) -> Int? {
    for language in Language.allCases {
      let months = RecordDate.months(language)
      if let place = months.firstIndex(where: { $0.lowercased() == word }) { return place + 1 }
    }
    return nil
  }
}
