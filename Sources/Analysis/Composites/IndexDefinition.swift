public import Indicators
public import Indices

/// A composite index as it is written down: which indicators, which way they count, and how they become
/// one number.
public struct IndexDefinition: Hashable, Sendable, Codable {
  /// The areas that an area is compared with.
  public enum Frame: String, Hashable, Sendable, CaseIterable, Codable {
    /// All areas of the study.
    case study
    /// Those of its own gemeente.
    case gemeente
    /// Those of gemeenten of its size, among the areas of the study.
    case size
    /// Those as urban as it is, among the areas of the study.
    case urbanity
    /// All areas that were read, also those of gemeenten outside the study.
    case country
  }

  /// An indicator of an index.
  public struct Member: Hashable, Sendable, Codable {
    /// The indicator.
    public let indicator: Indicator
    /// Its weight before weights are divided by their sum; 0 or more.
    public let weight: Double
    /// Whether a higher number means less of the subject.
    public let isReversed: Bool
    /// The limits of the scale, for goalposts, in the unit of the indicator.
    public let goalposts: ClosedRange<Double>?
    /// The number that gives 100, for a distance to a reference.
    public let reference: Double?

    /// Makes a member.
    public init(
      indicator: Indicator, weight: Double, isReversed: Bool,
      goalposts: ClosedRange<Double>? = nil, reference: Double? = nil
    ) {
      self.indicator = indicator
      self.weight = weight
      self.isReversed = isReversed
      self.goalposts = goalposts
      self.reference = reference
    }

    var indexMember: IndexMember {
      IndexMember(
        id: indicator.id, dimension: indicator.dimension?.rawValue ?? "", weight: weight,
        isReversed: isReversed, goalposts: goalposts, reference: reference,
        isModelled: indicator.flags.contains(.modelled))
    }
  }

  /// A name in small letters, digits and underscores.
  public let id: String
  /// The subject.
  public let theme: Indicator.Theme
  /// The name on a map.
  public let name: LocalizedText
  /// What the number says.
  public let says: LocalizedText
  /// What the number does not say.
  public let saysNot: LocalizedText
  /// What to keep in mind.
  public var caveats: [LocalizedText]
  /// Where the idea comes from.
  public let references: [String]
  /// The indicators.
  public let members: [Member]
  /// The steps.
  public let method: IndexMethod
  /// With which areas an area is compared.
  public var frame: Frame

  /// Makes a definition.
  public init(
    id: String, theme: Indicator.Theme, name: LocalizedText, says: LocalizedText,
    saysNot: LocalizedText, caveats: [LocalizedText], references: [String], members: [Member],
    method: IndexMethod, frame: Frame
  ) {
    self.id = id
    self.theme = theme
    self.name = name
    self.says = says
    self.saysNot = saysNot
    self.caveats = caveats
    self.references = references
    self.members = members
    self.method = method
    self.frame = frame
  }

  /// The weights of the members, 1 together, where they do not depend on the figures; nil for weights
  /// by principal components, and when all are zero.
  public var knownWeights: [Double]? {
    let raw: [Double]
    switch method.weighting {
    case .equal: raw = members.map { _ in 1 }
    case .given: raw = members.map(\.weight)
    case .budget(let people):
      raw = members.indices.map { place in
        people.reduce(0) { $0 + (place < $1.count ? $1[place] : 0) }
      }
    case .principalComponent: return nil
    }
    let total = raw.reduce(0, +)
    return total > 0 ? raw.map { $0 / total } : nil
  }

  /// The share of the weight that is about cohesion, trust, participation or facilities; nil when the
  /// weights are not known beforehand.
  public var resilienceShare: Double? {
    knownWeights.map { weights in
      zip(members, weights).reduce(0) { $1.0.indicator.dimension == nil ? $0 : $0 + $1.1 }
    }
  }

  /// Whether the id, theme or a name says that the index is about resilience.
  public var isCalledResilience: Bool {
    let words = [id, name.nl, name.en].joined(separator: " ").lowercased()
    return theme == .weerbaarheid || words.contains("weerba") || words.contains("resilien")
      || words.contains("veerkracht")
  }

  /// The id of the layer with the index: `index_` and its id.
  public var layerID: String { "index_" + id }

  /// The index as a map shows it: an indicator with a score from 0 to 100, which says with which areas an area
  /// is compared.
  public var indicator: Indicator {
    let compared = frame.words
    return Indicator(
      id: layerID, theme: theme, code: Indicator.indexCode, name: name,
      says: LocalizedText(
        nl: "\(says.nl) Vergeleken met \(compared.nl).",
        en: "\(says.en) Compared with \(compared.en)."),
      saysNot: saysNot,
      unit: LocalizedText(nl: "score van 0 tot 100", en: "score from 0 to 100"), decimals: 1,
      direction: .higherIsMore, minimumDenominator: 0,
      formula: Formula(kind: .value, numerator: .figure(layerID)), caveats: caveats,
      references: references, flags: [])
  }
}
