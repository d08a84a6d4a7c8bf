internal import Areas
internal import Bytes
internal import Composites
internal import Governance
internal import Indicators
internal import Indices
internal import Tables

/// An index of a study, with where and how it is shown.
struct PlannedIndex {
  let choice: IndexChoice
  let definition: IndexDefinition
  let level: AreaLevel
  /// The scale, when it is not fitted here.
  let frozen: FrozenReference.Fit?
}

/// What is wrong with the indices of a study, seen beside the rest of it.
struct IndexChecks {
  private(set) var problems: [StudyProblem] = []
  private(set) var indices: [PlannedIndex] = []

  init(_ study: StudyFile, geodata: Geodata) {
    var seen: Set<String> = []
    for choice in study.indices {
      guard var index = definition(choice, study, geodata: geodata) else { continue }
      guard seen.insert(index.id).inserted else {
        problems.append(
          study.problem(at: choice.origin, .duplicate(key: "index", given: index.id)))
        continue
      }
      let level = choice.level ?? study.level
      for member in index.members {
        check(member.indicator, of: index, level: level, choice, study, geodata: geodata)
      }
      checkWithout(index, choice, study)
      let given = choice.frame.flatMap(IndexDefinition.Frame.init)
      if let given { index.frame = given }
      index.caveats += index.standing(
        without: Set(choice.without.map(\.value)), lineage: geodata.lineage)
      let frozen = frozen(&index, level: level, choice, given: given, study)
      if index.frame == .country, frozen == nil { checkCountry(index, choice, study) }
      indices.append(
        PlannedIndex(choice: choice, definition: index, level: level, frozen: frozen))
    }
  }

  /// The frozen scale of an index, whose frame it takes over; nil without one, or with a problem noted.
  private mutating func frozen(
    _ index: inout IndexDefinition, level: AreaLevel, _ choice: IndexChoice,
    given: IndexDefinition.Frame?, _ study: StudyFile
  ) -> FrozenReference.Fit? {
    guard let reference = choice.reference else { return nil }
    guard PathTarget.exists(reference.value) else {
      problems.append(study.problem(at: reference, .missingFile(reference.value)))
      return nil
    }
    guard let file = FrozenReference(reference.value) else {
      problems.append(
        study.problem(at: reference, .indexRule(.noReference(reference.value))))
      return nil
    }
    do throws(FrozenReference.Mismatch) {
      let fit = try file.fit(index, level: level.rawValue)
      if let given, given != fit.frame {
        throw FrozenReference.Mismatch(
          .otherReference(
            index: index.id, what: "'frame'", frozen: fit.frame.rawValue, defined: given.rawValue))
      }
      index.frame = fit.frame
      return fit
    } catch {
      problems.append(study.problem(at: reference, .indexRule(error.rule)))
      return nil
    }
  }

  /// Members of an index over the country that only the study can count.
  private mutating func checkCountry(
    _ index: IndexDefinition, _ choice: IndexChoice, _ study: StudyFile
  ) {
    for member in index.members where member.indicator.formula.usesRecords {
      problems.append(
        study.problem(
          at: choice.origin,
          .indexRule(.countryOfRecords(index: index.id, indicator: member.indicator.id))))
    }
  }

  /// Names under `without` that are none of a member, that a frozen scale decides about, or that leave too
  /// little.
  private mutating func checkWithout(
    _ index: IndexDefinition, _ choice: IndexChoice, _ study: StudyFile
  ) {
    let known = index.members.map(\.indicator.id)
    for name in choice.without where !known.contains(name.value) {
      problems.append(
        study.problem(
          at: name,
          .unknownWord(
            key: "member of index '\(index.id)'", given: name.value,
            nearest: nearestWord(to: name.value, among: known),
            allowed: known)))
    }
    let left = zip(known, index.weightsBefore).reduce(0) { sum, member in
      choice.without.contains { $0.value == member.0 } ? sum : sum + member.1
    }
    let count = known.count { id in !choice.without.contains { $0.value == id } }
    if let first = choice.without.first, count < 2 {
      problems.append(study.problem(at: first, .indexRule(.oneLeft(index: index.id))))
    } else if let first = choice.without.first, left < index.method.presentWeight - 1e-9 {
      problems.append(
        study.problem(
          at: first,
          .indexRule(
            .tooLittleLeft(index: index.id, share: left, needed: index.method.presentWeight))))
    }
    if let first = choice.without.first, choice.reference != nil {
      problems.append(
        study.problem(at: first, .indexRule(.withoutOfReference(index: index.id))))
    }
  }

  private mutating func definition(
    _ choice: IndexChoice, _ study: StudyFile, geodata: Geodata
  ) -> IndexDefinition? {
    switch choice.origin.value {
    case .catalogue(let id):
      if let index = geodata.indices[id] { return index }
      let known = geodata.indices.keys.sorted()
      problems.append(
        study.problem(
          at: choice.origin,
          .unknownWord(
            key: "index", given: id, nearest: nearestWord(to: id, among: known), allowed: known)))
      return nil
    case .file(let path):
      guard PathTarget.exists(path) else {
        problems.append(study.problem(at: choice.origin, .missingFile(path)))
        return nil
      }
      let document = YAMLDocument(path: path)
      let index = IndexReader.read(
        document, indicators: geodata.indicators, lineage: geodata.lineage)
      problems += document.problems
      return index
    }
  }

  private mutating func check(
    _ indicator: Indicator, of index: IndexDefinition, level: AreaLevel, _ choice: IndexChoice,
    _ study: StudyFile, geodata: Geodata
  ) {
    for term in indicator.formula.terms {
      if case .figure(let name) = term, let ground = BlockedColumns.ground(for: name) {
        problems.append(
          study.problem(at: choice.origin, .blockedColumn(name, ground: ground.words)))
      }
    }
    if let data = study.policeData(in: indicator, geodata: geodata) {
      problems.append(
        study.problem(at: choice.origin, .indexRule(.crime(indicator.id, origin: data))))
    }
    guard indicator.formula.usesRecords else { return }
    let isShown = study.indicators.contains {
      $0.id.value == indicator.id && $0.levels(study: study.level).contains(level)
    }
    if !isShown {
      problems.append(
        study.problem(
          at: choice.origin,
          .indexRule(
            .hiddenRecords(index: index.id, indicator: indicator.id, level: level.rawValue))))
    }
  }
}

extension StudyFile {
  /// The data of the police or of criminal justice, by their id, that an indicator is made of; nil without.
  fileprivate func policeData(in indicator: Indicator, geodata: Geodata) -> String? {
    func isPolice(_ data: Located<DataDeclaration>?) -> Bool {
      data.map { [.police, .criminalJustice].contains($0.value.dataClass) } ?? false
    }
    for term in indicator.formula.terms {
      let kind: String? =
        switch term {
        case .records(let term): term.records
        case .points(let term): term.records
        case .figure, .combined, .neighbours, .indicator: nil
        }
      let counted = records.first { $0.id == kind && isPolice($0.data) }
      if let counted { return counted.id }
      let column = geodata.aliases.canonical(term.columnID)
      let figures = figures.first { figures in
        isPolice(figures.data)
          && figures.columns.contains { name, _ in
            name == indicator.id || geodata.aliases.canonical(name) == column
          }
      }
      if let figures { return figures.id }
    }
    return nil
  }
}
