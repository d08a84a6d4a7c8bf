internal import Areas
public import Cartography
internal import Tables

extension BiasReport {
  /// What was found, a sentence each.
  public func sentences(_ language: Language) -> [String] {
    let isDutch = language == .nl
    return [counted(language)] + covered(language)
      + rows.filter(isAbove).map { row in
        "\(words(row, language)): \(language.number(row.correlation ?? 0, decimals: 2))"
      }
      + silent(language)
      + Self.byColumn(untestable).map { column, results in
        let (share, list) = (names.column(column, language), self.list(results, language))
        return isDutch
          ? "niet te toetsen aan \(share), door te weinig gebieden of verschil: \(list)"
          : "cannot be held against \(share), for too few areas or differences: \(list)"
      }
      + [besides(language), feedback.sentence(language)].compactMap(\.self) + reasons(language)
  }

  /// How many correlations there are, and how many at the threshold or beyond.
  func counted(_ language: Language) -> String {
    let tested = rows.count { $0.without == nil && $0.correlation != nil }
    let above = rows.count(where: isAbove)
    let threshold = language.number(limits.threshold, decimals: 2)
    let highest = language.number(limits.highest, decimals: 2)
    guard language == .nl else {
      return
        "\(Tables.counted(tested, "rank correlation")) of results with protected shares, \(above) of them \(threshold) or "
        + "stronger (the threshold of this study; the rules allow \(highest) at most)"
    }
    let found =
      above == 0 ? "geen daarvan is" : above == 1 ? "1 daarvan is" : "\(above) daarvan zijn"
    return
      "\(Tables.counted(tested, "rangcorrelatie", "rangcorrelaties")) van uitkomsten met beschermde aandelen, \(found) \(threshold) of sterker "
      + "(drempel van deze studie; de regels staan hoogstens \(highest) toe)"
  }

  /// Over how many of the areas with a value each result was tested.
  private func covered(_ language: Language) -> [String] {
    let told = rows.filter {
      $0.without == nil && $0.gemeentecode == nil && $0.correlation != nil
    }
    return Self.grouped(told) { [$0.column, "\($0.areas)", "\($0.valued)", $0.level.rawValue] }.map
    {
      rows in
      let (row, results) = (rows[0], list(rows.map(\.layer), language))
      let share = names.column(row.column, language)
      return language == .nl
        ? "getoetst aan \(share) over \(row.areas) van \(row.valued) \(row.level.plural) met een waarde: "
          + results
        : "held against \(share) over \(row.areas) of \(row.valued) \(row.level.plural) with a value: "
          + results
    }
  }

  /// What could have been tested and was not.
  private func silent(_ language: Language) -> [String] {
    let everywhere = untested.filter { $0.gemeentecode == nil }
    let percent = Int((limits.coverage * 100).rounded())
    return Self.byColumn(everywhere).map { column, results in
      let (share, list) = (names.column(column, language), self.list(results, language))
      return language == .nl
        ? "niet getoetst aan \(share), dat daarvoor van te weinig gebieden bekend is of overal gelijk: \(list)"
        : "not held against \(share), which is known of too few areas for that or is the same in all: \(list)"
    }
      + Self.grouped(untested.filter { $0.gemeentecode != nil }) {
        [$0.column, $0.gemeentecode ?? "", "\($0.areas)", "\($0.valued)", $0.level?.rawValue ?? ""]
      }.map { results in
        let (first, list) = (results[0], self.list(results.map(\.result), language))
        let place = names.gemeente(first.gemeentecode ?? "")
        let share = names.column(first.column, language)
        let areas = first.level?.plural ?? ""
        return language == .nl
          ? "niet getoetst in \(place): \(share) is daar van \(first.areas) van \(first.valued) \(areas) met een "
            + "waarde bekend, minder dan \(percent) %: \(list)"
          : "not tested in \(place): \(share) is known there of \(first.areas) of \(first.valued) \(areas) with "
            + "a value, less than \(percent) %: \(list)"
      }
  }

  /// The results that no audit looks at.
  private func besides(_ language: Language) -> String? {
    guard !beside.isEmpty else { return nil }
    let list = beside.map { $0.name.text(language) }.joined(separator: ", ")
    return language == .nl
      ? "niet te toetsen, want geen verhouding of klasse per gebied: \(list)"
      : "cannot be tested, for it is no rate or class by area: \(list)"
  }

  /// Why it is published all the same.
  private func reasons(_ language: Language) -> [String] {
    let above = rows.filter(isAbove)
    guard let justification,
      !above.isEmpty || !untested.isEmpty || justification.noneTested != nil
    else { return [] }
    return [
      (language == .nl ? "toch gepubliceerd: " : "published all the same: ")
        + "\(justification.name), \(justification.role), \(justification.date)"
    ]
      + above.compactMap { row in
        justification.reason(for: row).map { "\(words(row, language)): \($0)" }
      }
      + untested.compactMap { one in
        justification.reason(for: one).map { reason in
          let pair = names.pair(
            one.result, one.column, gemeentecode: one.gemeentecode, language)
          return "\(pair): \(reason)"
        }
      }
      + [justification.noneTested].compactMap(\.self)
  }

  private func words(_ row: Row, _ language: Language) -> String {
    names.pair(row.layer, row.column, gemeentecode: row.gemeentecode, language)
  }

  private func list(_ results: [String], _ language: Language) -> String {
    results.map { names.result($0, language) }.joined(separator: ", ")
  }

  /// The results of each column.
  private static func byColumn(_ found: [Untested]) -> [(column: String, results: [String])] {
    grouped(found) { [$0.column] }.map { ($0[0].column, $0.map(\.result)) }
  }

  /// Elements that have something in common, in the order of the first of each.
  private static func grouped<Element>(
    _ elements: [Element], by key: (Element) -> [String]
  ) -> [[Element]] {
    var order: [[String]] = []
    var found: [[String]: [Element]] = [:]
    for element in elements {
      let own = key(element)
      if found[own] == nil { order.append(own) }
      found[own, default: []].append(element)
    }
    return order.compactMap { found[$0] }
  }
}
