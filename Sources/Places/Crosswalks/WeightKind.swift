/// What tells how an area is divided over others.
public enum WeightKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// CBS says that code and boundary did not change, and the name is the same.
  case codes = "codelijst"
  /// How many of its addresses lie in each.
  case addresses = "adressen"
  /// How much of its surface lies in each.
  case area = "oppervlakte"

  /// From the surest to the least sure.
  public static func < (a: WeightKind, b: WeightKind) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .codes: 0
    case .addresses: 1
    case .area: 2
    }
  }
}
