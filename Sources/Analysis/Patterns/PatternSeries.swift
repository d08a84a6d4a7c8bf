public import Disclosure
public import Indicators

/// A published count of each area over consecutive periods: what a trend is looked for in.
public struct PatternSeries: Sendable {
  /// The codes of the areas, sorted.
  public let codes: [String]
  /// One row per area with one value per period; nil where it is suppressed.
  public let rows: [[Double?]]
  /// What is counted.
  public let subject: PatternAnswer.Subject

  /// Takes a table of counts per period, or one category of it.
  ///
  /// - Parameters:
  ///   - codes: the codes of all areas, sorted; one that the table lacks gets a row without values.
  ///   - name: what is counted.
  ///   - category: the category, for a table that has them. One that does not occur was counted
  ///     nowhere, and gives rows without values.
  ///   - sources: the sources as they are named under a map.
  ///   - seasons: the number of periods in a year when seasons are told apart, 1 otherwise.
  ///   - isComplete: whether a period, by its name, lies wholly within the time that is described;
  ///     others are left out.
  public init(
    _ counts: PublishedCounts, codes: [String], name: LocalizedText, category: String?,
    sources: [String],
    seasons: Int, isComplete: (String) -> Bool
  ) {
    var rows = [[Double?]](repeating: [], count: codes.count)
    let places = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var periods: [String] = []
    let first = counts.cells.first?.code
    // Cells stand by area, then category, then period.
    for cell in counts.cells where cell.category == category ?? "" && isComplete(cell.period) {
      guard let place = places[cell.code] else { continue }
      if cell.code == first { periods.append(cell.period) }
      rows[place].append(cell.figure.number)
    }
    self.codes = codes
    self.rows = rows
    subject = PatternAnswer.Subject(
      id: counts.id, name: name,
      unit: LocalizedText(nl: "aantal per periode", en: "count per period"),
      decimals: 0,
      saysNot: LocalizedText(
        nl:
          "Beschrijft de genoemde perioden en voorspelt niets. Registraties volgen ook waar gekeken en "
          + "gemeld is.",
        en:
          "Describes the periods named and forecasts nothing. Records also follow where people looked "
          + "and reported."), sources: sources,
      isSynthetic: counts.isSynthetic,
      periods: PatternAnswer.Periods(
        first: periods.first ?? "", last: periods.last ?? "", count: periods.count,
        seasons: seasons))
  }
}
