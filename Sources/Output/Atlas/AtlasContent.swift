public import Areas
internal import Disclosure
public import Exports
public import Indicators
public import Patterns
public import Provenance

/// What an atlas shows: published maps, and what is to be said of them.
public struct AtlasContent: Sendable {
  /// The title of the study.
  public var title: LocalizedText
  /// For what the data are used, in the words of the user.
  public var purpose: String
  /// Until when the results hold, a sentence; nil when nobody said so.
  public var validity: LocalizedText?
  /// Date, audience, areas and the language in which the page opens.
  public var document: MapDocument
  /// The maps of the study, in its order.
  public var maps: [IndicatorMap]
  /// The same indicators on other levels.
  public var widerMaps: [IndicatorMap]
  /// The inhabitants of each area by level, where they are known; only open figures.
  public var inhabitants: [AreaLevel: [Double?]]
  /// The answers to questions about patterns.
  public var patterns: [PatternAnswer]
  /// The heatmaps.
  public var heatmaps: [HeatmapExport]
  /// What the scores of indices are made of.
  public var indexParts: [IndexParts] = []
  /// Counts per period.
  public var periods: [PeriodCounts] = []
  /// Types of areas and their twins; nil when they were not asked for.
  public var kinds: AreaKinds?
  /// Opportunity against resilience; nil when the study has not both.
  public var quadrants: QuadrantReport?
  /// What people who know an area wrote about it, by its code.
  public var interpretations: [String: String] = [:]
  /// Water, roads and names, in the order in which they are drawn.
  public var context: [ContextLayer] = []
  /// What went in.
  public var inputs: [ProvenanceRecord.Input]

  /// Gathers the content of a page.
  public init(
    title: LocalizedText, purpose: String, document: MapDocument, maps: [IndicatorMap],
    widerMaps: [IndicatorMap] = [], inhabitants: [AreaLevel: [Double?]] = [:],
    patterns: [PatternAnswer] = [], heatmaps: [HeatmapExport] = [],
    inputs: [ProvenanceRecord.Input] = []
  ) {
    self.title = title
    self.purpose = purpose
    self.document = document
    self.maps = maps
    self.widerMaps = widerMaps
    self.inhabitants = inhabitants
    self.patterns = patterns
    self.heatmaps = heatmaps
    self.inputs = inputs
  }

  /// How many gemeenten stand beside each other at most; with more the page is one of a country, with one
  /// map of all and those beside each other that are chosen.
  static let mostBeside = 12

  /// Whether the page is one of a country.
  var isCountry: Bool { document.areas.gemeenten.count > Self.mostBeside }

  /// The levels that are drawn: those of maps, and gemeenten for their outlines.
  var levels: [AreaLevel] {
    let used = Set(
      (maps + widerMaps).map(\.layer.level) + patterns.map(\.level) + periodLevels
        + [quadrants?.level, .gemeente].compactMap(\.self))
    return document.areas.layers.map(\.level).filter(used.contains)
  }

  private var periodLevels: [AreaLevel] {
    let codes = Set(periods.flatMap { $0.counts.cells.map(\.code) })
    return document.areas.layers.filter { layer in
      layer.areas.contains { codes.contains($0.code) }
    }.map(\.level)
  }

  /// The areas of those levels.
  var areas: AreaSet {
    AreaSet(
      edition: document.areas.edition,
      layers: levels.compactMap { document.areas[$0] }, isSchematic: document.areas.isSchematic)
  }
}
