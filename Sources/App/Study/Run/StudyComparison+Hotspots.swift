internal import Areas
internal import Comparison
internal import Disclosure
internal import Exports
internal import Patterns

extension StudyComparison {
  /// The share of inhabitants in hot spots, for each question of the study about them.
  ///
  /// Where all areas were compared with each other that comparison is taken: hot within a gemeente means
  /// another thing in each.
  static func hotspots(of mapped: MappedStudy, answers: [PatternAnswer]) -> [HotspotReport] {
    answers.filter { $0.question.statistic == .hotspots }.compactMap { answer in
      guard let map = answer.whole ?? answer.perCity,
        let inhabitants = mapped.published[answer.level]?.columns[inhabitantsColumn]
      else { return nil }
      let places = map.cells.map { cell -> HotspotShares.Place? in
        switch cell?.label {
        case .hotspot?: .hot
        case .coldspot?: .cold
        case .notSignificant?: .neither
        default: nil
        }
      }
      return HotspotReport(
        answer,
        shares: HotspotShares(
          places: places, inhabitants: inhabitants.figures.map { $0.number },
          gemeentecodes: answer.gemeentecodes,
          cities: mapped.document.areas.gemeenten.map(\.code)), document: mapped.document)
    }
  }
}
