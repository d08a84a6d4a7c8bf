/// One thing that was measured of one source: never of which record, and no value of one.
public struct QualityFinding: Hashable, Sendable {
  /// What came of it.
  public enum Result: Hashable, Sendable {
    /// How many items of how many are faulty.
    case share(count: Int, of: Int)
    /// How many items of how many are of a kind of which a share is expected by chance; what goes
    /// beyond it is the heap.
    case heap(count: Int, of: Int, expected: Double)
    /// How many months the newest data lie before the peildatum.
    case months(Int)
    /// How far how many items of how many are expected to lie from their true places; nil when that cannot
    /// be said of any.
    case distance(PositionalError?, count: Int, of: Int)
    /// Of which number all counts are multiples; 1 when they are not rounded as far as they tell.
    case base(Int)
  }

  /// What a column says of a record, for words to its owner.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case postcode
    case street = "straat"
    case houseNumber = "huisnummer"
    case place = "plaats"
    case address = "adres"
    case identifier = "bag_id"
    case coordinate = "coordinaat"
    case areaCode = "gebiedscode"
    case date = "datum"
  }

  /// What was looked at.
  public let check: QualityCheck
  /// The column by its name; nil when it is about whole records.
  public let column: String?
  /// The gemeente; nil for the whole source.
  public let gemeentecode: String?
  /// Why figures are missing, how records were found; nil for all reasons together.
  public let reason: String?
  /// What the column says of a record; nil when that is not known.
  public let subject: Subject?
  /// The codes of the areas that are faulty, sorted; empty when they are not named.
  public let areas: [String]
  /// The rows of the file that are faulty, the header being row 1; the first of them, or none.
  public let rows: [Int]
  /// The level of areas that it is about, or those of parts and wholes; empty when that is the level of the map.
  public let levels: [String]
  /// What came of it.
  public let result: Result

  /// Notes what was measured.
  public init(
    _ check: QualityCheck, column: String? = nil, gemeentecode: String? = nil,
    reason: String? = nil, subject: Subject? = nil, areas: [String] = [], rows: [Int] = [],
    levels: [String] = [], _ result: Result
  ) {
    self.check = check
    self.column = column
    self.gemeentecode = gemeentecode
    self.reason = reason
    self.subject = subject
    self.areas = areas
    self.rows = rows
    self.levels = levels
    self.result = result
  }

  /// The share of faulty items; for heaps the share that lies there beyond expectation. Nil when there
  /// were no items, or an age, a distance or rounding was measured.
  public var rate: Double? {
    switch result {
    case .share(let count, let total): total > 0 ? Double(count) / Double(total) : nil
    case .heap(let count, let total, let expected):
      Heaping.excess(count: count, of: total, expected: expected)
    case .months, .distance, .base: nil
    }
  }

  /// The grade; nil when there was nothing to measure, for what is pointed at only, and for one of
  /// several reasons, which count together.
  public var grade: QualityGrade? {
    guard check.isGraded, reason == nil else { return nil }
    if case .months(let months) = result { return QualityGrade(months: months) }
    return rate.map { QualityGrade(share: $0) }
  }
}

extension Sequence<QualityFinding> {
  /// The worst grade; nil when none has one.
  public var grade: QualityGrade? { compactMap(\.grade).max() }

  /// The findings that have the worst grade, unless it is the best: why it is no better.
  public var reasons: [QualityFinding] {
    guard let worst = grade, worst > .a else { return [] }
    return filter { $0.grade == worst }
  }
}
