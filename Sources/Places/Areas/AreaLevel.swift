internal import Tables

/// A level of areas: one of the three of CBS, or one of a city's own, such as stadsdelen or PC4.
///
/// A level is known by its name; the rest describes it.
public struct AreaLevel: Hashable, Sendable, Comparable {
  /// The name as people use it, in the singular: `buurt`, `stadsdeel`.
  public let rawValue: String
  /// The plural, as layers are named.
  public let plural: String
  /// The letters with which codes of this level begin; none for own levels.
  public let prefix: String
  /// The number of characters of a code of this level, prefix included; 0 for own levels, whose codes
  /// are as the city writes them.
  public let codeLength: Int
  /// Where the level stands among others.
  private let rank: Int

  /// Neighbourhood, the smallest area of CBS.
  public static let buurt = AreaLevel("buurt", "buurten", prefix: "BU", codeLength: 10, rank: 0)
  /// District: one or more buurten.
  public static let wijk = AreaLevel("wijk", "wijken", prefix: "WK", codeLength: 8, rank: 1)
  /// Municipality: one or more wijken.
  public static let gemeente = AreaLevel(
    "gemeente", "gemeenten", prefix: "GM", codeLength: 6, rank: 2)
  /// The three nested levels of CBS, the smallest first.
  public static let cbs = [buurt, wijk, gemeente]

  private init(_ name: String, _ plural: String, prefix: String, codeLength: Int, rank: Int) {
    rawValue = name
    self.plural = plural
    self.prefix = prefix
    self.codeLength = codeLength
    self.rank = rank
  }

  /// A level of one's own.
  /// - Parameters:
  ///   - plural: the name itself when left out.
  ///   - order: its place among own levels, from 0; all come behind those of CBS.
  public static func own(_ name: String, plural: String? = nil, order: Int = 0) -> AreaLevel {
    AreaLevel(name, plural ?? name, prefix: "", codeLength: 0, rank: 3 + order)
  }

  /// A number of areas of this level, for people: `1 buurt`, `2 buurten`.
  package func counted(_ count: Int) -> String { Tables.counted(count, rawValue, plural) }

  /// Whether this is none of the levels of CBS.
  public var isOwn: Bool { rank >= 3 }

  /// Whether both have the same name.
  public static func == (a: AreaLevel, b: AreaLevel) -> Bool { a.rawValue == b.rawValue }

  /// Adds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// Levels of CBS come first, smaller areas before larger, then own levels in their order.
  public static func < (a: AreaLevel, b: AreaLevel) -> Bool {
    (a.rank, a.rawValue) < (b.rank, b.rawValue)
  }
}
