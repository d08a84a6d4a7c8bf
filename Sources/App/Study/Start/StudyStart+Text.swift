internal import Areas
internal import CSV
internal import Geocoding
internal import Indicators
internal import Registers
internal import Tables
internal import Tabulation

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
    yaml.comment("Its name, as 'purposes' of data that are not open have it.")
    yaml.line("purpose_id: nog_in_te_vullen")
    yaml.comment("Who makes the study; another person releases it.")
    yaml.line("author: Nog in te vullen")
    writePeriod(&yaml)
    yaml.comment(
      "openbaar hides what could be led back to a few; intern shows counts, and is not for others.")
    yaml.line("audience: openbaar")
    yaml.comment(
      "With a key ('wijkzicht key --out sleutel.key') inputs that are not open can be known again by you alone."
    )
    yaml.comment("key: sleutel.key")
    yaml.line("level: buurt")
    let gemeenten = try writeGemeenten(&yaml, usable)
    let cut = areas.filtered(gemeentecodes: gemeenten)
    let figures = try self.figures.map { look in
      var look = look
      try look.look(in: cut)
      return look
    }
    yaml.line()
    writeAreas(&yaml)
    writeRecords(&yaml, named)
    writeFigures(&yaml, figures)
    writeIndicators(&yaml, named, figures)
    yaml.line()
    yaml.line("classes: {method: quantile, count: 5}")
    yaml.line("exports: [geojson, geopackage, csv, excel, xlsx, atlas, gis]")
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

  /// The ids by which indicators know records: that of which they can compute the most, among those that
  /// the name of the file has or whose words the records have. Without either it is not known what the
  /// records are.
  private func ids(of looks: [RecordsLook]) -> [(id: String, look: RecordsLook)] {
    var terms: [String: [RecordTerm]] = [:]
    for (_, indicator) in geodata.indicators.sorted(by: { $0.key < $1.key }) {
      for case .records(let term) in indicator.formula.terms {
        terms[term.records, default: []].append(term)
      }
    }
    var taken: Set<String> = []
    return looks.map { look in
      var look = look
      let name = Self.slug(Self.stem(look.path))
      let possible = terms.compactMap { id, terms -> (id: String, count: Int)? in
        guard !taken.contains(id) else { return nil }
        let met = terms.filter { look.satisfies($0, peildatum: peildatum) }
        let isMeant = name.contains(id) || met.contains { !$0.among.isEmpty }
        return met.isEmpty || !isMeant ? nil : (id, met.count)
      }
      let best = possible.max { ($0.count, $1.id) < ($1.count, $0.id) }?.id
      if let best, !name.contains(best) { look.noteGuess(best) }
      var id = best ?? name
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(name)-\(number)"
        number += 1
      }
      return (id, look)
    }
  }

  /// The figures that the study has at each level, in areas and files; of an indicator that counts
  /// records its id when its count is delivered.
  private func figureNames(_ figures: [FiguresLook]) -> [AreaLevel: Set<String>] {
    var names: [AreaLevel: Set<String>] = [:]
    for layer in areas.layers {
      for column in layer.figures where column.figures.contains(where: { $0.number != nil }) {
        names[layer.level, default: []].insert(column.name)
      }
    }
    for look in figures where look.isUsable {
      for level in look.levels { names[level, default: []].formUnion(look.columns.map(\.name)) }
    }
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

  /// More gemeenten than these are seldom meant.
  private static let mostGemeenten = 12

  /// Writes the gemeenten and returns their codes.
  private func writeGemeenten(
    _ yaml: inout YAMLText, _ looks: [RecordsLook]
  ) throws -> Set<String> {
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
    for look in figures {
      guard case .name(let names) = look.key else { continue }
      for code in names.gemeenten { shares[code] = 1 }
    }
    if shares.isEmpty {
      let ofFigures = Set(figures.filter(\.isUsable).flatMap(\.gemeenten))
      if ofFigures.count <= Self.mostGemeenten { for code in ofFigures { shares[code] = 1 } }
    }
    var chosen = known.filter { (shares[$0.code] ?? 0) >= 0.01 }
    let few = known.filter { (shares[$0.code] ?? 0) > 0 }.count - chosen.count
    if few > 0 {
      yaml.doubt(
        "\(counted(few, "more gemeente holds", "more gemeenten hold")) under 1 % of the records that were looked at."
      )
    }
    if chosen.isEmpty {
      let cities = Set(geodata.cities.map(\.code))
      chosen = known.count <= 10 ? known : known.filter { cities.contains($0.code) }
      if chosen.isEmpty { chosen = Array(known.prefix(1)) }
      yaml.doubt("the records do not say which gemeenten; choose.")
    } else {
      yaml.comment(looks.isEmpty ? "Of which the figures are." : "Where the records lie.")
    }
    if chosen.count > Self.mostGemeenten {
      yaml.doubt("the data are of \(chosen.count) gemeenten; all are in the study.")
    }
    let codes = Set(chosen.map(\.code))
    yaml.line("gemeenten: [\(chosen.map { YAMLText.scalar($0.name) }.joined(separator: ", "))]")
    return codes
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
      writeClaim(&yaml, mark: "")
    }
    for look in records {
      guard let reason = hindrance(look) else { continue }
      yaml.line()
      yaml.doubt("\(YAMLText.scalar(relative.to(look.path))) is left out: \(reason)")
    }
  }

  private func writeFigures(_ yaml: inout YAMLText, _ figures: [FiguresLook]) {
    guard !figures.isEmpty else { return }
    yaml.line()
    if figures.contains(where: \.isUsable) { yaml.line("figures:") }
    var taken: Set<String> = []
    for look in figures {
      let mark = look.isUsable ? "" : "# "
      let header = look.table.file.header
      func line(_ key: String, _ value: String) { yaml.line("  \(mark)  \(key): \(value)") }
      func column(_ index: Int) -> String { YAMLText.scalar(header[index]) }
      var id = Self.slug(Self.stem(look.path))
      while !taken.insert(id).inserted { id += "-2" }
      if !look.isUsable { yaml.comment("Left out until it is put right:", indent: "  ") }
      yaml.line("  \(mark)- id: \(YAMLText.scalar(id))")
      line("file", YAMLText.scalar(relative.to(look.path)))
      for doubt in look.doubts { yaml.doubt(doubt, indent: "    ") }
      if look.areDelivered || look.columns.isEmpty { line("kind", "counts") }
      line("edition", "\(areas.edition.year)")
      switch look.key {
      case .code(let key): line("key", column(key))
      case .name(let names):
        line("level", names.level.rawValue)
        line("name", column(names.column))
        if let gemeente = names.gemeente { line("gemeente", column(gemeente)) }
        if look.isUsable, !look.doubtfulNames.isEmpty {
          yaml.line("    same:")
          for name in look.doubtfulNames { yaml.line("      \(YAMLText.quoted(name.name)): \"-\"") }
        }
      }
      if let year = look.year { line("where", "{\(column(year.column)): \"\(year.value)\"}") }
      var columns = look.columns.map { "\($0.name): \(column($0.index))" }
      if look.columns.isEmpty {
        if let category = look.category {
          line("category", column(category))
          line("value", column(look.others[0]))
          columns = ["FIGUUR: WOORD"]
        } else {
          columns = look.others.enumerated().map { "FIGUUR_\($0 + 1): \(column($1))" }
        }
      }
      line("columns", "{" + columns.joined(separator: ", ") + "}")
      line("source", YAMLText.scalar(Self.stem(look.path)))
      if look.areDelivered || look.columns.isEmpty { writeClaim(&yaml, mark: mark) }
    }
  }

  /// On what ground data are used: for the user to say.
  private func writeClaim(_ yaml: inout YAMLText, mark: String) {
    yaml.doubt(
      "say on what ground these data may be used; it is recorded, not judged.", indent: "    ")
    yaml.comment("class: objects, firms, persons, police or criminal_justice", indent: "    ")
    yaml.line("  \(mark)  data:")
    for (key, value) in [
      ("class", "persons"), ("controller", "Nog in te vullen"),
      ("legal_basis", "Nog in te vullen"), ("purposes", "[nog_in_te_vullen]"),
      ("retention", "Nog in te vullen"),
    ] { yaml.line("  \(mark)    \(key): \(value)") }
  }

  private func writeIndicators(
    _ yaml: inout YAMLText, _ named: [(id: String, look: RecordsLook)], _ figures: [FiguresLook]
  ) {
    let known = figureNames(figures)
    // Counts that are not public are shown at the level they were delivered for, and at no other.
    var delivered: [String: AreaLevel] = [:]
    for look in figures where look.isUsable && look.areDelivered {
      for column in look.columns { delivered[column.name] = look.levels.first }
    }
    func canBeComputed(_ indicator: Indicator, at level: AreaLevel) -> Bool {
      let known = known[level] ?? []
      if indicator.formula.kind == .density, !known.contains(IndicatorEvaluator.landAreaColumn) {
        return false
      }
      let isDelivered = known.contains(indicator.id)
      var used = isDelivered ? [indicator.id] : []
      let isPossible = indicator.formula.terms.allSatisfy { term in
        switch term {
        case .combined, .neighbours, .indicator: return true
        case .points(let term): return named.contains { $0.id == term.records }
        case .figure(let name):
          used.append(geodata.aliases.canonical(name))
          return known.contains(geodata.aliases.canonical(name))
        case .records where isDelivered && term == indicator.formula.numerator: return true
        case .records(let term):
          return level == .buurt
            && named.contains {
              $0.id == term.records && $0.look.satisfies(term, peildatum: peildatum)
            }
        }
      }
      return isPossible && used.allSatisfy { delivered[$0].map { $0 == level } ?? true }
    }
    let possible = geodata.indicators.values.sorted { $0.id < $1.id }.compactMap { indicator in
      AreaLevel.cbs.first { canBeComputed(indicator, at: $0) }.map { (indicator, $0) }
    }
    yaml.line()
    yaml.comment(
      "What the data allow, of 'wijkzicht indicators list'; 'indicators show ID' says what each is not."
    )
    if possible.isEmpty {
      yaml.doubt("nothing of the catalogue can be computed from these files.")
    }
    func text(_ indicator: Indicator, _ level: AreaLevel) -> String {
      level == .buurt ? indicator.id : "{id: \(indicator.id), level: \(level.rawValue)}"
    }
    let plain = possible.filter { $0.0.offByDefault == nil }
    yaml.line(plain.isEmpty ? "indicators: []" : "indicators:")
    for (indicator, level) in plain { yaml.line("  - \(text(indicator, level))") }
    for reason in Indicator.OffReason.allCases {
      let off = possible.filter { $0.0.offByDefault == reason }
      if !off.isEmpty { yaml.comment(reason.sentence, indent: "  ") }
      for (indicator, level) in off { yaml.line("  # - \(text(indicator, level))") }
    }
  }
}

extension Indicator.OffReason {
  /// Above the indicators that a new study leaves to be chosen.
  fileprivate var sentence: String {
    switch self {
    case .stigmatising:
      "Off by default: may put a stain on people or streets. Think before taking one in:"
    case .setOff:
      "Off by default: the catalogue sets it apart. Read what it does not say before taking one in:"
    case .unverified:
      "Off by default: no real file with these columns was seen. Compare figures with their source:"
    }
  }
}
