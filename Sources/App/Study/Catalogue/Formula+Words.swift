public import Indicators

extension Formula {
  /// The formula in one line, with columns by the names that sources and records have.
  public func words(_ language: StudyLanguage) -> String {
    text(
      language,
      Style(term: \.columnID, isEnclosed: true, divided: "/", number: { "\(Int($0))" }))
  }

  /// How the parts of a formula are written.
  struct Style {
    let term: (Term) -> String
    /// Whether a term stands in brackets.
    let isEnclosed: Bool
    /// The sign of a division.
    let divided: String
    let number: (Double) -> String
  }

  /// The formula in one line.
  func text(_ language: StudyLanguage, _ style: Style) -> String {
    let isDutch = language == .nl
    func part(_ term: Term?) -> String {
      guard let term else { return style.isEnclosed ? "()" : "" }
      return style.isEnclosed ? "(\(style.term(term)))" : style.term(term)
    }
    let n = part(numerator)
    let d = part(denominator)
    let by = " \(style.divided) "
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
    case .value: return style.term(numerator)
    case .rate(let per): return "\(style.number(per)) × \(n)\(by)\(d)\(smoothing)"
    case .density: return "\(n)\(by)km² \(isDutch ? "land" : "of land")\(smoothing)"
    case .share: return "100 × \(n)\(by)\(d)\(smoothing)"
    case .relativeToMean:
      return isDutch
        ? "100 × \(n)\(by)het gemiddelde ervan over \(area), gewogen met \(d)"
        : "100 × \(n)\(by)its mean over \(area), weighted by \(d)"
    case .change: return "\(n) − \(d)\(sign)"
    case .relativeChange: return "100 × (\(n)\(by)\(d) − 1)\(sign)"
    case .locationQuotient:
      let smoothed =
        !isSmoothed
        ? "" : isDutch ? ", afgevlakt (empirisch Bayes)" : ", smoothed (empirical Bayes)"
      return isDutch
        ? "\(n)\(by)\(d), ten opzichte van hetzelfde in \(area)\(smoothed)"
        : "\(n)\(by)\(d), relative to the same in \(area)\(smoothed)"
    }
  }
}
