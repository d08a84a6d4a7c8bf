internal import Areas
internal import CSV
internal import Geocoding
internal import Governance
internal import Tables
internal import Tabulation

/// What a file of figures gives a study: which figures, of which areas, and which rows.
struct FiguresLook {
  /// What says of which area a row is.
  enum Key {
    case code(Int)
    case name(NameLook)

    var column: Int {
      switch self {
      case .code(let column): column
      case .name(let look): look.column
      }
    }
  }

  let path: String
  let table: TableLook
  let key: Key
  /// The figures by the name that indicators know them by.
  private(set) var columns: [(name: String, index: Int)]
  /// Columns with numbers of which the catalogue does not say what they are.
  let others: [Int]
  /// In a long file the column that says what is counted.
  let category: Int?
  /// The column of years and the one that is taken, for a file with several rows per area.
  let year: (column: Int, value: String)?
  /// The levels of which areas have a row.
  private(set) var levels: Set<AreaLevel> = []
  /// The codes of the gemeenten in which the areas with a row lie.
  private(set) var gemeenten: Set<String> = []
  /// Names that are not those of one area, once the gemeenten are known.
  private(set) var doubtfulNames: [FigureFile.DoubtfulName] = []
  private(set) var doubts: [String] = []
  /// Whether the study can use the file as it is.
  private(set) var isUsable = true

  /// The figures that are taken for counts of a partner: those above the line of an indicator that counts
  /// records, and crimes by the name of the area. The study treats them as not public.
  private let delivered: Set<String>

  /// Whether the figures are a delivery of counts.
  var areDelivered: Bool { columns.contains { delivered.contains($0.name) } }

  /// The file once for counts that are not public and once for other figures, when it has both.
  var parts: [FiguresLook] {
    var (counts, open) = (self, self)
    counts.columns.removeAll { !delivered.contains($0.name) }
    open.columns.removeAll { delivered.contains($0.name) }
    return counts.columns.isEmpty || open.columns.isEmpty ? [self] : [counts, open]
  }

  private static let keyNames = [
    "buurtcode", "bucode", "gwbcode", "gwbcode10", "wijkcode", "wkcode", "gemeentecode", "gmcode",
    "code", "codering", "wijkenenbuurten", "regiocode", "regiocodegemeentewijkbuurtcode",
  ]

  /// Whether a column has a name under which sources give codes of areas.
  static func isKeyName(_ column: TableLook.Column) -> Bool { keyNames.contains(column.folded) }

  private static let valueNames = [
    "aantal", "aantallen", "count", "counts", "n", "waarde", "value", "totaal",
  ]
  private static let categoryNames = [
    "soort", "type", "categorie", "delict", "misdrijf", "soortmisdrijf", "onderwerp", "indicator",
  ]

  /// Nil when the table holds no figures of areas.
  /// - Parameters:
  ///   - wanted: the names of figures that an indicator looks at.
  ///   - counting: the ids of indicators that count records, for which a count may be delivered.
  init?(
    path: String, table: TableLook, wanted: Set<String>, counting: Set<String>,
    aliases: ColumnAliases, areas: AreaSet
  ) throws {
    let detected = try? PlacementColumns.detect(
      header: table.file.header, sample: table.sample, dialect: table.file.dialect)
    func holdsCodes(_ column: Int) -> Bool {
      table.columns[column].words.contains { AreaNames.code($0) != nil }
    }
    // Names may stand under the same word as codes elsewhere.
    let named = Self.keyNames.compactMap { table.index(named: [$0]) }
    var found = named.first(where: holdsCodes) ?? named.first
    switch detected {
    case .code(let index, _)?: found = found ?? index
    case .rd?, .lonLat?: return nil
    case nil: break
    }
    if let found, holdsCodes(found) {
      key = .code(found)
    } else if let look = NameLook(table, areas: areas) {
      key = .name(look)
    } else if let found {
      key = .code(found)
    } else {
      return nil
    }
    var ownPlaces: Set<Int> = [key.column]
    var areCodes = true
    if case .name(let look) = key {
      areCodes = false
      if let gemeente = look.gemeente { ownPlaces.insert(gemeente) }
    }
    let period = table.index(named: ["jaar", "peiljaar", "perioden", "periode"])
    if let period { ownPlaces.insert(period) }
    columns = table.columns.indices.compactMap { index -> (name: String, index: Int)? in
      let column = table.columns[index].name
      let plain = column.lowercased()
      let name = counting.contains(plain) ? plain : aliases.canonical(column)
      guard !ownPlaces.contains(index), wanted.contains(name) || counting.contains(name),
        BlockedColumns.ground(for: column) == nil
      else { return nil }
      return (name, index)
    }
    let numbers = table.columns.indices.filter { index in
      let column = table.columns[index]
      return !ownPlaces.contains(index) && column.holdsNumbers && !column.holdsDays
        && column.personal == nil && column.ground == nil
    }
    let value = numbers.first { Self.valueNames.contains(table.columns[$0].folded) }
    category =
      value == nil
      ? nil
      : table.index(named: Self.categoryNames).flatMap { ownPlaces.contains($0) ? nil : $0 }
    others = columns.isEmpty ? value.map { [$0] } ?? numbers : []
    delivered = areCodes ? counting : counting.union(["misdrijven"])
    self.path = path
    self.table = table
    if columns.isEmpty {
      // Records may have a code or a name too; counts have a row per area, or a column that says how many.
      let hasDays = table.columns.contains { $0.holdsDays }
      let areCounts = value != nil || table.columns[key.column].repeated == 0
      let address = try? AddressColumns(
        header: table.file.header, sample: table.sample, dialect: table.file.dialect)
      guard !others.isEmpty, !hasDays, areCounts, address?.columns[.street] == nil else {
        return nil
      }
    }

    let values = period.map { table.columns[$0].words.sorted() } ?? []
    if let period, values.count > 1 {
      let value = values.first { $0.hasPrefix("\(areas.edition.year)") } ?? values[values.count - 1]
      year = (period, value)
      doubts.append(
        "several periods; the rows of '\(value)' are taken, those of the areas or the last.")
    } else {
      year = nil
    }
    if columns.isEmpty {
      isUsable = false
      doubts.append(
        "these look like counts per area, and the catalogue does not know of what: say it under columns, as "
          + "misdrijven or drugs_per_1000_inwoners for the count above its line. Are they records, one "
          + "on each row? Then they go under records.")
      if case .code = key {
        doubts.append("are they public, as CBS gives them? Then leave kind away.")
      }
    } else if case .code(let column) = key {
      try lookAtCodes(column, areas)
    }
    if case .name(let look) = key { levels = [look.level] }
    let years = path.matches(of: /20[0-9]{2}/).compactMap { Int($0.output) }
    if !years.isEmpty, !(years.min()!...years.max()!).contains(areas.edition.year) {
      doubts.append(
        "its name speaks of \(years.max()!): are its \(areCodes ? "codes" : "areas") those of "
          + "\(areas.edition.year)? Figures of another edition are refused; correct edition when they are "
          + "not.")
    }
  }

  private mutating func lookAtCodes(_ column: Int, _ areas: AreaSet) throws {
    var seen: Set<String> = []
    var (known, unknown, twice) = (0, 0, 0)
    let wantedPeriod = year?.value
    var found: Set<AreaLevel> = []
    var homes: Set<String> = []
    try table.forEachRow(column, year?.column) { text, period in
      if let wantedPeriod, period != wantedPeriod { return }
      guard let code = AreaNames.code(text) else { return }
      if !seen.insert(code).inserted { twice += 1 }
      let layer = areas.layers.first { $0.ordinal(of: code) != nil }
      if let layer, let ordinal = layer.ordinal(of: code) {
        known += 1
        found.insert(layer.level)
        homes.insert(layer.areas[ordinal].gemeentecode)
      } else {
        unknown += 1
      }
    }
    levels = found
    gemeenten = homes
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

  /// Looks at the areas as the study will, now that its gemeenten are known.
  mutating func look(in areas: AreaSet) throws {
    if isUsable, !gemeenten.isEmpty, gemeenten.isDisjoint(with: areas.gemeenten.map(\.code)) {
      doubts.append("none of its areas lies in a gemeente of this study.")
    }
    if areDelivered {
      doubts.append(
        "these counts are taken for a delivery that is not public: openbaar hides the small ones. Published "
          + "by their source? Then kind: open.")
    }
    guard case .name(let look) = key, isUsable else { return }
    let conditions = year.map { [FigureFile.Condition(column: $0.column, value: $0.value)] } ?? []
    let read = try FigureFile(
      table.file,
      layout: FigureLayout(
        key: .name(look.column, gemeente: look.gemeente, same: [:]), conditions: conditions,
        columns: columns.map { FigureLayout.Column(name: $0.name, index: $0.index) },
        areCounts: areDelivered), areas: areas, level: look.level)
    doubtfulNames = read.doubtfulNames
    let level = look.level.rawValue
    for name in doubtfulNames.prefix(Self.mostNames) {
      let what =
        name.codes.isEmpty
        ? "'\(name.name)' is no \(level)"
          + (name.nearest.map { "; the nearest is '\($0)'" } ?? "")
        : "'\(name.name)' is the name of \(name.codes.joined(separator: " and "))"
      doubts.append(
        "\(what). Its rows are left out: put the name or code that is meant in the place of \"-\".")
    }
    if doubtfulNames.count > Self.mostNames {
      isUsable = false
      doubts.append(
        "\(counted(doubtfulNames.count - Self.mostNames, "more name is", "more names are")) no \(level): is this a table of these "
          + "areas, and of \(areas.edition.year)?")
    }
    let contradicted = areDelivered ? read.repeatedCodes : read.contradictedCodes
    if !contradicted.isEmpty {
      isUsable = false
      doubts.append(
        "\(counted(contradicted.count, "area has", "areas have")) several rows; say which count with where: "
          + "{column: value}, or take them together.")
    }
    if read.unreadableCells > 0 {
      doubts.append(
        "\(counted(read.unreadableCells, "cell is", "cells are")) neither a number nor a sign for "
          + "missing; there is no data.")
    }
  }

  /// More doubtful names than these, and the table is of something else.
  private static let mostNames = 30
}
