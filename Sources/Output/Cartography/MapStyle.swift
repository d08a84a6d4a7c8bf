/// What a map layer with one value per area shows, and how: enough to write its style files.
///
/// Areas are coloured by the class of their value when their status is `ok`, and drawn in grey with a
/// hatch of its own for each other status, so that they are told apart without colour. An area whose
/// value lies outside all classes is not drawn.
public struct MapStyle: Hashable, Sendable {
  /// The name of what is shown, for people.
  public var title: String
  /// The unit of the values, for people, such as "per 1.000 inwoners per jaar"; empty when none.
  public var unit: String
  /// The column that holds the values.
  public var field: String
  /// The column that holds the raw values of ``AreaStatus``.
  public var statusField: String
  /// The classes, smallest values first; empty when no area has a value.
  public var classes: [LegendClass]
  /// The kinds of areas, on a map of kinds instead of classes; then ``field`` holds their words.
  public var categories: [LegendCategory]
  /// Warnings that must not be missed, such as "SYNTHETISCH", "schematische grenzen" and "intern":
  /// the first line of the legend, of the title and of the description.
  public var stamps: [String]
  /// What the values say and do not say, their source and reference date. Lines are kept.
  public var abstract: String
  /// How many digits after the comma people see, 0 to 12.
  public var decimals: Int
  /// The language of the fixed words.
  public var language: Language
  /// What the legend says of areas with too few data where that is not all that the status means, as
  /// where scores are too unsure for a class; nil for the fixed words.
  public var fewLabel: String?
  /// Whether surfaces have an outline of their own colour, for cells that are so small that dark lines
  /// would cover them.
  public var isOfCells: Bool

  /// Describes a map layer.
  public init(
    title: String, unit: String, field: String = "waarde", statusField: String = "status",
    classes: [LegendClass] = [], categories: [LegendCategory] = [], stamps: [String] = [],
    abstract: String, decimals: Int, language: Language, fewLabel: String? = nil,
    isOfCells: Bool = false
  ) {
    self.fewLabel = fewLabel
    self.title = title
    self.unit = unit
    self.field = field
    self.statusField = statusField
    self.classes = classes
    self.categories = categories
    self.stamps = stamps
    self.abstract = abstract
    self.decimals = decimals
    self.language = language
    self.isOfCells = isOfCells
  }
}

extension MapStyle {
  /// What the legend says of areas with a status.
  public func label(of status: AreaStatus) -> String {
    (status == .weinigGegevens ? fewLabel : nil) ?? status.label(language)
  }

  /// The title with its unit: "Geweld (per 1.000 inwoners per jaar)".
  public var titleWithUnit: String {
    unit.isEmpty ? title : "\(title) (\(unit))"
  }

  /// All stamps in one line, "SYNTHETISCH · schematische grenzen"; nil without stamps.
  public var stampLine: String? {
    stamps.isEmpty ? nil : stamps.joined(separator: " · ")
  }

  /// The title with its unit, after the stamps: "SYNTHETISCH · Geweld (per 1.000 inwoners)".
  public var stampedTitle: String {
    (stamps + [titleWithUnit]).joined(separator: " · ")
  }
}
