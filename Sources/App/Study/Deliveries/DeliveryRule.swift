/// What delivered counts may not be, or not together.
public enum DeliveryRule: Hashable, Sendable {
  /// A whole is divided by two lists of parts.
  case dividedTwice(String)
  /// A count is a part of two wholes.
  case twoWholes(String)
  /// A count is a part of its own parts.
  case partOfItself(String)
  /// The same counts, or a whole and its parts, are wanted at levels that cross.
  case crossing([String], first: String, second: String)
  /// Counts that were converted are wanted at several levels, or are parts of others.
  case converted(String, figures: String)
  /// Counts of smaller areas are more than that of the area that they lie in.
  case beyondArea(String, codes: [String], file: String, smaller: String, smallerFile: String)
  /// The parts of counts are more than the whole.
  case beyondWhole(String, parts: [String], codes: [String], file: String)
  /// Counts contradict each other over levels and parts together.
  case contradiction([String], code: String, file: String)
}
