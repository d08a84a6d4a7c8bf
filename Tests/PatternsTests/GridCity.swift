import Areas
import Disclosure
import Geometry
import Indicators
import Patterns
import SpatialStatistics
import Tables
import Tabulation

/// Squares of 100 m in rows and columns, in gemeenten of so many columns each.
struct GridCity {
  let rows: Int
  let columns: Int
  let areas: [Area]

  init(rows: Int, columns: Int, columnsPerGemeente: Int? = nil, gap: Double = 0) {
    self.rows = rows
    self.columns = columns
    var areas: [Area] = []
    for column in 0..<columns {
      for row in 0..<rows {
        let gemeente = column / (columnsPerGemeente ?? columns)
        let x = Double(column) * (100 + gap) + 100_000
        let y = Double(row) * (100 + gap) + 400_000
        let corners = [
          Position(x: x, y: y), Position(x: x + 100, y: y), Position(x: x + 100, y: y + 100),
          Position(x: x, y: y + 100), Position(x: x, y: y),
        ]
        let number = column * rows + row
        areas.append(
          Area(
            code: "BU\(99_000_000 + number)", name: "vak \(number)", wijkcode: nil,
            gemeentecode: "GM990\(gemeente + 1)", gemeentenaam: "stad \(gemeente + 1)",
            geometry: MultiPolygon([try! Polygon(exterior: Ring(corners))])))
      }
    }
    self.areas = areas
  }

  init(areas: [Area]) {
    rows = 0
    columns = 0
    self.areas = areas
  }

  func place(_ row: Int, _ column: Int) -> Int { column * rows + row }

  /// A published indicator with these values; nil where the source has none.
  func layer(_ values: [Double?], minimum: Double = 0, base: [Double]? = nil) -> IndicatorLayer {
    var table = BaseTable(AreaLayer(level: .buurt, areas: areas))
    table.add(
      BaseColumn(
        open: values.map { $0.map { Figure.value($0) } ?? .missing(.secret) }, source: "proef"),
      id: "n")
    if let base {
      table.add(BaseColumn(open: base.map { .value($0) }, source: "proef"), id: "d")
    }
    let text = LocalizedText(nl: "proef", en: "test")
    let indicator = Indicator(
      id: "proef", theme: .context, code: "R00", name: text, says: text, saysNot: text, unit: text,
      decimals: 3, direction: .neutral, minimumDenominator: minimum,
      formula: Formula(
        kind: .value, numerator: .figure("n"), base: base == nil ? nil : .figure("d")),
      caveats: [], references: [], flags: [])
    return IndicatorEvaluator(PublishedTable(table, for: .openbaar)).layer(indicator)
  }

  func answer(
    _ values: [Double?], _ statistic: PatternQuestion.Statistic = .hotspots,
    scope: PatternQuestion.Scope = .all, neighbours: NeighbourRule = .contiguity(.queen),
    permutations: Int = 999, tasks: Int = 1
  ) async throws -> PatternAnswer {
    let question = PatternQuestion(
      id: "proef", text: LocalizedText(nl: "waar?", en: "where?"), statistic: statistic,
      scope: scope, neighbours: neighbours, permutations: permutations)
    return try await PatternFinder(question, tasks: tasks).clusters(
      of: layer(values), neighbours: AreaNeighbours(neighbours, of: areas))
  }
}
