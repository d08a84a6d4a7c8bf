/// What became of the rows of a register.
public struct RowCounts: Hashable, Sendable {
  /// Why a row was left out.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Another number of fields than the header.
    case ragged = "velden"
    /// A date that cannot be read, or an end before its beginning.
    case dates = "datums"
    /// A status that is none of the known ones.
    case status
    /// Another scheme than the one that was asked for.
    case otherScheme = "andere_regeling"
    /// Found again or time-barred: not untraceable.
    case traced = "niet_spoorloos"
  }

  /// All rows.
  public internal(set) var rows = 0
  /// Rows that say where, but with no code of a wijk or gemeente.
  public internal(set) var unreadablePlaces = 0
  /// Rows that were left out.
  public internal(set) var leftOut: [Reason: Int] = [:]
  /// Rows of somebody who has another row.
  public internal(set) var again = 0

  mutating func leave(_ reason: Reason) { leftOut[reason, default: 0] += 1 }

  mutating func add(_ other: RowCounts) {
    rows += other.rows
    unreadablePlaces += other.unreadablePlaces
    again += other.again
    for (reason, count) in other.leftOut { leftOut[reason, default: 0] += count }
  }
}
