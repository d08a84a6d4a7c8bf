internal import Areas
internal import CSV
internal import Geocoding
internal import Indicators
internal import Registers
internal import Tables

extension StudyStart {
  /// The study.
  public func study() throws -> StartedStudy {
    var yaml = YAMLText()
    let usable = usableRecords()
    let named = ids(of: usable)
    let title = id.replacing("-", with: " ").replacing("_", with: " ")
    yaml.comment("Made by 'wijkzicht init' from what the files hold. It runs as it stands:")
    yaml.comment("  wijkzicht check and wijkzicht run. Look at every line with TWIJFEL first.")
    yaml.line("study: \(id)")
    yaml.line("title: {nl: \(YAMLText.scalar(title)), en: \(YAMLText.scalar(title))}")
    yaml.doubt("say in your own words what the data are used for; it goes into provenance.")
    yaml.line("purpose: Nog in te vullen.")
    writePeriod(&yaml)
    yaml.comment(
      "openbaar hides what could be led back to a few; intern shows counts, and is not for others.")
    yaml.line("audience: openbaar")
    yaml.line("level: buurt")
    try writeGemeenten(&yaml, usable)
    yaml.line()
    writeAreas(&yaml)
    writeRecords(&yaml, named)
    writeFigures(&yaml)
    writeIndicators(&yaml, named)
    yaml.line()
    yaml.line("classes: {method: quantile, count: 5}")
    yaml.line("exports: [geojson, geopackage, csv, excel, atlas]")
    yaml.line("language: nl")
    if !others.isEmpty {
      yaml.line()
      yaml.comment("Not used:")
      for other in others {
        yaml.doubt("\(YAMLText.scalar(relative.to(other.path))): \(other.reason)")
      }
    }
    return StartedStudy(text: yaml.text, findings: findings, doubts: yaml.doubts)
  }

  // MARK: What can be used

  /// Whether the study can place these records, or why not.
  private func hindrance(_ look: RecordsLook) -> String? {
    guard case .address? = look.place else { return nil }
    guard let register else {
      return "its records have addresses and no coordinates: that needs a register, made with "
        + "'wijkzicht register fetch' and 'wijkzicht register build'."
    }
    guard register.register.edition == areas.edition.year else {
      return
        "the register is of \(register.register.edition.map { "\($0)" } ?? "an unknown year") and "
        + "the areas of \(areas.edition.year); make it with areas of that year."
    }
    return nil
  }

  private func usableRecords() -> [RecordsLook] { records.filter { hindrance($0) == nil } }

  private var peildatum: RecordDate {
    let last = records.compactMap(\.lastDay).max()
    let (year, month) = last.map { ($0.parts.year, $0.parts.month) } ?? (areas.edition.year, 12)
    let next =
      month == 12
      ? RecordDate(year: year + 1, month: 1, day: 1)
      : RecordDate(year: year, month: month + 1, day: 1)
    return RecordDate(day: (next?.day ?? 1) - 1)
  }

  /// The ids by which indicators know records: that of which they can compute the most.
  private func ids(of looks: [RecordsLook]) -> [(id: String, look: RecordsLook)] {
    var terms: [String: [RecordTerm]] = [:]
    for (_, indicator) in geodata.indicators.sorted(by: { $0.key < $1.key }) {
      for case .records(let term) in indicator.formula.terms {
        terms[term.records, default: []].append(term)
      }
    }
    var taken: Set<String> = []
    return looks.map { look in
      let best = terms.filter { !taken.contains($0.key) }
        .map { (id: $0.key, count: $0.value.count { look.satisfies($0, peildatum: peildatum) }) }
        .filter { $0.count > 0 }
        .max { ($0.count, $1.id) < ($1.count, $0.id) }?.id
      let plain = Self.slug(Self.stem(look.path))
      var id = best ?? plain
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(plain)-\(number)"
        number += 1
      }
      return (id, look)
    }
  }

  /// The figures that the study has, in areas and files.
  private var figureNames: Set<String> {
    var names: Set<String> = []
    for layer in areas.layers {
      for column in layer.figures where column.figures.contains(where: { $0.number != nil }) {
        names.insert(column.name)
      }
    }
    for look in figures where look.isUsable { names.formUnion(look.columns.map(\.name)) }
    return names
  }

  // MARK: Writing

  private func writePeriod(_ yaml: inout YAMLText) {
    let years = records.compactMap(\.years)
    let first = years.map(\.lowerBound).min()
    let last = years.map(\.upperBound).max()
    if let first, let last {
      yaml.comment(
        "The end of the month of the last record; records run from \(first) to \(last)."
      )
      if last != areas.edition.year {
        yaml.doubt(
          "the last records are of \(last), and the areas and their figures of \(areas.edition.year)."
        )
      }
    } else {
      yaml.doubt("no dates were found; the last day of the year of the areas.")
    }
    yaml.line("peildatum: \(peildatum.text)")
    if !isSchematic, areas.edition.version.map({ $0 < 3 }) ?? true {
      yaml.comment("Versions 1 and 2 of a year miss figures that come later.")
    }
    yaml.line("edition: \(areas.edition.year)")
  }

  private func writeGemeenten(_ yaml: inout YAMLText, _ looks: [RecordsLook]) throws {
    let known = areas.gemeenten
    var shares: [String: Double] = [:]
    for look in looks {
      for (code, share) in try look.gemeenten(in: areas) {
        shares[code] = max(shares[code] ?? 0, share)
      }
      if case .address? = look.place, let register {
        for code in register.register.buurtcodes where code.count > 6 {
          shares["GM" + code.dropFirst(2).prefix(4)] = 1
        }
      }
    }
    var chosen = known.filter { (shares[$0.code] ?? 0) >= 0.01 }
    let few = known.filter { (shares[$0.code] ?? 0) > 0 }.count - chosen.count
    if few > 0 {
      yaml.doubt("\(few) more gemeenten hold under 1 % of the records that were looked at.")
    }
    if chosen.isEmpty {
      let cities = Set(geodata.cities.map(\.code))
      chosen = known.count <= 10 ? known : known.filter { cities.contains($0.code) }
      if chosen.isEmpty { chosen = Array(known.prefix(1)) }
      yaml.doubt("the records do not say which gemeenten; choose.")
    } else {
      yaml.comment("Where the records lie.")
    }
    if chosen.count > 12 {
      yaml.doubt("the records lie in \(chosen.count) gemeenten; all are in the study.")
    }
    yaml.line("gemeenten: [\(chosen.map { YAMLText.scalar($0.name) }.joined(separator: ", "))]")
  }

  private func writeAreas(_ yaml: inout YAMLText) {
    if isSchematic {
      yaml.doubt(
        "no areas were named: these are schematic boundaries of the five cities. Fetch the official ones "
          + "with 'wijkzicht areas fetch --year 2024', and name them here.")
      yaml.line("areas:")
      yaml.line(
        "  schematic: \(YAMLText.scalar(RelativePath.absolute(geodata.folder + "/sample")))")
    } else {
      let paths = areaFiles.map { YAMLText.scalar(relative.to($0)) }
      yaml.line(
        paths.count == 1 ? "areas: \(paths[0])" : "areas: [\(paths.joined(separator: ", "))]")
    }
    guard let register else { return }
    let isNeeded = records.contains { look in
      if case .address? = look.place { hindrance(look) == nil } else { false }
    }
    let line = "register: \(YAMLText.scalar(relative.to(register.path)))"
    if isNeeded {
      yaml.line(line)
    } else {
      yaml.doubt("no records need the register as they are.")
      yaml.line("# \(line)")
    }
  }

  private func writeRecords(_ yaml: inout YAMLText, _ named: [(id: String, look: RecordsLook)]) {
    if !named.isEmpty {
      yaml.line()
      yaml.line("records:")
    }
    for (id, look) in named {
      let header = look.table.file.header
      yaml.line("  - id: \(YAMLText.scalar(id))")
      yaml.line("    file: \(YAMLText.scalar(relative.to(look.path)))")
      var columns: [(String, Int)] = []
      switch look.place {
      case .columns(.rd(let x, let y))?: columns = [("x", x), ("y", y)]
      case .columns(.lonLat(let lon, let lat))?: columns = [("lon", lon), ("lat", lat)]
      case .columns(.code(let index, let level))?: columns = [(level.rawValue + "code", index)]
      case .address(let address)?:
        yaml.line("    place: address")
        yaml.comment(
          "Records that are less sure than this are counted nowhere, and reported.", indent: "    ")
        yaml.line("    threshold: 0.99")
        columns = AddressColumns.Role.allCases.compactMap { role in
          address.columns[role].map { (role.rawValue, $0) }
        }
      case nil: break
      }
      columns += look.roles.map { ($0.role, $0.index) }
      for doubt in look.doubts { yaml.doubt(doubt, indent: "    ") }
      yaml.line(
        "    columns: {"
          + columns.map { "\($0.0): \(YAMLText.scalar(header[$0.1]))" }.joined(separator: ", ")
          + "}")
      yaml.comment(
        "Under the map. Are the records made up? Then add: synthetic: true", indent: "    ")
      yaml.line("    source: \(YAMLText.scalar(Self.stem(look.path)))")
    }
    for look in records {
      guard let reason = hindrance(look) else { continue }
      yaml.line()
      yaml.doubt("\(YAMLText.scalar(relative.to(look.path))) is left out: \(reason)")
    }
  }

  private func writeFigures(_ yaml: inout YAMLText) {
    guard !figures.isEmpty else { return }
    yaml.line()
    if figures.contains(where: \.isUsable) { yaml.line("figures:") }
    var taken: Set<String> = []
    for look in figures {
      let mark = look.isUsable ? "" : "# "
      let header = look.table.file.header
      var id = Self.slug(Self.stem(look.path))
      while !taken.insert(id).inserted { id += "-2" }
      if !look.isUsable { yaml.comment("Left out until it is put right:", indent: "  ") }
      yaml.line("  \(mark)- id: \(YAMLText.scalar(id))")
      yaml.line("  \(mark)  file: \(YAMLText.scalar(relative.to(look.path)))")
      for doubt in look.doubts { yaml.doubt(doubt, indent: "    ") }
      yaml.line("  \(mark)  edition: \(areas.edition.year)")
      yaml.line("  \(mark)  key: \(YAMLText.scalar(header[look.key]))")
      if let year = look.year {
        yaml.line(
          "  \(mark)  where: {\(YAMLText.scalar(header[year.column])): \"\(year.value)\"}")
      }
      yaml.line(
        "  \(mark)  columns: {"
          + look.columns.map { "\($0.name): \(YAMLText.scalar(header[$0.index]))" }
          .joined(separator: ", ") + "}")
      yaml.line("  \(mark)  source: \(YAMLText.scalar(Self.stem(look.path)))")
    }
  }

  private func writeIndicators(
    _ yaml: inout YAMLText, _ named: [(id: String, look: RecordsLook)]
  ) {
    let known = figureNames
    func canBeComputed(_ indicator: Indicator) -> Bool {
      if indicator.formula.kind == .density, !known.contains(IndicatorEvaluator.landAreaColumn) {
        return false
      }
      return indicator.formula.terms.allSatisfy { term in
        switch term {
        case .figure(let name): known.contains(geodata.aliases.canonical(name))
        case .records(let term):
          named.contains {
            $0.id == term.records && $0.look.satisfies(term, peildatum: peildatum)
          }
        }
      }
    }
    let possible = geodata.indicators.values.filter(canBeComputed).sorted { $0.id < $1.id }
    yaml.line()
    yaml.comment(
      "What the data allow, of 'wijkzicht indicators list'; 'indicators show ID' says what each is not."
    )
    if possible.isEmpty {
      yaml.doubt("nothing of the catalogue can be computed from these files.")
    }
    let plain = possible.filter { !$0.flags.contains(.stigmatising) }
    yaml.line(plain.isEmpty ? "indicators: []" : "indicators:")
    for indicator in plain { yaml.line("  - \(indicator.id)") }
    for indicator in possible where indicator.flags.contains(.stigmatising) {
      yaml.comment("May put a stain on people or streets; think before taking it in:", indent: "  ")
      yaml.line("  # - \(indicator.id)")
    }
  }
}
