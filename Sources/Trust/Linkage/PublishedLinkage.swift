public import Disclosure
internal import SpatialStatistics

/// What may be known of a linkage: counts from a minimum on, rounded, audited; and what follows from those
/// alone.
///
/// Can be made from registers or for a forecast, and in no other way; holds no token and no person.
public struct PublishedLinkage: Sendable {
  /// What is told of an area, a scheme and a period.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Untraceable convicts.
    case persons = "spoorloos"
    /// Of those, with a payment while they were untraceable.
    case overlap
    /// Overlap as a percentage of the untraceable; bounds from rounding.
    case share = "aandeel"
    /// Overlap over what the share of all areas together lets expect; the bounds of chance (exact,
    /// Garwood 1936) and rounding together.
    case ratio = "verhouding"
    /// The median of the months in common, as a class.
    case months = "maanden"
    /// Persons paid to a letter address.
    case letter = "adres_brief"
    /// Persons paid to a post-office box.
    case post = "adres_post"
    /// Persons paid to an address abroad.
    case foreign = "adres_buitenland"
    /// Persons paid to another gemeente than where they were last registered.
    case elsewhere = "andere_gemeente"
  }

  /// One fact.
  public struct Row: Hashable, Sendable {
    /// What kind of place.
    public let level: LinkageAreas.Level
    /// Which place.
    public let area: LinkageAreas.Area
    /// The scheme; empty for the untraceable.
    public let scheme: String
    /// The years.
    public let period: String
    /// What is told.
    public let measure: Measure
    /// The figure; suppressed also when it cannot be computed from what may be known.
    public let figure: PublishedFigure
    /// The bounds of a share or ratio.
    public let bounds: ClosedRange<Double>?
    /// The class of a median, as it is written.
    public let monthClass: String?
  }

  /// How many counts are hidden, and why.
  public struct Loss: Hashable, Sendable {
    /// The kind of places.
    public let level: LinkageAreas.Level
    /// Counts of untraceable and of overlap.
    public internal(set) var counts = 0
    /// Those under the minimum.
    public internal(set) var small = 0
    /// Those hidden so that others cannot be derived.
    public internal(set) var complementary = 0
  }

  /// By level, area, scheme and period.
  public let rows: [Row]
  /// By level.
  public let losses: [Loss]
  /// The rule that was applied.
  public let rule: DisclosureRule

  /// The classes of months, by their first month.
  static let monthClasses = [(1, "1-2"), (3, "3-5"), (6, "6-11"), (12, "12-23"), (24, "24+")]
  /// From which published count on a median is told.
  static let leastForMedian = 25.0

  /// Decides what may be known.
  /// - Throws: ``LinkageError/notSafe(count:)``.
  init(_ counts: LinkCounts, areas: LinkageAreas, rule: DisclosureRule)
    throws(LinkageError)
  {
    let places = areas.rows
    var losses = LinkageAreas.Level.allCases.map { Loss(level: $0) }
    var rows: [[Row]] = Array(repeating: [], count: places.count)
    for (number, period) in counts.periods.enumerated() {
      let protection = try LinkProtection(period, rows: places.map(\.units), rule: rule)
      func figure(_ values: [Int], _ row: Int, hidden: Set<Int>) -> PublishedFigure {
        let count = places[row].units.reduce(0) { $0 + values[$1] }
        let own = PublishedFigure(Double(count), contributions: count, rule: rule)
        let level = LinkageAreas.Level.allCases.firstIndex(of: places[row].level)!
        losses[level].counts += 1
        if own == .suppressed {
          losses[level].small += 1
        } else if hidden.contains(row) {
          losses[level].complementary += 1
          return .suppressed
        }
        return own
      }
      let persons = places.indices.map {
        figure(period.persons, $0, hidden: protection.persons)
      }
      let total = places.count - 1
      func row(
        _ place: Int, _ scheme: String, _ measure: Measure, _ figure: PublishedFigure,
        bounds: ClosedRange<Double>? = nil, monthClass: String? = nil
      ) {
        rows[place].append(
          Row(
            level: places[place].level, area: places[place].area, scheme: scheme,
            period: counts.periodNames[number], measure: measure, figure: figure, bounds: bounds,
            monthClass: monthClass))
      }
      for place in places.indices { row(place, "", .persons, persons[place]) }
      for (index, scheme) in period.schemes.enumerated() {
        let name = counts.schemeNames[index]
        let overlap = places.indices.map {
          figure(scheme.overlap, $0, hidden: protection.overlap[index])
        }
        for place in places.indices {
          let derived = DerivedFigures(
            overlap: overlap[place], persons: persons[place], allOverlap: overlap[total],
            allPersons: persons[total], rule: rule)
          row(place, name, .overlap, overlap[place])
          row(place, name, .share, derived.share.figure, bounds: derived.share.bounds)
          if place != total {
            row(place, name, .ratio, derived.ratio.figure, bounds: derived.ratio.bounds)
          }
          let units = places[place].units
          if let shown = overlap[place].number, shown >= Self.leastForMedian {
            let months = units.flatMap { scheme.months[$0] }.sorted()
            let median = Double(months[(months.count - 1) / 2] + months[months.count / 2]) / 2
            let name = Self.monthClasses.last { Double($0.0) <= median }?.1
            row(place, counts.schemeNames[index], .months, .suppressed, monthClass: name)
          } else {
            row(place, name, .months, .suppressed)
          }
          // Only where sums over areas tell nothing more: of each gemeente, and of no total.
          guard places[place].level == .gemeente || places[place].level == .withoutFixedAddress
          else { continue }
          func parts(_ values: [[Int]], _ told: [(Int, Measure)]) throws(LinkageError) {
            let parts = values[0].indices.map { part in
              units.reduce(0) { $0 + values[$1][part] }
            }
            let hidden =
              overlap[place].number == nil
              ? Set(parts.indices) : try LinkProtection.hidden(parts: parts, rule: rule)
            for (part, measure) in told {
              row(
                place, name, measure,
                hidden.contains(part)
                  ? .suppressed
                  : PublishedFigure(
                    Double(parts[part]), contributions: parts[part], rule: rule))
            }
          }
          try parts(
            scheme.addresses,
            [
              (SchemeLinks.Address.letter.rawValue, .letter),
              (SchemeLinks.Address.post.rawValue, .post),
              (SchemeLinks.Address.foreign.rawValue, .foreign),
            ])
          // Whether the others are in the same gemeente or it is not known is not told.
          try parts(scheme.elsewhere.map { [$0[0], $0[1] + $0[2]] }, [(0, .elsewhere)])
        }
      }
    }
    self.rows = rows.flatMap(\.self)
    self.losses = losses.filter { $0.counts > 0 }
    self.rule = rule
  }
}

/// What follows from published counts.
private struct DerivedFigures {
  struct Bounded {
    var figure = PublishedFigure.suppressed
    var bounds: ClosedRange<Double>?
  }

  private(set) var share = Bounded()
  private(set) var ratio = Bounded()

  init(
    overlap: PublishedFigure, persons: PublishedFigure, allOverlap: PublishedFigure,
    allPersons: PublishedFigure, rule: DisclosureRule
  ) {
    guard let overlap = overlap.number, let persons = persons.number else { return }
    func low(_ value: Double) -> Double {
      max(value - Double(rule.roundingBase / 2), Double(rule.minimumCount))
    }
    func high(_ value: Double) -> Double { value + Double((rule.roundingBase - 1) / 2) }
    share.figure = .value(min(100 * overlap / persons, 100))
    share.bounds =
      min(100 * low(overlap) / high(persons), 100)...min(100 * high(overlap) / low(persons), 100)
    guard let allOverlap = allOverlap.number, let allPersons = allPersons.number else { return }
    let expected = persons * allOverlap / allPersons
    let most = high(persons) * high(allOverlap) / low(allPersons)
    let least = low(persons) * low(allOverlap) / high(allPersons)
    ratio.figure = .value(overlap / expected)
    guard
      let lower = try? StandardisedRatio(observed: low(overlap), expected: most).limits(),
      let upper = try? StandardisedRatio(observed: high(overlap), expected: least).limits()
    else { return }
    ratio.bounds = lower.lowerBound...upper.upperBound
  }
}
