internal import Areas
internal import Tabulation

/// A published table of counts in the form in which a file keeps it.
struct SavedCounts: Codable {
  /// The counts in the areas of one level.
  struct Level: Codable {
    let level: String
    let codes: [String]
    /// By area, then category with that of all together last, then period.
    let figures: [SavedFigure]
  }

  /// The name of the table.
  let counts: String
  let synthetic: Bool
  let categories: [String]
  let total: Bool
  /// How dates are cut into periods; nil when the table is not divided by time.
  let cut: String?
  let periods: [String]
  let levels: [Level]

  /// Puts a table in the form of the file.
  init(_ table: PublishedCounts, cut: PeriodCut?) {
    counts = table.id
    synthetic = table.isSynthetic
    categories = table.categories
    total = table.hasTotal
    self.cut = cut?.rawValue
    periods = table.periods
    var start = 0
    levels = zip(table.levels, table.codes).map { level, codes in
      let end = start + codes.count * table.width
      defer { start = end }
      return Level(
        level: level.rawValue, codes: codes,
        figures: table.cells[start..<end].map { .known($0.figure) })
    }
  }

  /// The number of counts of an area.
  var width: Int { (categories.count + (total ? 1 : 0)) * periods.count }

  /// Whether it is a table that a run can have saved: categories and areas in order, periods that follow each
  /// other, one count per cell, and none that the rule hides.
  func isSound(under rule: DisclosureRule?) -> Bool {
    let isOfPeriods: Bool
    if let cut {
      guard let cut = PeriodCut(rawValue: cut) else { return false }
      let numbers = periods.compactMap(cut.number(ofLabel:))
      isOfPeriods =
        numbers.count == periods.count
        && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
    } else {
      isOfPeriods = periods == [""]
    }
    return isOfPeriods && !levels.isEmpty && Set(levels.map(\.level)).count == levels.count
      && zip(categories, categories.dropFirst()).allSatisfy(<)
      && !(total && categories.contains(PublishedCounts.total))
      && levels.allSatisfy { level in
        zip(level.codes, level.codes.dropFirst()).allSatisfy(<)
          && level.figures.count == level.codes.count * width
          && level.figures.allSatisfy { Self.isSound($0.figure, under: rule) }
      }
  }

  private static func isSound(_ figure: PublishedFigure, under rule: DisclosureRule?) -> Bool {
    switch figure {
    case .value(let number):
      abs(number) <= DisclosureRule.largest && rule?.allows(figure) ?? true
    case .suppressed: rule != nil
    case .interval, .missing, .unreliable: false
    }
  }
}
