internal import Areas
internal import Disclosure
internal import Tables

extension StudyRun {
  /// The areas that are read and those of the study's own, and the gemeenten of the study among them.
  func allAreas(
    _ plan: StudyPlan, problems: inout [StudyProblem]
  ) -> (AreaSet?, Set<String>?) {
    guard let read = readAreas(plan, problems: &problems) else { return (nil, nil) }
    let isOwnOnly = read.layers.isEmpty
    // Own areas may tell the gemeenten when nothing else does.
    let codes = isOwnOnly ? [] : gemeentecodes(among: read, problems: &problems)
    guard let all = addOwnAreas(to: read, gemeentecodes: codes, problems: &problems) else {
      return (nil, nil)
    }
    return (all, isOwnOnly ? gemeentecodes(among: all, problems: &problems) : codes)
  }

  private func readAreas(_ plan: StudyPlan, problems: inout [StudyProblem]) -> AreaSet? {
    let forHeatmaps: [AreaLevel] =
      study.heatmaps.isEmpty
      ? []
      : study.heatmaps.contains(where: \.settings.isRelative) ? [.gemeente, .buurt] : [.gemeente]
    let wanted = Set(plan.shown.map(\.level) + forHeatmaps).union([study.level])
      .filter { !$0.isOwn }
    let reader = AreaReader(
      required: wanted, figureNames: plan.figureNames, aliases: geodata.aliases)
    do {
      let all: AreaSet
      switch study.areas.value {
      case .files(let paths): all = try reader.read(paths)
      case .schematic(let folder):
        all = try SchematicAreas(folder: folder, reader: reader).read(year: study.edition)
      case .none:
        guard wanted.isEmpty else {
          problems.append(
            study.problem(
              at: study.areas,
              .missingLevel(
                wanted.sorted()[0].plural, known: study.ownAreas.map(\.level.rawValue))))
          return nil
        }
        all = AreaSet(edition: Edition(year: study.edition), layers: [])
      }
      guard all.edition.year == study.edition else {
        problems.append(
          study.problem(
            at: study.areas,
            .otherEdition(given: "\(all.edition.year)", wanted: study.edition)))
        return nil
      }
      return all
    } catch {
      let name =
        switch study.areas.value {
        case .files(let paths): paths.joined(separator: ", ")
        case .schematic(let folder): folder
        case .none: ""
        }
      if case AreaError.noLevel(let level, _, let known) = error {
        problems.append(study.problem(at: study.areas, .missingLevel(level.plural, known: known)))
      } else if let problem = error as? StudyProblems {
        problems += problem.problems
      } else {
        problems.append(
          study.problem(
            at: study.areas,
            .unusableFile(name, reason: ErrorSentence.text(error, naming: false))))
      }
      return nil
    }
  }

  /// The gemeenten of the study by code; the five cities when it names none.
  private func gemeentecodes(among areas: AreaSet, problems: inout [StudyProblem]) -> Set<String> {
    // Areas of one's own without gemeenten are all meant.
    if areas.gemeenten.isEmpty, study.gemeenten.isEmpty { return [""] }
    guard !study.gemeenten.isEmpty else {
      let present = Set(areas.gemeenten.map(\.code))
      return Set(geodata.cities.map(\.code)).intersection(present)
    }
    var codes: Set<String> = []
    let known = areas.gemeenten
    for name in study.gemeenten {
      let word = name.value.lowercased()
      if let city = geodata.cities.first(where: { city in
        city.otherNames.contains { $0.lowercased() == word }
      }), known.contains(where: { $0.code == city.code }) {
        codes.insert(city.code)
      } else if let found = known.first(where: {
        $0.code.lowercased() == word || $0.name.lowercased() == word
      }) {
        codes.insert(found.code)
      } else {
        let names = known.map(\.name).sorted()
        let spellings = names + geodata.cities.flatMap(\.otherNames)
        problems.append(
          study.problem(
            at: name,
            .unknownWord(
              key: "gemeente", given: name.value,
              nearest: nearestWord(to: name.value, among: spellings), allowed: names)))
      }
    }
    return codes
  }

  /// Repairs the surfaces that need it and tells what else is the matter with them.
  func repaired(
    _ areas: AreaSet, _ checks: [AreaCheck], report: inout StudyReport
  ) throws -> AreaSet {
    report.edition = areas.edition
    report.minimumCount = countRule?.minimumCount
    report.leftOutAreas = areas.waterCount + areas.foreignCount
    report.areaCounts = areas.layers.map { ($0.level, $0.areas.count) }
    guard areas.layers.contains(where: { !$0.areas.isEmpty }) else { throw Failure.noAreas }
    let layers = try areas.layers.map { layer -> AreaLayer in
      guard let check = checks.first(where: { $0.level == layer.level }) else { return layer }
      let own = check.concerning(Set(layer.areas.map(\.code)))
      if layer.level == study.level { report.boundaries = own }
      return try own.repaired(layer)
    }
    return AreaSet(
      edition: areas.edition, layers: layers, isSchematic: areas.isSchematic,
      waterCount: areas.waterCount, foreignCount: areas.foreignCount)
  }
}
