internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import Spreadsheet
internal import Tables

/// The tables of a study as a workbook: the figures, what they mean, where they come from, and how good
/// the data are.
struct WideWorkbook {
  private let tables: [WideTable]
  private let document: MapDocument

  /// - Parameter tables: one of each level, that of the study first.
  init(_ tables: [WideTable], document: MapDocument) {
    self.tables = tables
    self.document = document
  }

  private var columns: [WideTable.Column] { tables.flatMap(\.columns) }

  /// The bytes of `tabel.xlsx`, with the sheets `gegevens`, one such as `gegevens_wijken` for each
  /// further level, `toelichting`, `bronnen` and `kwaliteit`.
  /// - Throws: `SpreadsheetError` beyond 4 GiB.
  func bytes(provenance: ProvenanceRecord) throws -> [UInt8] {
    var workbook = WorkbookWriter(title: document.title)
    for (number, table) in tables.enumerated() {
      let name = number == 0 ? "gegevens" : "gegevens_\(table.layer.level.plural)"
      // Excel allows 31 characters.
      workbook.add(table.sheet(named: name.count <= 31 ? name : "gegevens_\(number + 1)"))
    }
    workbook.add(explanation)
    workbook.add(sources(provenance))
    workbook.add(facts(provenance))
    return try workbook.bytes()
  }

  private var explanation: WorkbookWriter.Sheet {
    let isDutch = document.language == .nl
    func text(_ text: LocalizedText) -> String { isDutch ? text.nl : text.en }
    var sheet = WorkbookWriter.Sheet(name: "toelichting", header: ["onderwerp", "toelichting"])
    func add(_ subject: String, _ content: String) {
      if !content.isEmpty { sheet.append([.text(subject), .text(content)]) }
    }
    add(isDutch ? "titel" : "title", document.title)
    add(isDutch ? "peildatum" : "reference date", document.peildatum)
    add(isDutch ? "doelgroep" : "audience", document.audience.rawValue)
    add(isDutch ? "gebieden" : "areas", document.areas.edition.description)
    for stamp in document.stamps(isSynthetic: tables.contains(where: \.isSynthetic)) {
      add(isDutch ? "stempel" : "stamp", stamp)
    }
    for column in columns {
      let indicator = column.map.layer.indicator
      add(column.id, "\(text(indicator.name)) (\(text(indicator.unit)))")
      add(column.id, text(indicator.says))
      add(column.id, text(indicator.saysNot))
      for caveat in indicator.caveats { add(column.id, text(caveat)) }
    }
    add(
      "…_klasse",
      isDutch
        ? "De klasse van de kaart; 1 is de laagste. Leeg als de waarde niet meedoet."
        : "The class on the map; 1 is the lowest. Empty when the value takes no part.")
    for status in IndicatorValue.Status.allCases {
      add("…_status: \(status.rawValue)", Self.meaning(of: status, isDutch: isDutch))
    }
    if columns.contains(where: \.hasReasons) {
      for reason in MissingReason.allCases {
        add("…_reden: \(reason.word)", Self.meaning(of: reason, isDutch: isDutch))
      }
    }
    if columns.contains(where: { $0.map.layer.values.contains(where: \.isTooUnsure) }) {
      add(
        "…_reden: \(Certainty.Word.unsure.rawValue)",
        isDutch
          ? "De score is te onzeker voor een klasse." : "The score is too unsure for a class.")
    }
    sheet.setWidth(34, ofColumn: 0)
    sheet.setWidth(110, ofColumn: 1)
    return sheet
  }

  private static func meaning(of reason: MissingReason, isDutch: Bool) -> String {
    switch reason {
    case .secret:
      isDutch
        ? "Geheim of niet aanwezig, volgens de bron." : "Secret or not present, by its source."
    case .notYetPublished:
      isDutch
        ? "De bron geeft het in een latere versie." : "The source has it in a later version."
    case .discontinued:
      isDutch
        ? "De bron geeft het op dit niveau niet meer."
        : "The source no longer has it at this level."
    case .notApplicable:
      isDutch
        ? "Het getal heeft hier geen betekenis, zoals een verhouding tot niemand."
        : "The number has no meaning here, such as a rate over nobody."
    case .noReference:
      isDutch
        ? "Van de gemeente ontbreekt het cijfer waarmee vergeleken wordt."
        : "Of the gemeente the figure is missing that is compared with."
    case .unreadable:
      isDutch
        ? "De bron heeft er iets dat geen getal is, of minder dan niets van wat geteld is."
        : "The source has something there that is no number, or less than nothing of what is counted."
    case .noData: isDutch ? "Niet in de bestanden." : "Not in the files."
    }
  }

  private static func meaning(of status: IndicatorValue.Status, isDutch: Bool) -> String {
    switch status {
    case .ok: isDutch ? "Er is een waarde." : "There is a value."
    case .suppressed:
      isDutch
        ? "Niet getoond, omdat het getal tot te weinig gevallen herleidbaar is."
        : "Not shown: the number could be traced to too few cases."
    case .noData: isDutch ? "Niet in de bron." : "Not in the source."
    case .fewData:
      isDutch
        ? "Te klein aantal om op te varen, of alleen grenzen zijn bekend."
        : "Too small a number to go by, or only bounds are known."
    }
  }

  private func sources(_ provenance: ProvenanceRecord) -> WorkbookWriter.Sheet {
    // A column for each way in which a file can be known.
    let ways = ["sha256", "hmac_sha256"].filter { way in
      way == "sha256" || provenance.inputs.contains { $0.identity.name == way }
    }
    var sheet = WorkbookWriter.Sheet(
      name: "bronnen", header: ["rol", "bestand"] + ways + ["bron"])
    for input in provenance.inputs {
      let identity = input.identity
      var row: [WorkbookWriter.Value] = [.text(input.role), .text(input.name)]
      for way in ways {
        if way == identity.name, let value = identity.value {
          row.append(.text(value))
        } else {
          row.append(.empty)
        }
      }
      sheet.append(row + [.empty])
    }
    for column in columns {
      for source in column.map.layer.sources {
        var row: [WorkbookWriter.Value] = [.text(column.id), .empty]
        row += ways.map { _ in .empty }
        sheet.append(row + [.text(source)])
      }
    }
    sheet.setWidth(34, ofColumn: 0)
    sheet.setWidth(40, ofColumn: 1)
    for place in ways.indices { sheet.setWidth(66, ofColumn: 2 + place) }
    sheet.setWidth(60, ofColumn: 2 + ways.count)
    return sheet
  }

  /// The facts of the run as provenance keeps them, a line each.
  private func facts(_ provenance: ProvenanceRecord) -> WorkbookWriter.Sheet {
    var sheet = WorkbookWriter.Sheet(name: "verwerking", header: ["onderdeel", "waarde"])
    for (name, fact) in provenance.facts { Self.add(fact, name: name, to: &sheet) }
    sheet.setWidth(60, ofColumn: 0)
    sheet.setWidth(40, ofColumn: 1)
    return sheet
  }

  private static func add(
    _ fact: ProvenanceRecord.Fact, name: String, to sheet: inout WorkbookWriter.Sheet
  ) {
    switch fact {
    case .scalar(let scalar):
      sheet.append([.text(name), value(scalar)])
    case .facts(let facts):
      for (part, fact) in facts { add(fact, name: "\(name).\(part)", to: &sheet) }
    case .list(let list):
      for (number, fact) in list.enumerated() {
        add(fact, name: "\(name)[\(number + 1)]", to: &sheet)
      }
    }
  }

  private static func value(_ scalar: JSONScalar) -> WorkbookWriter.Value {
    switch scalar {
    case .null, .nested: .empty
    case .bool(let flag): .flag(flag)
    case .number(let number): .number(number, decimals: 6)
    case .integer(let number): .number(Double(number), decimals: 0)
    case .text(let text): .text(text)
    }
  }
}

extension WideTable {
  /// The figures as a sheet.
  fileprivate func sheet(named name: String) -> WorkbookWriter.Sheet {
    var sheet = WorkbookWriter.Sheet(
      name: name,
      header: Self.identityNames + columns.flatMap(\.names)
        + marks.map(\.name))
    let year = Double(document.peildatum.prefix(4)) ?? 0
    for (place, area) in layer.areas.enumerated() {
      var values: [WorkbookWriter.Value] = [
        .text(area.code), .text(area.name), .text(layer.level.rawValue), .text(area.gemeentecode),
        .text(area.gemeentenaam), .number(year, decimals: 0),
      ]
      for column in columns {
        let value = column.map.layer.values[place]
        values.append(
          value.value.map { .number($0, decimals: column.decimals) } ?? .empty)
        values.append(
          column.map.classNumber(value).map { .number(Double($0), decimals: 0) } ?? .empty)
        values.append(.text(value.status.rawValue))
        values += column.certaintySheetValues(place)
        for (_, words) in column.words {
          values.append(words[place].isEmpty ? .empty : .text(words[place]))
        }
      }
      for mark in marks {
        switch mark.value {
        case .text(let text): values.append(.text(text))
        case .flag: values.append(.flag(true))
        }
      }
      sheet.append(values)
    }
    sheet.setWidth(30, ofColumn: 1)
    return sheet
  }
}
