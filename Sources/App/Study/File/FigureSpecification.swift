public import Areas
public import Governance

/// A file of figures in a study.
public struct FigureSpecification: Sendable {
  /// A name for messages.
  public var id: String
  /// The file.
  public var file: Located<String>
  /// The sheet of a workbook, when several hold a table.
  public var sheet: String?
  /// The year of the areas of the file.
  public var edition: Located<Int>
  /// The crosswalk from the areas of the file to those of the study, when they are others.
  public var crosswalk: Located<String>?
  /// Figures that are counts, besides those whose names say so.
  public var counts: [Located<String>] = []
  /// For shares and means the column with the count that each is of.
  public var denominators: [String: Located<String>] = [:]
  /// The level of the areas, when codes do not tell it.
  public var level: AreaLevel?
  /// What the figures are, and so who may know them.
  public var kind = FigureKind.open
  /// What is claimed about the figures.
  public var data: Located<DataDeclaration>?
  /// Whether something is claimed of them that cannot be read, which is a problem by itself.
  var hasUnreadableClaim = false
  /// The column with codes.
  public var key: Located<String>?
  /// The column with names of areas, in the place of codes.
  public var name: Located<String>?
  /// Beside names the column with the gemeente, as name or code.
  public var gemeente: Located<String>?
  /// For names that no area has, the name or code that is meant; `-` leaves the rows out.
  public var same: [String: Located<String>] = [:]
  /// In a long file the column with categories; ``columns`` then name one of them each.
  public var category: Located<String>?
  /// In a long file the column with the figures.
  public var value: Located<String>?
  /// For counts by the name of a whole the names of its parts, that share nothing.
  public var parts: [(whole: Located<String>, parts: [Located<String>])] = []
  /// What it means that an area has no row.
  public var absent = AbsentRow.unknown
  /// For counts of which time they are; nil when the study does not say so.
  public var period: DeliveryPeriod?
  /// For a survey the column with the number of answers.
  public var respondents: Located<String>?
  /// For a survey the columns with the margin of each figure.
  public var margins: [String: Located<String>] = [:]
  /// For a survey the least number of answers for an estimate to be shown.
  public var minimum = 0
  /// Values that a row must have.
  public var conditions: [String: Located<String>]
  /// The figures by canonical name, and the column of the file, or the category, that holds
  /// each.
  public var columns: [(name: String, column: Located<String>)]
  /// Whether the figures are made up.
  public var isSynthetic: Bool
  /// Whether the source may still change the figures.
  public var isProvisional = false
  /// The source as it is named under a map.
  public var source: String
}

/// What the figures of a file are, and so who may know them.
public enum FigureKind: String, Hashable, Sendable, CaseIterable {
  /// Published by their source, for all.
  case open
  /// Counts of records that are not public; protected as the records themselves would be.
  case counts
  /// Estimates from a survey, with a number of answers.
  case survey
}

/// What it means that an area has no row in a delivery of counts.
public enum AbsentRow: String, Hashable, Sendable, CaseIterable {
  /// Nothing is known of it.
  case unknown
  /// There was nothing to count, where its gemeente has other rows.
  case zero
}
