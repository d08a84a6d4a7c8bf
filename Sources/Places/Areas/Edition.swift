/// One yearly release of the areas. Codes of two editions are not comparable without a crosswalk.
public struct Edition: Hashable, Sendable {
  /// The year of the division, for instance 2024.
  public let year: Int
  /// The CBS version 1 to 3, when the file tells: later versions hold more figures.
  public let version: Int?

  /// Makes an edition.
  public init(year: Int, version: Int? = nil) {
    self.year = year
    self.version = version
  }

  /// As people write it: `2024` or `2024 v2`.
  public var description: String { version.map { "\(year) v\($0)" } ?? "\(year)" }

  /// The edition that a file or layer name tells, such as `wijkenbuurten_2023_v2.gpkg`.
  static func inName(_ name: String) -> Edition? {
    guard let year = name.matches(of: /20[0-9]{2}/).last.flatMap({ Int($0.output) }) else {
      return nil
    }
    let version = name.firstMatch(of: /_v([1-3])/).flatMap { Int($0.output.1) }
    return Edition(year: year, version: version)
  }
}
