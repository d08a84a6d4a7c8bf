/// Figures that an indicator cannot do without, and neither the areas nor the figures of a study have.
public struct AbsentFigures: Hashable, Sendable {
  /// The id of the indicator.
  public let indicator: String
  /// Those without which it has no value.
  public let values: [String]
  /// Those that its minimum is held against: without them every area would have too little data.
  public let bases: [String]

  /// States what is absent; nil when nothing is.
  init?(indicator: String, values: [String], bases: [String]) {
    guard !values.isEmpty || !bases.isEmpty else { return nil }
    self.indicator = indicator
    self.values = values
    self.bases = bases
  }

  /// What it is to be given as.
  private static func given(_ all: [AbsentFigures]) -> String {
    var seen: Set<String> = []
    return all.flatMap { $0.values + $0.bases }.filter { seen.insert($0).inserted }
      .map { "\($0): …" }.joined(separator: ", ")
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }

  var sentence: String {
    let effect =
      values.isEmpty
      ? "holds its minimum against \(Self.list(bases)), without which every area would have too little data;"
      : "is made of \(Self.list(values));"
    return """
      indicator '\(indicator)' \(effect) neither the areas nor the figures of the study have that. Give \
      figures with 'columns: {\(Self.given([self]))}', or leave the indicator out.
      """
  }

  /// What is absent of the members of an index.
  static func sentence(_ all: [AbsentFigures], index: String) -> String {
    let members = all.map { absent in
      let base = absent.bases.isEmpty ? "" : "its minimum is held against \(list(absent.bases))"
      let parts = [absent.values.isEmpty ? "" : list(absent.values), base].filter { !$0.isEmpty }
      return "'\(absent.indicator)' (\(parts.joined(separator: "; ")))"
    }
    return """
      index '\(index)' has members that need figures which neither the areas nor the figures of the study \
      have: \(members.joined(separator: ", ")). Give them with 'columns: {\(given(all))}', or say that these \
      members take no part: {id: \(index), without: [\(all.map(\.indicator).joined(separator: ", "))]}.
      """
  }
}
