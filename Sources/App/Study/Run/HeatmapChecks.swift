internal import Areas
internal import Disclosure
internal import Tables

/// What is wrong with the heatmaps of a study, seen beside the rest of it.
struct HeatmapChecks {
  private(set) var problems: [StudyProblem] = []

  init(_ study: StudyFile) {
    for (place, heatmap) in study.heatmaps.enumerated() {
      let known = study.records.map(\.id)
      guard known.contains(heatmap.records.value) else {
        problems.append(
          study.problem(
            at: heatmap.records,
            .unknownWord(
              key: "records", given: heatmap.records.value,
              nearest: nearestWord(to: heatmap.records.value, among: known), allowed: known)))
        continue
      }
      // Of maps of the same records each tells what another hides.
      guard study.audience != .intern, Self.isClosed(heatmap),
        let other = study.heatmaps[..<place].first(where: {
          $0.records.value == heatmap.records.value && Self.isClosed($0)
            && !Self.areApart($0, heatmap)
        })
      else { continue }
      problems.append(
        study.problem(
          at: heatmap.id,
          .overlappingHeatmaps(first: other.id.value, records: heatmap.records.value)))
    }
  }

  /// Whether a heatmap is of records that are protected; those of homes are refused anyway.
  private static func isClosed(_ heatmap: HeatmapSpecification) -> Bool {
    heatmap.settings.source != .homes && heatmap.settings.source.rule != nil
  }

  /// Whether no record can be in both, because a column must hold words of which none is the same.
  private static func areApart(_ a: HeatmapSpecification, _ b: HeatmapSpecification) -> Bool {
    a.conditions.contains { first in
      b.conditions.contains { second in
        first.column == second.column
          && first.words.allSatisfy { word in
            second.words.allSatisfy { !WordPattern.overlap(word, $0) }
          }
      }
    }
  }
}

/// A word that a column must hold; with `*` at its end all that begin so.
enum WordPattern {
  static func matches(_ pattern: String, _ word: String) -> Bool {
    pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
  }

  /// Whether some word matches both.
  static func overlap(_ a: String, _ b: String) -> Bool {
    switch (a.hasSuffix("*"), b.hasSuffix("*")) {
    case (true, true): a.dropLast().hasPrefix(b.dropLast()) || b.dropLast().hasPrefix(a.dropLast())
    case (false, _): matches(b, a)
    case (true, false): matches(a, b)
    }
  }
}
