internal import Areas
internal import Geocoding
internal import Quality

/// The gemeente and the area of the map of each record.
struct RecordGroups {
  /// With fewer records nothing is said of an area.
  static let fewest = 10

  /// The codes of the gemeenten.
  let codes: [String]
  /// For each record the place of its gemeente among ``codes``, or -1.
  let groups: [Int]
  /// For each record the place of its area on the map, or -1; empty when records are in none.
  let places: [Int32]
  let placeCount: Int

  /// - Parameter map: for each record the ordinal of its area on the map, and how many there are.
  init(
    _ records: LocatedRecords, layer: AreaLayer, areas: AreaSet,
    map: (ordinals: [Int32], count: Int)?
  ) {
    codes = areas.gemeenten.map(\.code)
    let numbers = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    let ofArea = layer.areas.map { numbers[$0.gemeentecode] ?? -1 }
    groups = records.ordinals.map { $0 < 0 ? -1 : ofArea[Int($0)] }
    places = map?.ordinals ?? []
    placeCount = map?.count ?? 0
  }

  /// The areas of the map with so many records that something is said of them.
  var judged: [Int] {
    var counts = [Int](repeating: 0, count: placeCount)
    for place in places where place >= 0 { counts[Int(place)] += 1 }
    return counts.indices.filter { counts[$0] >= Self.fewest }
  }
}

/// What was measured of records: what was found, and which areas it makes no better than some grade.
struct Measured {
  var findings: [QualityFinding] = []
  var marks: [(place: Int, check: QualityCheck, grade: QualityGrade)] = []

  static func + (a: Measured, b: Measured) -> Measured {
    Measured(findings: a.findings + b.findings, marks: a.marks + b.marks)
  }

  static func += (a: inout Measured, b: Measured) {
    a.findings += b.findings
    a.marks += b.marks
  }
}

/// How many records are faulty, in all, per gemeente and per area of the map.
struct RecordTally {
  private let all: RecordGroups
  private var faulty: [Int]
  private var total: [Int]
  private var faultyAt: [Int32]
  private var totalAt: [Int32]
  /// Of records without a gemeente as well.
  private(set) var count = 0
  private(set) var looked = 0

  init(_ groups: RecordGroups) {
    all = groups
    faulty = [Int](repeating: 0, count: groups.codes.count)
    total = faulty
    faultyAt = [Int32](repeating: 0, count: groups.placeCount)
    totalAt = faultyAt
  }

  /// Looks at a record.
  mutating func add(_ isFaulty: Bool, at record: Int) {
    looked += 1
    if isFaulty { count += 1 }
    if record < all.places.count, all.places[record] >= 0 {
      let place = Int(all.places[record])
      totalAt[place] += 1
      if isFaulty { faultyAt[place] += 1 }
    }
    let group = record < all.groups.count ? all.groups[record] : -1
    guard group >= 0 else { return }
    total[group] += 1
    if isFaulty { faulty[group] += 1 }
  }

  /// The findings of all and, when any is faulty, of each gemeente, and what they are to areas.
  /// - Parameter tellsAll: whether gemeenten are told also when nothing is faulty.
  func findings(
    _ check: QualityCheck, column: String? = nil, subject: QualityFinding.Subject? = nil,
    expected: Double? = nil, tellsAll: Bool = false
  ) -> Measured {
    func result(_ count: Int, _ total: Int) -> QualityFinding.Result {
      expected.map { .heap(count: count, of: total, expected: $0) }
        ?? .share(count: count, of: total)
    }
    let whole = QualityFinding(check, column: column, subject: subject, result(count, looked))
    guard count > 0 || tellsAll else { return Measured(findings: [whole]) }
    let cities = all.codes.indices.filter { total[$0] > 0 }.map { group in
      QualityFinding(
        check, column: column, gemeentecode: all.codes[group], subject: subject,
        result(faulty[group], total[group]))
    }
    let marks = totalAt.indices.compactMap {
      place -> (place: Int, check: QualityCheck, grade: QualityGrade)? in
      guard Int(totalAt[place]) >= RecordGroups.fewest,
        let grade = QualityFinding(
          check, result(Int(faultyAt[place]), Int(totalAt[place]))
        ).grade, grade > .a
      else { return nil }
      return (place, check, grade)
    }
    return Measured(findings: [whole] + cities, marks: marks)
  }
}
