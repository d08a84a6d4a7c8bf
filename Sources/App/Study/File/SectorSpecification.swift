public import Areas
public import Geocoding
public import Indicators

/// What a study asks of sectors: which groups, of which records, and which numbers of them.
public struct SectorSpecification: Sendable {
  /// A number of a group of sectors.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Establishments per km² of land.
    case density = "dichtheid"
    /// The share among establishments against that of the gemeente, smoothed.
    case quotient = "quotient"
    /// What began and ended, against what there is.
    case churn = "doorloop"
    /// The part at an address that many establishments share.
    case stacking = "stapeling"
  }

  /// A group of the study: one of the catalogue, or its own.
  public struct Group: Sendable {
    /// Its name.
    public var id: Located<String>
    /// For a group of the study's own, its name for readers.
    public var label: LocalizedText?
    /// For a group of the study's own, its codes.
    public var codes: [Located<String>]
    /// Why the study uses it, in its own words.
    public var rationale: LocalizedText?
    /// The day of the rationale.
    public var date: RecordDate?
  }

  /// The id of the records.
  public var records: Located<String>
  /// The classification of their codes.
  public var classification: Located<String>
  /// The level, when it is not that of the study.
  public var level: AreaLevel?
  /// Which numbers are made of each group; all when the study does not say.
  public var measures: [Measure]
  /// Over how many months up to the peildatum churn is counted.
  public var months: Int
  /// From how many establishments on an address is shared by many.
  public var stack: Int
  /// The groups.
  public var groups: [Group]
}
