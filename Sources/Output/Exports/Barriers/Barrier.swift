public import Indicators

/// Something that stood in the way of a result: of the law, of technique, of organisation, or of the
/// quality of data.
public struct Barrier: Hashable, Sendable {
  /// Of what it is. The raw value is the word in files, in Dutch.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What may not be known, used or joined.
    case legal = "juridisch"
    /// What programs, files or editions of areas do not allow.
    case technical = "technisch"
    /// What nobody delivered or agreed upon.
    case organisational = "organisatorisch"
    /// What is missing or wrong in the data.
    case quality = "kwaliteit"
  }

  /// Of what it is.
  public let kind: Kind
  /// The source or result that it is about, by its id; empty when it is about the whole study.
  public let subject: String
  /// What it is.
  public let text: LocalizedText
  /// What would take it away; nil when nobody said so.
  public let remedy: LocalizedText?
  /// Who can; nil when nobody said so.
  public let owner: String?
  /// Since when, as `2024-12-31`; nil when nobody said so.
  public let since: String?
  /// Whether a run came upon it; else somebody wrote it down.
  public let isFound: Bool
  /// Whether it stands in the rules that are shipped with the program, and is met by every study of its kind.
  public private(set) var isOfRules = false

  /// Notes a barrier.
  public init(
    _ kind: Kind, subject: String, text: LocalizedText, remedy: LocalizedText? = nil,
    owner: String? = nil, since: String? = nil, isFound: Bool
  ) {
    self.kind = kind
    self.subject = subject
    self.text = text
    self.remedy = remedy
    self.owner = owner
    self.since = since
    self.isFound = isFound
  }

  /// The same as one of the rules.
  public var ofRules: Barrier {
    var barrier = self
    barrier.isOfRules = true
    return barrier
  }
}
