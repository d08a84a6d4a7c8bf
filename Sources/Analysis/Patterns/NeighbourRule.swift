public import SpatialStatistics

/// Who is a neighbour of an area.
public enum NeighbourRule: Hashable, Sendable {
  /// Areas that touch.
  case contiguity(Contiguity)
  /// So many areas whose centroids are nearest; 1 or more.
  case nearest(Int)

  /// Reads `queen`, `rook` or `knn:6`; nil for anything else.
  public init?(_ text: String) {
    if let contiguity = Contiguity(rawValue: text) {
      self = .contiguity(contiguity)
    } else if text.hasPrefix("knn:"), let number = Int(text.dropFirst(4)), number >= 1 {
      self = .nearest(number)
    } else {
      return nil
    }
  }

  /// The rule as it is written in a study.
  public var text: String {
    switch self {
    case .contiguity(let contiguity): contiguity.rawValue
    case .nearest(let number): "knn:\(number)"
    }
  }
}

/// As it is written in a study.
extension NeighbourRule: Codable {
  /// Reads `queen`, `rook` or `knn:6`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let rule = NeighbourRule(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    self = rule
  }

  /// Writes ``text``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
