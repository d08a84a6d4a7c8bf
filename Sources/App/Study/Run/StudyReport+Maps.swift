internal import Areas
internal import Disclosure
internal import Exports
internal import Indicators
internal import Tables

extension StudyReport.Map {
  /// What a map shows.
  /// - Parameters:
  ///   - gemeenten: those of the study.
  ///   - wholes: what is published of gemeenten, with which areas are compared.
  init(_ map: IndicatorMap, gemeenten: [(code: String, name: String)], wholes: PublishedTable?) {
    let layer = map.layer
    let members = zip(layer.values, layer.gemeentecodes)
    self.init(
      indicator: layer.indicator, level: layer.level, statuses: layer.statusCounts(),
      constant: layer.constant, unsureCount: layer.values.count(where: \.isTooUnsure),
      gemeentenWithoutValue: gemeenten.filter { gemeente in
        members.allSatisfy { $1 != gemeente.code || $0.value == nil }
      }.map(\.name),
      hidden: gemeenten.compactMap { gemeente in
        let counts = layer.statusCounts(gemeentecode: gemeente.code)
        return counts[.suppressed].map {
          StudyReport.Hidden(
            gemeente: gemeente.name, hidden: $0, all: counts.values.reduce(0, +))
        }
      }, uncompared: StudyReport.Uncompared(layer, gemeenten: gemeenten, wholes: wholes))
  }
}

extension StudyReport.Uncompared {
  fileprivate init?(
    _ layer: IndicatorLayer, gemeenten: [(code: String, name: String)], wholes: PublishedTable?
  ) {
    let missing = zip(layer.values, layer.gemeentecodes).filter { $0.0.missing == .noReference }
    guard !missing.isEmpty else { return nil }
    let formula = layer.indicator.formula
    let leaves =
      formula.kind == .density
      ? [IndicatorEvaluator.landAreaColumn]
      : formula.denominator?.leaves.map(\.columnID) ?? []
    func isKnown(_ column: String, of gemeente: String) -> Bool {
      guard let place = wholes?.codes.firstIndex(of: gemeente) else { return false }
      return wholes?.columns[column]?.figures[place].number != nil
    }
    let own = Set(missing.map { $0.1 })
    // With all of the study areas are compared for want of one gemeente.
    let lacking = gemeenten.filter { gemeente in
      (formula.reference == .gemeente ? own.contains(gemeente.code) : true)
        && leaves.contains { !isKnown($0, of: gemeente.code) }
    }
    let named = lacking.isEmpty ? gemeenten.filter { own.contains($0.code) } : lacking
    self.init(
      areas: missing.count, gemeenten: named.map(\.name),
      figures: leaves.filter { column in lacking.contains { !isKnown(column, of: $0.code) } })
  }
}
