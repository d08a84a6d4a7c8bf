internal import Cartography
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Linkage
internal import Tables

extension Barrier {
  /// What stopped a run, as far as it is a barrier and no slip of the pen: what the law, the rules or an
  /// audit forbid, and what is of another edition or was not delivered.
  static func stopping(_ error: any Error, rules: DataRules) -> [Barrier] {
    switch error {
    case let error as StudyProblems: error.problems.compactMap { of($0.fact, rules: rules) }
    case let error as LinkageRefusal: error.facts.compactMap { of($0, rules: rules) }
    case let error as LinkageConflict: [of(error)]
    case let error as StudyRun.Failure: of(error)
    case LinkageError.notSafe(let count):
      [
        found(
          .legal, "koppeling",
          nl:
            "De koppeling is niet gepubliceerd: \(suppressed(count)) toch af te leiden.",
          en:
            "The linkage was not published: \(counted(count, "hidden count")) can be derived all the same.",
          remedy: ("Neem meer jaren samen of tel per gemeente.", "Pool years or count by gemeente.")
        )
      ]
    default: []
    }
  }

  static func found(
    _ kind: Kind, _ subject: String, nl: String, en: String, remedy: (nl: String, en: String)
  ) -> Barrier {
    Barrier(
      kind, subject: subject, text: LocalizedText(nl: nl, en: en),
      remedy: LocalizedText(nl: remedy.nl, en: remedy.en), isFound: true)
  }

  /// The subject and the verb of what is told of hidden counts, in Dutch.
  private static func suppressed(_ count: Int) -> String {
    count == 1 ? "1 onderdrukt aantal is" : "\(count) onderdrukte aantallen zijn"
  }

  // MARK: Of a study

  private static func of(_ fact: StudyProblem.Fact, rules: DataRules) -> Barrier? {
    switch fact {
    case .governance(let rule): of(rule, rules: rules)
    case .personalData(let records, let column, _), .unreadPersonalData(let records, let column, _):
      personal(column, subject: records)
    case .blockedColumn(let column, _): blocked(column, subject: column)
    case .pointsNotOpen(let indicator, let records):
      found(
        .legal, records,
        nl:
          "Afstanden tot deze registraties (\(indicator)) zouden voor dit publiek verraden waar elke ligt.",
        en:
          "Distances to these records (\(indicator)) would tell this audience where each of them lies.",
        remedy: ("Laat de indicator weg.", "Leave the indicator out."))
    case .levelsApart(let records, let first, let second):
      crossing(records, first, second)
    case .deliveryRule(let rule): of(rule)
    case .heatmapOfHomes(_, let records):
      found(
        .legal, records,
        nl: "Een heatmap van woningen of personen wordt niet gemaakt.",
        en: "No heatmap is made of homes or persons.",
        remedy: ("Tel per gebied.", "Count by area."))
    case .recordsOfOtherEdition(let records, let given, let wanted, _):
      found(
        .technical, records,
        nl: "De codes zijn van de gebieden van \(given), de studie van die van \(wanted).",
        en: "The codes are of the areas of \(given), the study of those of \(wanted).",
        remedy: (
          "Lever op de gebieden van de studie, of met coördinaten.",
          "Deliver on the areas of the study, or with coordinates."
        ))
    case .noCrosswalk(let given, let wanted, _):
      found(
        .technical, "",
        nl: "Cijfers op de gebieden van \(given) zijn niet omgerekend naar \(wanted).",
        en: "Figures on the areas of \(given) are not converted to \(wanted).",
        remedy: ("Maak een crosswalk.", "Make a crosswalk."))
    case .otherEdition(let given, let wanted):
      found(
        .technical, "", nl: "Gegevens zijn van editie \(given), de studie van \(wanted).",
        en: "Data are of edition \(given), the study of \(wanted).",
        remedy: ("Vraag gegevens van dezelfde editie.", "Ask for data of the same edition."))
    case .registerEdition(let given, let wanted):
      found(
        .technical, "register",
        nl:
          "Het adressenregister is van \(given.map { "\($0)" } ?? "een onbekend jaar"), de studie van \(wanted).",
        en:
          "The register of addresses is of \(given.map { "\($0)" } ?? "an unknown year"), the study of \(wanted).",
        remedy: (
          "Maak het register met de gebieden van de studie.",
          "Make the register with the areas of the study."
        ))
    case .missingFile(let path):
      found(
        .organisational, path.split(separator: "/").last.map(String.init) ?? path,
        nl: "Het bestand is er niet.", en: "The file is not there.",
        remedy: ("Vraag het bij de eigenaar op.", "Ask its owner for it."))
    default: nil
    }
  }

  private static func crossing(_ subject: String, _ first: String, _ second: String) -> Barrier {
    found(
      .legal, subject,
      nl: "Aantallen per \(first) en per \(second) samen zouden onderdrukte aantallen verraden.",
      en: "Counts by \(first) and by \(second) together would give suppressed counts away.",
      remedy: ("Kies één niveau.", "Keep one level."))
  }

  private static func of(_ rule: DeliveryRule) -> Barrier? {
    switch rule {
    case .dividedTwice, .twoWholes, .partOfItself: nil
    case .crossing(let names, let first, let second):
      crossing(names.joined(separator: ", "), first, second)
    case .converted(let name, _):
      found(
        .legal, name,
        nl: "Omgerekende aantallen zijn schattingen, die samen met andere niet te beveiligen zijn.",
        en: "Converted counts are estimates, which cannot be protected together with others.",
        remedy: (
          "Lever op de gebieden van de studie.", "Deliver on the areas of the study."
        ))
    case .beyondArea(let name, let codes, _, _, _), .beyondWhole(let name, _, let codes, _):
      contradicting(name, codes.count)
    case .contradiction(let names, _, _): contradicting(names.joined(separator: ", "), 1)
    }
  }

  private static func contradicting(_ subject: String, _ areas: Int) -> Barrier {
    found(
      .quality, subject,
      nl: "De geleverde aantallen spreken elkaar tegen in \(areas) gebied(en).",
      en: "The delivered counts contradict each other in \(areas) area(s).",
      remedy: (
        "Lever ze onafgerond uit één telling.", "Deliver them unrounded from one count."
      ))
  }

  private static func of(_ broken: GovernanceRule, rules: DataRules) -> Barrier {
    func rule(_ id: String) -> DataRules.Rule? { rules.rules.first { $0.id == id } }
    return switch broken {
    case .undeclared(let data):
      found(
        .legal, data, nl: "Niet gezegd is op welke grond deze gegevens gebruikt mogen worden.",
        en: "Nothing says on what ground these data may be used.",
        remedy: (
          "Leg grondslag, doelen, verantwoordelijke en bewaartermijn vast.",
          "State legal basis, purposes, controller and retention."
        ))
    case .noPurpose(let data):
      found(
        .legal, data,
        nl: "De studie heeft geen doel met een naam, zodat doelbinding niet te toetsen is.",
        en:
          "The purpose of the study has no name, so that it cannot be held against that of the data.",
        remedy: ("Geef het doel een naam.", "Name the purpose."))
    case .otherPurpose(let data, let purpose, let allowed):
      otherPurpose(data, purpose, allowed)
    case .broken(let id, let data, _, let article, let explanation):
      found(
        .legal, data.joined(separator: ", "),
        nl: rule(id)?.sentence(.nl) ?? "\(explanation) (\(article))",
        en: rule(id)?.sentence(.en) ?? "\(explanation) (\(article))",
        remedy: (
          "Neem een hoger niveau of laat de gegevens weg.",
          "Take a higher level or leave the data out."
        ))
    case .saidToBeOpen(let data, _), .pointsSaidToBeOpen(_, let data):
      found(
        .legal, data, nl: "De gegevens heten open en zijn van een klasse die dat niet is.",
        en: "The data are called open and are of a class that is not.",
        remedy: ("Behandel ze als niet open.", "Treat them as not open."))
    case .laxAudit(let threshold, let highest, let article, let explanation):
      found(
        .legal, "",
        nl:
          "De drempel van de toets op vertekening, \(dutch(threshold)), is hoger dan de regels toestaan, "
          + "\(dutch(highest)): \(rules.bias.explanation.nl) (\(article))",
        en:
          "The threshold of the bias audit, \(threshold), is higher than the rules allow, \(highest): "
          + "\(explanation) (\(article))",
        remedy: (
          "Laat een ander verantwoorden wat gevonden wordt.",
          "Let somebody else answer for what is found."
        ))
    case .expired(let day):
      found(
        .organisational, "",
        nl: "De studie was geldig tot en met \(RecordDate(day)?.words(.nl) ?? day).",
        en: "The study was valid until and including \(RecordDate(day)?.words(.en) ?? day).",
        remedy: (
          "Beoordeel doel, gegevens en methode opnieuw.", "Look at purpose, data and method again."
        ))
    }
  }

  /// A number with as many decimals as it has.
  private static func dutch(_ number: Double) -> String {
    "\(number)".replacing(".", with: ",")
  }

  private static func otherPurpose(
    _ data: String, _ purpose: String, _ allowed: [String]
  ) -> Barrier {
    found(
      .legal, data,
      nl:
        "Mag niet voor '\(purpose)' gebruikt worden; wel voor \(allowed.joined(separator: ", ")).",
      en: "May not be used for '\(purpose)'; it may for \(allowed.joined(separator: ", ")).",
      remedy: (
        "Vraag de verantwoordelijke om verruiming van het doel, of laat de gegevens weg.",
        "Ask the controller to widen the purpose, or leave the data out."
      ))
  }

  private static func personal(_ column: String, subject: String) -> Barrier {
    found(
      .legal, subject, nl: "Kolom '\(column)' bevat persoonsgegevens.",
      en: "Column '\(column)' holds data of persons.",
      remedy: (
        "Laat de kolom weg of lever pseudoniemen.", "Leave the column out or deliver pseudonyms."
      ))
  }

  private static func blocked(_ column: String, subject: String) -> Barrier {
    found(
      .legal, subject,
      nl:
        "Kolom '\(column)' zegt iets over herkomst, nationaliteit of geloof en mag geen invoer zijn.",
      en: "Column '\(column)' is about origin, nationality or religion and may not be input.",
      remedy: (
        "Laat de kolom weg; alleen de toets op vertekening mag haar gebruiken.",
        "Leave the column out; the bias audit alone may use it."
      ))
  }

  private static func of(_ failure: StudyRun.Failure) -> [Barrier] {
    switch failure {
    case .personalData(let records, let column, _): [personal(column, subject: records)]
    case .blockedColumn(let records, let column, _): [blocked(column, subject: records)]
    case .countsNotSafe(let records, let count, let ledger):
      [
        found(
          .legal, records,
          nl: "Publicatie gestopt: \(suppressed(count)) af te leiden uit de andere"
            + (ledger == nil ? "." : " en uit eerdere publicaties."),
          en:
            "Publication stopped: \(counted(count, "hidden count")) can be derived from the others"
            + (ledger == nil ? "." : " and from earlier publications."),
          remedy: (
            "Tel op één niveau of een hoger, of laat tabellen weg.",
            "Count at one level or a higher one, or leave tables out."
          ))
      ]
    case .deliveriesNotSafe(let counts, let count, _):
      [
        found(
          .legal, counts.joined(separator: ", "),
          nl: "Publicatie gestopt: \(suppressed(count)) af te leiden uit de andere.",
          en:
            "Publication stopped: \(counted(count, "hidden count")) can be derived from the others.",
          remedy: ("Toon ze op één niveau.", "Show them at one level."))
      ]
    case .sumBelowZero(let records, let column):
      [
        found(
          .legal, records,
          nl: "Sommen van '\(column)' zijn niet te beveiligen: er zijn getallen onder nul.",
          en: "Sums of '\(column)' cannot be protected: there are numbers below zero.",
          remedy: ("Tel registraties.", "Count records."))
      ]
    case .sumOfCategory(let records, let column, _, _):
      [
        found(
          .legal, records,
          nl:
            "Sommen van '\(column)' en aantallen per waarde ervan verraden samen wat onderdrukt is.",
          en: "Sums of '\(column)' and counts by its values tell together what is hidden.",
          remedy: ("Laat een van beide weg.", "Leave one of the two out."))
      ]
    case .ledgerNotEvaluated(_, let subject, let entry, _):
      [
        found(
          .technical, subject.name,
          nl:
            "Publicatie \(entry) telde dit zo, dat niet te zeggen is wat uit beide volgt.",
          en:
            "Publication \(entry) counted this in a way that it cannot be told what follows from both.",
          remedy: ("Lever wat die publicatie telde.", "Deliver what that publication counted."))
      ]
    case .toldOnOtherAreas(_, let records, let told):
      [
        found(
          .legal, records,
          nl:
            "Publicatie gestopt: publicatie \(told.entry) telde dezelfde registraties op gebieden van "
            + "\(told.edition), waarvan er nu andere grenzen hebben.",
          en:
            "Publication stopped: publication \(told.entry) counted the same records on areas of "
            + "\(told.edition), some of which have other boundaries now.",
          remedy: (
            "Geef de gebieden van \(told.edition) erbij.", "Give the areas of \(told.edition) too."
          ))
      ]
    case .heatmapChanged(let change):
      [
        found(
          .legal, change.id,
          nl:
            "Publicatie gestopt: publicatie \(change.entry) heeft een andere heatmap van dezelfde registraties.",
          en:
            "Publication stopped: publication \(change.entry) has another heatmap of the same records.",
          remedy: (
            "Houd de kaart van toen aan, of toon andere registraties.",
            "Keep the map of then, or show other records."
          ))
      ]
    case .bias(let stop):
      Set(stop.rows.map(\.layer)).sorted().map { layer in
        let columns = Set(stop.rows.filter { $0.layer == layer }.map(\.column)).sorted()
        func words(_ language: Language) -> (result: String, columns: String) {
          (
            stop.names.result(layer, language),
            columns.map { stop.names.column($0, language) }.joined(separator: ", ")
          )
        }
        let (nl, en) = (words(.nl), words(.en))
        return found(
          .legal, layer,
          nl:
            "Publicatie gestopt door de toets op vertekening: \(nl.result) hangt samen met \(nl.columns).",
          en:
            "Publication stopped by the bias audit: \(en.result) goes together with \(en.columns).",
          remedy: (
            "Laat het resultaat weg, of laat iemand anders het verantwoorden.",
            "Leave the result out, or let somebody else answer for it."
          ))
      }
        + Set(stop.untested.map(\.result)).sorted().map { result in
          found(
            .quality, result,
            nl:
              "Publicatie gestopt door de toets op vertekening: \(stop.names.result(result, .nl)) is niet aan "
              + "de aandelen te toetsen.",
            en:
              "Publication stopped by the bias audit: \(stop.names.result(result, .en)) could not be held "
              + "against the shares.",
            remedy: (
              "Lever aandelen van alle gebieden op het niveau van het resultaat, of laat iemand anders het "
                + "verantwoorden.",
              "Deliver shares of all areas on the level of the result, or let somebody else answer for it."
            ))
        }
    case .biasNotTested:
      [
        found(
          .quality, "",
          nl:
            "Geen resultaat kon op vertekening getoetst worden: er zijn te weinig gebieden met een cijfer.",
          en: "No result could be held against protected shares: too few areas have figures.",
          remedy: (
            "Lever aandelen op het niveau van de resultaten.",
            "Deliver shares on the level of the results."
          ))
      ]
    default: []
    }
  }

  // MARK: Of a linkage

  private static func of(_ conflict: LinkageConflict) -> Barrier {
    found(
      .legal, "koppeling",
      nl:
        "De koppeling is niet gepubliceerd: samen met koppeling \(conflict.entry) in het grootboek zou zij kunnen verraden wat onderdrukt is.",
      en:
        "The linkage was not published: together with linkage \(conflict.entry) of the ledger it could tell what is hidden.",
      remedy: (
        "Neem dezelfde jaren, gebieden en registraties als toen, of jaren die toen niet meetelden.",
        "Take the years, areas and registers of then, or years that were not counted then."
      ))
  }

  private static func of(_ fact: LinkageRefusal.Fact, rules: DataRules) -> Barrier? {
    switch fact {
    case .undeclared(let registers):
      of(.undeclared(data: registers.joined(separator: ", ")), rules: rules)
    case .unknownRegister, .notOfPersons: nil
    case .otherPurpose(let register, let purpose, let allowed):
      otherPurpose(register, purpose, allowed)
    case .broken(let rule): of(rule, rules: rules)
    case .expired(let day): of(.expired(day: day), rules: rules)
    }
  }
}
