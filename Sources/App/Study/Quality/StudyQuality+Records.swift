internal import Areas
internal import CSV
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Matching
internal import Quality
internal import Registers

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
      file: input.file, placing: input.placing(in: everywhere, measuresDistances: true),
      columns: columns
    ).read(tasks: tasks, countingPointsIn: layer).restricted(from: everywhere, to: layer)
    try run.refusePersonalData(records, input: input)
    return try source(
      RecordsRead(input: input, records: records, columns: columns, layer: layer), areas: areas,
      report: &report, to: &places)
  }

  /// What is measured of records that were read.
  func source(
    _ read: RecordsRead, areas: AreaSet, report: inout StudyReport, to places: inout PlaceAccount
  ) throws -> QualityReport.Source {
    let (input, records, columns, layer) = (read.input, read.records, read.columns, read.layer)
    let target = areas[run.study.level].flatMap { target in
      records.lifted(from: layer, to: target, in: areas).map { (target, $0) }
    }
    let (mapLayer, lifted) = target ?? (layer, records)
    let groups = RecordGroups(
      records, layer: layer, areas: areas,
      map: target.map { ($0.1.ordinals, $0.0.areas.count) })
    let scan = try RecordScan(
      input, others: read.others, groups: groups, asked: run.study.askedColumns)
    let peildatum = file?.hasPeildatum == false ? nil : run.study.peildatum
    var measured = scan.measured
    for column in columns where column.kind != .address {
      guard let cells = records.columns[column.name] else { continue }
      measured +=
        ColumnQuality(
          cells, named: scan.names[column.index], groups: groups, peildatum: peildatum
        ).measured
    }
    measured += order(of: records, groups: groups)
    if let coordinates = scan.coordinates {
      measured +=
        CoordinateQuality(
          coordinates, layer: mapLayer, ordinals: lifted.ordinals, groups: groups
        ).measured
    }
    for place in groups.judged { places.look(at: place) }
    for mark in measured.marks { places.add(mark.check, mark.grade, at: mark.place) }
    var findings = placing(records, input) + doubts(records, layer: layer) + measured.findings
    findings += foreign(records, input: input, names: scan.names, columns: columns)
    findings += read.personal.map { column in
      QualityFinding(
        .personalCells, column: scan.names[column.index],
        .share(count: column.filled, of: column.rows))
    }
    if peildatum != nil { findings += ages(of: records, columns: columns, groups: groups) }
    let quality = PlacingReport(lifted, layer: mapLayer, input: input, rule: nil)
    findings += stacks(records)
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
        hidesPlaced: false, hidesCounts: false))
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
    let addresses = records.quality.addresses
    let missing = reasons.filter { $0.reason != .doubtful && $0.reason != .ragged }
      .flatMap { remark -> [(reason: String, count: Int)] in
        let finer = remark.reason == .notFound ? addresses?.remarks(of: .none) ?? [] : []
        let rest = remark.count - finer.reduce(0) { $0 + $1.count }
        return finer + (rest > 0 ? [(remark.reason.rawValue, rest)] : [])
      }
    var found = [
      QualityFinding(.unplaced, share(missing.reduce(0) { $0 + $1.count }))
    ]
    found += missing.map { QualityFinding(.unplaced, reason: $0.reason, share($0.count)) }
    if case .columns(.code, _) = input.place {
      found.append(QualityFinding(.unknownCodes, share(records.counts[.unknownCode])))
    }
    guard let addresses else {
      let level: MatchLevel =
        if case .columns(.code, _) = input.place { .code } else { .coordinate }
      let levels = QualityFinding(
        .placeLevels, reason: level.rawValue, share(records.counts.placed))
      // What codes tell of places ends at the area.
      return found + [levels]
        + (level == .code
          ? [
            QualityFinding(
              .placeErrors, reason: level.rawValue,
              .distance(nil, count: 0, of: records.counts.placed))
          ] : [])
    }
    let fine: Set<MatchLevel> = [.address, .number, .correction]
    let coarse = MatchLevel.allCases.filter { !fine.contains($0) && $0 != .none }
    let counts = coarse.map { ($0, addresses.levels[$0] ?? 0) }.filter { $0.1 > 0 }
    found += [
      QualityFinding(.doubtfulPlaces, share(records.counts[.doubtful]))
    ]
    found += addresses.remarks(of: .doubtful).map {
      QualityFinding(.doubtfulPlaces, reason: $0.reason, share($0.count))
    }
    found += [
      QualityFinding(
        .coarsePlaces,
        .share(count: counts.reduce(0) { $0 + $1.1 }, of: addresses.total))
    ]
    found += counts.map {
      QualityFinding(
        .coarsePlaces, reason: $0.0.rawValue, .share(count: $0.1, of: addresses.total))
    }
    return found
      + MatchLevel.allCases.compactMap { level in
        addresses.levels[level].map {
          QualityFinding(
            .placeLevels, reason: level.rawValue, .share(count: $0, of: addresses.total))
        }
      }
      + MatchLevel.allCases.filter { $0 != .none }.compactMap { level in
        addresses.levels[level].map { error(of: level, count: $0, records.quality) }
      }
  }

  /// How far records of a level lie from the places that they may mean, as the register tells.
  private func error(
    of level: MatchLevel, count: Int, _ quality: PlacementQuality
  ) -> QualityFinding {
    let distances = quality.distances[level]
    let known = distances?.count ?? 0
    let error: PositionalError?
    if level == .address || level == .correction {
      // The point is that of the address; what is left is how finely the register keeps it.
      let half = Register.positionGrain / 2
      error = PositionalError(
        rounding: [PositionalError.Cell(halfWidth: half, halfHeight: half, count: known)])
    } else if let median = distances?.distance(within: 0.5),
      let within95 = distances?.distance(within: 0.95), let root = distances?.rootMeanSquare
    {
      error = PositionalError(median: median, within95: within95, rootMeanSquare: root)
    } else {
      error = nil
    }
    return QualityFinding(
      .placeErrors, reason: level.rawValue, .distance(error, count: known, of: count))
  }

  /// Records that lie on one point with many others.
  private func stacks(_ records: LocatedRecords) -> [QualityFinding] {
    guard records.quality.hasPoints else { return [] }
    let placed = records.ordinals.count { $0 >= 0 }
    let stacks = records.quality.stacks(minimum: RecordGroups.fewest)
    let all = QualityFinding(.stackedPoints, .share(count: stacks.records, of: placed))
    guard stacks.points > 0 else { return [all] }
    return [
      all,
      QualityFinding(
        .stackedPoints, reason: "grootste_punt", .share(count: stacks.largest, of: placed)),
    ]
  }

  /// Records whose best place is in a gemeente and not certain enough, of those that belong there.
  private func doubts(_ records: LocatedRecords, layer: AreaLayer) -> [QualityFinding] {
    guard !records.quality.doubtful.isEmpty else { return [] }
    var counts: [String: (doubtful: Int, all: Int)] = [:]
    for (area, count) in zip(layer.areas, records.quality.doubtful) where count > 0 {
      counts[area.gemeentecode, default: (0, 0)].doubtful += count
      counts[area.gemeentecode, default: (0, 0)].all += count
    }
    for ordinal in records.ordinals where ordinal >= 0 {
      counts[layer.areas[Int(ordinal)].gemeentecode]?.all += 1
    }
    return counts.sorted { $0.key < $1.key }.filter { !$0.key.isEmpty }.map { code, count in
      QualityFinding(
        .doubtfulPlaces, gemeentecode: code, .share(count: count.doubtful, of: count.all))
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
  private func order(of records: LocatedRecords, groups: RecordGroups) -> Measured {
    guard case .date(let starts)? = records.columns["startdatum"]?.cells,
      case .date(let ends)? = records.columns["einddatum"]?.cells
    else { return Measured() }
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

  /// How far the newest date lies before the peildatum, of all records and of those of each gemeente.
  private func ages(
    of records: LocatedRecords, columns: [RecordReader.Column], groups: RecordGroups
  ) -> [QualityFinding] {
    let last = run.study.peildatum
    var newest: Int32?
    var ofGroups = [Int32?](repeating: nil, count: groups.codes.count)
    for column in columns where ["datum", "startdatum"].contains(column.name) {
      guard case .date(let days)? = records.columns[column.name]?.cells else { continue }
      for (day, group) in zip(days, groups.groups)
      where day > RecordColumn.unreadableDay && day <= last.day {
        newest = max(newest ?? day, day)
        if group >= 0 { ofGroups[group] = max(ofGroups[group] ?? day, day) }
      }
    }
    func finding(_ newest: Int32, of gemeente: String?) -> QualityFinding {
      let (year, month, day) = RecordDate(day: newest).parts
      let now = last.parts
      let months = 12 * (now.year - year) + now.month - month - (now.day < day ? 1 : 0)
      return QualityFinding(.age, gemeentecode: gemeente, .months(max(months, 0)))
    }
    guard let newest else { return [] }
    return [finding(newest, of: nil)]
      + zip(groups.codes, ofGroups).compactMap { code, day in day.map { finding($0, of: code) } }
  }
}

/// Records that were read from a file, with the areas in which they lie.
struct RecordsRead {
  let input: StudyInputs.Records
  let records: LocatedRecords
  let columns: [RecordReader.Column]
  let layer: AreaLayer
  /// Columns of which it is not known whether they have to be filled.
  var others: [Int] = []
  /// Columns that a study may not read: how many of how many cells that were looked at are filled.
  var personal: [(index: Int, filled: Int, rows: Int)] = []
}

extension AddressCounts {
  /// Why addresses have a verdict, with how many of each.
  fileprivate func remarks(of verdict: AddressVerdict) -> [(reason: String, count: Int)] {
    let found = reasons(of: verdict)
    return AddressReason.allCases.compactMap { reason in
      found[reason].map { (reason.rawValue, $0) }
    }
  }
}
