public import Areas
public import Cartography
public import Disclosure

/// What is said on every map and in every file of a study.
public struct MapDocument: Sendable {
  /// The title of the study.
  public let title: String
  /// The day to which the results refer, as `2024-12-31`.
  public let peildatum: String
  /// For whom the results are.
  public let audience: Audience
  /// Whether made-up data went in.
  public let isSynthetic: Bool
  /// The areas.
  public let areas: AreaSet
  /// The language of legends.
  public let language: Language
  /// Whether nobody has released the results yet.
  public let isConcept: Bool

  /// Makes a document.
  public init(
    title: String, peildatum: String, audience: Audience, isSynthetic: Bool, areas: AreaSet,
    language: Language, isConcept: Bool = true
  ) {
    self.title = title
    self.peildatum = peildatum
    self.audience = audience
    self.isSynthetic = isSynthetic
    self.areas = areas
    self.language = language
    self.isConcept = isConcept
  }

  /// The stamps that everything made from all data of the study bears.
  public var stamps: [String] { stamps(isSynthetic: isSynthetic) }

  /// The stamps of something for which made-up data were used, or not.
  func stamps(isSynthetic: Bool) -> [String] {
    var stamps: [String] = []
    if isSynthetic { stamps.append("SYNTHETISCH") }
    switch audience {
    case .intern: stamps.append("INTERN")
    case .partners: stamps.append("PARTNERS")
    case .openbaar: break
    }
    if isConcept { stamps.append("CONCEPT") }
    if areas.isSchematic {
      stamps.append(language == .nl ? "schematische grenzen" : "schematic boundaries")
    }
    return stamps
  }

  /// The columns that say the same of every row: for whom, made up or not, released or not.
  func marks(isSynthetic: Bool) -> [(name: String, value: Mark)] {
    var marks: [(String, Mark)] = [("doelgroep", .text(audience.rawValue))]
    if isSynthetic { marks.append(("synthetisch", .flag)) }
    if areas.isSchematic { marks.append(("schematische_grenzen", .flag)) }
    if isConcept { marks.append(("concept", .flag)) }
    return marks
  }

  enum Mark {
    case text(String)
    /// True for every row.
    case flag
  }
}
