internal import Areas
internal import Bytes
internal import CSV
internal import Geocoding
internal import Geometry
internal import Governance
internal import Indicators
internal import Projection
internal import Tables
internal import Tabulation

/// What a file of records gives a study: where its records are, when, and of which kind.
struct RecordsLook {
  /// What says where records belong.
  enum Place {
    case columns(PlacementColumns)
    case address(AddressColumns)
  }

  let path: String
  let table: TableLook
  let place: Place?
  /// The columns, counted from 1, that have the same name of a place, so that none of them is taken.
  private(set) var repeated: [Int] = []
  /// The columns by the role that indicators know them by.
  private(set) var roles: [(role: String, index: Int)] = []
  private(set) var doubts: [String] = []

  /// The names of columns by role, as municipal systems write them, folded.
  private static let spellings: [(role: String, names: [String])] = [
    (
      "datum",
      [
        "datum", "date", "incidentdatum", "datumincident", "meldingsdatum", "datummelding",
        "pleegdatum", "registratiedatum", "datumregistratie",
      ]
    ),
    ("startdatum", ["startdatum", "begindatum", "ingangsdatum", "datumvestiging", "datumingang"]),
    ("einddatum", ["einddatum", "datumeinde", "datumopheffing", "datumuitschrijving"]),
    (
      "soort",
      ["soort", "type", "categorie", "soortincident", "incidentsoort", "soortmelding", "delict"]
    ),
    ("sbi", ["sbi", "sbicode", "sbi2008", "hoofdsbi", "sbihoofdactiviteit"]),
  ]

  init(path: String, table: TableLook) {
    self.path = path
    self.table = table
    let detected: PlacementColumns?
    do throws(PlacementColumns.Several) {
      detected = try PlacementColumns.detect(
        header: table.file.header, sample: table.sample, dialect: table.file.dialect)
    } catch {
      detected = nil
      repeated = error.columns.map { $0 + 1 }
    }
    if let columns = detected {
      place = .columns(columns)
    } else if let columns = try? AddressColumns(
      header: table.file.header, sample: table.sample, dialect: table.file.dialect),
      columns.hasEnough
    {
      place = .address(columns)
    } else {
      place = nil
    }
    findRoles()
    noteDoubts()
  }

  private var placeIndices: Set<Int> {
    switch place {
    case .columns(.rd(let x, let y)): [x, y]
    case .columns(.lonLat(let lon, let lat)): [lon, lat]
    case .columns(.code(let index, _)): [index]
    case .address(let columns): Set(columns.columns.values)
    case nil: []
    }
  }

  private mutating func findRoles() {
    let taken = placeIndices
    for (role, names) in Self.spellings {
      guard let index = table.index(named: names), isUsable(index), !taken.contains(index) else {
        continue
      }
      roles.append((role, index))
    }
    guard !roles.contains(where: { $0.role == "datum" || $0.role == "startdatum" }) else { return }
    let days = table.columns.indices.filter {
      table.columns[$0].holdsDays && isUsable($0) && !taken.contains($0)
    }
    if days.count == 1 {
      roles.insert(("datum", days[0]), at: 0)
      doubts.append(
        "'\(table.columns[days[0]].name)' is taken for the date, as the only column with days.")
    } else if days.count > 1 {
      let names = days.map { "'\(table.columns[$0].name)'" }.joined(separator: ", ")
      doubts.append("several columns hold days (\(names)); name the one that counts as datum.")
    }
  }

  private func isUsable(_ index: Int) -> Bool {
    let column = table.columns[index]
    return column.personal == nil && column.ground == nil
      && !PersonalData.isBirthDate(header: column.name)
  }

  private mutating func noteDoubts() {
    let file = table.file
    if file.encoding != .utf8 {
      doubts.append(
        "the characters are read as \(file.encoding.rawValue); look at names with é or ë.")
    }
    if !table.isComplete {
      doubts.append("only the first \(TableLook.rowLimit) rows were looked at.")
    }
    if table.ragged > 0 {
      doubts.append(
        "\(counted(table.ragged, "row has", "rows have")) another number of fields than the header."
      )
    }
    for index in placeIndices.sorted() {
      let column = table.columns[index]
      let empty = table.rows - table.ragged - column.filled
      if case .columns = place, empty > 0 {
        doubts.append("'\(column.name)' is empty in \(empty) of \(counted(table.rows, "row")).")
      }
    }
    for (role, index) in roles where role == "datum" || role == "startdatum" {
      let column = table.columns[index]
      if column.days < column.filled {
        doubts.append(
          counted(
            column.filled - column.days, "cell of '\(column.name)' is no day.",
            "cells of '\(column.name)' are no day."))
      }
    }
    for column in table.columns {
      if let kind = column.personal {
        doubts.append(
          "'\(column.name)' looks like \(kind.words); take it out of the file, else a run is refused."
        )
      } else if column.ground != nil {
        doubts.append("'\(column.name)' may not be input; it is not read.")
      }
    }
  }

  /// Notes that the records are taken for those of an id because of their words alone.
  mutating func noteGuess(_ id: String) {
    doubts.append(
      "taken for '\(id)', since some of their words are those that its indicators count. Are they "
        + "something else? Then give them an id of their own.")
  }

  /// The years of the records, by their date.
  var years: ClosedRange<Int>? {
    guard let index = roles.first(where: { $0.role == "datum" })?.index,
      let first = table.columns[index].firstDay, let last = table.columns[index].lastDay
    else { return nil }
    return first.parts.year...last.parts.year
  }

  /// The last day of a record.
  var lastDay: RecordDate? {
    roles.first { $0.role == "datum" }.flatMap { table.columns[$0.index].lastDay }
  }

  /// Whether the records have what a term looks at, and at least one of the words that it counts.
  func satisfies(_ term: RecordTerm, peildatum: RecordDate) -> Bool {
    func index(_ name: String) -> Int? {
      roles.first { $0.role == name }?.index
        ?? table.columns.firstIndex { $0.name.lowercased() == name }
    }
    var needed = term.conditions(peildatum: peildatum).flatMap { $0.columns.map(\.name) }
    switch term.measure {
    case .count: break
    case .distinct(let column), .sum(let column): needed.append(column)
    }
    if term.leastAtAddress != nil {
      if case .columns(.code)? = place { return false }
      needed.removeAll { $0 == RecordTerm.addressColumn }
    }
    guard needed.allSatisfy({ index($0) != nil }) else { return false }
    return term.among.allSatisfy { among in
      guard let index = index(among.column) else { return false }
      return table.columns[index].words.contains { word in
        among.words.contains { pattern in
          among.isOfSectors
            ? SectorCode.digits(of: word).map { SectorCode.matches(pattern, $0) } ?? false
            : WordPattern.matches(pattern, word)
        }
      }
    }
  }

  /// The codes of the gemeenten in which the first records lie, of those in `areas`, with their share.
  func gemeenten(in areas: AreaSet) throws -> [String: Double] {
    guard case .columns(let columns)? = place, let sample = table.sample else { return [:] }
    let records = CSVRecords(sample.bytes, dialect: table.file.dialect, most: 20_000)
    var counts: [String: Int] = [:]
    var total = 0
    func count(_ gemeente: String?) {
      guard let gemeente else { return }
      counts[gemeente, default: 0] += 1
      total += 1
    }
    switch columns {
    case .code(let index, let level):
      guard let layer = areas[level] else { return [:] }
      for record in 0..<records.count where records.fieldCount(record) == table.columns.count {
        let code = AreaCode.normalised(records.text(record, index).trimmed, level: level)
        count(code.flatMap { layer.ordinal(of: $0) }.map { layer.areas[$0].gemeentecode })
      }
    case .rd(let x, let y), .lonLat(let x, let y):
      guard let layer = areas.layers.max(by: { $0.level < $1.level }) else { return [:] }
      var positions: [Position] = []
      for record in 0..<records.count where records.fieldCount(record) == table.columns.count {
        if let x = Self.number(records.text(record, x)),
          let y = Self.number(records.text(record, y))
        {
          positions.append(Position(x: x, y: y))
        }
      }
      if case .lonLat = columns {
        let degrees = ReferenceSystem.wgs84.netherlands
        positions.removeAll {
          !(degrees.minX...degrees.maxX ~= $0.x && degrees.minY...degrees.maxY ~= $0.y)
        }
        if !positions.isEmpty { try Transformer(from: .wgs84, to: .rdNew).transform(&positions) }
      }
      for ordinal in AreaLocator(layer).ordinals(at: positions) {
        count(ordinal < 0 ? nil : layer.areas[Int(ordinal)].gemeentecode)
      }
    }
    return counts.mapValues { Double($0) / Double(total) }
  }

  private static func number(_ text: String) -> Double? {
    let text = text.trimmed
    return Double(text) ?? Double(text.replacing(",", with: "."))
  }
}
