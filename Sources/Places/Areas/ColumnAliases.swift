/// The spellings of CBS columns over the years.
///
/// CBS names the same column differently by year and file: `aantal_inwoners` (from 2019), `AANT_INW`
/// (up to 2018, shapefiles), `a_inw` (kerncijfers). Case is ignored.
public struct ColumnAliases: Sendable {
  private let namesBySpelling: [String: String]
  /// The names under which columns are known.
  public let canonicalNames: Set<String>

  /// Makes a table from canonical names and their other spellings.
  public init(_ spellings: [String: [String]]) {
    var names: [String: String] = [:]
    for (canonical, others) in spellings {
      names[canonical.lowercased()] = canonical
      for other in others { names[other.lowercased()] = canonical }
    }
    namesBySpelling = names
    canonicalNames = Set(spellings.keys)
  }

  /// No aliases: a column is known by its own name only.
  public static let none = ColumnAliases([:])

  /// The canonical name of a column; a name that the table does not hold is given back in lower case.
  public func canonical(_ name: String) -> String {
    let key = name.trimmingBlanks.lowercased()
    return namesBySpelling[key] ?? key
  }
}

extension String {
  /// The text without blanks around it; CBS headers of 2024 end in some.
  var trimmingBlanks: String {
    // Letters and digits at both ends: nothing to do, the usual case.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return self
    }
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

/// The columns that say which area a row is, in every year's spelling.
enum KeyColumn: Int, CaseIterable {
  case buurtcode, buurtnaam, wijkcode, wijknaam, gemeentecode, gemeentenaam, water, jaar

  private var spellings: Set<String> {
    switch self {
    case .buurtcode: ["buurtcode", "bu_code"]
    case .buurtnaam: ["buurtnaam", "bu_naam"]
    case .wijkcode: ["wijkcode", "wk_code"]
    case .wijknaam: ["wijknaam", "wk_naam"]
    case .gemeentecode: ["gemeentecode", "gm_code"]
    case .gemeentenaam: ["gemeentenaam", "gm_naam"]
    case .water: ["water", "h2o"]
    case .jaar: ["jaar"]
    }
  }

  /// The place of the column among `columns`, or nil.
  func index(in columns: [String]) -> Int? {
    columns.firstIndex { spellings.contains($0.lowercased()) }
  }

  /// The same for a shapefile, whose names are cut off at 10 characters: `gemeenteco`.
  func index(inCutOff columns: [String]) -> Int? {
    index(in: columns)
      ?? columns.firstIndex { column in
        column.utf8.count == 10 && spellings.contains { $0.hasPrefix(column.lowercased()) }
      }
  }

  /// The column with the codes of a level of CBS.
  static func code(of level: AreaLevel) -> KeyColumn {
    level == .gemeente ? .gemeentecode : level == .wijk ? .wijkcode : .buurtcode
  }

  /// The column with the names of a level of CBS.
  static func name(of level: AreaLevel) -> KeyColumn {
    level == .gemeente ? .gemeentenaam : level == .wijk ? .wijknaam : .buurtnaam
  }
}

/// The key columns of one row.
struct KeyCells {
  private var cells = [String?](repeating: nil, count: KeyColumn.allCases.count)

  subscript(column: KeyColumn) -> String? {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }
}
