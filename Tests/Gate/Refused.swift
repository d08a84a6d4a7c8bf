// What must not compile: published values that no rule has seen.
import Disclosure
import Heatmaps
import Tabulation

func column(_ base: BaseColumn) -> PublishedColumn {
  PublishedColumn(base, rule: nil)  // expect: inaccessible
}

func column(_ figures: [PublishedFigure]) -> PublishedColumn {
  PublishedColumn(figures: figures)  // expect: no-match
}

func changed(_ column: PublishedColumn, _ figures: [PublishedFigure]) -> PublishedColumn {
  var column = column
  column.figures = figures  // expect: constant
  return column
}

func table(_ columns: [String: PublishedColumn], _ base: BaseTable) -> PublishedTable {
  var table = PublishedTable(base, for: .openbaar)
  table.columns = columns  // expect: constant
  return table
}

func decoded<Table: Decodable>(_ type: Table.Type) {}
func saved() { decoded(PublishedTable.self) }  // expect: not-decodable

func part(_ cells: [PublishedGrid.Cell], _ on: CellFrame) -> PublishedGrid.Part {
  .init(frame: on, cells: cells, surfaces: [], tolerance: [])  // expect: inaccessible
}

func grid(_ grid: PublishedGrid, _ edges: [Double]) -> PublishedGrid {
  var grid = grid
  grid.edges = edges  // expect: constant
  return grid
}

func savedGrid() { decoded(PublishedGrid.self) }  // expect: not-decodable

func savedFile() { decoded(SavedPublication.self) }  // expect: not-decodable

func told(_ file: SavedPublication) -> SavedPublication {
  var file = file
  file.about = []  // expect: constant
  return file
}

func savedCounts() { decoded(PublishedCounts.self) }  // expect: not-decodable

func readBackCounts() { decoded(SavedPublication.Counts.self) }  // expect: not-decodable

func counts(_ counts: PublishedCounts, _ cells: [PublishedCounts.Cell]) -> PublishedCounts {
  var counts = counts
  counts.cells = cells  // expect: constant
  return counts
}

func readBackGrids() { decoded(SavedPublication.Grid.self) }  // expect: not-decodable

func readBackPlacings() { decoded(SavedPublication.Placing.self) }  // expect: not-decodable

func placing(_ rows: [PublishedPlacing.Row]) -> PublishedPlacing {
  PublishedPlacing(id: "", rows: rows)  // expect: no-match
}
