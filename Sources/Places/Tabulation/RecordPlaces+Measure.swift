public import Geocoding

extension RecordPlaces {
  /// The same for the records alone that add to a measure: those with a number other than nought, or with a word.
  ///
  /// A sum says nothing of the others, and how many add to it is a count of its own.
  /// - Parameter columns: the columns of the records.
  /// - Returns: the same places for a count, to which every record adds.
  /// - Throws: ``TabulationError/noColumn(_:)``.
  /// - Complexity: O(records).
  public func adding(
    to measure: Measure, in columns: [String: RecordColumn]
  ) throws(TabulationError) -> RecordPlaces {
    switch measure {
    case .count: return self
    case .sum(let column):
      guard case .number(let numbers)? = columns[column]?.cells else { throw .noColumn(column) }
      return filtered { numbers[$0].addsToSum }
    case .distinct(let column):
      guard case .category(let codes, let words)? = columns[column]?.cells else {
        throw .noColumn(column)
      }
      guard let empty = words.firstIndex(of: "") else { return self }
      return filtered { codes[$0] != UInt32(empty) }
    }
  }

  private func filtered(_ counts: (Int) -> Bool) -> RecordPlaces {
    RecordPlaces(
      categories: categories, periods: periods,
      places: places.enumerated().map { counts($0) ? $1 : -1 })
  }
}

extension Double {
  /// Whether a number of a record adds to a sum: it is there, and is not nought.
  package var addsToSum: Bool { !isNaN && self != 0 }
}
