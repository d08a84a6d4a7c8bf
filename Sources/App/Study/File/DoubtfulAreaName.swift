/// A name in a file of figures that is not that of one area, as a message tells it.
public struct DoubtfulAreaName: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The name that is nearest to it.
  public let nearest: String?
  /// The codes of the areas that have it, when several do.
  public let codes: [String]

  var sentence: String {
    if !codes.isEmpty { return "'\(name)' is \(codes.prefix(5).joined(separator: " and "))" }
    return nearest.map { "'\(name)' (nearest: '\($0)')" } ?? "'\(name)'"
  }

  /// What might stand under `same`.
  var example: String { codes.first ?? nearest.map { "\"\($0)\"" } ?? "\"-\"" }
}
