internal import Areas
internal import Atlas
internal import Composites
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Indices
internal import Patterns
internal import Quality

extension StudyRun {
  /// Holds all results of a study against protected shares; nil when the study asks for no audit.
  ///
  /// From published values alone.
  /// - Throws: ``Failure/bias(_:threshold:)`` when a result is beyond the threshold and is not for
  ///   `intern` alone, and the study does not say why it is published; or what reading the shares throws.
  @discardableResult
  func biasAudit(
    _ mapped: MappedStudy, patterns: [PatternAnswer] = [], kinds: AreaKinds? = nil
  ) throws -> BiasAudit? {
    guard let specification = study.audit else { return nil }
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
    let found = BiasAudit.above(specification.threshold, among: all)
    if study.audience != .intern, specification.justification == nil, !found.isEmpty {
      throw Failure.bias(found, threshold: specification.threshold)
    }
    // What was not tested is not known to be without bias.
    if study.audience != .intern, specification.justification == nil,
      !all.contains(where: { $0.correlation != nil })
    {
      throw Failure.biasNotTested(fewest: BiasAudit.fewest)
    }
    return BiasAudit(
      report: BiasReport(
        rows: all, threshold: specification.threshold,
        justification: specification.justification.map {
          BiasReport.Justification(name: $0.name, date: $0.date.text, reason: $0.reason)
        },
        feedback: mapped.maps.filter { $0.layer.indicator.flags.contains(.policeGenerated) }
          .map(\.layer.indicator.id),
        document: mapped.document), threshold: specification.threshold)
  }

  /// One result as numbers per area.
  private struct Audited {
    let id: String
    let kind: BiasReport.Kind
    let level: AreaLevel
    let values: [Double?]
  }

  /// - Parameter isWider: at another level than the one that was asked for, which its name then tells.
  private func audited(
    _ map: IndicatorMap, of mapped: MappedStudy, isWider: Bool = false
  ) -> Audited {
    let id = map.layer.indicator.id
    let isIndex = mapped.indices.contains { $0.map.layer.indicator.id == id }
    let isSector = sectors.indicators.contains { $0.id == id }
    return Audited(
      id: isWider ? "\(id)_\(map.layer.level.rawValue)" : id,
      kind: isIndex ? .index : isSector ? .sector : .indicator, level: map.layer.level,
      values: map.layer.values.map(\.value))
  }

  /// Areas that were found against all others that took part: hot ones, high among high, or rising.
  private static func audited(_ answer: PatternAnswer) -> [Audited] {
    [(answer.whole, ""), (answer.perCity, "_per_gemeente")].compactMap { map, suffix in
      guard let map else { return nil }
      return Audited(
        id: "patroon_\(answer.question.id)\(suffix)", kind: .pattern, level: answer.level,
        values: map.cells.map { cell in cell.flatMap { $0.label.membership } })
    }
  }

  /// The areas of each type against all others.
  private static func audited(_ kinds: AreaKinds) -> [Audited] {
    kinds.kinds.indices.map { kind in
      Audited(
        id: "typen_\(UnicodeScalar(UInt8(ascii: "A") + UInt8(kind)))", kind: .type,
        level: kinds.level,
        values: kinds.labels.map { label in label.map { $0 == kind ? 1 : 0 } })
    }
  }

  /// A result against each share, over all areas and within each gemeente.
  private func rows(
    of layer: Audited, without: String? = nil, shares: ProtectedShares, mapped: MappedStudy
  ) -> [BiasReport.Row] {
    guard let areas = mapped.document.areas[layer.level] else { return [] }
    let people = mapped.published[layer.level]?.columns[StudyComparison.inhabitantsColumn]
    let inhabitants = people?.figures.map(\.number)
    let gemeenten: [String?] = [nil] + mapped.document.areas.gemeenten.map(\.code)
    return (shares.columns[layer.level] ?? []).flatMap { column in
      gemeenten.map { code -> BiasReport.Row in
        let places = areas.areas.indices.filter { place in
          layer.values[place] != nil && column.shares[place] != nil
            && (code == nil || areas.areas[place].gemeentecode == code)
        }
        let values = places.compactMap { layer.values[$0] }
        let own = places.compactMap { column.shares[$0] }
        let isEnough = places.count >= BiasAudit.fewest
        let weights = places.map { inhabitants?[$0] ?? 0 }
        return BiasReport.Row(
          layer: layer.id, kind: layer.kind, column: column.name, gemeentecode: code,
          without: without, areas: places.count,
          correlation: isEnough ? RankCorrelation.spearman(values, own) : nil,
          means: isEnough ? GroupMeans(values, shares: own, inhabitants: weights) : nil)
      }
    }
  }

  /// What an index would be without each of its members, against each share.
  private func drift(
    of index: MappedIndex, shares: ProtectedShares, mapped: MappedStudy
  ) -> [BiasReport.Row] {
    guard let scored = index.scored[index.level] else { return [] }
    let definition = scored.fitted.definition
    return definition.members.indices.flatMap { member in
      rows(
        of: Audited(
          id: definition.layerID, kind: .index, level: index.level,
          values: scored.scores(without: member)),
        without: definition.members[member].indicator.id, shares: shares, mapped: mapped)
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
