internal import Composites
internal import Disclosure
internal import Exports
internal import Indicators

/// What a study makes besides its maps, as its accounts tell of it.
struct ToldResults {
  var heatmaps: [ToldHeatmap] = []
  var tables: [ToldTable] = []

  /// Gathers heatmaps and tables of a run, in the order of the study.
  init(_ study: StudyFile, tables counted: [PublishedCounts], report: StudyReport) {
    func source(_ records: String) -> String {
      study.records.first { $0.id == records }?.source ?? records
    }
    heatmaps = study.heatmaps.map { heatmap in
      ToldHeatmap(
        heatmap, source: source(heatmap.records.value),
        made: report.heatmaps.first { $0.id == heatmap.id.value }?.made)
    }
    tables = counted.compactMap { counts in
      study.tables.first { $0.id == counts.id }.map {
        ToldTable($0, counts, source: source($0.records.value))
      }
    }
  }

  /// Gathers those of cities together.
  init(_ merge: StudyMerge, _ merged: StudyMerge.Merged) {
    func source(_ records: String) -> String {
      let own = merge.parts.flatMap(\.study.data).filter { $0.id == records }.map(\.source)
      return Set(own).sorted().joined(separator: "; ")
    }
    heatmaps = merged.heatmaps.joined.map {
      ToldHeatmap(
        $0.heatmap.specification, source: source($0.heatmap.records), grid: $0.grid)
    }
    tables = merged.tables.compactMap { counts in
      merge.parts[0].study.tables.first { $0.id == counts.id }.map {
        ToldTable($0, counts, source: source($0.records))
      }
    }
  }
}

extension MappedStudy {
  /// Whether numbers of records are added up for a map or an index.
  var addsUp: Bool {
    (maps.map(\.layer.indicator)
      + indices.flatMap { $0.fitted?.definition.members.map(\.indicator) ?? [] })
      .contains(where: \.addsUp)
  }
}

extension Indicator {
  /// Whether numbers of records are added up for it.
  var addsUp: Bool {
    formula.terms.contains { term in
      guard case .records(let records) = term, case .sum = records.measure else { return false }
      return true
    }
  }
}
