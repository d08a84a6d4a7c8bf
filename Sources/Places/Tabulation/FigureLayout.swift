/// Where in a file the figures of areas stand.
public struct FigureLayout: Sendable {
  /// What says of which area a row is.
  public enum Key: Hashable, Sendable {
    /// The column with codes; codes without prefix, and padded ones, are understood.
    case code(Int)
    /// The column with names, and where there is one that with the gemeente, as name or code. `same`
    /// says of names that no area has which name or code is meant; `-` leaves a row out.
    case name(Int, gemeente: Int?, same: [String: String])
  }

  /// One figure.
  public struct Column: Hashable, Sendable {
    /// The name under which it is known.
    public let name: String
    /// The place of its column.
    public let index: Int
    /// In a long file the category of the rows that hold it.
    public let category: String?

    /// Makes a column.
    public init(name: String, index: Int, category: String? = nil) {
      self.name = name
      self.index = index
      self.category = category
    }
  }

  /// What says of which area a row is.
  public let key: Key
  /// In a long file the column with categories.
  public let category: Int?
  /// What a row must hold to count.
  public let conditions: [FigureFile.Condition]
  /// The figures.
  public let columns: [Column]
  /// Whether the figures are whole numbers, in which `1.250` is a thousand and more.
  public let areCounts: Bool
  /// Whether an area without a row has none of what is counted, when its gemeente has rows.
  public let absentIsZero: Bool

  /// Makes a layout.
  public init(
    key: Key, category: Int? = nil, conditions: [FigureFile.Condition] = [], columns: [Column],
    areCounts: Bool = false, absentIsZero: Bool = false
  ) {
    self.key = key
    self.category = category
    self.conditions = conditions
    self.columns = columns
    self.areCounts = areCounts
    self.absentIsZero = absentIsZero
  }
}
