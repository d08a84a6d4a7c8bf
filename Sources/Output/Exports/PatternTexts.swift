internal import Areas
public import Cartography
internal import Indicators
public import Patterns
internal import Tables

/// What a pattern says, in sentences: the number of tests and the size of the effect before any p.
public struct PatternTexts: Sendable {
  private let answer: PatternAnswer
  private let language: Language

  /// Prepares the sentences of an answer.
  public init(_ answer: PatternAnswer, language: Language) {
    self.answer = answer
    self.language = language
  }

  /// What came of the areas that were compared with each other.
  /// - Parameter gemeente: the name of the gemeente whose areas these are; nil for all.
  public func sentence(_ part: PatternPart, gemeente: String?) -> String {
    let scope =
      switch (gemeente, language) {
      case (let name?, .nl): "Binnen \(name)"
      case (let name?, .en): "Within \(name)"
      case (nil, .nl): "Alle gemeenten samen"
      case (nil, .en): "All gemeenten together"
      }
    let result = part.refusal.map { refused($0, part) } ?? tested(part)
    let rest = part.refusal == .mostWithoutValue ? nil : leftOut(part)
    return ["\(scope): \(result)", rest].compactMap(\.self).joined(separator: " ")
  }

  /// The name of the statistic.
  var statistic: String {
    switch (answer.question.statistic, language) {
    case (.hotspots, _): "Getis-Ord Gi*"
    case (.lisa, .nl): "lokale Moran's I"
    case (.lisa, .en): "local Moran's I"
    case (.trend, .nl): "Mann-Kendall met helling van Sen"
    case (.trend, .en): "Mann-Kendall with Sen's slope"
    }
  }

  /// The line of the legend for areas with a label.
  func legend(_ label: PatternLabel) -> String {
    switch (label, language) {
    case (.hotspot, .nl): "Hotspot: hoge waarden bijeen"
    case (.hotspot, .en): "Hot spot: high values together"
    case (.coldspot, .nl): "Coldspot: lage waarden bijeen"
    case (.coldspot, .en): "Cold spot: low values together"
    case (.highHigh, .nl): "Hoog tussen hoog"
    case (.highHigh, .en): "High among high"
    case (.highLow, .nl): "Hoog tussen laag"
    case (.highLow, .en): "High among low"
    case (.lowHigh, .nl): "Laag tussen hoog"
    case (.lowHigh, .en): "Low among high"
    case (.lowLow, .nl): "Laag tussen laag"
    case (.lowLow, .en): "Low among low"
    case (.rising, .nl): "Stijgend"
    case (.rising, .en): "Rising"
    case (.falling, .nl): "Dalend"
    case (.falling, .en): "Falling"
    case (.notSignificant, .nl): "Niet significant"
    case (.notSignificant, .en): "Not significant"
    case (.noNeighbours, .nl): "Geen buren, niet getoetst"
    case (.noNeighbours, .en): "No neighbours, not tested"
    case (.undefined, .nl): "Niet te toetsen"
    case (.undefined, .en): "Cannot be tested"
    case (.notTested, .nl): "Niet getoetst"
    case (.notTested, .en): "Not tested"
    }
  }

  /// The kinds of areas on a map: all that the statistic can find, and those that were not tested when
  /// there are.
  public func categories(of map: PatternMap) -> [LegendCategory] {
    let found = PatternLabel.findings(answer.question.statistic) + [.notSignificant]
    let present = Set(map.cells.compactMap { $0?.label })
    let untested = [PatternLabel.noNeighbours, .undefined, .notTested].filter(present.contains)
    return (found + untested).map { label in
      LegendCategory(value: label.rawValue, label: legend(label), color: label.color)
    }
  }

  // MARK: Parts of a sentence

  private func tested(_ part: PatternPart) -> String {
    let areas = answer.level.counted(part.testCount)
    let isDutch = language == .nl
    let counts = PatternLabel.findings(answer.question.statistic).compactMap { label in
      part.labelCounts[label].map { "\($0) \(noun(label, $0))" }
    }.joined(separator: ", ")
    let found: String
    if part.testCount == 0 {
      found = isDutch ? "Er is niets te toetsen." : "There is nothing to test."
    } else if part.isHopeless(significance: answer.question.significance) {
      found = hopeless(part.smallestP ?? 1)
    } else if part.findingCount == 0 {
      found =
        isDutch
        ? "Geen significant verschil: in elk gebied kan het verschil toeval zijn (\(method))."
        : "No significant difference: in every area the difference may be chance (\(method))."
    } else {
      found =
        isDutch
        ? "Gevonden: \(counts); in de andere gebieden kan het verschil toeval zijn (\(method))."
        : "Found: \(counts); in the other areas the difference may be chance (\(method))."
    }
    return [
      isDutch ? "\(areas) getoetst." : "\(areas) tested.", part.clustering.map(clustering), found,
      part.findingCount == 0 && part.isCoarse(significance: answer.question.significance)
        && !part.isHopeless(significance: answer.question.significance) ? coarse : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  private func clustering(_ clustering: PatternPart.Clustering) -> String {
    let moran = language.number(clustering.moran, decimals: 2)
    let expected = language.number(clustering.expected, decimals: 2)
    let p = clustering.p.map { ", p \(language.number($0, decimals: 3))" } ?? ""
    let isSignificant = (clustering.p ?? 1) <= answer.question.significance
    let says =
      switch (isSignificant, clustering.moran > clustering.expected, language) {
      case (true, true, .nl): "buren lijken op elkaar"
      case (true, true, .en): "neighbours are alike"
      case (true, false, .nl): "buren verschillen van elkaar"
      case (true, false, .en): "neighbours differ"
      case (false, _, .nl): "buren lijken niet meer op elkaar dan bij toeval te verwachten is"
      case (false, _, .en): "neighbours are no more alike than chance would make them"
      }
    return language == .nl
      ? "Moran's I is \(moran) (bij toeval \(expected)\(p)): \(says)."
      : "Moran's I is \(moran) (by chance \(expected)\(p)): \(says)."
  }

  private var method: String {
    let question = answer.question
    let rate = language.number(question.significance * 100, decimals: 1)
    let permutations =
      question.statistic == .trend
      ? nil
      : "\(question.permutations) "
        + (language == .nl ? "permutaties" : "permutations")
    return [
      statistic, permutations, language == .nl ? "tweezijdig" : "two-sided", "FDR \(rate) %",
    ].compactMap(\.self).joined(separator: ", ")
  }

  private var coarse: String {
    language == .nl
      ? "Met zo weinig \(limiting) kan één gebied onder zo veel niet significant zijn; neem er meer."
      : "With so few \(limiting) one area among so many cannot be significant; take more."
  }

  private func hopeless(_ smallest: Double) -> String {
    let p = language.number(smallest, decimals: 3)
    return language == .nl
      ? "Met zo weinig \(limiting) is de kleinste p \(p), dus kan geen enkel gebied significant zijn "
        + "(\(method)); neem er meer."
      : "With so few \(limiting) the smallest p is \(p), so that no area can be significant (\(method)); "
        + "take more."
  }

  /// What limits how small a p-value can be.
  private var limiting: String {
    switch (answer.question.statistic, language) {
    case (.trend, .nl): "perioden"
    case (.trend, .en): "periods"
    case (_, .nl): "permutaties"
    case (_, .en): "permutations"
    }
  }

  /// What so many areas with a label are.
  private func noun(_ label: PatternLabel, _ count: Int) -> String {
    switch (label, language) {
    case (.hotspot, .nl): count == 1 ? "hotspot" : "hotspots"
    case (.hotspot, .en): count == 1 ? "hot spot" : "hot spots"
    case (.coldspot, .nl): count == 1 ? "coldspot" : "coldspots"
    case (.coldspot, .en): count == 1 ? "cold spot" : "cold spots"
    default: legend(label).lowercased()
    }
  }

  private func refused(_ refusal: PatternPart.Refusal, _ part: PatternPart) -> String {
    let areas = answer.level.counted(part.areaCount)
    switch (refusal, language) {
    case (.mostWithoutValue, .nl):
      return "niet getoetst, want van \(areas) hebben de meeste geen bruikbare waarde "
        + "(\(reasons(part))). Een patroon van zo weinig zegt niets over het geheel: neem jaren samen"
        + (answer.level == .gemeente ? "." : " of ga een niveau hoger.")
    case (.mostWithoutValue, .en):
      return "not tested, since most of \(areas) have no value that can be used "
        + "(\(reasons(part))). A pattern of so few says nothing of all: pool years"
        + (answer.level == .gemeente ? "." : " or go up a level.")
    case (.tooFewAreas(let count), .nl):
      return
        "niet getoetst: \(counted(count, "gebied", "gebieden")) met een waarde en buren, ten minste 4 zijn nodig."
    case (.tooFewAreas(let count), .en):
      return
        "not tested: \(counted(count, "area")) with a value and neighbours, at least 4 are needed."
    case (.constant, .nl): return "niet getoetst: alle waarden zijn gelijk."
    case (.constant, .en): return "not tested: all values are equal."
    case (.tooFewPeriods(let count), .nl):
      return
        "niet getoetst: \(counted(count, "hele periode", "hele perioden")), ten minste 4 zijn nodig."
    case (.tooFewPeriods(let count), .en):
      return "not tested: \(counted(count, "whole period")), at least 4 are needed."
    }
  }

  private func leftOut(_ part: PatternPart) -> String? {
    let reasons = reasons(part)
    guard !reasons.isEmpty else { return nil }
    return language == .nl
      ? "Buiten beschouwing gelaten \(answer.level.plural): \(reasons)."
      : "Left out: \(reasons)."
  }

  /// How many areas take no part, by reason.
  private func reasons(_ part: PatternPart) -> String {
    let isDutch = language == .nl
    let words: [(IndicatorValue.Status, String)] = [
      (.suppressed, isDutch ? "onderdrukt" : "suppressed"),
      (.noData, isDutch ? "zonder gegevens" : "no data"),
      (
        .fewData,
        answer.subject.hasUnsure
          ? (isDutch ? "te onzeker of met weinig gegevens" : "too unsure or few data")
          : (isDutch ? "met weinig gegevens" : "few data")
      ),
    ]
    let islands =
      part.islands.isEmpty
      ? [] : ["\(part.islands.count) \(isDutch ? "zonder buren" : "without neighbours")"]
    // Counts that are the same in all periods, or surroundings that cannot vary.
    let undefined = part.labelCounts[.undefined].map { count in
      "\(count) " + (isDutch ? "zonder verschillen om te toetsen" : "without differences to test")
    }
    return
      (words.compactMap { status, word in
        part.leftOut[status].map { "\($0.count) \(word)" }
      } + islands + [undefined].compactMap(\.self)).joined(separator: ", ")
  }
}
