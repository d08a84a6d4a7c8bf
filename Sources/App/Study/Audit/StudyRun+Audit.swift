internal import Areas
internal import Atlas
internal import Composites
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Indices
internal import Patterns
internal import Quality

extension StudyRun {
  /// Holds all results of a study against protected shares; nil when the study asks for no audit.
  ///
  /// From published values alone.
  /// - Parameters:
  ///   - isWhole: whether these are all results, so that a reason for another is out of date.
  ///   - stops: whether a finding without a reason is refused.
  ///   - authors: who made the results and so cannot answer for them; nil for the author of the study.
  ///   - police: the data that police record; those of the study when left out.
  /// - Throws: ``Failure/bias(_:)`` when a result is beyond the threshold, or was not
  ///   tested and could have been, and is not for `intern` alone, and nobody answers for it;
  ///   ``Failure/biasNotTested(fewest:)`` when none was tested; ``Failure/unjustified(_:)`` when who does so
  ///   answers for something else; or what reading the shares throws.
  @discardableResult
  func biasAudit(
    _ mapped: MappedStudy, patterns: [PatternAnswer] = [], kinds: AreaKinds? = nil,
    isWhole: Bool = false, stops: Bool = true, authors: [String]? = nil,
    police: PoliceData? = nil
  ) throws -> BiasAudit? {
    guard let specification = study.audit else { return nil }
    let threshold = specification.threshold(under: geodata.rules)
    let limit = geodata.rules.bias
    let areas = mapped.document.areas
    let shares = try ProtectedShares(specification, study: study, areas: areas)
    let layers =
      mapped.maps.map { audited($0, of: mapped) }
      + mapped.wider.map { audited($0, of: mapped, isWider: true) }
      + patterns.flatMap(Self.audited)
      + (kinds.map { Self.audited($0) } ?? [])
    var all = layers.flatMap { rows(of: $0, shares: shares, mapped: mapped) }
    for index in mapped.indices {
      all += drift(of: index, shares: shares, mapped: mapped)
    }
    let found = BiasAudit.above(threshold, among: all)
    // What was not tested is not known to be without bias.
    let untested = BiasAudit.untested(among: all, coverage: limit.coverage)
    let names = biasNames(mapped, patterns: patterns, kinds: kinds)
    let isTested = all.contains { $0.correlation != nil }
    if stops {
      if let justification {
        let faults = justification.faults(
          found, untested: untested, isTested: isTested, isWhole: isWhole,
          authors: authors ?? [study.author].compactMap(\.self),
          peildatum: study.peildatum, today: mindsExpiry ? Today.latest : nil)
        guard faults.isEmpty else { throw Failure.unjustified(faults) }
      } else if study.audience != .intern {
        guard isTested else { throw Failure.biasNotTested(fewest: BiasAudit.fewest) }
        guard found.isEmpty, untested.isEmpty else {
          throw Failure.bias(
            BiasAudit.Stop(
              rows: found, untested: untested, threshold: threshold, coverage: limit.coverage,
              names: names))
        }
      }
    }
    return BiasAudit(
      report: BiasReport(
        rows: all,
        limits: BiasReport.Limits(
          threshold: threshold, highest: limit.threshold, coverage: limit.coverage),
        source: BiasReport.Source(words: specification.source, year: specification.year),
        justification: justification.map {
          BiasReport.Justification(
            name: $0.name, role: $0.role, date: $0.date.text,
            reasons: $0.findings.map { ($0.result, $0.column, $0.gemeentecode, $0.reason) },
            notTested: $0.notTested.map { ($0.result, $0.column, $0.gemeentecode, $0.reason) },
            noneTested: $0.noneTested)
        },
        feedback: policeFeedback(mapped, patterns: patterns, police: police), beside: besideAudit,
        names: names, document: mapped.document), remarks: shares.remarks)
  }

  /// The audit of all results, worked out in memory, whatever it finds; nil when the study asks for none.
  /// - Throws: what a run of the study throws, but for findings.
  public func wholeAudit(tasks: Int) async throws -> BiasAudit? {
    guard study.audit != nil else { return nil }
    let mapped = try await mapped(tasks: tasks, sharesChoices: false)
    var report = mapped.report
    let patterns = try await answers(
      maps: mapped.maps, tables: mapped.tables, areas: mapped.document.areas, tasks: tasks,
      report: &report)
    let kinds = try await kinds(of: mapped, tasks: tasks)
    return try biasAudit(mapped, patterns: patterns, kinds: kinds, isWhole: true, stops: false)
  }

  /// One result as numbers per area.
  private struct Audited {
    /// The result, at whatever level.
    let result: String
    /// Its level, when that is another than the one that was asked for, which its name then tells.
    var wider: AreaLevel?
    let kind: BiasReport.Kind
    let level: AreaLevel
    let values: [Double?]

    var id: String { result + (wider.map { "_\($0.rawValue)" } ?? "") }

    /// Whether shares of all areas could tell something of it.
    var isTestable: Bool {
      let known = values.compactMap(\.self)
      return known.count >= BiasAudit.fewest && BiasAudit.differ(known, of: kind)
    }
  }

  private func audited(
    _ map: IndicatorMap, of mapped: MappedStudy, isWider: Bool = false
  ) -> Audited {
    let id = map.layer.indicator.id
    let isIndex = mapped.indices.contains { $0.map.layer.indicator.id == id }
    let isSector = mapped.sectorIDs.contains(id)
    return Audited(
      result: id, wider: isWider ? map.layer.level : nil,
      kind: isIndex ? .index : isSector ? .sector : .indicator, level: map.layer.level,
      values: map.layer.values.map(\.value))
  }

  /// Areas that were found against all others that took part: hot ones, high among high, or rising.
  private static func audited(_ answer: PatternAnswer) -> [Audited] {
    [(answer.whole, ""), (answer.perCity, "_per_gemeente")].compactMap { map, suffix in
      guard let map else { return nil }
      return Audited(
        result: "patroon_\(answer.question.id)\(suffix)", kind: .pattern, level: answer.level,
        values: map.cells.map { cell in cell.flatMap { $0.label.membership } })
    }
  }

  /// The areas of each type against all others.
  private static func audited(_ kinds: AreaKinds) -> [Audited] {
    kinds.kinds.indices.map { kind in
      Audited(
        result: typeID(kind), kind: .type,
        level: kinds.level,
        values: kinds.labels.map { label in label.map { $0 == kind ? 1 : 0 } })
    }
  }

  /// A result, or an index without a member, against each share, over all areas and within each gemeente.
  private func rows(
    of layer: Audited, without: String? = nil, index: [Double?]? = nil, shares: ProtectedShares,
    mapped: MappedStudy
  ) -> [BiasReport.Row] {
    guard let areas = mapped.document.areas[layer.level] else { return [] }
    let people = mapped.published[layer.level]?.columns[StudyComparison.inhabitantsColumn]
    let inhabitants = people?.figures.map(\.number)
    let gemeenten: [String?] = [nil] + mapped.document.areas.gemeenten.map(\.code)
    return (shares.columns[layer.level] ?? []).flatMap { column in
      gemeenten.map { code -> BiasReport.Row in
        let valued = areas.areas.indices.filter { place in
          layer.values[place] != nil && (code == nil || areas.areas[place].gemeentecode == code)
        }
        let places = valued.filter { column.shares[$0] != nil }
        let values = places.compactMap { layer.values[$0] }
        let own = places.compactMap { column.shares[$0] }
        let isEnough = places.count >= BiasAudit.fewest
        let whole = index.map { index in places.compactMap { index[$0] } }
        let weights = places.map { inhabitants?[$0] ?? 0 }
        return BiasReport.Row(
          layer: layer.id, result: layer.result, kind: layer.kind, column: column.name,
          gemeentecode: code, without: without, level: layer.level, areas: places.count,
          valued: valued.count,
          correlation: isEnough ? Self.correlation(values, own, of: layer.kind) : nil,
          ofIndex: isEnough ? whole.flatMap { Self.correlation($0, own, of: layer.kind) } : nil,
          isTestable: layer.isTestable,
          means: isEnough ? GroupMeans(values, shares: own, inhabitants: weights) : nil)
      }
    }
  }

  /// How a result goes together with a share; of a pattern or a type, which areas are in or out of, how much
  /// further up those that are in lie.
  private static func correlation(
    _ values: [Double], _ shares: [Double], of kind: BiasReport.Kind
  ) -> Double? {
    guard BiasAudit.differ(values, of: kind) else { return nil }
    return kind.isMembership
      ? RankCorrelation.rankBiserial(values.map { $0 > 0 }, shares)
      : RankCorrelation.spearman(values, shares)
  }

  /// What an index would be without each member that takes part, against each share: over the areas that have
  /// both scores, beside the index itself over the same.
  private func drift(
    of index: MappedIndex, shares: ProtectedShares, mapped: MappedStudy
  ) -> [BiasReport.Row] {
    guard let scored = index.scored[index.level] else { return [] }
    let definition = scored.fitted.definition
    let whole = scored.layer.values.map(\.value)
    return definition.members.indices.filter(scored.takesPart).flatMap { member in
      rows(
        of: Audited(
          result: definition.layerID, kind: .index, level: index.level,
          values: scored.scores(without: member)),
        without: definition.members[member].indicator.id, index: whole, shares: shares,
        mapped: mapped
      ).filter { $0.areas > 0 }
    }
  }
}

extension PatternLabel {
  /// 1 for an area that was found for much, or for more and more, of what was looked at, 0 for others;
  /// nil for one that was not looked at.
  fileprivate var membership: Double? {
    switch self {
    case .hotspot, .highHigh, .rising: 1
    case .coldspot, .highLow, .lowHigh, .lowLow, .falling, .notSignificant: 0
    case .noNeighbours, .undefined, .notTested: nil
    }
  }
}
