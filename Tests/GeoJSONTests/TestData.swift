#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Bytes

/// The open data that tests read but the project does not hold.
enum TestData {
  static let folder = variable("WIJKZICHT_DATA") ?? "../shared/data"

  static let points = [
    "ggz", "politiebureaus", "scholen_basisonderwijs", "scholen_speciaal_basisonderwijs",
    "scholen_voortgezet_onderwijs", "vvt", "ziekenhuizen",
  ]

  /// Whether tests of real files run: when the data are there, and under `CI` always, so that they
  /// fail there without data.
  static let isExpected = variable("CI") != nil || isPresent

  private static var isPresent: Bool {
    (try? InputFile(path: area("GM0363", "buurt"))) != nil
  }

  static func area(_ code: String, _ level: String) -> String {
    "\(folder)/areas/2015/\(code)-\(level)-2015.geojson"
  }

  static func pointFile(_ name: String) -> String {
    "\(folder)/records/points_2015/\(name).geojson"
  }

  /// An environment variable; nil when it is not set or empty.
  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
