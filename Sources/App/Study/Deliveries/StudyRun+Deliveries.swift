internal import Areas
internal import CSV
internal import Disclosure
internal import Ledger
internal import Tabulation

/// What is to be known of delivered counts beside their numbers.
struct ProtectedDeliveries {
  /// What is hidden so that other counts cannot be derived, by column.
  var hidden: [AreaLevel: [String: Set<Int>]] = [:]
  /// What is lost of deliveries in each gemeente.
  var losses: [StudyReport.Loss] = []
  /// Counts of which one may be a part of another.
  var undeclared: [StudyReport.UndeclaredPart] = []
}

extension StudyRun {
  /// Finds what must be hidden of delivered counts; nothing for an audience without a rule.
  /// - Parameter ledger: what earlier publications said; what is said now is added to it.
  /// - Throws: ``StudyProblems`` for counts that cannot be protected together.
  func protectedDeliveries(
    _ delivered: DeliveredCounts, of inputs: StudyInputs, bases: [AreaLevel: BaseTable],
    areas: AreaSet, ledger: inout StudyLedger?
  ) throws -> ProtectedDeliveries {
    var result = ProtectedDeliveries()
    guard let rule = countRule else { return result }
    let shown = DeliveredFamily.levels(
      of: delivered.shown(in: bases), bases: bases,
      published: bases.mapValues { PublishedTable($0, for: study.audience, rule: rule) },
      rule: rule)
    var earlier = EarlierDeliveries(parts: DeliveredParts(study, geodata: geodata))
    var files: [String: RecordIdentity] = [:]
    if let ledger {
      for input in inputs.figures where input.specification.kind == .counts {
        files[input.specification.id] = try RecordIdentity(input)
      }
      try refuseOpen(inputs, toldAsCountsIn: ledger)
      earlier = try EarlierDeliveries(
        ledger, of: shown, files: files, parts: earlier.parts, areas: areas
      ) { StudyPlan.columnID($0, geodata: geodata) }
    }
    let families = DeliveredFamily.all(shown, earlier: earlier)
    var told = CountStatements.Earlier()
    told.lapsed = earlier.lapsed
    var problems: [StudyProblem] = []
    for family in families where !family.isSingle {
      if let problem = conversionProblem(of: family) {
        problems.append(problem)
        continue
      }
      do {
        let (family, protection) = try protected(
          family, in: try units(of: family, ledger: ledger, areas: areas), areas: areas, rule: rule)
        for (level, columns) in protection.columns {
          result.hidden[level, default: [:]].merge(columns) { $0.union($1) }
        }
        told.held += protection.earlier.held
        told.lapsed += protection.earlier.lapsed + family.lapsed
      } catch let found as CountsNotSafe {
        throw Failure.deliveriesNotSafe(
          counts: family.counts.map(\.name), count: found.count,
          ledger: family.counts.allSatisfy(\.earlier.isEmpty) ? nil : study.ledger?.value)
      } catch let unfit as DeliveredFamily.Unfit {
        throw Failure.ledgerNotEvaluated(
          study.ledger?.value ?? "", of: .delivered(unfit.statement.name),
          entry: unfit.statement.entry, needs: .numbers(unfit.statement.level.rawValue))
      } catch let crossing as DeliveredUnits.Crossing {
        problems += crossingProblem(of: family, crossing)
      } catch let misfit as DeliveredValues.Misfit {
        problems += DeliveryMisfits(family, misfit, areas: areas).found.map {
          study.problem(at: $0.source.place, .deliveryRule($0.rule))
        }
      }
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    ledger?.add(
      families.flatMap { $0.said(hiding: result.hidden, rule: rule) }, files: files, areas: areas,
      earlier: told, leftOut: earlier.leftOut, otherPeriods: earlier.otherPeriods)
    result.losses = losses(of: families, hidden: result.hidden, areas: areas, rule: rule)
    result.undeclared = UndeclaredParts(families, parts: earlier.parts, areas: areas).found
    return result
  }

  /// Refuses figures that are said to be open and are a table of which an earlier publication hid counts.
  private func refuseOpen(
    _ inputs: StudyInputs, toldAsCountsIn ledger: StudyLedger
  ) throws {
    let told = ledger.entries.flatMap { entry in
      (entry.deliveries ?? []).map { (entry: entry.entry, delivery: $0) }
    }
    guard !told.isEmpty else { return }
    var problems: [StudyProblem] = []
    for input in inputs.figures where input.specification.kind == .open {
      let identity = try RecordIdentity(input)
      let columns = input.layout.columns.map { input.file.header[$0.index].lowercased() }
      let same = told.first { told in
        ledger.isFile(identity, of: told.delivery.file)
          && told.delivery.counts.contains { $0.place.numbers.map(columns.contains) ?? true }
      }
      if let entry = same?.entry {
        problems.append(
          study.problem(
            at: input.specification.file,
            .toldAsCounts(figures: input.specification.id, entry: entry, ledger: ledger.path)))
      }
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }

  /// What must be hidden of a family, and the family without what earlier publications said of other counts.
  private func protected(
    _ family: DeliveredFamily, in units: DeliveredUnits, areas: AreaSet, rule: DisclosureRule
  ) throws -> (DeliveredFamily, DeliveryProtection) {
    func found(fillsBounds: Bool) throws -> (DeliveredFamily, DeliveryProtection) {
      var family = family
      let values = try family.values(in: units, areas: areas, fillsBounds: fillsBounds)
      return (
        family,
        try DeliveryProtection(family, values, in: units, areas: areas, rule: rule)
      )
    }
    do {
      return try found(fillsBounds: false)
    } catch let refused as CountsNotSafe {
      // Earlier publications may have been of a delivery that told more exactly what lies in no smaller area.
      guard family.counts.contains(where: { !$0.earlier.isEmpty }) else { throw refused }
      return try found(fillsBounds: true)
    }
  }

  /// The units of a family; levels that cross are refused with what crosses in this study, or with the earlier
  /// publication that told of one of them.
  private func units(
    of family: DeliveredFamily, ledger: StudyLedger?, areas: AreaSet
  ) throws -> DeliveredUnits {
    do {
      return try DeliveredUnits(family.levels, in: areas)
    } catch {
      let shown = family.shownLevels
      let told = family.counts.flatMap { $0.earlier.values.flatMap(\.self) }
      guard let ledger,
        let level = [error.first, error.second].first(where: { !shown.contains($0) }),
        let earlier = told.filter({ $0.level == level }).max(by: { $0.entry < $1.entry })
      else { throw error }
      let other = level == error.first ? error.second : error.first
      throw Failure.ledgerNotEvaluated(
        ledger.path, of: .delivered(earlier.name), entry: earlier.entry,
        needs: .crossing(level.rawValue, level: other.rawValue))
    }
  }

  /// Why counts that were converted cannot be looked at with others.
  private func conversionProblem(of family: DeliveredFamily) -> StudyProblem? {
    for count in family.counts {
      for (_, level) in count.levels.sorted(by: { $0.key < $1.key }) where level.source.isConverted
      {
        return study.problem(
          at: level.source.place,
          .deliveryRule(
            .converted(count.name, figures: level.source.specification.id)))
      }
    }
    return nil
  }

  private func crossingProblem(
    of family: DeliveredFamily, _ crossing: DeliveredUnits.Crossing
  ) -> [StudyProblem] {
    let sources = family.counts.flatMap { $0.levels.sorted { $0.key < $1.key } }.map(\.value.source)
    return sources.prefix(1).map { source in
      study.problem(
        at: source.place,
        .deliveryRule(
          .crossing(
            family.counts.map(\.name), first: crossing.first.rawValue,
            second: crossing.second.rawValue)))
    }
  }

  /// What is lost of each delivery of which counts are hidden.
  private func losses(
    of families: [DeliveredFamily], hidden: [AreaLevel: [String: Set<Int>]], areas: AreaSet,
    rule: DisclosureRule
  ) -> [StudyReport.Loss] {
    study.figures.flatMap { figures -> [StudyReport.Loss] in
      var lost = LossCounts(figures.id, areas: areas, rule: rule)
      for count in families.flatMap(\.counts) {
        for (level, own) in count.levels where own.source.specification.id == figures.id {
          guard let layer = areas[level] else { continue }
          let isKnown = own.bounds.map { $0 != nil }
          let part = LossCounts.Part(subject: .delivered(count.name), level: level)
          lost.add(own.figures, of: part, layer: layer, isCovered: isKnown)
          lost.widen(
            own.bounds.map { $0?.lowerBound ?? 0 }, of: part, layer: layer, isCovered: isKnown)
          for area in hidden[level]?[count.id] ?? [] { lost.hide(area, of: part, layer: layer) }
        }
      }
      return lost.hides ? lost.losses : []
    }
  }
}
