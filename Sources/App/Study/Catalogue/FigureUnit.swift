/// What a figure is counted in.
public enum FigureUnit: String, Hashable, Sendable, CaseIterable {
  /// How many there are.
  case count
  /// Hectares.
  case hectares
  /// A part of a hundred.
  case percent
  /// Kilometres.
  case kilometres
  /// Euros, or thousands of them, for one.
  case euros
  /// A mean number, or one per so many of something.
  case mean
  /// A score, a class or a code.
  case score
  /// A quotient without a unit.
  case ratio

  /// Whether numbers of areas can be added up.
  var isAmount: Bool { self == .count || self == .hectares }

  /// The unit in words.
  var words: String {
    switch self {
    case .count: "a count"
    case .hectares: "hectares"
    case .percent: "a percentage"
    case .kilometres: "kilometres"
    case .euros: "euros for one"
    case .mean: "a mean or a rate"
    case .score: "a score or a class"
    case .ratio: "a quotient"
    }
  }
}
