public import Areas

extension BiasReport {
  /// A result that was held against too little of a protected column.
  public struct Untested: Hashable, Sendable {
    /// The result.
    public let result: String
    /// What it is.
    public let kind: Kind
    /// The protected column.
    public let column: String
    /// The gemeente in which too few areas have a share; nil when the result was tested nowhere.
    public let gemeentecode: String?
    /// The level that is told of; nil when the result was tested nowhere.
    public let level: AreaLevel?
    /// How many areas there have a value and a share.
    public let areas: Int
    /// How many have a value.
    public let valued: Int

    init(_ row: Row, isEverywhere: Bool) {
      result = row.result
      kind = row.kind
      column = row.column
      gemeentecode = isEverywhere ? nil : row.gemeentecode
      level = isEverywhere ? nil : row.level
      areas = isEverywhere ? 0 : row.areas
      valued = isEverywhere ? 0 : row.valued
    }
  }

  /// The results that could have been held against a column and were not. In the order of the rows.
  ///
  /// Nowhere: at no level and in no gemeente is there a correlation, because the shares are of another level,
  /// of too few areas, or all alike. Or in a gemeente: at a level of which any share is known, fewer than
  /// `coverage` of its areas with a value have one, so that who gives the shares would choose the areas.
  /// - Parameter coverage: the part of the areas with a value, 0 to 1.
  public static func untested(among rows: [Row], coverage: Double) -> [Untested] {
    groups(rows).flatMap { group -> [Untested] in
      guard group.contains(where: \.isTestable), let first = group.first else { return [] }
      guard group.contains(where: { $0.correlation != nil }) else {
        return [Untested(first, isEverywhere: true)]
      }
      // Where no share of a level is known at all, another level tells.
      let known = Set(group.filter { $0.gemeentecode == nil && $0.areas > 0 }.map(\.layer))
      var seen: Set<String> = []
      return group.filter { row in
        guard let code = row.gemeentecode else { return false }
        return known.contains(row.layer) && row.isTestable && !row.isCovered(coverage)
          && seen.insert(code).inserted
      }.map { Untested($0, isEverywhere: false) }
    }
  }

  /// The results of which no shares could have told anything.
  static func untestable(among rows: [Row]) -> [Untested] {
    groups(rows).compactMap { group in
      group.contains { $0.correlation != nil || $0.isTestable }
        ? nil : group.first.map { Untested($0, isEverywhere: true) }
    }
  }

  /// The rows of each result and column; those without a member of an index are none of a result.
  private static func groups(_ rows: [Row]) -> [[Row]] {
    struct Subject: Hashable {
      let result: String
      let kind: Kind
      let column: String
    }
    var order: [Subject] = []
    var found: [Subject: [Row]] = [:]
    for row in rows where row.without == nil {
      let subject = Subject(result: row.result, kind: row.kind, column: row.column)
      if found[subject] == nil { order.append(subject) }
      found[subject, default: []].append(row)
    }
    return order.compactMap { found[$0] }
  }
}

extension BiasReport.Row {
  /// Whether a part of the areas with a value has a share, or there is no value.
  func isCovered(_ coverage: Double) -> Bool {
    Double(areas) + 1e-9 >= coverage * Double(valued)
  }
}
