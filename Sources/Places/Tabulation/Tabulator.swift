public import Geocoding

/// Counts located records per area, and if wanted per category and period.
public struct Tabulator: Sendable {
  private let records: LocatedRecords

  /// Prepares counting.
  public init(_ records: LocatedRecords) {
    self.records = records
  }

  /// Counts the records that meet all `conditions`.
  /// - Parameters:
  ///   - category: a column of words; the table then has one column per word that occurs, in the
  ///     order of the words.
  ///   - period: a column of dates and how they are cut; the table then has one column per period
  ///     from the first to the last that occurs. Records without a readable date do not count.
  /// - Returns: zero for an area without such records, never a gap.
  /// - Throws: ``TabulationError``.
  /// - Complexity: O(records × (conditions + 1)).
  public func table(
    _ measure: Measure, where conditions: [Condition] = [], category: String? = nil,
    period: (column: String, cut: PeriodCut)? = nil
  ) throws(TabulationError) -> CountTable {
    try table(measure, at: places(where: conditions, category: category, period: period))
  }

  /// Where the records that meet all `conditions` count, as ``table(_:where:category:period:)`` has it.
  ///
  /// Records in no area have the place that they would have in one, when records in areas have it too, so that
  /// places depend on what records are alone.
  public func places(
    where conditions: [Condition] = [], category: String? = nil,
    period: (column: String, cut: PeriodCut)? = nil
  ) throws(TabulationError) -> RecordPlaces {
    var keep = records.ordinals.map { _ in true }
    for condition in conditions { try apply(condition, to: &keep) }

    var categories = [""]
    var categoryCodes: [UInt32] = []
    if let category {
      let (codes, words) = try self.words(category)
      let used = Set(
        codes.indices.lazy.filter { keep[$0] && records.ordinals[$0] >= 0 }.map { codes[$0] })
      for index in keep.indices where keep[index] { keep[index] = used.contains(codes[index]) }
      let order = used.sorted { words[Int($0)] < words[Int($1)] }
      var place = [UInt32](repeating: 0, count: words.count)
      for (index, code) in order.enumerated() { place[Int(code)] = UInt32(index) }
      categories = order.map { words[Int($0)] }
      categoryCodes = codes.map { place[Int($0)] }
    }

    var periods = [""]
    var periodCodes: [UInt32] = []
    if let period {
      let days = try self.days(period.column)
      for index in keep.indices where days[index] <= RecordColumn.unreadableDay {
        keep[index] = false
      }
      let numbers = days.map {
        $0 <= RecordColumn.unreadableDay ? 0 : period.cut.number(of: RecordDate(day: $0))
      }
      let used = numbers.indices.lazy.filter { keep[$0] && records.ordinals[$0] >= 0 }
        .map { numbers[$0] }
      let first = used.min() ?? 0
      let last = used.max() ?? first - 1
      for index in keep.indices where keep[index] {
        keep[index] = first <= numbers[index] && numbers[index] <= last
      }
      periods = (first..<(last + 1)).map(period.cut.label)
      periodCodes = numbers.map { UInt32(max($0 - first, 0)) }
    }
    return RecordPlaces(
      categories: categories, periods: periods,
      places: keep.indices.map { index in
        guard keep[index] else { return -1 }
        let category = categoryCodes.isEmpty ? 0 : Int(categoryCodes[index])
        return Int32(
          category * periods.count + (periodCodes.isEmpty ? 0 : Int(periodCodes[index])))
      })
  }

  /// Counts records where they were found to count, those in no area left out, and those that add nothing to the
  /// measure. Of a sum whose records say whose they are (``Contributors``), those of one contributor in a cell are
  /// one contribution.
  public func table(
    _ measure: Measure, at places: RecordPlaces
  ) throws(TabulationError) -> CountTable {
    let places = try places.adding(to: measure, in: records.columns)
    let keep = zip(records.ordinals, places.places).map { $0 >= 0 && $1 >= 0 }
    var table = CountTable(
      areaCount: records.areaCount, categories: places.categories, periods: places.periods)
    let width = places.categories.count * places.periods.count
    func cell(_ index: Int) -> Int {
      Int(records.ordinals[index]) * width + Int(places.places[index])
    }
    switch measure {
    case .count:
      for index in keep.indices where keep[index] { table.add(1, at: cell(index)) }
    case .sum(let column):
      guard case .number(let numbers)? = records.columns[column]?.cells else {
        throw .noColumn(column)
      }
      guard let contributors = Contributors(in: records.columns) else {
        for index in keep.indices where keep[index] {
          table.addAmount(numbers[index], at: cell(index))
        }
        break
      }
      var contributions: [Pair: Double] = [:]
      for index in keep.indices where keep[index] {
        let cell = cell(index)
        table.addShare(numbers[index], at: cell)
        contributions[Pair(cell: cell, code: contributors.numbers[index]), default: 0] +=
          numbers[index].magnitude
      }
      for (pair, size) in contributions { table.addContribution(size, at: pair.cell) }
    case .distinct(let column):
      let (codes, _) = try self.words(column)
      var seen: Set<Pair> = []
      for index in keep.indices where keep[index] {
        let cell = cell(index)
        table.addContribution(at: cell)
        if seen.insert(Pair(cell: cell, code: codes[index])).inserted {
          table.addValue(1, at: cell)
        }
      }
    }
    return table
  }

  private struct Pair: Hashable {
    let cell: Int
    let code: UInt32
  }

  private func apply(
    _ condition: Condition, to keep: inout [Bool]
  ) throws(TabulationError) {
    switch condition {
    case .among(let column, let wanted):
      let (codes, words) = try words(column)
      let fits = words.map { word in
        wanted.contains { pattern in
          pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
        }
      }
      for index in keep.indices where keep[index] { keep[index] = fits[Int(codes[index])] }
    case .sector(let column, let wanted):
      let (codes, words) = try words(column)
      let fits = words.map { word in
        SectorCode.digits(of: word).map { digits in
          wanted.contains { SectorCode.matches($0, digits) }
        } ?? false
      }
      for index in keep.indices where keep[index] { keep[index] = fits[Int(codes[index])] }
    case .number(let column, let least, let below):
      guard case .number(let numbers)? = records.columns[column]?.cells else {
        throw .noColumn(column)
      }
      for index in keep.indices where keep[index] {
        let number = numbers[index]
        keep[index] = number >= least ?? -.infinity && number < below ?? .infinity
      }
    case .sharedAddress(let column, let minimum, let conditions):
      guard case .address(let addresses)? = records.columns[column]?.cells else {
        throw .noColumn(column)
      }
      var counted = records.ordinals.map { $0 >= 0 }
      for condition in conditions { try apply(condition, to: &counted) }
      var counts = [Int](repeating: 0, count: Int(addresses.max() ?? -1) + 1)
      for index in counted.indices where counted[index] && addresses[index] >= 0 {
        counts[Int(addresses[index])] += 1
      }
      for index in keep.indices where keep[index] {
        keep[index] = addresses[index] >= 0 && counts[Int(addresses[index])] >= minimum
      }
    case .active(let start, let end, let date):
      let starts = try days(start)
      let ends = try days(end)
      for index in keep.indices where keep[index] {
        keep[index] =
          starts[index] > RecordColumn.unreadableDay && starts[index] <= date.day
          && (ends[index] == RecordColumn.noDay || ends[index] > date.day)
      }
    case .changed(let start, let end, let period):
      let starts = try days(start)
      let ends = try days(end)
      let period = period.days
      for index in keep.indices where keep[index] {
        keep[index] = period.contains(starts[index]) || period.contains(ends[index])
      }
    case .dated(let column, let period), .begun(let column, let period),
      .ended(let column, let period):
      let days = try days(column)
      let period = period.days
      for index in keep.indices where keep[index] { keep[index] = period.contains(days[index]) }
    }
  }

  private func words(
    _ column: String
  ) throws(TabulationError) -> (codes: [UInt32], words: [String]) {
    guard case .category(let codes, let words)? = records.columns[column]?.cells else {
      throw .noColumn(column)
    }
    return (codes, words)
  }

  private func days(_ column: String) throws(TabulationError) -> [Int32] {
    guard case .date(let days)? = records.columns[column]?.cells else { throw .noColumn(column) }
    return days
  }
}
