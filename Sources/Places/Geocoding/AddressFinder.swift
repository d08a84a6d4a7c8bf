internal import CSV
public import Matching

/// Finds the address of records: the user's corrections first, then the register, and what the user
/// wants done with records at special points.
///
/// A value that any number of tasks may use at once.
public struct AddressFinder: Sendable {
  /// At or above this probability a record is `zeker`, unless the user says otherwise.
  public static let standardThreshold = 0.99

  /// Where the addresses of records stand.
  public let columns: AddressColumns
  /// Finds them.
  public let matcher: AddressMatcher
  /// The probability from which a record is certain.
  public let threshold: Double
  /// The user's corrections, applied before anything is looked for.
  public let corrections: AddressCorrections?
  /// The addresses at which records do not belong to their buurt.
  public let specialPoints: SpecialAddresses?
  private let places: FieldPlaces
  /// The last column of the address: records with fewer fields cannot be read.
  let lastColumn: Int

  /// Prepares finding.
  public init(
    columns: AddressColumns, matcher: AddressMatcher,
    threshold: Double = Self.standardThreshold, corrections: AddressCorrections? = nil,
    specialPoints: SpecialAddresses? = nil
  ) {
    self.columns = columns
    self.matcher = matcher
    self.threshold = threshold
    self.corrections = corrections
    self.specialPoints = specialPoints
    places = FieldPlaces(columns)
    lastColumn = columns.columns.values.max() ?? 0
  }

  /// What was found for a record.
  struct Found {
    /// Nil when the record has too few fields.
    var match: AddressMatch?
    /// The address, where one was found and points are asked for.
    var point: AddressPoint?
    /// What the user wants done with the record.
    var special: SpecialPoint?

    /// What is counted of the record.
    func kind(threshold: Double) -> AddressCounts.Kind {
      let verdict = verdict(threshold: threshold)
      return AddressCounts.Kind(
        verdict: verdict, level: special?.level ?? match?.level,
        reason: match?.reason(isCertain: verdict != .doubtful) ?? .found,
        special: special?.action.reason)
    }

    /// Whether the record may be counted in a buurt.
    func verdict(threshold: Double) -> AddressVerdict {
      guard special == nil, let match, match.buurt != nil else { return .none }
      return match.probability >= threshold ? .certain : .doubtful
    }
  }

  /// Finds a record.
  /// - Parameter needsPoint: whether its point is wanted also when there are no special points.
  func find(
    _ records: CSVRecords, _ record: Int, needsPoint: Bool, _ scratch: inout MatchScratch
  ) -> Found {
    guard records.fieldCount(record) > lastColumn else { return Found() }
    return found(match(records, record, &scratch), needsPoint: needsPoint)
  }

  /// What comes of a match.
  func found(_ match: AddressMatch, needsPoint: Bool) -> Found {
    guard needsPoint || specialPoints != nil, let key = match.key else {
      return Found(match: match)
    }
    let point = AddressPoint(key: key, address: match.address, in: matcher.register)
    return Found(
      match: match, point: point, special: special(at: point, hasBuurt: match.buurt != nil))
  }

  /// What the user says about a record, or else what the register holds that is like it; nil when the
  /// record has too few fields.
  func explained(
    _ records: CSVRecords, _ record: Int, _ scratch: inout MatchScratch
  ) -> AddressMatch? {
    records.fieldCount(record) > lastColumn ? match(records, record, &scratch) : nil
  }

  private func match(
    _ records: CSVRecords, _ record: Int, _ scratch: inout MatchScratch
  ) -> AddressMatch {
    corrections?.match(records, record)
      ?? matcher.match(records.bytes.span, places.fields(records, record), &scratch)
  }

  /// What the user wants done with records at a point; where no buurt is known, no gemeente is either.
  private func special(at point: AddressPoint, hasBuurt: Bool) -> SpecialPoint? {
    guard let special = specialPoints?.point(at: point) else { return nil }
    return special.action == .municipalityOnly && !hasBuurt ? nil : special
  }
}
