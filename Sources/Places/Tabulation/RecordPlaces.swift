/// In which category and period each record counts, whatever its area.
public struct RecordPlaces: Hashable, Sendable {
  /// The names of the categories.
  public let categories: [String]
  /// The names of the periods, in order of time.
  public let periods: [String]
  /// For each record `category × periods.count + period`, or -1 where it does not count.
  public let places: [Int32]

  /// Makes places.
  /// - Precondition: each is -1 or below the number of categories × periods.
  public init(categories: [String], periods: [String], places: [Int32]) {
    self.categories = categories
    self.periods = periods
    self.places = places
  }

  /// All categories as one.
  public var withoutCategories: RecordPlaces {
    RecordPlaces(
      categories: [""], periods: periods,
      places: places.map { $0 < 0 ? -1 : $0 % Int32(periods.count) })
  }
}
