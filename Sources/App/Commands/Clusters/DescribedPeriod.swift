/// A quarter, half year or year that figures are of. Shorter periods are not described: they hold few
/// records, and invite to look ahead.
struct DescribedPeriod: Hashable, Comparable {
  /// How long a period is.
  enum Length: Int { case year = 1, halfYear = 2, quarter = 4 }
  /// Why a text is no period.
  enum Fault: Error { case unknown, tooShort }

  let length: Length
  /// The number of periods since the year 0.
  let ordinal: Int

  /// The next period, for counting on.
  func advanced(by count: Int) -> DescribedPeriod {
    DescribedPeriod(length: length, ordinal: ordinal + count)
  }

  /// How many of them are in a year.
  var countPerYear: Int { length.rawValue }

  /// `2024`, `2024-H1`, `2024-Q3`.
  var text: String {
    let year = ordinal / length.rawValue
    let part = ordinal % length.rawValue + 1
    return switch length {
    case .year: "\(year)"
    case .halfYear: "\(year)-H\(part)"
    case .quarter: "\(year)-Q\(part)"
    }
  }

  static func < (a: DescribedPeriod, b: DescribedPeriod) -> Bool { a.ordinal < b.ordinal }

  private init(length: Length, ordinal: Int) {
    self.length = length
    self.ordinal = ordinal
  }

  /// Reads `2024`, `2024JJ00`, `2024-H1`, `2024-Q3`, `2024Q3`, `2024-K3`, `2024KW03`.
  /// - Throws: ``Fault``; a month, week or day is too short.
  init(_ text: String) throws(Fault) {
    let plain = text.uppercased().filter { !$0.isWhitespace }
    guard plain.utf8.count >= 4, let year = Int(plain.prefix(4)), (1500...2500).contains(year)
    else {
      throw .unknown
    }
    let rest = plain.dropFirst(4).drop { $0 == "-" }
    if rest.isEmpty || rest == "JJ00" {
      self.init(length: .year, ordinal: year)
      return
    }
    let letters = rest.prefix { $0.isLetter }
    guard let part = Int(rest.dropFirst(letters.count)) else {
      throw rest.allSatisfy { $0.isNumber || $0 == "-" || $0 == ":" || $0 == "T" }
        ? .tooShort : .unknown
    }
    switch letters {
    case "Q", "K", "KW", "KWARTAAL":
      guard (1...4).contains(part) else { throw .unknown }
      self.init(length: .quarter, ordinal: year * 4 + part - 1)
    case "H", "HJ":
      guard (1...2).contains(part) else { throw .unknown }
      self.init(length: .halfYear, ordinal: year * 2 + part - 1)
    case "", "M", "MM", "W": throw .tooShort
    default: throw .unknown
    }
  }
}
