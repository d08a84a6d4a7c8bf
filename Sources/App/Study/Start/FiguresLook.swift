internal import Areas
internal import CSV
internal import Geocoding
internal import Governance
internal import Tables

/// What a file of figures gives a study: which figures, by which code, and which rows.
struct FiguresLook {
  let path: String
  let table: TableLook
  let key: Int
  /// The figures by the name that indicators know them by.
  let columns: [(name: String, index: Int)]
  /// The column of years and the one that is taken, for a file with several rows per area.
  let year: (column: Int, value: String)?
  private(set) var doubts: [String] = []
  /// Whether the study can use the file as it is.
  private(set) var isUsable = true

  private static let keyNames = [
    "buurtcode", "bucode", "gwbcode", "gwbcode10", "wijkcode", "wkcode", "gemeentecode", "gmcode",
    "code", "codering", "wijkenenbuurten",
  ]

  /// Nil when the table holds no figures that an indicator looks at.
  init?(path: String, table: TableLook, wanted: Set<String>, aliases: ColumnAliases, areas: AreaSet)
    throws
  {
    let detected = PlacementColumns.detect(
      header: table.file.header, sample: table.sample, dialect: table.file.dialect)
    var found = table.index(named: Self.keyNames)
    switch detected {
    case .code(let index, _)?: found = found ?? index
    case .rd?, .lonLat?: return nil
    case nil: break
    }
    guard let key = found else { return nil }
    columns = table.columns.indices.compactMap { index -> (name: String, index: Int)? in
      let name = aliases.canonical(table.columns[index].name)
      guard index != key, wanted.contains(name),
        BlockedColumns.ground(for: table.columns[index].name) == nil
      else { return nil }
      return (name, index)
    }
    guard !columns.isEmpty else { return nil }
    self.path = path
    self.table = table
    self.key = key

    let period = table.index(named: ["jaar", "peiljaar", "perioden", "periode"])
    let values = period.map { table.columns[$0].words.sorted() } ?? []
    if let period, values.count > 1 {
      let value = values.first { $0.hasPrefix("\(areas.edition.year)") } ?? values[values.count - 1]
      year = (period, value)
      doubts.append(
        "several periods; the rows of '\(value)' are taken, those of the areas or the last.")
    } else {
      year = nil
    }
    try lookAtCodes(areas)
    let years = path.matches(of: /20[0-9]{2}/).compactMap { Int($0.output) }
    if !years.isEmpty, !(years.min()!...years.max()!).contains(areas.edition.year) {
      doubts.append(
        "its name speaks of \(years.max()!): are its codes those of \(areas.edition.year)? Figures of "
          + "another edition are refused; correct edition when they are not.")
    }
  }

  private mutating func lookAtCodes(_ areas: AreaSet) throws {
    var seen: Set<String> = []
    var (known, unknown, twice) = (0, 0, 0)
    let wantedPeriod = year?.value
    try table.forEachRow(key, year?.column) { text, period in
      if let wantedPeriod, period != wantedPeriod { return }
      guard let code = AreaCode.normalised(text) else { return }
      if !seen.insert(code).inserted { twice += 1 }
      let isKnown = areas.layers.contains { $0.ordinal(of: code) != nil }
      if isKnown { known += 1 } else { unknown += 1 }
    }
    if twice > 0 {
      isUsable = false
      doubts.append(
        "\(counted(twice, "row has", "rows have")) a code that another row has too; say which count with where: "
          + "{column: value}.")
    }
    if known == 0 {
      isUsable = false
      doubts.append("none of its codes is one of the areas.")
    } else if unknown > 0 {
      doubts.append("\(unknown) of \(known + unknown) codes are not among the areas.")
    }
  }
}
