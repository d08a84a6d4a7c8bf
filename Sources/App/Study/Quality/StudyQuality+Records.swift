internal import Areas
internal import CSV
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Matching
internal import Quality

extension StudyQuality {
  /// What is measured of a file of records.
  func recordSource(
    _ input: StudyInputs.Records, plan: StudyPlan, all: AreaSet, areas: AreaSet, tasks: Int,
    report: inout StudyReport, to places: inout PlaceAccount
  ) async throws -> QualityReport.Source {
    let level: AreaLevel =
      if case .columns(.code(_, let level), _) = input.place {
        level
      } else {
        areas.layers.first?.level ?? run.study.level
      }
    guard let layer = areas[level], let everywhere = all[level] else {
      throw StudyRun.Failure.noAreas
    }
    let columns = input.columns + dates(of: input)
    let records = try await RecordReader(
      file: input.file, placing: input.placing(in: everywhere), columns: columns
    ).read(tasks: tasks, countingPointsIn: layer).restricted(from: everywhere, to: layer)
    try run.refusePersonalData(records, input: input)
    let cities = areas.gemeenten.map(\.code)
    let numbers = Dictionary(
      zip(cities, cities.indices), uniquingKeysWith: { first, _ in first })
    let ofArea = layer.areas.map { numbers[$0.gemeentecode] ?? -1 }
    let ofRecord = records.ordinals.map { $0 < 0 ? -1 : ofArea[Int($0)] }
    let groups = RecordGroups(codes: cities, groups: ofRecord)
    let scan = try RecordScan(input, groups: groups, asked: run.study.askedColumns)
    var findings = placing(records, input) + scan.findings
    for column in columns where column.kind != .address {
      guard let cells = records.columns[column.name] else { continue }
      findings +=
        ColumnQuality(
          cells, named: scan.names.labels[column.index], groups: groups,
          peildatum: run.study.peildatum
        ).findings
    }
    findings += order(of: records, groups: groups)
    findings += foreign(records, input: input, names: scan.names.labels, columns: columns)
    if let age = age(of: records, columns: columns) { findings.append(age) }
    let target = areas[run.study.level].flatMap { target in
      records.lifted(from: layer, to: target, in: areas).map { (target, $0) }
    }
    let (mapLayer, lifted) = target ?? (layer, records)
    let quality = PlacingReport(lifted, layer: mapLayer, input: input, rule: nil)
    findings += heaps(quality, layer: mapLayer, isMap: target != nil, to: &places)
    report.records.append(
      StudyReport.Records(
        id: input.specification.id, counts: records.counts,
        unreadable: columns.compactMap { column in
          records.columns[column.name].flatMap {
            $0.unreadable > 0 ? (column.name, $0.unreadable) : nil
          }
        },
        placement: input.place.description(
          header: input.file.columnNames(asked: run.study.askedColumns)), quality: quality,
        hidesPlaced: false))
    return QualityReport.Source(
      id: input.specification.id, name: input.specification.source,
      isSynthetic: input.specification.isSynthetic, findings: findings)
  }

  /// Columns with dates that the study names, or that are called so, and that nothing else asks for.
  private func dates(of input: StudyInputs.Records) -> [RecordReader.Column] {
    let header = input.file.header
    return ["datum", "startdatum", "einddatum"].compactMap { role -> RecordReader.Column? in
      guard !input.columns.contains(where: { $0.name == role }) else { return nil }
      let named = input.specification.columns[role]?.value
      let found = header.indices.filter { place in
        if let named { header[place] == named } else { header[place].lowercased() == role }
      }
      guard found.count == 1 else { return nil }
      return RecordReader.Column(name: role, index: found[0], kind: .date)
    }
  }

  /// Records without an area by reason, and how well the others were placed.
  private func placing(
    _ records: LocatedRecords, _ input: StudyInputs.Records
  ) -> [QualityFinding] {
    let total = records.counts.total - records.counts[.otherMunicipality]
    func share(_ count: Int) -> QualityFinding.Result { .share(count: count, of: total) }
    let reasons = records.counts.remarks.filter {
      !$0.reason.isPlaced && ![.otherMunicipality, .specialPoint].contains($0.reason)
    }
    let missing = reasons.filter { $0.reason != .doubtful && $0.reason != .ragged }
    var found = [
      QualityFinding(.unplaced, share(missing.reduce(0) { $0 + $1.count }))
    ]
    found += missing.map {
      QualityFinding(.unplaced, reason: $0.reason.rawValue, share($0.count))
    }
    if case .columns(.code, _) = input.place {
      found.append(QualityFinding(.unknownCodes, share(records.counts[.unknownCode])))
    }
    guard let addresses = records.quality.addresses else { return found }
    let fine: Set<MatchLevel> = [.address, .number, .correction]
    let coarse = MatchLevel.allCases.filter { !fine.contains($0) && $0 != .none }
    let counts = coarse.map { ($0, addresses.levels[$0] ?? 0) }.filter { $0.1 > 0 }
    found += [
      QualityFinding(.doubtfulPlaces, share(records.counts[.doubtful])),
      QualityFinding(
        .coarsePlaces,
        .share(count: counts.reduce(0) { $0 + $1.1 }, of: addresses.total)),
    ]
    return found
      + counts.map {
        QualityFinding(
          .coarsePlaces, reason: $0.0.rawValue, .share(count: $0.1, of: addresses.total))
      }
  }

  /// Points that hold much of an area, and doubt, as far as a published table tells them.
  private func heaps(
    _ quality: PlacingReport, layer: AreaLayer, isMap: Bool, to places: inout PlaceAccount
  ) -> [QualityFinding] {
    var areas: Set<String> = []
    for row in quality.published.rows {
      guard !row.code.isEmpty, row.level == layer.level.rawValue, let share = row.share else {
        continue
      }
      if row.what == "grootste_punt" { areas.insert(row.code) }
      guard isMap, let place = layer.ordinal(of: row.code) else { continue }
      if row.what == "grootste_punt" {
        places.point(at: place, .heapedPoints)
      } else {
        places.add(.doubtfulPlaces, share: share, at: place)
      }
    }
    return quality.heaps == nil
      ? []
      : [QualityFinding(.heapedPoints, .share(count: areas.count, of: layer.areas.count))]
  }

  /// Records that end before they begin.
  private func order(of records: LocatedRecords, groups: RecordGroups) -> [QualityFinding] {
    guard case .date(let starts)? = records.columns["startdatum"]?.cells,
      case .date(let ends)? = records.columns["einddatum"]?.cells
    else { return [] }
    var wrong = RecordTally(groups)
    for (record, (start, end)) in zip(starts, ends).enumerated()
    where start > RecordColumn.unreadableDay && end > RecordColumn.unreadableDay {
      wrong.add(end < start, at: record)
    }
    return wrong.findings(.endBeforeStart)
  }

  /// Codes of economic activities that are none.
  private func foreign(
    _ records: LocatedRecords, input: StudyInputs.Records, names: [String],
    columns: [RecordReader.Column]
  ) -> [QualityFinding] {
    guard let found = run.sectors.foreignCodes(in: records, of: input.specification.id) else {
      return []
    }
    let column = columns.first { $0.name == RecordTerm.sectorColumn }.map { names[$0.index] }
    return [
      QualityFinding(
        .outsideDomain, column: column,
        .share(count: found.count, of: records.count - found.empty))
    ]
  }

  /// How far the newest date lies before the peildatum.
  private func age(
    of records: LocatedRecords, columns: [RecordReader.Column]
  ) -> QualityFinding? {
    let last = run.study.peildatum
    let newest = columns.compactMap { column -> Int32? in
      guard ["datum", "startdatum"].contains(column.name),
        case .date(let days)? = records.columns[column.name]?.cells
      else { return nil }
      return days.lazy.filter { $0 > RecordColumn.unreadableDay && $0 <= last.day }.max()
    }.max()
    guard let newest else { return nil }
    let (year, month, day) = RecordDate(day: newest).parts
    let now = last.parts
    let months = 12 * (now.year - year) + now.month - month - (now.day < day ? 1 : 0)
    return QualityFinding(.age, .months(max(months, 0)))
  }
}

/// The gemeente of each record.
struct RecordGroups {
  /// The codes.
  let codes: [String]
  /// For each record the place of its gemeente among ``codes``, or -1.
  let groups: [Int]
}

/// How many records are faulty, in all and per gemeente.
struct RecordTally {
  private let all: RecordGroups
  private var faulty: [Int]
  private var total: [Int]
  /// Of records without a gemeente as well.
  private(set) var count = 0
  private(set) var looked = 0

  init(_ groups: RecordGroups) {
    all = groups
    faulty = [Int](repeating: 0, count: groups.codes.count)
    total = faulty
  }

  /// Looks at a record.
  mutating func add(_ isFaulty: Bool, at record: Int) {
    looked += 1
    if isFaulty { count += 1 }
    let group = record < all.groups.count ? all.groups[record] : -1
    guard group >= 0 else { return }
    total[group] += 1
    if isFaulty { faulty[group] += 1 }
  }

  /// The findings of all and, when any is faulty, of each gemeente.
  func findings(
    _ check: QualityCheck, column: String? = nil, expected: Double? = nil
  ) -> [QualityFinding] {
    func result(_ count: Int, _ total: Int) -> QualityFinding.Result {
      expected.map { .heap(count: count, of: total, expected: $0) }
        ?? .share(count: count, of: total)
    }
    let whole = QualityFinding(check, column: column, result(count, looked))
    guard count > 0 else { return [whole] }
    return [whole]
      + all.codes.indices.filter { total[$0] > 0 }.map { group in
        QualityFinding(
          check, column: column, gemeentecode: all.codes[group],
          result(faulty[group], total[group]))
      }
  }
}
