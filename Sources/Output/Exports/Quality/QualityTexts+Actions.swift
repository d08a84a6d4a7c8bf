internal import Quality
internal import Tables

/// What the owner of data can do about what was found.
extension QualityTexts {
  /// A sentence for each finding of a whole source that is worth one, those with the worst grade first.
  func actions(_ findings: [QualityFinding]) -> [String] {
    findings.enumerated().filter { Self.isWorthAnAction($0.element) }
      .sorted {
        let (a, b) = (Self.rank($0.element.grade), Self.rank($1.element.grade))
        return a != b ? a > b : $0.offset < $1.offset
      }.map { place, finding in
        let reasons = reasons(of: finding, among: findings)
        return isDutch ? dutch(finding, reasons, findings) : english(finding, reasons, findings)
      }
  }

  /// Why, with how many of each, the most frequent first; empty when that was not looked at.
  private func reasons(of finding: QualityFinding, among findings: [QualityFinding]) -> String {
    let parts = findings.filter {
      $0.check == finding.check && $0.column == finding.column && $0.gemeentecode == nil
        && $0.reason != nil && ($0.parts.count ?? 0) > 0
    }.sorted { ($0.parts.count ?? 0, $1.reason ?? "") > ($1.parts.count ?? 0, $0.reason ?? "") }
    guard let first = parts.first else { return "" }
    if finding.check == .stackedPoints {
      return " (\(reason(first.reason ?? "")): \(counted(first.parts.count ?? 0)))"
    }
    if parts.count == 1, first.parts.count == finding.parts.count {
      return " (\(reason(first.reason ?? "")))"
    }
    let told = parts.map { part in
      let error = findings.first { $0.check == .placeErrors && $0.reason == part.reason }?.error
      let distance = error.map {
        (isDutch ? ", 95 % binnen " : ", 95 % within ") + metres($0.within95)
      }
      return "\(counted(part.parts.count ?? 0)) \(reason(part.reason ?? ""))"
        + (finding.check == .coarsePlaces ? distance ?? "" : "")
    }
    return " (" + told.joined(separator: finding.check == .coarsePlaces ? "; " : ", ") + ")"
  }

  /// What to do about figures that are missing: cells that cannot be read are not there in a later version either.
  private func missingRemedy(_ finding: QualityFinding, among findings: [QualityFinding]) -> String
  {
    let unreadable = findings.reduce(0) { sum, part in
      part.check == finding.check && part.column == finding.column && part.gemeentecode == nil
        && part.reason == MissingReason.unreadable.word ? sum + (part.parts.count ?? 0) : sum
    }
    let repair =
      isDutch ? "herstel onleesbare cellen bij de bron" : "repair unreadable cells at the source"
    if unreadable > 0, unreadable == finding.parts.count { return repair }
    let other =
      isDutch
      ? "neem een latere versie (v2, v3) van hetzelfde jaar, een eerder jaar of een hoger niveau"
      : "take a later version (v2, v3) of the same year, an earlier year or a higher level"
    return unreadable > 0 ? "\(other); \(repair)" : other
  }

  /// What is empty: the part of an address or of a place that the column holds.
  private func emptiness(_ finding: QualityFinding) -> String {
    let column = finding.column.map { "'\($0)'" } ?? ""
    let words: (nl: String, en: String)? =
      switch finding.subject {
      case .postcode: ("postcode", "a postcode")
      case .street: ("straat", "a street")
      case .houseNumber: ("huisnummer", "a house number")
      case .place: ("plaatsnaam", "the name of a place")
      case .address: ("adres", "an address")
      case .identifier: ("BAG-identificatie", "an identification of the BAG")
      case .coordinate: ("coördinaat", "a coordinate")
      case .areaCode: ("code van een gebied", "the code of an area")
      case .date: ("datum", "a date")
      case nil: nil
      }
    let isOfAddress = [.postcode, .street, .houseNumber, .place].contains(finding.subject)
    let items =
      isOfAddress
      ? noun(finding, isDutch ? "adres" : "address", isDutch ? "adressen" : "addresses")
      : noun(finding, "record", "records")
    return isDutch
      ? "\(items) zonder \(words?.nl ?? "iets") in kolom \(column)"
      : "\(items) without \(words?.en ?? "anything") in column \(column)"
  }

  private static func rank(_ grade: QualityGrade?) -> Int {
    grade.flatMap { QualityGrade.allCases.firstIndex(of: $0) } ?? -1
  }

  private static func isWorthAnAction(_ finding: QualityFinding) -> Bool {
    guard finding.reason == nil, finding.gemeentecode == nil else { return false }
    switch finding.result {
    case .months: return (finding.grade ?? .a) > .a
    case .share(let count, _): return count > 0
    case .heap: return (finding.rate ?? 0) > 0
    case .distance, .base: return false
    }
  }

  private func dutch(
    _ finding: QualityFinding, _ reasons: String, _ findings: [QualityFinding]
  ) -> String {
    let column = finding.column.map { "'\($0)'" } ?? ""
    func n(_ one: String, _ many: String) -> String { noun(finding, one, many) }
    let (records, areas) = (n("record", "records"), n("gebied", "gebieden"))
    let named = named(finding)
    return switch finding.check {
    case .emptyCells: "\(emptiness(finding)): vul aan bij de bron."
    case .emptyOtherCells: "\(emptiness(finding)): ga na of die leeg mag zijn."
    case .missingFigures:
      "\(areas) zonder cijfer in \(column)\(reasons): \(missingRemedy(finding, among: findings))."
    case .unplaced:
      "\(records) zonder gebied\(reasons): herstel coördinaten, adressen of codes."
    case .duplicateRows:
      "\(n("rij", "rijen")) gelijk aan een eerdere, letter voor letter: zoek uit of er dubbel geleverd is."
    case .repeatedAreas: "\(areas) met meer dan één rij\(named): lever één rij per gebied."
    case .unknownCodes:
      "\(n("code", "codes")) onbekend in de editie van de gebieden\(named): lever op deze editie, of "
        + "gebruik een crosswalk."
    case .partsExceedWhole:
      "\(areas) met \(column) kleiner dan de som van de delen, meer dan afronding geeft\(named): vraag "
        + "de bron na."
    case .wholeExceedsParts:
      "\(areas) met \(column) groter dan de som van de delen, meer dan afronding geeft\(named): een "
        + "deel is aan geen kleiner gebied toegewezen."
    case .boundaries:
      "\(areas) met fouten in de grenzen\(reasons)\(named): vraag de maker om gebieden die aansluiten."
    case .outsideDomain:
      "\(n("onmogelijke waarde", "onmogelijke waarden")) in \(column)\(named): herstel bij de bron."
    case .raggedRows:
      "\(n("rij", "rijen")) met een ander aantal velden dan de kop: controleer scheidingstekens en "
        + "aanhalingstekens in de export."
    case .unreadableCells:
      "\(n("cel", "cellen")) in \(column) niet te lezen\(named): gebruik één schrijfwijze voor datum of "
        + "getal."
    case .unreadableCodes:
      "\(n("rij", "rijen")) met iets dat geen code van een gebied is\(named): herstel de codes bij de bron."
    case .paddedCells:
      "\(n("cel", "cellen")) in kolom \(column) met spaties om de inhoud, die worden weggelaten: herstel "
        + "de export."
    case .spellings:
      "\(records) met een woord in \(column) in andere hoofdletters of spaties dan gewoonlijk: kies één "
        + "schrijfwijze."
    case .doubtfulPlaces:
      "\(records) niet zeker genoeg te plaatsen\(reasons): controleer adressen, of maak correcties."
    case .coarsePlaces:
      "\(records) niet op huisnummer gevonden, maar op minder\(reasons): controleer huisnummer en toevoeging."
    case .placeLevels, .placeErrors, .coordinateGrid, .roundingBase: ""
    case .stackedPoints:
      "\(records) op een punt met tien of meer\(reasons): ga na of het standaardpunten zijn, zoals een "
        + "balie of het midden van een postcode."
    case .nearBoundary:
      "\(records) dichter bij een grens dan de coördinaten afgerond zijn: het gebied kan een ander zijn; "
        + "lever ongeronde coördinaten, of neem een hoger niveau."
    case .expectedElsewhere:
      "\(records) naar verwachting in een ander gebied geteld, door afronding: lever ongeronde coördinaten."
    case .personalCells:
      "\(n("cel", "cellen")) in kolom \(column) met gegevens van personen, hun herkomst of geloof: laat de "
        + "kolom weg; een studie mag haar niet lezen."
    case .heapedPoints:
      "\(areas) met een groot deel van de records op één punt: ga na of dat een standaardpunt is, en noem "
        + "het bij bijzondere punten."
    case .roundCoordinates: "\(records) op hele hectometers: lever ongeronde coördinaten."
    case .roundNumbers:
      "\(n("tiental", "tientallen")) in \(column): ga na of er geschat is."
    case .unlikeNeighbours:
      "\(areas) met \(column) ver van dat van de buren\(named): kijk of dat klopt."
    case .unlikeEarlier:
      "\(areas) met \(column) sterk veranderd sinds eerder\(named): kijk of dat klopt."
    case .newYearDates:
      "\(records) met 1 januari in \(column), vaak een onbekende dag: vraag de juiste dag op; is alleen het "
        + "jaar of de maand bekend, lever dat in een eigen kolom."
    case .firstOfMonthDates:
      "\(records) met de eerste van een maand in \(column), vaak een onbekende dag: vraag de juiste dag op; "
        + "is alleen het jaar of de maand bekend, lever dat in een eigen kolom."
    case .endBeforeStart: "\(records) met een einde voor het begin: herstel de datums."
    case .futureDates:
      "\(records) met een datum in \(column) na de peildatum: herstel de datum of de peildatum."
    case .age: "De nieuwste gegevens liggen \(months(finding)) voor de peildatum: lever nieuwere."
    }
  }

  private func english(
    _ finding: QualityFinding, _ reasons: String, _ findings: [QualityFinding]
  ) -> String {
    let column = finding.column.map { "'\($0)'" } ?? ""
    func n(_ one: String, _ many: String) -> String { noun(finding, one, many) }
    let (records, areas) = (n("record", "records"), n("area", "areas"))
    let named = named(finding)
    return switch finding.check {
    case .emptyCells: "\(emptiness(finding)): fill it in at the source."
    case .emptyOtherCells: "\(emptiness(finding)): find out whether it may be empty."
    case .missingFigures:
      "\(areas) without a figure in \(column)\(reasons): \(missingRemedy(finding, among: findings))."
    case .unplaced:
      "\(records) without an area\(reasons): repair coordinates, addresses or codes."
    case .duplicateRows:
      "\(n("row", "rows")) equal to an earlier one, letter by letter: find out whether something was "
        + "delivered twice."
    case .repeatedAreas: "\(areas) with more than one row\(named): deliver one row per area."
    case .unknownCodes:
      "\(n("code", "codes")) unknown to the edition of the areas\(named): deliver on this edition, or "
        + "use a crosswalk."
    case .partsExceedWhole:
      "\(areas) with \(column) below the sum of the parts, by more than rounding gives\(named): ask the "
        + "source."
    case .wholeExceedsParts:
      "\(areas) with \(column) above the sum of the parts, by more than rounding gives\(named): "
        + "something belongs to no smaller area."
    case .boundaries:
      "\(areas) with faults in their boundaries\(reasons)\(named): ask their maker for areas that fit."
    case .outsideDomain:
      "\(n("impossible value", "impossible values")) in \(column)\(named): repair at the source."
    case .raggedRows:
      "\(n("row", "rows")) with another number of fields than the header: check delimiters and quotes of "
        + "the export."
    case .unreadableCells:
      "\(n("cell", "cells")) in \(column) not readable\(named): write dates or numbers in one way."
    case .unreadableCodes:
      "\(n("row", "rows")) with something that is no code of an area\(named): repair the codes at the source."
    case .paddedCells:
      "\(n("cell", "cells")) in column \(column) with blanks around the content, which are left out: "
        + "repair the export."
    case .spellings:
      "\(records) with a word in \(column) in other capitals or blanks than usual: choose one spelling."
    case .doubtfulPlaces:
      "\(records) not placed with enough certainty\(reasons): check addresses, or make corrections."
    case .coarsePlaces:
      "\(records) not found at a house number, but more coarsely\(reasons): check number and addition."
    case .placeLevels, .placeErrors, .coordinateGrid, .roundingBase: ""
    case .stackedPoints:
      "\(records) on a point with ten or more\(reasons): find out whether these are default points, such as "
        + "a desk or the middle of a postcode."
    case .nearBoundary:
      "\(records) nearer to a boundary than the coordinates are rounded: the area may be another one; "
        + "deliver coordinates that are not rounded, or take a higher level."
    case .expectedElsewhere:
      "\(records) expected to be counted in another area, by rounding: deliver coordinates that are not "
        + "rounded."
    case .personalCells:
      "\(n("cell", "cells")) in column \(column) with data of persons, their origin or belief: leave the "
        + "column out; a study may not read it."
    case .heapedPoints:
      "\(areas) with much of the records on one point: find out whether it is a default point, and name "
        + "it among special points."
    case .roundCoordinates:
      "\(records) on whole hectometres: deliver coordinates that are not rounded."
    case .roundNumbers:
      "\(n("multiple", "multiples")) of ten in \(column): find out whether they are estimates."
    case .unlikeNeighbours:
      "\(areas) with \(column) far from that around\(named): look whether it is right."
    case .unlikeEarlier:
      "\(areas) with \(column) far from earlier\(named): look whether it is right."
    case .newYearDates:
      "\(records) with 1 January in \(column), often a day that is not known: ask for the right one; where only the "
        + "year or the month is known, deliver that in a column of its own."
    case .firstOfMonthDates:
      "\(records) with the first of a month in \(column), often a day that is not known: ask for the right one; "
        + "where only the year or the month is known, deliver that in a column of its own."
    case .endBeforeStart: "\(records) with an end before the start: repair the dates."
    case .futureDates:
      "\(records) with a date in \(column) after the reference date: repair the date, or the peildatum of the study."
    case .age:
      "The newest data lie \(months(finding)) before the reference date: deliver newer ones."
    }
  }

  private func noun(_ finding: QualityFinding, _ one: String, _ many: String) -> String {
    let count = finding.parts.count ?? 0
    return counted(count) + " " + (count == 1 ? one : many)
  }

  /// An age in words.
  func months(_ finding: QualityFinding) -> String {
    let count = finding.parts.months ?? 0
    let (one, many) = isDutch ? ("maand", "maanden") : ("month", "months")
    return "\(count) \(count == 1 ? one : many)"
  }
}
