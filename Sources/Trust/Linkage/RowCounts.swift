public import Disclosure

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
  /// Rows of which it cannot be read whether there is a fixed address; they are taken for those with one.
  public internal(set) var unreadFixedAddresses = 0
  /// Rows that were left out.
  public internal(set) var leftOut: [Reason: Int] = [:]
  /// Rows of somebody who has another row.
  public internal(set) var again = 0
  /// Rows of a scheme of which the token is in the other register, in whichever months.
  var found = 0

  /// A part of the rows in whole per cents, as it may be told: nil where the part, or what it leaves, is too
  /// small. With a count that is published a smaller share would tell a count that is not.
  public func share(_ part: Int, rule: DisclosureRule) -> Int? {
    guard part >= rule.minimumCount, rows - part >= rule.minimumCount else { return nil }
    return Int((100 * Double(part) / Double(rows)).rounded())
  }

  mutating func leave(_ reason: Reason) { leftOut[reason, default: 0] += 1 }

  mutating func add(_ other: RowCounts) {
    rows += other.rows
    unreadablePlaces += other.unreadablePlaces
    unreadFixedAddresses += other.unreadFixedAddresses
    again += other.again
    found += other.found
    for (reason, count) in other.leftOut { leftOut[reason, default: 0] += count }
  }
}
