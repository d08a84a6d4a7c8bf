internal import Areas
internal import Exports
internal import Geocoding
internal import Patterns
internal import Quality
internal import SpatialStatistics
internal import Tables
internal import Tabulation

extension StudyQuality {
  /// What is measured of figures: of those of the areas themselves, and of each file.
  func figureSources(
    _ figures: FigureBases, earlier: (areas: AreaSet, bases: [AreaLevel: BaseTable])?,
    plan: StudyPlan, areas: AreaSet, report: StudyReport, to places: inout PlaceAccount
  ) throws -> [QualityReport.Source] {
    guard let layer = areas[run.study.level], let base = figures.bases[layer.level] else {
      return []
    }
    let graph = try SpatialWeights.contiguity(.queen, Outlines(layer.areas))
    let neighbours = layer.areas.indices.map { graph.neighbours(of: $0).map { Int($0) } }
    let ofFiles = Set(figures.inputs.flatMap(\.names))
    let wanted = plan.figureNames.filter { base.columns[$0] != nil }.sorted()
    func findings(_ names: [String], places: inout PlaceAccount) -> [QualityFinding] {
      names.flatMap { name -> [QualityFinding] in
        guard let column = base.columns[name] else { return [] }
        return self.findings(of: column, named: name, layer: layer, to: &places)
          + sums(of: name, figures.bases, areas: areas, layer: layer, to: &places)
          + suspects(
            name, column, layer: layer, neighbours: neighbours, earlier: earlier, to: &places)
      }
    }
    let months = 12 * (run.study.peildatum.parts.year - areas.edition.year)
    var sources = [
      QualityReport.Source(
        id: "gebieden",
        name: "\(layer.level.plural) \(areas.edition.description)", isSynthetic: false,
        findings: [QualityFinding(.age, .months(max(months, 0)))]
          + boundaries(report, layer: layer)
          + findings(wanted.filter { !ofFiles.contains($0) }, places: &places))
    ]
    for (input, read) in zip(figures.inputs, report.figures) {
      let age = 12 * (run.study.peildatum.parts.year - input.specification.edition.value)
      let rows = read.matched + read.unknownCodes.count
      var found = [
        QualityFinding(.age, .months(max(age, 0))),
        QualityFinding(
          .unreadableCodes, rows: read.firstUnreadableRows,
          .share(count: read.unreadableRows, of: rows + read.unreadableRows)),
        QualityFinding(
          .unknownCodes, areas: read.unknownCodes,
          .share(count: read.unknownCodes.count, of: rows)),
        QualityFinding(
          .repeatedAreas, areas: read.repeatedCodes,
          .share(count: read.repeatedCodes.count, of: read.matched)),
      ]
      found += read.readings.flatMap { Self.unreadable($0, layer: layer) }
      // Codes of other areas say nothing of those of the map.
      if read.conversion == nil {
        func point(_ codes: [String], _ check: QualityCheck) {
          for place in codes.compactMap({ layer.ordinal(of: $0) }) {
            places.point(at: place, check)
          }
        }
        point(read.repeatedCodes, .repeatedAreas)
        for reading in read.readings { point(reading.unreadableCodes, .unreadableCells) }
      }
      found += findings(input.names.filter { base.columns[$0] != nil }, places: &places)
      sources.append(
        QualityReport.Source(
          id: input.specification.id, name: input.specification.source,
          isSynthetic: input.specification.isSynthetic, findings: found))
    }
    return sources
  }

  /// The cells of a column that could not be read and, when there are any, those of each gemeente.
  private static func unreadable(
    _ reading: FigureFile.Reading, layer: AreaLayer
  ) -> [QualityFinding] {
    func finding(_ cells: FigureFile.Reading.Cells, of gemeente: String?) -> QualityFinding {
      QualityFinding(
        .unreadableCells, column: reading.column, gemeentecode: gemeente,
        areas: gemeente == nil ? reading.unreadableCodes : [],
        .share(count: cells.unreadable, of: cells.count))
    }
    let whole = finding(reading.all, of: nil)
    guard reading.all.unreadable > 0 else { return [whole] }
    // Figures that were converted may be of gemeenten that are not on the map.
    let known = Set(layer.areas.map(\.gemeentecode))
    return [whole]
      + reading.gemeenten.filter { known.contains($0.key) }.sorted { $0.key < $1.key }.map {
        finding($0.value, of: $0.key)
      }
  }

  /// Areas of the map whose surfaces are not sound or do not fit.
  func boundaries(_ report: StudyReport, layer: AreaLayer) -> [QualityFinding] {
    guard let check = report.boundaries else { return [] }
    func codes(_ pairs: [AreaCheck.Pair]) -> Set<String> {
      Set(pairs.flatMap(\.codes).filter { layer.ordinal(of: $0) != nil })
    }
    let kinds: [(reason: String, codes: Set<String>)] = [
      ("ongeldig", Set(check.invalid.map(\.code))), ("overlap", codes(check.overlaps)),
      ("opening", codes(check.gaps)), ("knopen_niet_gedeeld", codes(check.mismatches)),
    ]
    // Neighbours that do not share nodes lie well for locating and drawing.
    let faulty = kinds.dropLast().reduce(into: Set<String>()) { $0.formUnion($1.codes) }
    return [
      QualityFinding(
        .boundaries, areas: faulty.sorted(),
        .share(count: faulty.count, of: layer.areas.count))
    ]
      + kinds.filter { !$0.codes.isEmpty }.map { kind in
        QualityFinding(
          .boundaries, reason: kind.reason, areas: kind.codes.sorted(),
          .share(count: kind.codes.count, of: layer.areas.count))
      }
  }

  /// Completeness by reason and domain, of all areas and of each gemeente.
  private func findings(
    of column: BaseColumn, named name: String, layer: AreaLayer, to places: inout PlaceAccount
  ) -> [QualityFinding] {
    var reasons: [MissingReason: Int] = [:]
    var cities: [String: (missing: Int, asked: Int)] = [:]
    var asked = 0
    var filled = 0
    var impossible: [String] = []
    for (place, figure) in column.figures.enumerated() {
      if figure == .missing(.notApplicable) { continue }
      asked += 1
      let code = layer.areas[place].gemeentecode
      cities[code, default: (0, 0)].asked += 1
      places.add(hasFigure: figure.reason == nil, at: place)
      if let reason = figure.reason {
        reasons[reason, default: 0] += 1
        cities[code, default: (0, 0)].missing += 1
      } else {
        filled += 1
        if let number = figure.number, !isPossible(number, name) {
          impossible.append(layer.areas[place].code)
          places.addFault(.outsideDomain, at: place)
        }
      }
    }
    let missing = reasons.values.reduce(0, +)
    var found = [
      QualityFinding(.missingFigures, column: name, .share(count: missing, of: asked)),
      QualityFinding(
        .outsideDomain, column: name, areas: impossible.sorted(),
        .share(count: impossible.count, of: filled)),
    ]
    found += reasons.sorted { $0.key < $1.key }.map { reason, count in
      QualityFinding(
        .missingFigures, column: name, reason: reason.word, .share(count: count, of: asked))
    }
    return found
      + cities.sorted { $0.key < $1.key }.map { code, counts in
        QualityFinding(
          .missingFigures, column: name, gemeentecode: code,
          .share(count: counts.missing, of: counts.asked))
      }
  }

  /// Whether a number can be one of its unit.
  private func isPossible(_ number: Double, _ name: String) -> Bool {
    switch run.geodata.units[name] {
    case .percent: (0...100).contains(number)
    case .count, .hectares, .kilometres: number >= 0
    case .euros, .mean, .score, .ratio, nil: number.isFinite
    }
  }

  /// Whether wholes of a count agree with their parts, between each two levels of CBS, and to what they are
  /// rounded.
  private func sums(
    of name: String, _ bases: [AreaLevel: BaseTable], areas: AreaSet, layer: AreaLayer,
    to places: inout PlaceAccount
  ) -> [QualityFinding] {
    let unit = run.geodata.units[name]
    // Hectares are rounded one by one to the nearest; they say nothing of parts.
    guard unit == .count || unit == nil && AreaMapping.isCount(name) else { return [] }
    let levels = AreaLevel.cbs.compactMap { areas[$0] }
    var rounding: [(level: AreaLevel, base: Int)] = []
    let found = zip(levels, levels.dropFirst()).flatMap { parts, wholes -> [QualityFinding] in
      guard let ofParts = bases[parts.level]?.columns[name],
        let ofWholes = bases[wholes.level]?.columns[name],
        let parents = areas.parents(of: parts, in: wholes)
      else { return [] }
      let sums = RoundedSums(
        parts: ofParts.figures.map(\.number), parents: parents,
        wholes: ofWholes.figures.map(\.number))
      guard sums.compared > 0 else { return [] }
      if rounding.last?.level != parts.level { rounding.append((parts.level, sums.partBase)) }
      rounding.append((wholes.level, sums.wholeBase))
      func finding(_ check: QualityCheck, _ found: [Int]) -> QualityFinding {
        if wholes.level == layer.level {
          for place in found { places.point(at: place, check) }
        }
        return QualityFinding(
          check, column: name, areas: found.map { wholes.areas[$0].code }.sorted(),
          levels: [parts.level.rawValue, wholes.level.rawValue],
          .share(count: found.count, of: sums.compared))
      }
      return [
        finding(.partsExceedWhole, sums.tooSmall), finding(.wholeExceedsParts, sums.tooLarge),
      ]
    }
    return found
      + rounding.map { level, base in
        QualityFinding(
          .roundingBase, column: name, levels: [level.rawValue], .base(base))
      }
  }

  /// Figures that are far from those around them, or from those of an earlier year.
  private func suspects(
    _ name: String, _ column: BaseColumn, layer: AreaLayer, neighbours: [[Int]],
    earlier: (areas: AreaSet, bases: [AreaLevel: BaseTable])?, to places: inout PlaceAccount
  ) -> [QualityFinding] {
    let values = column.figures.map(\.number)
    var found: [QualityFinding] = []
    // Amounts differ with the size of areas.
    if run.geodata.units[name]?.isAmount == false,
      let far = Outliers.amongNeighbours(values, neighbours: neighbours)
    {
      for place in far.places { places.point(at: place, .unlikeNeighbours) }
      found.append(
        QualityFinding(
          .unlikeNeighbours, column: name, areas: far.places.map { layer.areas[$0].code }.sorted(),
          .share(count: far.places.count, of: far.compared)))
    }
    guard let earlier, let before = earlier.areas[layer.level],
      let figures = earlier.bases[layer.level]?.columns[name]?.figures
    else { return found }
    let earlierValues = layer.areas.map { area -> Double? in
      // A code may have been used again: only an area with the same name is taken for the same.
      guard let place = before.ordinal(of: area.code), before.areas[place].name == area.name else {
        return nil
      }
      return figures[place].number
    }
    if let far = Outliers.amongChanges(values, earlier: earlierValues) {
      for place in far.places { places.point(at: place, .unlikeEarlier) }
      found.append(
        QualityFinding(
          .unlikeEarlier, column: name, areas: far.places.map { layer.areas[$0].code }.sorted(),
          .share(count: far.places.count, of: far.compared)))
    }
    return found
  }
}
