/// A file of one year as its holder publishes it: where it is, what is in it, and what is wrong with it.
public struct OfficialSource: Hashable, Sendable {
  /// What a file is for.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// Areas with their surfaces.
    case areas
    /// Figures by area.
    case figures
    /// Addresses.
    case register
  }

  /// How a file comes over the line.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A zip with a file in it.
    case zip
    /// A GeoPackage.
    case gpkg
    /// A workbook.
    case xlsx
    /// Text in rows and columns.
    case csv
    /// The pages of an OData v3 table.
    case odata
    /// The pages of an OGC API.
    case ogc
  }

  /// Which periods of a table are kept.
  public enum Periods: String, Hashable, Sendable, CaseIterable {
    /// Months; totals of years are left out.
    case month
    /// Years.
    case year
  }

  /// A column of a table under another name.
  public struct Renaming: Hashable, Sendable {
    /// The name that it gets.
    public let name: String
    /// Its name in the table.
    public let column: String
  }

  /// The name by which a command asks for it, such as `kwb`.
  public let id: String
  /// What it is for.
  public let purpose: Purpose
  /// What it is called.
  public let name: String
  /// Who publishes it.
  public let holder: String
  /// Under which conditions.
  public let licence: String
  /// The year.
  public let year: Int
  /// Where it is; `{gemeente}` stands for the four digits of a gemeente that is asked for.
  public var address: String
  /// How it comes.
  public let form: Form
  /// The end of the name of the file that is taken out of a zip.
  public let entry: String?
  /// The edition of its areas, when it is another than the year, and its version.
  public let edition: String?
  /// What is in it: layers or columns.
  public let layout: String?
  /// The size in bytes, when it is known.
  public let size: Int?
  /// The SHA-256, when it is known.
  public let sha256: String?
  /// The most that is taken, in MB.
  public let maximumMegabytes: Int
  /// What is known to be wrong with it or easily misread.
  public let defects: [String]
  /// Which of these facts no file at hand has shown.
  public let unverified: [String]
  /// Where the facts come from.
  public let facts: String?
  /// Values of columns of a table that are totals of the others.
  public let totals: [String: Set<String>]
  /// The column of a table with periods.
  public let periodColumn: String?
  /// Which periods are kept.
  public let periods: Periods?
  /// The column of a table with codes of areas.
  public let areaColumn: String?
  /// The columns of a table to keep; all when empty.
  public let columns: [Renaming]

  /// The name under which the file is kept: the last part of its address, or one made of id and year.
  public var fileName: String {
    switch form {
    case .odata: return "\(id)_\(year).csv"
    case .ogc: return "\(id)_\(year).geojson"
    case .zip, .gpkg, .xlsx, .csv:
      let path = address.prefix { $0 != "?" && $0 != "#" }
      let last = path.split(separator: "/").last.map(String.init) ?? ""
      let isName = last.contains(".") && last != ".." && !path.hasSuffix("/")
      return isName ? last : "\(id)_\(year).\(form.rawValue)"
    }
  }
}
