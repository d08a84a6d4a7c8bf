internal import Cartography
internal import Governance

extension DataRules.Rule {
  /// The rule by its name and article, with the finest level that it allows and why.
  func sentence(_ language: Language) -> String {
    let name = id.replacing("_", with: " ")
    let limit =
      switch (finest, language) {
      case (let finest?, .nl): "niet op een lager niveau dan de \(finest)"
      case (let finest?, .en): "not below the \(finest)"
      case (nil, .nl): "in het geheel niet"
      case (nil, .en): "not at all"
      }
    return switch language {
    case .nl: "Regel '\(name)' (\(article)): \(limit). \(explanation.nl)"
    case .en: "Rule '\(name)' (\(article)): \(limit). \(explanation.en)"
    }
  }
}
