/// Numbers of different units that a formula puts together.
public enum UnitError: Hashable, Sendable {
  /// Parts that do not add up, or cannot be compared.
  case unlike(what: String, first: FigureUnit, second: FigureUnit)
  /// A place where only counts or amounts may stand.
  case notAnAmount(place: String, of: String, given: FigureUnit)

  var sentence: String {
    switch self {
    case .unlike(let what, let first, let second):
      return """
        \(what) puts \(first.words) and \(second.words) together, which are not of one unit. Use numbers of \
        the same unit.
        """
    case .notAnAmount(let place, let kind, let given):
      return """
        the \(place) of \(kind) must be something that can be counted or added up, such as inhabitants, \
        establishments or hectares, and here it is \(given.words). Use a count, or 'kind: value'.
        """
    }
  }
}
