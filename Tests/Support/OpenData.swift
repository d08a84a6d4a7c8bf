internal import Foundation

/// The open data that tests read but the project does not hold.
public enum OpenData {
  /// The folder, from `WIJKZICHT_DATA`.
  public static let folder = variable("WIJKZICHT_DATA") ?? "../shared/data"
  /// The buurten, wijken and gemeenten of the Netherlands in 2024.
  public static let netherlands = "\(folder)/areas/2024/wijkenbuurten_2024_nl.gpkg"
  /// Those of five cities in 2024, in more detail.
  public static let fiveCities = "\(folder)/areas/2024/wijkenbuurten_2024_vijf_steden.gpkg"

  /// Whether tests of real files run: when the data are there, and under `CI` always, so that they
  /// fail there without data.
  public static let isExpected =
    variable("CI") != nil || FileManager.default.fileExists(atPath: netherlands)

  /// A file of areas of one gemeente in 2015; `level` is `buurt`, `wijk` or `gemeente`.
  public static func areas2015(_ gemeentecode: String, _ level: String) -> String {
    "\(folder)/areas/2015/\(gemeentecode)-\(level)-2015.geojson"
  }

  private static func variable(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name]
    return value?.isEmpty == true ? nil : value
  }
}
