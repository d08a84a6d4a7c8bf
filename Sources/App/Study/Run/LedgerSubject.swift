/// What an earlier publication told of, and this study tells of again.
public enum LedgerSubject: Hashable, Sendable {
  /// Records, by their id in the study.
  case records(String)
  /// A delivered count, by its name then.
  case delivered(String)
  /// A heatmap, by its id then.
  case heatmap(String)

  /// Its name.
  var name: String {
    switch self {
    case .records(let name), .delivered(let name), .heatmap(let name): name
    }
  }

  /// What it is, with its name.
  var words: String {
    switch self {
    case .records(let name): "records '\(name)'"
    case .heatmap(let name): "records of heatmap '\(name)'"
    case .delivered(let name): "delivered counts '\(name)'"
    }
  }
}
