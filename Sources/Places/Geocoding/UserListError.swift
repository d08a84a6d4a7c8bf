public import CSV

/// What is wrong with a list that the user made: corrections or special points.
///
/// Holds names of columns and numbers of rows, never a value of a row.
public enum UserListError: Error, Hashable, Sendable {
  /// The file has no column with one of these names.
  case missingColumns(path: String, wanted: [String], known: ColumnNames)
  /// The file has a header and no rows.
  case noRows(path: String)
  /// A row cannot be used. `row` is 1 for the first below the header.
  case row(path: String, row: Int, Fault)

  /// What is wrong with a row.
  public enum Fault: Error, Hashable, Sendable {
    /// Another number of fields than the header.
    case ragged
    /// All fields of the address to be corrected are empty.
    case noAddress
    /// Neither an address nor the code of a buurt says where the address belongs.
    case noTarget
    /// Both an address and the code of a buurt are given.
    case twoTargets
    /// The postcode is not four digits and two letters.
    case postcode
    /// The house number is not 1 to 99999, or what stands behind it is no letter or addition.
    case number
    /// The register has no such address.
    case addressUnknown
    /// The number lies in several buurten; a letter or addition must say in which.
    case severalAreas
    /// The register does not tell in which buurt the address lies.
    case addressWithoutArea
    /// The code is none of a buurt.
    case code
    /// The register has no buurt with this code.
    case buurtUnknown
    /// An earlier row says something else about the same address.
    case contradicts(row: Int)
    /// An earlier row names the same point.
    case repeats(row: Int)
    /// A coordinate is no number.
    case coordinate
    /// The coordinates do not lie in the Netherlands in RD New.
    case outsideNetherlands
    /// The distance is not 0 to ``SpecialCoordinates/largestRadius``.
    case radius
    /// The word that says what to do is none of ``SpecialPointAction``.
    case action
    /// The point gets a row of its own, but no name is given.
    case noName
  }
}
