internal import Areas
internal import Geometry
internal import Quality

/// What the coordinates of records tell of how far they lie from true places, and what that does to areas.
struct CoordinateQuality {
  /// Into how many parts the sides of a cell are cut to see in which areas it lies.
  private static let parts = 6

  let measured: Measured

  /// - Parameters:
  ///   - layer: the areas of the map.
  ///   - ordinals: for each record its area in the layer, or -1.
  init(_ scan: CoordinateScan, layer: AreaLayer, ordinals: [Int32], groups: RecordGroups) {
    let grid = scan.grid
    let count = scan.items.count
    let steps = grid.steps.map { step in
      QualityFinding(
        .coordinateGrid, reason: scan.name(of: step), .share(count: step.count, of: count))
    }
    let cells = grid.steps.map { scan.cell(of: $0) }
    let error = QualityFinding(
      .placeErrors, reason: "coordinaat",
      .distance(PositionalError(rounding: cells), count: count, of: count))
    guard !scan.items.isEmpty else {
      measured = Measured(findings: [error])
      return
    }
    let locator = AreaLocator(layer)
    let placed = scan.items.filter { ordinals[Int($0.record)] >= 0 }
    let distances = locator.distancesToBoundary(from: placed.map(\.position))
    var near = RecordTally(groups)
    var elsewhere = ShareTally(groups)
    for (item, distance) in zip(placed, distances) {
      let record = Int(item.record)
      guard let step = grid.step(of: Int(item.exponent)) else { continue }
      let cell = scan.cell(of: step)
      let isNear = distance <= cell.reach
      near.add(isNear, at: record)
      let outside =
        isNear
        ? Self.outside(cell, around: item.position, area: ordinals[record], locator) : 0
      elsewhere.add(outside, at: record)
    }
    measured =
      Measured(findings: steps + [error]) + near.findings(.nearBoundary)
      + elsewhere.findings(.expectedElsewhere)
  }

  /// The share of a cell that lies in no area, or in another one.
  private static func outside(
    _ cell: PositionalError.Cell, around middle: Position, area: Int32, _ locator: AreaLocator
  ) -> Double {
    let offsets = (0..<parts).map { (Double($0) + 0.5) / Double(parts) * 2 - 1 }
    let places = offsets.flatMap { east in
      offsets.map { north in
        Position(
          x: middle.x + east * cell.halfWidth, y: middle.y + north * cell.halfHeight)
      }
    }
    let others = locator.ordinals(at: places).count { $0 != area }
    return Double(others) / Double(places.count)
  }
}

/// How many records are expected to be faulty, in all, per gemeente and per area of the map.
struct ShareTally {
  private let all: RecordGroups
  private var sums: [Double]
  private var totals: [Int]
  private var sumsAt: [Double]
  private var totalsAt: [Int]
  private var sum = 0.0
  private var total = 0

  init(_ groups: RecordGroups) {
    all = groups
    sums = [Double](repeating: 0, count: groups.codes.count)
    totals = [Int](repeating: 0, count: groups.codes.count)
    sumsAt = [Double](repeating: 0, count: groups.placeCount)
    totalsAt = [Int](repeating: 0, count: groups.placeCount)
  }

  /// Looks at a record that is faulty with some probability.
  mutating func add(_ share: Double, at record: Int) {
    sum += share
    total += 1
    if record < all.places.count, all.places[record] >= 0 {
      sumsAt[Int(all.places[record])] += share
      totalsAt[Int(all.places[record])] += 1
    }
    let group = record < all.groups.count ? all.groups[record] : -1
    guard group >= 0 else { return }
    sums[group] += share
    totals[group] += 1
  }

  /// The findings in whole records, and what they are to areas.
  func findings(_ check: QualityCheck) -> Measured {
    func result(_ sum: Double, _ total: Int) -> QualityFinding.Result {
      .share(count: Int(sum.rounded()), of: total)
    }
    let whole = QualityFinding(check, result(sum, total))
    guard sum >= 0.5 else { return Measured(findings: [whole]) }
    let cities = all.codes.indices.filter { totals[$0] > 0 }.map { group in
      QualityFinding(
        check, gemeentecode: all.codes[group], result(sums[group], totals[group]))
    }
    let marks = totalsAt.indices.filter { totalsAt[$0] >= RecordGroups.fewest }.compactMap {
      place -> (place: Int, check: QualityCheck, grade: QualityGrade)? in
      let grade = QualityGrade(share: sumsAt[place] / Double(totalsAt[place]))
      return grade > .a ? (place, check, grade) : nil
    }
    return Measured(findings: [whole] + cities, marks: marks)
  }
}
