/// What a study may not do with its data, as facts.
public enum GovernanceRule: Hashable, Sendable {
  /// Data that are neither open nor made up, about which nothing is claimed.
  case undeclared(data: String)
  /// Data that are not open, in a study whose purpose has no name.
  case noPurpose(data: String)
  /// Data that may not be used for the purpose of the study.
  case otherPurpose(data: String, purpose: String, allowed: [String])
  /// A rule of the rules file is broken.
  case broken(id: String, data: [String], finest: String?, article: String, explanation: String)
  /// Data are said to be open, and their class is another.
  case saidToBeOpen(data: String, isFigures: Bool)
  /// The points of a heatmap are said to be open, and the class of their records is another.
  case pointsSaidToBeOpen(heatmap: String, data: String)
  /// The bias audit would stop at a higher rank correlation than the rules allow.
  case laxAudit(threshold: Double, highest: Double, article: String, explanation: String)
  /// The study has expired.
  case expired(day: String)

  var sentence: String {
    switch self {
    case .undeclared(let data):
      """
      '\(data)' is neither 'open: true' nor 'synthetic: true', and nothing says on what ground it may be \
      used. Add 'data: {class: …, controller: …, legal_basis: …, purposes: […], retention: …, dpia: …}'.
      """
    case .noPurpose(let data):
      """
      '\(data)' is not open, so the purpose of the study needs a name that its 'purposes' can have: add \
      'purpose_id: …'.
      """
    case .otherPurpose(let data, let purpose, let allowed):
      """
      '\(data)' may not be used for '\(purpose)'. It may be used for: \
      \(allowed.joined(separator: ", ")).\(Self.hint(purpose, allowed)) Leave it out, or ask its controller.
      """
    case .broken(let id, let data, let finest, let article, let explanation):
      """
      rule '\(id)' forbids \(data.map { "'\($0)'" }.joined(separator: " and ")) \
      \(finest.map { "below \($0)" } ?? "for this audience"): \(explanation) (\(article)). Take a \
      higher level or leave the data out. The rules stand in rules/gegevens.yaml of the catalogue.
      """
    case .saidToBeOpen(let data, let isFigures):
      isFigures
        ? """
        '\(data)' has a class that is not open, and is taken for figures that their source published. \
        Add 'kind: counts' or 'kind: survey', so that small numbers are hidden.
        """
        : "'\(data)' has a class that is not open: take 'open: true' away."
    case .pointsSaidToBeOpen(let heatmap, let data):
      """
      heatmap '\(heatmap)' would show '\(data)' as points that everybody may have, and their class is not open: \
      take 'points: open' away.
      """
    case .laxAudit(let threshold, let highest, let article, let explanation):
      """
      the threshold of the bias audit, \(threshold), is higher than the rules allow, \(highest): \
      \(explanation) (\(article)). Take that or a lower one, and let somebody else answer for what is found. \
      The rules stand in rules/gegevens.yaml of the catalogue.
      """
    case .expired(let day):
      """
      the study was valid until and including \(day). Look again at its purpose, data and method, and give it another \
      day under 'expires'.
      """
    }
  }

  /// What to say where a purpose is allowed that is written otherwise; empty where none is.
  static func hint(_ purpose: String, _ allowed: [String]) -> String {
    allowed.first { $0.lowercased() == purpose.lowercased() }.map {
      " '\($0)' and '\(purpose)' differ in capitals alone: write both in the same way if they are the same."
    } ?? ""
  }
}
