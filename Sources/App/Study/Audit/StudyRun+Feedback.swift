internal import Composites
internal import Exports
internal import Governance
internal import Indicators
internal import Patterns

/// The data of a study that police record, as far as the study says so.
struct PoliceData {
  /// The names of records.
  var records: Set<String> = []
  /// The names of figures.
  var figures: Set<String> = []
}

extension StudyFile {
  /// The data of the class of police data.
  var policeData: PoliceData {
    var police = PoliceData()
    for data in dataSets where data.declaration?.value.dataClass == .police {
      if let figures = data.figures {
        police.figures.formUnion(figures)
      } else {
        police.records.insert(data.id)
      }
    }
    return police
  }
}

extension StudyRun {
  /// The results that rest on what police record: indicators that say so or count such data, the indices and
  /// patterns that are made of them, and heatmaps and tables of the same records.
  func policeFeedback(
    _ mapped: MappedStudy, patterns: [PatternAnswer], police: PoliceData? = nil
  ) -> PoliceFeedback {
    let police = police ?? study.policeData
    func isPolice(_ indicator: Indicator) -> Bool {
      indicator.flags.contains(.policeGenerated)
        || indicator.formula.terms.flatMap(\.leaves).contains { term in
          if case .figure(let name) = term { return police.figures.contains(name) }
          return term.recordsID.map(police.records.contains) ?? false
        }
    }
    let own = mapped.maps.map(\.layer.indicator).filter(isPolice)
    let indices = mapped.indices.compactMap { $0.fitted?.definition }.filter { definition in
      definition.members.contains { isPolice($0.indicator) }
    }.map(\.indicator).filter { index in !own.contains { $0.id == index.id } }
    let ids = Set((own + indices).map(\.id))
    // A heatmap or table is of the records that an indicator counts too.
    let records = police.records.union(
      own.flatMap { $0.formula.terms.flatMap(\.leaves).compactMap(\.recordsID) })
    let tables = study.tables.filter { records.contains($0.records.value) }
    let asked = patterns.filter { answer in
      ids.contains(answer.subject.id) || tables.contains { $0.id == answer.subject.id }
    }
    return PoliceFeedback(
      (own + indices).map { NamedResult(id: $0.id, name: $0.name) }
        + asked.map { NamedResult(id: "patroon_\($0.question.id)", name: $0.question.text) }
        + study.heatmaps.filter { records.contains($0.records.value) }.map(\.named)
        + tables.map(\.named))
  }

  /// Heatmaps and tables: no figures by area that could be held against a share.
  var besideAudit: [NamedResult] { study.heatmaps.map(\.named) + study.tables.map(\.named) }
}

extension HeatmapSpecification {
  /// The heatmap among results.
  fileprivate var named: NamedResult {
    NamedResult(
      id: "heatmap_\(id.value)",
      name: LocalizedText(nl: "heatmap \(title.nl)", en: "heatmap \(title.en)"))
  }
}

extension TableSpecification {
  /// The table among results.
  fileprivate var named: NamedResult {
    NamedResult(
      id: "tabel_\(id)",
      name: LocalizedText(nl: "tabel \(title?.nl ?? id)", en: "table \(title?.en ?? id)"))
  }
}

extension Term {
  /// The records that a term counts; nil for figures and what is put together.
  fileprivate var recordsID: String? {
    switch self {
    case .records(let term): term.records
    case .points(let term): term.records
    case .figure, .combined, .neighbours, .indicator: nil
    }
  }
}
