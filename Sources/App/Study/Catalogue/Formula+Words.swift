public import Indicators

extension Formula {
  /// The formula in one line, with columns by the names that sources and records have.
  public func words(_ language: StudyLanguage) -> String {
    let isDutch = language == .nl
    let n = numerator.columnID
    let d = denominator?.columnID ?? ""
    let area =
      switch (reference, isDutch) {
      case (.gemeente, true): "de gemeente"
      case (.gemeente, false): "the gemeente"
      case (.study, true): "alle gebieden van de studie"
      case (.study, false): "all areas of the study"
      }
    let smoothing =
      !isSmoothed
      ? ""
      : isDutch
        ? ", afgevlakt naar die van \(area) (empirisch Bayes)"
        : ", smoothed towards that of \(area) (empirical Bayes)"
    let sign = !isAbsolute ? "" : isDutch ? ", zonder teken" : ", without its sign"
    switch kind {
    case .value: return n
    case .rate(let per): return "\(Int(per)) × (\(n)) / (\(d))\(smoothing)"
    case .density: return "(\(n)) / km² \(isDutch ? "land" : "of land")\(smoothing)"
    case .share: return "100 × (\(n)) / (\(d))\(smoothing)"
    case .relativeToMean:
      return isDutch
        ? "100 × (\(n)) / het gemiddelde ervan over \(area), gewogen met (\(d))"
        : "100 × (\(n)) / its mean over \(area), weighted by (\(d))"
    case .change: return "(\(n)) − (\(d))\(sign)"
    case .relativeChange: return "100 × ((\(n)) / (\(d)) − 1)\(sign)"
    case .locationQuotient:
      let smoothed =
        !isSmoothed
        ? "" : isDutch ? ", afgevlakt (empirisch Bayes)" : ", smoothed (empirical Bayes)"
      return isDutch
        ? "(\(n)) / (\(d)), ten opzichte van hetzelfde in \(area)\(smoothed)"
        : "(\(n)) / (\(d)), relative to the same in \(area)\(smoothed)"
    }
  }
}
