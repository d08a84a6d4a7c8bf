internal import Cartography
internal import Geocoding

extension RecordDate {
  /// The day for people: `30 juni 2027` or `30 June 2027`.
  func words(_ language: Language) -> String {
    let (year, month, day) = parts
    return "\(day) \(Self.months(language)[month - 1]) \(year)"
  }

  /// That something holds through this day, to stand within a sentence.
  func holdsThrough(_ language: Language) -> String {
    switch language {
    case .nl: "geldig tot en met \(words(.nl))"
    case .en: "valid until and including \(words(.en))"
    }
  }

  /// The names of the months, from January.
  static func months(_ language: Language) -> [String] {
    switch language {
    case .nl:
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    }
  }
}
