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

  /// The categories and periods that the table of a part lacks, a sentence for each table and part.
  func absences(in tables: [PublishedCounts]) -> [String] {
    tables.enumerated().flatMap { number, table in
      parts.compactMap { part -> String? in
        let own = part.publication.counts[number]
        var absent = table.categories.filter { !own.categories.contains($0) }.map { "'\($0)'" }
        let runs = table.periods.split { own.periods.contains($0) }.compactMap { run in
          run.first.flatMap { first in
            run.last.map { $0 == first ? first : "\(first) to \($0)" }
          }
        }
        absent += runs
        guard !absent.isEmpty else { return nil }
        let names = part.study.gemeenten.sorted { $0.key < $1.key }.map(\.value)
        return "Table \(table.id): that of \(names.joined(separator: ", ")) has no "
          + "\(absent.joined(separator: ", ")); as in one run, counts there are "
          + (part.publication.rule.map { $0.zeros == .shown } ?? true ? "nought." : "hidden.")
      }
    }
  }
}
