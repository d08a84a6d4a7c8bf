/// Records divided so finely that every count of them is a sum of parts: by unit, the smallest area that
/// is looked at, and by where they count in each of several tables.
public struct CountPartition: Sendable {
  /// The number of units.
  public let unitCount: Int
  /// The number of kinds of records; each unit has a part of each.
  public let kindCount: Int
  /// The records in each part: `unit × kindCount + kind`.
  public let counts: [Int]
  /// For each table and kind where such records count in it, or -1.
  public let places: [[Int32]]
  /// The part of each record, or -1.
  private let parts: [Int32]

  /// Divides records.
  ///
  /// A place in which no record counts gets a kind of its own, that counts nowhere else. One of records that add to
  /// a measure gets kinds like those of the records that are there and could have added to it.
  /// - Parameters:
  ///   - units: the unit of each record, or -1.
  ///   - tables: where each record counts in each table.
  ///   - adding: for each measure the tables of the records alone that add to it, and for each of these that of all
  ///     records at the same places.
  public init(
    units: [Int32], unitCount: Int, tables: [RecordPlaces], adding: [[Int: Int]] = []
  ) {
    var kinds: [[Int32]: Int] = [:]
    var order: [[Int32]] = []
    var kindOfRecord = [Int](repeating: -1, count: units.count)
    for record in units.indices where units[record] >= 0 {
      let key = tables.map { $0.places[record] }
      let kind = kinds[key] ?? order.count
      if kind == order.count {
        kinds[key] = kind
        order.append(key)
      }
      kindOfRecord[record] = kind
    }
    for (number, table) in tables.enumerated() {
      let used = Set(order.map { $0[number] })
      for place in 0..<Int32(table.categories.count * table.periods.count)
      where !used.contains(place) {
        let measure = adding.first { $0[number] != nil } ?? [:]
        var supposed: Set<[Int32]> = []
        for like in measure[number].map({ whole in order.filter { $0[whole] == place } }) ?? [] {
          var key = like
          for (part, whole) in measure { key[part] = like[whole] }
          if supposed.insert(key).inserted { order.append(key) }
        }
        guard supposed.isEmpty else { continue }
        var key = [Int32](repeating: -1, count: tables.count)
        key[number] = place
        order.append(key)
      }
    }
    var counts = [Int](repeating: 0, count: unitCount * order.count)
    for record in units.indices where units[record] >= 0 {
      counts[Int(units[record]) * order.count + kindOfRecord[record]] += 1
    }
    let kindCount = order.count
    parts = units.indices.map { record in
      units[record] < 0 ? -1 : Int32(Int(units[record]) * kindCount + kindOfRecord[record])
    }
    self.unitCount = unitCount
    self.kindCount = kindCount
    self.counts = counts
    places = tables.indices.map { number in order.map { $0[number] } }
  }

  /// Takes parts of which only the counts are known, as those of a delivery.
  /// - Parameter counts: those of `unit × kindCount + kind`.
  public init(counts: [Int], kindCount: Int) {
    precondition(kindCount > 0 && counts.count % kindCount == 0, "a count for every kind and unit")
    self.counts = counts
    self.kindCount = kindCount
    unitCount = counts.count / kindCount
    places = []
    parts = []
  }

  /// Whether a record lies in a part.
  public func holds(_ record: Int) -> Bool { parts[record] >= 0 }

  /// The part of a record that lies in one.
  func part(of record: Int) -> Int { Int(parts[record]) }

  /// The words of records, by the parts in which they occur: the parts of each combination ascending, and how
  /// many words have it.
  /// - Parameters:
  ///   - words: the number of the word of each record.
  ///   - empty: a word that is left out.
  public func combinations(
    of words: [UInt32], except empty: UInt32?
  ) -> [(parts: [Int32], count: Int)] {
    var places: [UInt64] = []
    for (record, part) in parts.enumerated() where part >= 0 && words[record] != empty {
      places.append(UInt64(words[record]) << 32 | UInt64(part))
    }
    places.sort()
    var counts: [[Int32]: Int] = [:]
    var own: [Int32] = []
    for (index, place) in places.enumerated() {
      let part = Int32(truncatingIfNeeded: place)
      if own.last != part { own.append(part) }
      let isLast = index + 1 == places.count || places[index + 1] >> 32 != place >> 32
      if isLast {
        counts[own, default: 0] += 1
        own = []
      }
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (parts: $0.key, count: $0.value) }
  }
}
