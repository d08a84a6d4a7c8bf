public import Cartography
internal import Geometry

/// A map for a report or a slide: all gemeenten at one scale, with legend, source, day and caveat in the
/// picture, so that nothing of it gets lost when it is copied.
public struct MapPicture: Sendable {
  /// One gemeente, or all areas together.
  public struct Panel: Sendable {
    /// The name above the map; empty for none.
    public let title: String
    /// The surfaces.
    public let areas: [PictureArea]

    var box: Box { areas.reduce(Box.empty) { $0.union($1.surface.box) } }
  }

  /// What is shown.
  public let title: String
  /// The unit of the values; empty when there is none.
  public let unit: String
  /// Warnings that must not be missed, such as "SYNTHETISCH".
  public let stamps: [String]
  /// Source, day, and what the values do not say.
  public let abstract: String
  /// The name of the study.
  public let study: String
  /// The legend.
  public let legend: PictureLegend
  /// The maps.
  public let panels: [Panel]
  /// The language of the fixed words.
  public let language: Language
  /// Whether each surface is an area, so that their number in a class says something.
  public let isOfAreas: Bool
  /// Whether the surfaces are cells so small that dark lines around them would cover their colours.
  public let isOfCells: Bool

  /// The largest number of gemeenten that get a map of their own; more are drawn as one map.
  public static let mostPanels = 12

  /// Makes a picture.
  /// - Parameters:
  ///   - areas: all surfaces; empty ones are left out.
  ///   - gemeenten: code and name in the order in which their maps stand.
  ///   - isOfAreas: false for surfaces of a heatmap: these are not counted, and lines of the legend for
  ///     areas without a value are there only where such a surface is.
  ///   - isOfCells: true for cells of a heatmap: they are drawn without dark lines.
  public init(
    title: String, unit: String, stamps: [String], abstract: String, study: String,
    legend: PictureLegend, areas: [PictureArea], gemeenten: [(code: String, name: String)],
    language: Language, isOfAreas: Bool = true, isOfCells: Bool = false
  ) {
    self.isOfCells = isOfCells
    self.isOfAreas = isOfAreas
    self.title = title
    self.unit = unit
    self.stamps = stamps
    self.abstract = abstract
    self.study = study
    self.legend = legend
    self.language = language
    let drawn = areas.filter { !$0.surface.box.isEmpty }
    if gemeenten.count > Self.mostPanels {
      panels = drawn.isEmpty ? [] : [Panel(title: "", areas: drawn)]
    } else {
      let parts = Dictionary(grouping: drawn, by: \.gemeentecode)
      panels = gemeenten.compactMap { gemeente in
        parts[gemeente.code].map { Panel(title: gemeente.name, areas: $0) }
      }
    }
  }

  /// How many areas each line of the legend colours.
  var counts: [Int] {
    var counts = Array(repeating: 0, count: legend.entries.count)
    for panel in panels {
      for area in panel.areas {
        if case .entry(let index) = area.fill { counts[index] += 1 }
      }
    }
    return counts
  }
}
