/// One entry of the catalogue: what is measured of an area, how, and what it does not say.
public struct Indicator: Hashable, Sendable, Codable {
  /// The subject an indicator belongs to; subjects are never added together.
  public enum Theme: String, Hashable, Sendable, CaseIterable, Codable {
    /// Opportunity structures for organised crime.
    case gelegenheid
    /// Resilience of a community.
    case weerbaarheid
    /// Socio-economic context.
    case context
    /// Recorded crime: a layer of its own, never part of an index.
    case misdaad
  }

  /// What a higher value means for the theme.
  public enum Direction: String, Hashable, Sendable, CaseIterable, Codable {
    /// More of the theme.
    case higherIsMore = "higher_is_more"
    /// Less of the theme.
    case lowerIsMore = "lower_is_more"
    /// Neither.
    case neutral
  }

  /// What of the resilience of a community an indicator is about. Deprivation is none of these.
  public enum Dimension: String, Hashable, Sendable, CaseIterable, Codable {
    /// People know and help each other.
    case cohesion
    /// People trust each other and institutions.
    case trust
    /// People take part.
    case participation
    /// What people need is near.
    case facilities
  }

  /// A remark that changes how an indicator may be used.
  public enum Flag: String, Hashable, Sendable, CaseIterable, Codable {
    /// May put a stain on people or streets; off by default.
    case stigmatising
    /// Estimated by a model, not counted.
    case modelled
    /// Follows police work as much as crime.
    case policeGenerated = "police_generated"
    /// No real file with its columns has been seen.
    case unverified = "ongeverifieerd"
  }

  /// A change of what its source measures: numbers before and after are no one series.
  public struct MethodBreak: Hashable, Sendable, Codable {
    /// The first day of the new method, as `2024-01-01`.
    public let date: String
    /// What changed.
    public let why: LocalizedText

    /// States a break.
    public init(date: String, why: LocalizedText) {
      self.date = date
      self.why = why
    }
  }

  /// Dutch snake_case, unique in the catalogue; names files and columns.
  public let id: String
  /// The subject.
  public private(set) var theme: Theme
  /// The code in the list of sources, for instance `R09`.
  public let code: String
  /// The name on a map.
  public let name: LocalizedText
  /// What the number says.
  public let says: LocalizedText
  /// What the number does not say.
  public let saysNot: LocalizedText
  /// The unit, denominator included.
  public let unit: LocalizedText
  /// Digits after the point that people see.
  public let decimals: Int
  /// What a higher value means.
  public let direction: Direction
  /// Areas with a smaller denominator, or base, count as having too little data.
  public let minimumDenominator: Double
  /// How the number is made.
  public let formula: Formula
  /// What to keep in mind, in Dutch and English.
  public let caveats: [LocalizedText]
  /// Where the idea comes from.
  public let references: [String]
  /// Remarks.
  public private(set) var flags: Set<Flag>
  /// Its weight in an index of its theme when a study gives none: 1, or 0 when the literature does not
  /// say which way it works.
  public let defaultWeight: Double
  /// What of resilience it is about; nil for all else.
  public private(set) var dimension: Dimension?
  /// When what its source measures changed, in order.
  public let breaks: [MethodBreak]
  private let isSetOff: Bool

  /// The code of a composite index that is shown as an indicator.
  public static let indexCode = "index"

  /// Whether it is a composite index.
  public var isIndex: Bool { code == Self.indexCode }

  /// Why an indicator is not proposed: somebody has to choose it.
  public enum OffReason: Hashable, Sendable, CaseIterable {
    /// It may put a stain on people or streets.
    case stigmatising
    /// The catalogue sets it off.
    case setOff
    /// No real file with its columns has been seen.
    case unverified
  }

  /// Why a new study does not propose it, the heaviest reason first; nil when it does.
  public var offByDefault: OffReason? {
    if flags.contains(.stigmatising) { return .stigmatising }
    if isSetOff { return .setOff }
    return flags.contains(.unverified) ? .unverified : nil
  }

  /// Makes an entry; `isSetOff` keeps it out of what a new study proposes.
  public init(
    id: String, theme: Theme, code: String, name: LocalizedText, says: LocalizedText,
    saysNot: LocalizedText, unit: LocalizedText, decimals: Int, direction: Direction,
    minimumDenominator: Double, formula: Formula, caveats: [LocalizedText], references: [String],
    flags: Set<Flag>, defaultWeight: Double = 1, isSetOff: Bool = false,
    dimension: Dimension? = nil, breaks: [MethodBreak] = []
  ) {
    self.id = id
    self.theme = theme
    self.code = code
    self.name = name
    self.says = says
    self.saysNot = saysNot
    self.unit = unit
    self.decimals = decimals
    self.direction = direction
    self.minimumDenominator = minimumDenominator
    self.formula = formula
    self.caveats = caveats
    self.references = references
    self.flags = flags
    self.defaultWeight = defaultWeight
    self.isSetOff = isSetOff
    self.dimension = dimension
    self.breaks = breaks.sorted { $0.date < $1.date }
  }

  /// The same with what follows from what it is made of.
  func taking(flags: Set<Flag>, isCrime: Bool) -> Indicator {
    var copy = self
    copy.flags = flags
    if isCrime {
      copy.theme = .misdaad
      copy.dimension = nil
    }
    return copy
  }
}

extension Indicator {
  /// Writes all that it says; equal indicators give equal bytes, in whatever order their flags stand.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(theme, forKey: .theme)
    try container.encode(code, forKey: .code)
    try container.encode(name, forKey: .name)
    try container.encode(says, forKey: .says)
    try container.encode(saysNot, forKey: .saysNot)
    try container.encode(unit, forKey: .unit)
    try container.encode(decimals, forKey: .decimals)
    try container.encode(direction, forKey: .direction)
    try container.encode(minimumDenominator, forKey: .minimumDenominator)
    try container.encode(formula, forKey: .formula)
    try container.encode(caveats, forKey: .caveats)
    try container.encode(references, forKey: .references)
    try container.encode(Flag.allCases.filter(flags.contains), forKey: .flags)
    try container.encode(defaultWeight, forKey: .defaultWeight)
    try container.encodeIfPresent(dimension, forKey: .dimension)
    try container.encode(breaks, forKey: .breaks)
    try container.encode(isSetOff, forKey: .isSetOff)
  }
}
