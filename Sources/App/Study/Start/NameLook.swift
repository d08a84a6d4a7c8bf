internal import Areas
internal import Tabulation

/// The column of a table that holds names of areas, and of which areas.
struct NameLook {
  /// The column with names.
  let column: Int
  /// The level of the areas that have these names.
  let level: AreaLevel
  /// The column that says the gemeente, when there is one.
  let gemeente: Int?
  /// The codes of the gemeenten in which the areas lie.
  let gemeenten: Set<String>

  /// The names of columns with a gemeente, folded.
  private static let gemeenteNames = [
    "gemeente", "gemeentenaam", "gemeentecode", "gmnaam", "gmcode", "stad",
  ]

  /// Nil when no column has names of areas in most of its cells.
  init?(_ table: TableLook, areas: AreaSet) {
    let names = areas.layers.map { ($0.level, AreaNames($0)) }
    var best: (column: Int, level: AreaLevel, names: AreaNames)?
    for (index, column) in table.columns.enumerated() where column.personal == nil {
      let words = column.words.filter { !AreaNames.isTotal($0) }
      guard !words.isEmpty else { continue }
      // A header that says the level decides between levels that share names.
      let fits = names.compactMap {
        level, names -> (score: Double, level: AreaLevel, names: AreaNames)? in
        let known = words.count { !names.gemeenten(ofName: $0).isEmpty }
        let share = Double(known) / Double(words.count)
        guard known > 0, share >= 0.5 else { return nil }
        return (share + (column.folded.contains(level.rawValue) ? 1 : 0), level, names)
      }
      guard let fit = fits.max(by: { ($0.score, $1.level) < ($1.score, $0.level) }) else {
        continue
      }
      // Of a gemeente, a wijk and a buurt the smallest is meant.
      if best.map({ fit.level < $0.level }) ?? true { best = (index, fit.level, fit.names) }
    }
    guard let best else { return nil }
    column = best.column
    level = best.level
    let words = table.columns[best.column].words.filter { !AreaNames.isTotal($0) }
    let other = table.index(named: Self.gemeenteNames).flatMap { $0 == best.column ? nil : $0 }
    let said = Set(
      other.map { table.columns[$0].words.compactMap { best.names.gemeente($0) } } ?? [])
    gemeente = said.isEmpty ? nil : other
    gemeenten = said.isEmpty ? Self.home(of: words, best.names) : said
  }

  /// The fewest gemeenten that have the names: that with the most of them, then that with the most of the
  /// rest, as long as it has a tenth of all.
  private static func home(of words: Set<String>, _ names: AreaNames) -> Set<String> {
    var rest = words.sorted().map { names.gemeenten(ofName: $0) }.filter { !$0.isEmpty }
    var chosen: Set<String> = []
    while !rest.isEmpty {
      var counts: [String: Int] = [:]
      for gemeenten in rest { for gemeente in gemeenten { counts[gemeente, default: 0] += 1 } }
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        chosen.isEmpty || best.value * 10 >= words.count
      else { break }
      chosen.insert(best.key)
      rest.removeAll { $0.contains(best.key) }
    }
    return chosen
  }
}
