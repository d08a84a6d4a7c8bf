internal import Areas
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Patterns
internal import Tabulation

/// What is made of tables of counts of all parts together.
extension StudyMerge {
  /// What rises or falls, from the counts of all parts.
  func trend(
    _ pattern: SavedStudy.Pattern, _ finder: PatternFinder, in merged: Merged
  ) async throws -> PatternAnswer? {
    guard let number = parts[0].study.tables.firstIndex(where: { $0.id == pattern.table }),
      let cut = parts[0].study.tables[number].cut,
      let level = merged.tables[number].levels.first, let places = merged.document.areas[level],
      let peildatum = RecordDate(merged.document.peildatum)
    else { return nil }
    return try await StudyRun.trend(
      finder, of: merged.tables[number], category: pattern.category, cut: cut,
      sources: sources(of: parts[0].study.tables[number].records), in: places,
      peildatum: peildatum)
  }

  /// The sources of records, each once.
  private func sources(of records: String) -> [String] {
    Set(parts.flatMap { $0.study.data.filter { $0.id == records }.map(\.source) }).sorted()
  }

  /// The categories and periods that the table of a part lacks.
  struct Absence {
    let table: String
    /// The names of the gemeenten of the part.
    let city: String
    let categories: [String]
    /// Periods that follow each other.
    let ranges: [(first: String, last: String)]
    /// Whether counts there are nought; else they are hidden.
    let tellsZero: Bool

    var sentence: String {
      let list = ranges.map { $0.first == $0.last ? $0.first : "\($0.first) to \($0.last)" }
      return "Table \(table): that of \(city) has no "
        + (categories.map { "'\($0)'" } + list).joined(separator: ", ")
        + "; as in one run, counts there are \(tellsZero ? "nought" : "hidden")."
    }
  }

  /// What the tables of parts lack, by table and part.
  func absences(in tables: [PublishedCounts]) -> [Absence] {
    tables.enumerated().flatMap { number, table in
      parts.compactMap { part -> Absence? in
        let own = part.publication.counts[number]
        let absence = Absence(
          table: table.id, city: part.name,
          categories: table.categories.filter { !own.categories.contains($0) },
          ranges: table.periods.split { own.periods.contains($0) }.compactMap { range in
            range.first.flatMap { first in range.last.map { (first, $0) } }
          },
          // Among the others of a part there can be records of any category that it lacks.
          tellsZero: part.publication.rule.map {
            $0.zeros == .shown && !own.categories.contains(PublishedCounts.other)
          } ?? true)
        return absence.categories.isEmpty && absence.ranges.isEmpty ? nil : absence
      }
    }
  }
}
