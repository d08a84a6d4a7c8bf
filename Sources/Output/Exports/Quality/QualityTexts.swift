internal import Areas
internal import Cartography
internal import Quality

/// What is said of quality, in Dutch or English. Names of columns and counts, never what a record holds.
struct QualityTexts {
  private let language: Language
  var isDutch: Bool { language == .nl }

  init(_ language: Language) { self.language = language }

  var title: String { isDutch ? "Kwaliteit van de gegevens" : "Quality of the data" }
  var sourceHeader: String { isDutch ? "bron" : "source" }
  var gradeHeader: String { isDutch ? "oordeel" : "grade" }
  var reasonsHeader: String { isDutch ? "waarom niet beter" : "why no better" }
  var actionsHeader: String { isDutch ? "Wat de eigenaar kan doen:" : "What the owner can do:" }
  let citiesHeader = "Per gemeente"
  var measuresHeader: String { isDutch ? "Alle metingen" : "All measures" }
  var checkHeader: String { isDutch ? "controle" : "check" }
  var columnHeader: String { isDutch ? "kolom" : "column" }
  var resultHeader: String { isDutch ? "uitkomst" : "result" }

  func introduction(peildatum: String?) -> String {
    isDutch
      ? "Gemeten naar ISO 19157-1:2023\(peildatum.map { ", peildatum \($0)" } ?? ""). Het oordeel is dat van de slechtste meting: "
        + "A tot en met \(percent(0)) fouten, B \(percent(1)), C \(percent(2)), D \(percent(3)), "
        + "daarboven E. Voor eigen gebruik: de aantallen zijn niet beveiligd."
      : "Measured after ISO 19157-1:2023\(peildatum.map { ", reference date \($0)" } ?? ""). The grade is that of the "
        + "worst measure: "
        + "A up to \(percent(0)) of faults, B \(percent(1)), C \(percent(2)), D \(percent(3)), "
        + "above that E. For internal use: counts are not protected."
  }

  var mapAbstract: String {
    isDutch
      ? "Per gebied de slechtste van: ontbrekende cijfers, cijfers die niet kunnen, registraties die met "
        + "twijfel geplaatst zijn, en wat er aan zijn registraties mankeert, vanaf 10. Zegt iets over de gegevens, niets over het gebied."
      : "For each area the worst of: missing figures, figures that cannot be, records that are placed with "
        + "doubt, and what is the matter with its records, from 10 on. Tells of the data, nothing of the area."
  }

  private func percent(_ place: Int) -> String {
    language.number(QualityGrade.shares[place] * 100, decimals: 0) + " %"
  }

  func legend(_ grade: QualityGrade) -> String {
    let words =
      isDutch
      ? ["goed", "bijna goed", "matig", "slecht", "onbruikbaar zonder herstel"]
      : ["good", "nearly good", "fair", "poor", "unusable without repair"]
    let place = QualityGrade.allCases.firstIndex(of: grade) ?? 0
    return "\(grade.rawValue) · \(words[place])"
  }

  func grade(_ findings: [QualityFinding]) -> String {
    guard let grade = findings.grade else {
      return isDutch ? "niets te meten" : "nothing to measure"
    }
    let reasons = reasons(findings).joined(separator: "; ")
    return reasons.isEmpty ? grade.rawValue : "\(grade.rawValue) – \(reasons)"
  }

  func reasons(_ findings: [QualityFinding]) -> [String] {
    findings.reasons.map { finding in
      name(finding.check) + (finding.column.map { " (\($0))" } ?? "")
        + (finding.levels.isEmpty ? "" : ", " + levels(finding)) + ": " + result(finding)
    }
  }

  func areas(_ places: [QualityReport.Place], _ level: AreaLevel) -> String {
    let counts = QualityGrade.allCases.map { grade in
      "\(grade.rawValue) \(places.count { $0.grade == grade })"
    }.joined(separator: ", ")
    return (isDutch ? "Gebieden (\(level.plural)): " : "Areas (\(level.plural)): ") + counts + "."
  }

  func result(_ finding: QualityFinding) -> String {
    let (count, total, expected, age) = finding.parts
    if age != nil { return months(finding) }
    if let base = finding.base { return rounding(base) }
    guard let count, let total else { return "" }
    if case .distance(let error, _, _) = finding.result {
      return distance(error, count: count, of: total)
    }
    guard total > 0 else { return isDutch ? "niets te meten" : "nothing to measure" }
    let share = Double(count) / Double(total) * 100
    let decimals = share > 0 && share < 10 ? 1 : 0
    var text =
      "\(counted(count)) \(isDutch ? "van" : "of") \(counted(total)) "
      + "(\(language.number(share, decimals: decimals)) %"
    if let expected {
      text +=
        (isDutch ? "; bij toeval " : "; by chance ")
        + language.number(expected * 100, decimals: expected < 5e-4 ? 2 : 1) + " %"
    }
    return text + ")"
  }

  private func rounding(_ base: Int) -> String {
    if base == 1 { return isDutch ? "niet afgerond" : "not rounded" }
    return (isDutch ? "op veelvouden van " : "to multiples of ") + counted(base)
  }

  private func distance(_ error: PositionalError?, count: Int, of total: Int) -> String {
    let share = "\(counted(count)) \(isDutch ? "van" : "of") \(counted(total))"
    guard total > 0 else { return isDutch ? "niets te meten" : "nothing to measure" }
    guard let error else {
      return (isDutch ? "niet te zeggen" : "cannot be said") + " (\(share))"
    }
    return
      "\(isDutch ? "mediaan" : "median") \(metres(error.median)), 95 % "
      + "\(isDutch ? "binnen" : "within") \(metres(error.within95)), RMS "
      + "\(metres(error.rootMeanSquare)) (\(share))"
  }

  /// A distance to two figures, in metres or kilometres.
  func metres(_ metres: Double) -> String {
    let (number, unit) = metres < 1_000 ? (metres, "m") : (metres / 1_000, "km")
    return language.number(number, decimals: number < 1 ? 2 : number < 10 ? 1 : 0) + " " + unit
  }

  func counted(_ count: Int) -> String { language.number(Double(count), decimals: 0) }

  /// Why a figure is missing, or by what a record was found.
  func reason(_ word: String) -> String {
    if let step = step(word) { return step }
    return isDutch
      ? word.replacing("_", with: " ").replacing("coordinaat", with: "coördinaat")
      : Self.english[word] ?? word.replacing("_", with: " ")
  }

  /// A distance as files write it, such as `0.1 m`, as the language writes it.
  private func step(_ word: String) -> String? {
    let number = word.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(number) else { return nil }
    let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
    return language.number(value, decimals: decimals) + word.dropFirst(number.count)
  }

  /// The words of files for reasons and levels, in English.
  private static let english = [
    "geheim_of_afwezig": "secret or absent",
    "niet_in_bron": "not in the source",
    "nog_niet_gepubliceerd": "not yet published", "niet_meer_gepubliceerd": "discontinued",
    "onleesbaar_in_bron": "not readable in the source",
    "buiten_de_gebieden": "outside the areas", "andere_gemeente": "another gemeente",
    "leeg": "empty", "geen_getal": "no number", "niet_eindig": "not finite",
    "assen_verwisseld": "axes interchanged",
    "rd_in_lon_lat_kolommen": "RD in columns for lon and lat",
    "lon_lat_in_rd_kolommen": "lon and lat in columns for RD",
    "buiten_nederland": "outside the Netherlands", "onbekende_code": "unknown code",
    "bijzonder_punt_weggelaten": "special point, left out", "bijzonder_punt": "special point",
    "twijfel": "doubt", "geen": "none", "postbus": "post office box",
    "buitenland": "another country", "onechte_postcode": "dummy postcode",
    "geen_huisnummer": "no house number",
    "getal_afgerond_door_rekenblad": "number rounded by a spreadsheet",
    "huisnummer_onbekend": "unknown house number", "meer_mogelijkheden": "several candidates",
    "postcode_en_straat_spreken_elkaar_tegen": "postcode and street disagree",
    "onbekend_adres": "unknown address",
    "nummer_in_meer_buurten": "number in several buurten",
    "register_zonder_buurt": "register without a buurt",
    "meer_adressen_in_een_veld": "several addresses in one field",
    "datum_teruggezet_naar_huisnummer": "date turned back into a house number",
    "bag_id_en_adres_spreken_elkaar_tegen": "identification and address disagree",
    "tegenover_het_nummer": "opposite the number",
    "bag_id_met_voorloopnul_aangevuld": "identification with a leading zero put back",
    "plaats_spreekt_tegen": "place disagrees", "toevoeging_onbekend": "unknown addition",
    "schrijfwijze_wijkt_af": "deviating spelling", "te_weinig_gegevens": "too little to be certain",
    "adres": "address", "nummer": "number", "straat": "street", "plaats": "place",
    "coordinaat": "coordinate", "correctie": "correction", "ongeldig": "not valid",
    "opening": "gap", "grootste_punt": "fullest point", "knopen_niet_gedeeld": "nodes not shared",
  ]

  func name(_ check: QualityCheck) -> String {
    let names: (nl: String, en: String) =
      switch check {
      case .emptyCells: ("lege cellen", "empty cells")
      case .emptyOtherCells: ("lege cellen in overige kolommen", "empty cells of other columns")
      case .missingFigures: ("gebieden zonder cijfer", "areas without a figure")
      case .unplaced: ("zonder gebied", "without an area")
      case .duplicateRows: ("dubbele rijen", "duplicate rows")
      case .repeatedAreas: ("gebieden met meer rijen", "areas with several rows")
      case .unknownCodes: ("codes van een andere editie", "codes of another edition")
      case .partsExceedWhole: ("delen samen groter dan het geheel", "parts above the whole")
      case .wholeExceedsParts: ("geheel groter dan de delen samen", "whole above its parts")
      case .boundaries: ("grenzen met fouten", "boundaries with faults")
      case .outsideDomain: ("onmogelijke waarden", "impossible values")
      case .raggedRows: ("rijen met een ander aantal velden", "rows with another number of fields")
      case .unreadableCells: ("onleesbare cellen", "unreadable cells")
      case .unreadableCodes: ("onleesbare codes van gebieden", "unreadable codes of areas")
      case .roundingBase: ("afronding van aantallen", "rounding of counts")
      case .paddedCells: ("spaties om de inhoud", "blanks around cells")
      case .spellings: ("woorden in een afwijkende schrijfwijze", "words in a deviating spelling")
      case .doubtfulPlaces: ("plaats met twijfel", "doubtful place")
      case .coarsePlaces: ("niet op huisnummer geplaatst", "not placed at a house number")
      case .placeLevels: ("plaats gevonden op", "place found by")
      case .placeErrors: ("verwachte fout van de plaats", "expected error of the place")
      case .stackedPoints: ("op een punt met 10 of meer", "on a point with 10 or more")
      case .coordinateGrid: ("coördinaten afgerond op", "coordinates rounded to")
      case .nearBoundary:
        ("grens dichterbij dan de afronding", "boundary nearer than the rounding")
      case .expectedElsewhere:
        ("door afronding verwacht in een ander gebied", "expected in another area, by rounding")
      case .heapedPoints: ("gebieden met veel op één punt", "areas with much on one point")
      case .roundCoordinates:
        ("coördinaten op hele hectometers", "coordinates on whole hectometres")
      case .roundNumbers: ("tientallen", "multiples of ten")
      case .unlikeNeighbours: ("wijkt sterk af van de buren", "far from its neighbours")
      case .unlikeEarlier: ("sterk veranderd sinds eerder", "changed far since earlier")
      case .newYearDates: ("datum op 1 januari", "dates on 1 January")
      case .firstOfMonthDates: ("datum op de eerste van een maand", "dates on the first of a month")
      case .endBeforeStart: ("einde voor begin", "end before start")
      case .futureDates: ("datum na de peildatum", "dates after the reference date")
      case .personalCells: ("cellen met persoonsgegevens", "cells with data of persons")
      case .age: ("ouderdom op de peildatum", "age at the reference date")
      }
    return isDutch ? names.nl : names.en
  }
}
