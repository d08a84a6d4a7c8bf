/// A text for people in both languages of Wijkzicht.
public struct LocalizedText: Hashable, Sendable, Codable {
  /// Dutch.
  public let nl: String
  /// English.
  public let en: String

  /// Pairs the two texts.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }
}
