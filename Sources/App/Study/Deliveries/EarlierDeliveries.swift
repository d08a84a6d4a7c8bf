internal import Areas
internal import Disclosure
internal import Ledger
internal import Provenance

/// What earlier publications said of delivered counts that are those of this study, or parts or wholes of these.
struct EarlierDeliveries {
  /// A count per area that was said.
  struct Statement: Hashable {
    /// Its name then.
    let name: String
    let level: AreaLevel
    /// What was said of every area of the level.
    var said: [SaidCount]
    /// The number of the publication.
    let entry: Int
  }

  /// The statements, by the column of the count, those of the last publication first.
  private(set) var statements: [String: [Statement]] = [:]
  /// Which counts are parts of which others, as the study says and as earlier ones said.
  private(set) var parts: DeliveredParts
  /// How many counts were said of areas that the study has not.
  private(set) var leftOut = EarlierAreas.LeftOut()
  /// How many counts were said of other years than those of now.
  private(set) var otherPeriods = 0
  /// How many counts were said that cannot be compared with those of now.
  private(set) var lapsed = 0

  /// Nothing was said.
  init(parts: DeliveredParts) { self.parts = parts }

  /// Finds what was said of the counts of a study.
  /// - Parameters:
  ///   - shown: the counts of the study.
  ///   - files: by the id of the figures what their file is known by.
  ///   - column: the column of a count by its name.
  /// - Throws: ``StudyRun/Failure`` when the study lacks what is needed to mind it.
  init(
    _ ledger: StudyLedger, of shown: [String: [AreaLevel: DeliveredFamily.Level]],
    files: [String: RecordIdentity], parts: DeliveredParts, areas: AreaSet,
    column: (String) -> String
  ) throws(StudyRun.Failure) {
    self.parts = parts
    let found = Self.found(
      in: ledger, of: shown, files: files, parts: parts, areas: areas, column: column)
    for found in found {
      guard let whole = found.count.whole.map(column),
        shown[found.column] == nil || shown[whole] == nil
      else { continue }
      self.parts.add(found.column, to: whole)
    }
    let families = Dictionary(grouping: shown.keys, by: self.parts.root(of:))
    for found in found {
      guard let family = families[self.parts.root(of: found.column)] else { continue }
      let own = shown[found.column] ?? [:]
      let periods = family.flatMap { shown[$0, default: [:]].values }
        .map(\.source.specification.period)
      if found.isOfOtherYears(than: periods) {
        guard found.isSameFile else {
          otherPeriods += found.count.said.count(where: \.isTold)
          continue
        }
        if let period = found.delivery.period { throw ledger.lacks(.period(period), found) }
      }
      // What was converted is an estimate, of which it cannot be told what follows from it together with others.
      if found.count.isConverted || own.values.contains(where: \.source.isConverted) {
        let isAsThen = own.contains {
          $0.key.rawValue == found.count.level
            && $0.value.source.isConverted == found.count.isConverted
        }
        guard !isAsThen || own.count > 1 else { continue }
        guard !found.isSameFile else { throw ledger.lacks(.sameConversion, found) }
        lapsed += found.count.said.count(where: \.isTold)
        continue
      }
      try take(found, ledger: ledger, areas: areas)
    }
  }

  /// A count of an entry and the column of the study that it is.
  fileprivate struct Found {
    let column: String
    let count: LedgerEntry.DeliveredCount
    let delivery: LedgerEntry.Delivery
    let entry: LedgerEntry
    /// Whether both are the same numbers of the same file.
    let isSameFile: Bool

    /// Whether it is of other years than those of now: of each there is one that the other has not. Of an entry that does not say of which
    /// years its counts are it is known that they are of none after its peildatum.
    func isOfOtherYears(than periods: [DeliveryPeriod?]) -> Bool {
      let then = delivery.period.flatMap(DeliveryPeriod.init)
      return periods.allSatisfy { now in
        guard let now else { return false }
        if let then { return then.crosses(now) }
        return Int(entry.peildatum.prefix(4)).map { $0 < now.years.lowerBound } ?? false
      }
    }
  }

  /// What was said of columns of the study, by their names and by the numbers of the files, the last first.
  private static func found(
    in ledger: StudyLedger, of shown: [String: [AreaLevel: DeliveredFamily.Level]],
    files: [String: RecordIdentity], parts: DeliveredParts, areas: AreaSet,
    column: (String) -> String
  ) -> [Found] {
    var found: [Found] = []
    for entry in ledger.entries.reversed() {
      for delivery in entry.deliveries ?? [] {
        let same = Set(files.filter { ledger.isFile($0.value, of: delivery.file) }.keys)
        for count in delivery.counts {
          let named = column(count.name)
          let known = shown.filter { own, levels in
            isSame(
              count, of: delivery, edition: entry.edition,
              as: levels.filter { same.contains($0.value.source.specification.id) },
              isDeclared: own != named && parts.named.isSuperset(of: [own, named]), areas: areas)
          }
          found += Set(known.keys).union([named]).sorted().map { own in
            Found(
              column: own, count: count, delivery: delivery, entry: entry,
              isSameFile: known[own] != nil)
          }
        }
      }
    }
    return found
  }

  private mutating func take(
    _ found: Found, ledger: StudyLedger, areas: AreaSet
  ) throws(StudyRun.Failure) {
    let name = found.count.level
    guard let layer = areas.layers.first(where: { $0.level.rawValue == name }) else {
      throw ledger.lacks(.level(name), found)
    }
    let told = found.delivery.areas(
      per: layer, edition: found.entry.edition, of: areas)
    guard let said = told.said(found.count.said, in: layer, leftOut: &leftOut)
    else { throw ledger.lacks(.grounds(name), found) }
    let own = Statement(
      name: found.count.name, level: layer.level, said: said, entry: found.entry.entry)
    let isKnown = statements[found.column, default: []].contains {
      $0.level == own.level && $0.said == said
    }
    guard said.contains(where: { $0 != .nothing }), !isKnown else { return }
    statements[found.column, default: []].append(own)
  }
}

extension StudyLedger {
  fileprivate func lacks(
    _ need: LedgerNeed, _ found: EarlierDeliveries.Found
  ) -> StudyRun.Failure {
    .ledgerNotEvaluated(
      path, of: .delivered(found.count.name), entry: found.entry.entry, needs: need)
  }
}

extension LedgerEntry.Delivery {
  /// The areas of a level that it tells of, among those of a study.
  func areas(per layer: AreaLayer, edition: Int, of areas: AreaSet) -> EarlierAreas {
    let level = layer.level.rawValue
    return EarlierAreas(
      self.areas[level] ?? [], grounds: grounds?[level] ?? [], edition: edition, in: layer,
      of: areas)
  }
}

extension SaidCount {
  /// Whether a number was told.
  var isTold: Bool { if case .between = self { true } else { false } }
}

extension DeliveredCounts.Source {
  /// Which numbers of its file the count is, as the ledger keeps it.
  var savedPlace: LedgerEntry.DeliveredCount.Place {
    let category = specification.category?.value.lowercased()
    return LedgerEntry.DeliveredCount.Place(
      column: category ?? place.value.lowercased(), word: category == nil ? nil : place.value,
      value: specification.value?.value.lowercased(),
      where: Dictionary(
        specification.conditions.map { ($0.key.lowercased(), $0.value.value) },
        uniquingKeysWith: { first, _ in first }))
  }
}
