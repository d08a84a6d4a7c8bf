internal import Areas
internal import Tabulation

/// The counts that deliveries bring to a study: by column and level from which file they are.
struct DeliveredCounts {
  /// Where counts come from.
  struct Source {
    let specification: FigureSpecification
    /// The name of the count in the study, and where the file says which it is.
    let name: String
    let place: Located<String>
    /// Whether they were brought from other areas, and so are estimates.
    let isConverted: Bool
    /// The level of the counts that they are sums of; nil for those that were delivered.
    let sumOf: AreaLevel?
  }

  private var sources: [String: [AreaLevel: Source]] = [:]

  /// Notes that a column is there, when it is one of counts.
  mutating func add(
    _ column: String, at level: AreaLevel, from input: StudyInputs.Figures,
    isConverted: Bool = false, sumOf: AreaLevel? = nil
  ) {
    let specification = input.specification
    guard specification.kind == .counts,
      let own = zip(input.names, specification.columns).first(where: { $0.0 == column })?.1
    else { return }
    sources[column, default: [:]][level] = Source(
      specification: specification, name: own.name, place: own.column, isConverted: isConverted,
      sumOf: sumOf)
  }

  /// The counts that are there in the end: open figures of a later file go in the place of others.
  func shown(in bases: [AreaLevel: BaseTable]) -> [String: [AreaLevel: Source]] {
    var shown: [String: [AreaLevel: Source]] = [:]
    for (column, levels) in sources {
      for (level, source) in levels {
        if case .records? = bases[level]?.columns[column]?.origin {
          shown[column, default: [:]][level] = source
        }
      }
    }
    return shown
  }
}
