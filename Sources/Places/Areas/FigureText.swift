internal import Bytes
public import Tables

/// What the cells of CBS files and of deliveries mean.
extension Figure {
  /// The figure that a number stands for: CBS writes some reasons for missing as numbers.
  ///
  /// Source: CBS, Toelichting Wijk- en Buurtkaart 2022, 2023 en 2024, section 3 (-99997, -99995,
  /// -99991); files up to 2021 (-99999999, in some also -99999998).
  public static func cbs(_ number: Double) -> Figure {
    switch number {
    case -99_997: .missing(.secret)
    case -99_995: .missing(.notYetPublished)
    case -99_991: .missing(.discontinued)
    case -99_999_999, -99_999_998: .missing(.noData)
    default: number.isFinite ? .value(number) : .missing(.noData)
    }
  }

  /// The figure that a cell of text stands for, or nil when the text is none of these:
  ///
  /// - a number, with decimal point or decimal comma, blanks around it, CBS's missing codes included;
  /// - nothing, `.`, `-`, `,`: not in the source; `x`: secret;
  /// - a range of counts: `<5`, `≤5`, `>10`, `≥10`, `10+`, `1-4`, `1 t/m 4`, `5 tot 10`. Bounds are
  ///   whole numbers and become inclusive: `<5` is 0 to 4.
  public static func cbs(_ text: String) -> Figure? {
    let cell = text.trimmingBlanks
    switch cell {
    case "", ".", "-", ",", "..": return .missing(.noData)
    case "x", "X": return .missing(.secret)
    default: break
    }
    if let number = DecimalNumber.parse(cell) ?? DecimalNumber.parse(cell, comma: true) {
      return cbs(number)
    }
    return interval(cell)
  }

  private static func interval(_ cell: String) -> Figure? {
    let text = cell.filter { !$0.isWhitespace }.lowercased()
    if let match = text.wholeMatch(of: /(<|<=|≤)([0-9]+)/), let bound = Double(match.2) {
      let upper = match.1 == "<" ? bound - 1 : bound
      return upper >= 0 ? .interval(lower: 0, upper: upper) : nil
    }
    if let match = text.wholeMatch(of: /(>|>=|≥)([0-9]+)/), let bound = Double(match.2) {
      return .interval(lower: match.1 == ">" ? bound + 1 : bound, upper: .infinity)
    }
    if let match = text.wholeMatch(of: /([0-9]+)\+/), let bound = Double(match.1) {
      return .interval(lower: bound, upper: .infinity)
    }
    if let match = text.wholeMatch(of: /([0-9]+)(-|–|t\/m|tot)([0-9]+)/),
      let lower = Double(match.1), let bound = Double(match.3)
    {
      let upper = match.2 == "tot" ? bound - 1 : bound
      return lower <= upper ? .interval(lower: lower, upper: upper) : nil
    }
    return nil
  }
}
