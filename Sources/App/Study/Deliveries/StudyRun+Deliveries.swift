internal import Areas
internal import Disclosure
internal import Tabulation

/// What is to be known of delivered counts beside their numbers.
struct ProtectedDeliveries {
  /// What is hidden so that other counts cannot be derived, by column.
  var hidden: [AreaLevel: [String: Set<Int>]] = [:]
  /// What is lost in each gemeente, of deliveries of which counts are hidden for others.
  var losses: [StudyReport.Loss] = []
  /// Counts of which one may be a part of another.
  var undeclared: [StudyReport.UndeclaredPart] = []
}

extension StudyRun {
  /// Finds what must be hidden of delivered counts; nothing for an audience without a rule.
  /// - Throws: ``StudyProblems`` for counts that cannot be protected together.
  func protectedDeliveries(
    _ delivered: DeliveredCounts, bases: [AreaLevel: BaseTable], areas: AreaSet
  ) throws -> ProtectedDeliveries {
    var result = ProtectedDeliveries()
    guard let rule = countRule else { return result }
    let parts = DeliveredParts(study, geodata: geodata)
    let families = DeliveredFamily.all(
      delivered, parts: parts, bases: bases,
      published: bases.mapValues { PublishedTable($0, for: study.audience, rule: rule) },
      rule: rule)
    var problems: [StudyProblem] = []
    for family in families where !family.isSingle {
      if let problem = conversionProblem(of: family) {
        problems.append(problem)
        continue
      }
      do {
        let units = try DeliveredUnits(family.levels, in: areas)
        let values = try DeliveredValues(family, in: units)
        let protection = try DeliveryProtection(
          family, values, in: units, areas: areas, rule: rule)
        for (level, columns) in protection.columns {
          result.hidden[level, default: [:]].merge(columns) { $0.union($1) }
        }
      } catch let found as CountsNotSafe {
        throw Failure.deliveriesNotSafe(counts: family.counts.map(\.name), count: found.count)
      } catch let crossing as DeliveredUnits.Crossing {
        problems += crossingProblem(of: family, crossing)
      } catch let misfit as DeliveredValues.Misfit {
        problems += DeliveryMisfits(family, misfit, areas: areas).found.map {
          study.problem(at: $0.source.place, .deliveryRule($0.rule))
        }
      }
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    result.losses = losses(of: families, hidden: result.hidden, areas: areas, rule: rule)
    result.undeclared = UndeclaredParts(families, parts: parts, areas: areas).found
    return result
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

  /// What is lost of each delivery of which counts are hidden for others.
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
          lost.add(own.figures, layer: layer, isCovered: isKnown)
          lost.widen(
            own.bounds.map { $0?.lowerBound ?? 0 }, layer: layer, isCovered: isKnown)
          for area in hidden[level]?[count.id] ?? [] { lost.hide(layer.areas[area]) }
        }
      }
      return lost.hidesForOthers ? lost.losses : []
    }
  }
}
