internal import Atlas
internal import Disclosure
internal import Indicators

extension PeriodCounts {
  /// Counts under their title, or under their name when they have none.
  init(_ counts: PublishedCounts, title: LocalizedText?, methodBreaks: [String]) {
    let name = counts.id.replacing("_", with: " ")
    self.init(
      title: title ?? LocalizedText(nl: name, en: name), counts: counts, methodBreaks: methodBreaks)
  }
}
