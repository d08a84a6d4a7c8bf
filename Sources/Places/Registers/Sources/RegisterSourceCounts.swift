/// What became of the rows of a source.
public struct RegisterSourceCounts: Sendable, Hashable {
  /// The addresses that were handed over.
  public var read = 0
  /// The rows or objects that were left out, by reason.
  public var skipped: [RegisterSkipReason: Int] = [:]

  /// Nothing read.
  public init() {}

  /// All rows or objects: read and left out.
  public var total: Int { skipped.values.reduce(read, +) }

  mutating func skip(_ reason: RegisterSkipReason) { skipped[reason, default: 0] += 1 }
}

/// Why a row of a source is not taken into a register.
public enum RegisterSkipReason: String, Sendable, Hashable, CaseIterable {
  /// The row has another number of fields than the header, or a quote that never closes.
  case raggedRow
  /// Neither a postcode nor a street.
  case noPostcodeAndNoStreet
  /// The postcode is filled in and is no postcode.
  case postcodeUnreadable
  /// The house number is not 1 to 99,999, or its letter or addition is none.
  case numberUnreadable
  /// The code of the buurt is missing or no code, in a source that has no positions.
  case buurtcodeUnreadable
  /// A coordinate is filled in and is no number.
  case positionUnreadable
  /// The position lies outside the European Netherlands.
  case outsideNetherlands
  /// Withdrawn, not realised, entered wrongly, or with a date of ending.
  case ended
  /// An object names an address that the source does not hold or that has ended.
  case addressUnknown
}
