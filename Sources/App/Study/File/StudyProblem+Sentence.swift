internal import CSV

extension StudyProblem {
  /// What was given, what is allowed and what to do, without the place.
  public var sentence: String {
    switch fact {
    case .unreadable(let reason):
      return "cannot be read: \(reason)"
    case .notYAML(let reason):
      return "is no YAML: \(reason)"
    case .unknownKey(let key, let nearest, let known):
      return "unknown key '\(key)'. \(hint(nearest, "Known here", known))"
    case .missingKey(let key):
      return "the key '\(key)' is required; add it."
    case .wrongType(let key, let expected):
      return "'\(key)' must be \(expected)."
    case .unknownWord(let key, let given, let nearest, let allowed):
      return "unknown \(key) '\(given)'. \(hint(nearest, "Allowed", allowed))"
    case .duplicate(let key, let given):
      return "the \(key) '\(given)' occurs twice; give each its own."
    case .missingFile(let file):
      return "there is no file '\(file)'. Paths are taken from the folder of the study."
    case .unusableFile(let file, let reason):
      return "'\(file)' cannot be used: \(reason)"
    case .missingColumn(let column, let file, let nearest, let known):
      return "'\(file)' has no column '\(column)'. \(hint(nearest, known))"
    case .repeatedColumn(let file, let columns):
      return """
        columns \(list(columns.map { "\($0)" })) of '\(file)' have the same name, so that it is not sure \
        which is meant. Give each a name of its own in the file.
        """
    case .noPlace(let file, let known):
      return """
        no columns of '\(file)' say where a record belongs. Name them under 'columns': x and y, lon \
        and lat, or buurtcode; or add 'place: address' when it holds addresses. \
        \(hint(nil, known))
        """
    case .missingRegister(let records):
      return """
        records '\(records)' are placed by address: name a register with the key 'register', or with \
        --register. 'wijkzicht register build' makes one.
        """
    case .registerEdition(let given, let wanted):
      let what = given.map { "the register is of \($0)" } ?? "the register does not say its year"
      return """
        \(what), the study is of \(wanted). Codes of two editions do not mean the same areas: make the \
        register again with areas of \(wanted) ('wijkzicht register build … --areas …').
        """
    case .noAddress(let file, let known):
      return """
        no columns of '\(file)' hold an address. Name them under 'columns': postcode, street, number, \
        letter, addition, place, address or bag. \(hint(nil, known))
        """
    case .severalAddressColumns(let role, let file, let columns):
      let advice =
        Set(columns).count < columns.count
        ? "Give each a name of its own in the file."
        : "Name those of the address under 'columns', as '\(role): …'."
      return "several columns of '\(file)' hold the \(role): \(list(columns)). \(advice)"
    case .addressColumn(let column, let records):
      return """
        '\(column)' is part of the address of records '\(records)'. An address is for placing alone: it \
        is not counted, and is no category. Leave it out.
        """
    case .contributorAsCategory(let column, let records):
      return """
        '\(column)' says whose a record of '\(records)' is ('contributor'), and that is not told: no table can be \
        by it. Take another category, or leave it out.
        """
    case .otherPlace(let key, let isByAddress):
      return isByAddress
        ? "'\(key)' is for records with coordinates, and these are placed by address. Leave it out."
        : "'\(key)' is for records that are placed by address. Add 'place: address', or leave it out."
    case .pointsOfCodes(let records):
      return """
        special points are addresses or coordinates, and records '\(records)' say the code of their \
        area. Leave them out.
        """
    case .otherEdition(let given, let wanted):
      return """
        these data are of \(given), the study is of \(wanted). Codes of two editions do not mean the same areas: use \
        figures of \(wanted), or set 'edition' of the study and its areas to \(given).
        """
    case .noCrosswalk(let given, let wanted, let command):
      return """
        these figures are of \(given), the study is of \(wanted). Codes of two editions do not mean the \
        same areas: use figures of \(wanted), or make a crosswalk and name it here as 'crosswalk: \
        \(given)-\(wanted).csv': \(command)
        """
    case .recordsOfOtherEdition(let records, let given, let wanted, let command):
      return """
        records '\(records)' say codes of \(given), the study is of \(wanted). A code says no more of a \
        record than the area of \(given), so that the area of \(wanted) is not known: place the records by \
        coordinates or address. Or count them per area of \(given), give the counts as figures with \
        'kind: counts', 'edition: \(given)' and 'crosswalk: \(given)-\(wanted).csv', and make that with: \
        \(command)
        """
    case .otherCrosswalk(let given, let wanted):
      return """
        the crosswalk is \(given); one \(wanted) is needed. Make it with 'wijkzicht areas crosswalk'.
        """
    case .notConvertible(let name, let isMedian):
      if isMedian {
        return """
          '\(name)' is a median: it cannot be converted to other areas, since those of parts are not \
          known. Leave it out.
          """
      }
      return """
        '\(name)' is not known to be a count. A share or mean is converted only with the count it is of: \
        add 'denominators: {\(name): COLUMN}'; a count is named as 'counts: [\(name)]'.
        """
    case .blockedColumn(let column, let ground):
      return "'\(column)' holds \(ground) and may not be input of an indicator. Leave it out."
    case .personalData(_, let column, let kind):
      return """
        column '\(column)' holds \(kind). A study may not read it: leave the column out, or replace \
        its values before they get here.
        """
    case .unreadPersonalData(_, let column, let kind):
      return """
        column '\(column)' holds \(kind), and the study does not even read it: take it out of the file before \
        it gets here.
        """
    case .personInText(let place, let kinds):
      return "'\(place)' holds \(kinds). \(PersonsInText.advice(kinds))"
    case .missingRecords(let indicator, let records):
      return "indicator '\(indicator)' counts records '\(records)', which the study does not name."
    case .missingRecordColumn(let indicator, let records, let column):
      return """
        indicator '\(indicator)' looks at '\(column)' of records '\(records)'; name the column under \
        'columns' as '\(column): …'.
        """
    case .columnOfTwoKinds(let column, let records, let uses):
      let read = uses.map { "as \($0.cells) by '\($0.user)'" }.joined(separator: " and ")
      return """
        column '\(column)' of records '\(records)' is read \(read); give it a second name under \
        'columns', and let one of them look at that.
        """
    case .levelsApart(let records, let first, let second):
      return """
        records '\(records)' are counted per area of two kinds, \(first) and \(second), of which one is \
        not made of the other, and it is not known in which of both each record lies. For this audience what \
        they have in common would give suppressed counts away: keep one, or deliver coordinates.
        """
    case .otherStatistic(let key, let statistic):
      return "'\(key)' has no meaning for statistic '\(statistic)'. Leave it out."
    case .notNamedAfterArea(let file, let nearest):
      return "'\(file)' is not called after an area of the study."
        + (nearest.map { " Did you mean '\($0)'?" } ?? "")
        + " Name a file of 'interpretations' as BU03440111.txt."
    case .unsuitableText(let file, let most):
      return
        "'\(file)' is longer than \(most) bytes, or is not UTF-8. Shorten it, or save it as UTF-8."
    case .tableWithoutPeriods(let table, let isByMonth):
      return isByMonth
        ? "table '\(table)' has months. A trend describes quarters or years: set 'period: quarter' there."
        : "table '\(table)' has no periods; a trend needs 'period: quarter' or 'period: year' there."
    case .categoryOfTable(let table, let isMissing):
      return isMissing
        ? "table '\(table)' has categories: name the one that is meant, as 'category: …'."
        : "table '\(table)' has no categories. Leave 'category' out, or give the table one."
    case .heatmapSettings(let reason): return reason
    case .heatmapOfHomes(let column, let records):
      return """
        the column '\(column)' says that records '\(records)' are about persons or their homes. No \
        heatmap is made of these: show them as an indicator per area.
        """
    case .heatmapWithoutCoordinates(let records):
      return """
        a heatmap needs coordinates, and records '\(records)' are placed by code or address. Leave the \
        heatmap out, or name columns with x and y, or lon and lat.
        """
    case .overlappingHeatmaps(let first, let records):
      return """
        heatmap '\(first)' above may hold the same of records '\(records)'. For this audience there is \
        one heatmap of a record, since two that differ a little give away what each hides: leave one \
        out, or give both a 'where' on one column with words that no record shares.
        """
    case .sameRecords(let first, let second):
      return """
        records '\(second)' are those of '\(first)' above: the file holds the same table. For this audience \
        one table has one name, since what is said of each would give away what the other hides: let \
        indicators, tables and heatmaps name '\(first)', and leave '\(second)' out.
        """
    case .countsAsOpen(let hidden, let open):
      return """
        figures '\(open)' are said to be open, and '\(hidden)', of which small numbers are hidden, holds the \
        same numbers: one would tell what the other hides. Give '\(open)' the kind of '\(hidden)', or leave it out.
        """
    case .toldAsCounts(let figures, let entry, let ledger):
      return """
        figures '\(figures)' are said to be open, and publication \(entry) in ledger '\(ledger)' hid counts of \
        the same numbers: one would tell what the other hid. Give them 'kind: counts' again.
        """
    case .doubtfulNames(let names, let level, let file):
      let list = names.prefix(20).map(\.sentence).joined(separator: "; ")
      let more = names.count > 20 ? "; and \(names.count - 20) more" : ""
      return """
        '\(file)' names what is not one \(level): \(list)\(more). Nothing is guessed: write under 'same' \
        which is meant, as 'same: {"\(names[0].name)": \(names[0].example)}', or "-" to leave rows out.
        """
    case .noNames(let column, let level, let file):
      return """
        no row of column '\(column)' of '\(file)' has the name of a \(level) in the gemeenten of the \
        study. Name the column with names of areas under 'name', and their level under 'level'.
        """
    case .repeatedAreas(let codes, let file):
      return """
        '\(file)' has several rows for \(self.list(codes)). Counts are not chosen between, nor added up: \
        say under 'where' which rows are meant, or under 'category' what tells them apart.
        """
    case .contradictoryRows(let codes, let file):
      return """
        '\(file)' has several rows with different figures for \(self.list(codes)). Say under 'where' \
        which rows are meant, such as those of one year.
        """
    case .countedTwice(let indicator, let records):
      return """
        indicator '\(indicator)' is given here as delivered counts, and the study has records \
        '\(records)' to count it from. Leave one of them out.
        """
    case .deliveryRule(let rule): return rule.sentence
    case .pointsNotOpen(let indicator, let records):
      return """
        indicator '\(indicator)' measures distances to records '\(records)'. From several areas these tell \
        where each record lies, so for this audience they must be records that anybody may have: add \
        'open: true' to them when they are, or leave the indicator out.
        """
    case .pointsWithoutCoordinates(let indicator, let records):
      return """
        indicator '\(indicator)' measures distances to records '\(records)', which are placed by code or \
        address. Name columns with x and y, or lon and lat, or leave the indicator out.
        """
    case .unknownFigure(let indicator, let column, let nearest):
      return """
        indicator '\(indicator)' looks at the figure '\(column)', which neither the areas nor the figures of \
        the study have, and 'cbs-columns.yaml' does not know.\(nearest.map { " Did you mean '\($0)'?" } ?? "") \
        Correct the name, or give the study figures with 'columns: {\(column): …}'.
        """
    case .absentFigures(let absent): return absent.sentence
    case .emptyIndicator(let indicator, let level, let columns):
      let names = columns.map { "'\($0)'" }.joined(separator: ", ")
      guard !columns.isEmpty else {
        return """
          '\(indicator)' has no number in any \(level), so its map would be empty. Leave the indicator out.
          """
      }
      return """
        '\(indicator)' has no figure in any \(level), so its map would be empty. Give numbers of \(names) \
        under 'figures', or leave the indicator out.
        """
    case .constantIndicator(let indicator, let level, let count, let columns):
      let names = columns.map { "'\($0)'" }.joined(separator: ", ")
      return """
        '\(indicator)' has the same value in all \(count) areas (\(level)) with one, so its map tells \
        nothing. Mend \(names) under 'figures' or in the areas, or leave the indicator out.
        """
    case .otherSubject(let column, let indicator, let subject):
      return """
        the indicator is made of '\(column)', which is about \(subject) in the catalogue \
        ('\(indicator)'). Leave 'dimension' out: deprivation or opportunity is not a part of resilience.
        """
    case .unitError(let error): return error.sentence
    case .cycle(let ids):
      return """
        the indicators \(ids.map { "'\($0)'" }.joined(separator: " → ")) are made of each other, so none can \
        be computed. Make one of them of figures or records.
        """
    case .indexRule(let rule): return rule.sentence
    case .sectorRule(let rule): return rule.sentence
    case .governance(let rule):
      return rule.sentence
    case .missingLevel(let level, let known):
      return "the areas hold no \(level). "
        + (known.isEmpty ? "They have no layers at all." : "They hold: \(list(known)).")
    }
  }

  private func hint(_ nearest: String?, _ what: String, _ words: [String]) -> String {
    let all = "\(what): \(list(words))."
    return nearest.map { "Did you mean '\($0)'? \(all)" } ?? all
  }

  private func hint(_ nearest: String?, _ columns: ColumnNames) -> String {
    let all =
      columns.withheld > 0 ? columns.sentence : "Its columns: \(list(columns.labels))."
    return nearest.map { "Did you mean '\($0)'? \(all)" } ?? all
  }

  private func list(_ words: [String]) -> String {
    let shown = words.prefix(40).joined(separator: ", ")
    return words.count > 40 ? "\(shown), and \(words.count - 40) more" : shown
  }
}
