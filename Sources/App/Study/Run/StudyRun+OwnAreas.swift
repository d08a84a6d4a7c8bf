internal import Areas
internal import CSV
internal import Geocoding
internal import Tables

extension StudyRun {
  /// Adds the levels of the study's own, or notes what is wrong with them.
  func addOwnAreas(
    to areas: AreaSet, gemeentecodes: Set<String>, problems: inout [StudyProblem]
  ) -> AreaSet? {
    var areas = areas
    for own in study.ownAreas {
      guard
        let layer = layer(own, areas: areas, gemeentecodes: gemeentecodes, problems: &problems)
      else { return nil }
      if let file = own.locatedFile,
        let kinds = PersonsInText.words(in: layer.areas.lazy.flatMap { [$0.code, $0.name] })
      {
        problems.append(study.problem(at: file, .personInText(file.value, kinds: kinds)))
      }
      areas = areas.adding(layer)
    }
    return areas
  }

  private func layer(
    _ own: OwnAreaSpecification, areas: AreaSet, gemeentecodes: Set<String>,
    problems: inout [StudyProblem]
  ) -> AreaLayer? {
    func note(_ error: any Error, at file: Located<String>) {
      problems.append(
        study.problem(
          at: file, .unusableFile(file.value, reason: ErrorSentence.text(error, naming: false))))
    }
    switch own.source {
    case .polygons(let file, let columns, let epsg):
      do {
        return try OwnAreas.polygons(
          file.value, level: own.level, columns: columns, epsg: epsg,
          gemeenten: areas[.gemeente])
      } catch {
        note(error, at: file)
        return nil
      }
    case .mapping(let file, let sheet, let source, let key, let code, let name):
      do {
        guard let parts = areas[source] else {
          throw AreaError.own(path: file.value, .noSource(source))
        }
        let list = try RecordSource.open(file.value, sheet: sheet)
        func place(_ column: Located<String>) -> Int? {
          if let index = list.header.firstIndex(of: column.value) { return index }
          problems.append(
            study.problem(
              at: column,
              .missingColumn(
                column.value, file: list.path,
                nearest: nearestWord(to: column.value, among: list.columnNames.labels),
                known: list.columnNames)))
          return nil
        }
        let places = [place(key), place(code)]
        let names = name.flatMap { place($0) }
        guard let key = places[0], let code = places[1], name == nil || names != nil else {
          return nil
        }
        return try AreaMapping(list, source: source, key: key, code: code, name: names)
          .layer(level: own.level, of: parts, path: file.value)
      } catch {
        note(error, at: file)
        return nil
      }
    case .squares(let size):
      guard let gemeenten = areas.filtered(gemeentecodes: gemeentecodes)[.gemeente] else {
        problems.append(
          study.problem(
            at: study.areas,
            .missingLevel(AreaLevel.gemeente.plural, known: areas.layers.map(\.level.plural))))
        return nil
      }
      return OwnAreas.squares(size, level: own.level, gemeenten: gemeenten)
    }
  }
}
