public import Geocoding

/// Whose each record is: several records of one firm are one contribution to a sum.
///
/// A record that says nothing of whose it is, is a contributor of its own. Contributors are compared as they are
/// written, without blanks around them.
public struct Contributors: Hashable, Sendable {
  /// The name under which the column is read that says whose a record is; no column of a file is called so.
  public static let column = "@bijdrager"

  /// For each record a number that the records of its contributor share, and no others.
  public let numbers: [UInt32]

  /// Takes what is known of each record.
  public init(numbers: [UInt32]) {
    self.numbers = numbers
  }

  /// Finds whose the records are that were read; nil where no column says it.
  /// - Parameter columns: the columns of the records.
  /// - Complexity: O(records).
  public init?(in columns: [String: RecordColumn]) {
    guard case .category(let codes, let words)? = columns[Self.column]?.cells else { return nil }
    let none = words.firstIndex(of: "").map { UInt32($0) }
    numbers = codes.enumerated().map { record, code in
      code == none ? UInt32(words.count + record) : code
    }
  }
}
