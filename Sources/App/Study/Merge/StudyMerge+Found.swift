internal import Areas
internal import Atlas
internal import Bytes
internal import Cartography
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Patterns
internal import SpatialStatistics
internal import Tabulation

/// What is found in the maps of all parts together: by the same steps as in a run, from published values alone.
extension StudyMerge {
  /// What the bias audit of the whole needs.
  public struct Shares: Sendable {
    let file: String
    let justification: BiasJustification?

    /// Names a file with percentages per area, over all parts, and who answers for what is found.
    public init(file: String, justification: BiasJustification?) {
      self.file = file
      self.justification = justification
    }
  }

  /// What was found.
  struct Found {
    let patterns: [PatternAnswer]
    let kinds: AreaKinds?
    /// Nil when the parts ask for none.
    let audit: BiasAudit?
    let justification: BiasJustification?
  }

  /// Refuses shares that nobody asked for, their absence where they were, and shares in the folder for the
  /// results.
  func refuse(_ shares: Shares?, target path: String) throws {
    let audit = parts[0].study.audit
    guard let shares else {
      if let audit { throw Failure.noShares(audit.columns) }
      return
    }
    guard audit != nil else { throw Failure.noAudit(shares.file) }
    if PathTarget.lies(shares.file, in: path) {
      throw StudyRun.Failure.readsFromTarget(file: shares.file, folder: path)
    }
  }

  /// Finds patterns and types, and holds all results against protected shares.
  /// - Throws: what ``StudyRun/biasAudit(_:patterns:kinds:isWhole:stops:authors:)`` throws.
  func found(in merged: Merged, shares: Shares?, tasks: Int) async throws -> Found {
    let study = parts[0].study
    let areas = merged.document.areas
    var patterns: [PatternAnswer] = []
    for pattern in study.patterns {
      let finder = PatternFinder(pattern.question, tasks: tasks)
      let answer =
        pattern.table == nil
        ? try await StudyRun.clusters(
          of: pattern.indicator, finder, maps: merged.maps, areas: areas)
        : try await trend(pattern, finder, in: merged)
      if let answer { patterns.append(answer) }
    }
    let kinds =
      study.hasTypes
      ? try await StudyRun.kinds(
        at: merged.level, document: merged.document, published: merged.published,
        maps: merged.maps + merged.wider, tasks: tasks) : nil
    return Found(
      patterns: patterns, kinds: kinds,
      audit: try shares.flatMap { shares in
        try study.audit.flatMap {
          try audit($0, shares, of: merged, patterns: patterns, kinds: kinds)
        }
      }, justification: shares?.justification)
  }

  /// The audit of a run, of a study with nothing in it but the shares.
  private func audit(
    _ audit: SavedStudy.Audit, _ shares: Shares, of merged: Merged, patterns: [PatternAnswer],
    kinds: AreaKinds?
  ) throws -> BiasAudit? {
    func located<Value: Sendable>(_ value: Value) -> Located<Value> {
      Located(value, line: 0, column: 0)
    }
    var study = auditedStudy(of: merged)
    study.audit = AuditSpecification(
      file: located(shares.file), key: nil, columns: audit.columns.map(located),
      threshold: located(audit.threshold))
    let run = StudyRun(
      study, geodata: try Geodata(folder: catalogue), justification: shares.justification)
    return try run.biasAudit(
      mapped(merged), patterns: patterns, kinds: kinds, isWhole: true,
      authors: parts.compactMap(\.study.author), police: policeData)
  }

  /// The study of all parts with their heatmaps and tables, which a warning about what police record is about.
  func auditedStudy(of merged: Merged) -> StudyFile {
    var study = study(of: merged)
    study.heatmaps = merged.heatmaps.joined.map(\.heatmap.specification)
    study.tables = parts[0].study.tables.map { table in
      TableSpecification(
        id: table.id, records: Located(table.records, line: 0, column: 0), measure: .count,
        hasTotals: table.hasTotals, title: table.title)
    }
    return study
  }

  /// The records that a part says are of the police. The figures of their data are not in what it published.
  var policeData: PoliceData {
    PoliceData(
      records: Set(
        parts.flatMap(\.study.data).filter { $0.dataClass == DataClass.police.rawValue }.map(\.id)))
  }
}
