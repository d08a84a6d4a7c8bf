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

  func introduction(peildatum: String) -> String {
    isDutch
      ? "Gemeten naar ISO 19157, peildatum \(peildatum). Het oordeel is dat van de slechtste meting: "
        + "A tot en met \(percent(0)) fouten, B \(percent(1)), C \(percent(2)), D \(percent(3)), "
        + "daarboven E. Voor eigen gebruik: de aantallen zijn niet beveiligd."
      : "Measured after ISO 19157, reference date \(peildatum). The grade is that of the worst measure: "
        + "A up to \(percent(0)) of faults, B \(percent(1)), C \(percent(2)), D \(percent(3)), "
        + "above that E. For internal use: counts are not protected."
  }

  var mapAbstract: String {
    isDutch
      ? "Per gebied de slechtste van: ontbrekende cijfers, en registraties die op één punt of met twijfel "
        + "geplaatst zijn. Zegt iets over de gegevens, niets over het gebied."
      : "For each area the worst of: missing figures, and records that are placed on one point or with "
        + "doubt. Tells of the data, nothing of the area."
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
      name(finding.check) + (finding.column.map { " (\($0))" } ?? "") + ": " + result(finding)
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
    guard let count, let total else { return "" }
    guard total > 0 else { return isDutch ? "niets te meten" : "nothing to measure" }
    let share = Double(count) / Double(total) * 100
    let decimals = share > 0 && share < 10 ? 1 : 0
    var text =
      "\(counted(count)) \(isDutch ? "van" : "of") \(counted(total)) "
      + "(\(language.number(share, decimals: decimals)) %"
    if let expected {
      text +=
        (isDutch ? "; bij toeval " : "; by chance ")
        + language.number(expected * 100, decimals: 1) + " %"
    }
    return text + ")"
  }

  func counted(_ count: Int) -> String { language.number(Double(count), decimals: 0) }

  /// Why a figure is missing, or by what a record was found.
  func reason(_ word: String) -> String {
    word.replacing("_", with: " ")
  }

  func name(_ check: QualityCheck) -> String {
    let names: (nl: String, en: String) =
      switch check {
      case .emptyCells: ("lege cellen", "empty cells")
      case .missingFigures: ("gebieden zonder cijfer", "areas without a figure")
      case .unplaced: ("zonder gebied", "without an area")
      case .duplicateRows: ("dubbele rijen", "duplicate rows")
      case .repeatedAreas: ("gebieden met meer rijen", "areas with several rows")
      case .unknownCodes: ("codes van een andere editie", "codes of another edition")
      case .partsExceedWhole: ("delen samen groter dan het geheel", "parts above the whole")
      case .wholeExceedsParts: ("geheel groter dan de delen samen", "whole above its parts")
      case .outsideDomain: ("onmogelijke waarden", "impossible values")
      case .raggedRows: ("rijen met een ander aantal velden", "rows with another number of fields")
      case .unreadableCells: ("onleesbare cellen", "unreadable cells")
      case .paddedCells: ("spaties om de inhoud", "blanks around cells")
      case .spellings: ("woorden in een afwijkende schrijfwijze", "words in a deviating spelling")
      case .doubtfulPlaces: ("plaats met twijfel", "doubtful place")
      case .coarsePlaces: ("niet op huisnummer geplaatst", "placed by less than a house number")
      case .heapedPoints: ("gebieden met veel op één punt", "areas with much on one point")
      case .roundCoordinates:
        ("coördinaten op hele hectometers", "coordinates on whole hectometres")
      case .roundNumbers: ("tientallen", "multiples of ten")
      case .unlikeNeighbours: ("wijkt sterk af van de buren", "far from its neighbours")
      case .unlikeEarlier: ("sterk veranderd sinds eerder", "changed far since earlier")
      case .newYearDates: ("datum op 1 januari", "dates on 1 January")
      case .firstOfMonthDates: ("datum op de eerste van een maand", "dates on the first of a month")
      case .endBeforeStart: ("einde voor begin", "end before start")
      case .futureDates: ("datum na de peildatum", "dates after the peildatum")
      case .age: ("ouder dan de peildatum", "older than the peildatum")
      }
    return isDutch ? names.nl : names.en
  }
}
