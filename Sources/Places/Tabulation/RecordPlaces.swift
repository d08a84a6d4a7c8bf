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

  /// Categories of few records as one, so that their names are not told: a word that few records have can be
  /// that of a person.
  /// - Parameters:
  ///   - minimum: the number of records from which on a category keeps its name.
  ///   - other: the name of the others together; a category that is called so joins them.
  ///   - counts: whether a record is among those that are counted.
  public func pooling(
    fewerThan minimum: Int, as other: String, counts: (Int) -> Bool
  ) -> RecordPlaces {
    let periods = Int32(periods.count)
    var sizes = [Int](repeating: 0, count: categories.count)
    for (record, place) in places.enumerated() where place >= 0 && counts(record) {
      sizes[Int(place / periods)] += 1
    }
    let rare = Set(zip(categories, sizes).filter { $1 < minimum }.map(\.0))
    return rare.isEmpty ? self : pooling(as: other, where: rare.contains)
  }

  /// Some categories as one.
  /// - Parameter other: its name; a category that is called so joins them.
  public func pooling(as other: String, where isPooled: (String) -> Bool) -> RecordPlaces {
    let periods = Int32(periods.count)
    let targets = categories.map { isPooled($0) ? other : $0 }
    let names = Set(targets + [other]).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    let numbers = targets.map { number[$0] ?? 0 }
    return RecordPlaces(
      categories: names, periods: self.periods,
      places: places.map { $0 < 0 ? -1 : numbers[Int($0 / periods)] * periods + $0 % periods })
  }

  /// All categories as one.
  public var withoutCategories: RecordPlaces {
    RecordPlaces(
      categories: [""], periods: periods,
      places: places.map { $0 < 0 ? -1 : $0 % Int32(periods.count) })
  }
}
