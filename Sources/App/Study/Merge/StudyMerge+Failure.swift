internal import Disclosure

extension StudyMerge {
  /// Why results cannot be put together.
  public enum Failure: Error, Hashable, Sendable {
    /// Fewer than two folders.
    case tooFew(Int)
    /// Results that no run of a study wrote.
    case notOfRun(String, isLinkage: Bool)
    /// Results that hold no saved tables.
    case notSaved(String)
    /// Results that are not alike.
    case unequal([MergeDifference])
    /// A gemeente or an area that two results have; `name` is nil for an area.
    case common(String, name: String?, first: String, second: String)
    /// Results without the surfaces of their areas.
    case noSurfaces(String, level: String)
    /// A scale of indices that does not belong to the results.
    case noReference(String)
    /// A folder that is read lies in the one that would be written.
    case partInTarget(String, folder: String)
    /// The folder that would be written lies in one that is read.
    case targetInPart(String, part: String)
    /// Results of another version of the program than this one.
    case otherProgram(String, version: String)
    /// Results of which counts are protected less than the catalogue asks.
    case lax(String, rule: String, wanted: String)
    /// A figure of results is another than the results themselves say.
    case contradictory(String, what: String, level: String, code: String?)
    /// The bias audit of results stops at a higher rank correlation than the catalogue allows.
    case laxAudit(String, threshold: Double, highest: Double)
    /// The results ask for a bias audit, and nobody names the shares.
    case noShares(_ columns: [String])
    /// Shares for a bias audit that the results do not ask for.
    case noAudit(_ file: String)
    /// An option that says of the whole what cannot be.
    case badOption(String, expected: String)
    /// What several results say of the same records tells what one of them hides.
    case unsafe([UnionAudit.SharedFile])

    var sentence: String {
      switch self {
      case .tooFew(let count):
        "merge takes the results of two cities or more, and \(count) \(count == 1 ? "is" : "are") named."
      case .notOfRun(let path, isLinkage: true):
        "'\(path)' is a linkage, and merge puts results of 'wijkzicht run' together. Count several gemeenten in "
          + "one linkage, with a --gemeente for each. Nothing was written."
      case .notOfRun(let path, isLinkage: false):
        "'\(path)' was not written by 'wijkzicht run', of which merge puts results together. Name folders with "
          + "results of studies. Nothing was written."
      case .notSaved(let path):
        "'\(path)' has no \(Self.file): run the study with 'published' among its exports, beside "
          + "'geopackage'. Nothing was written."
      case .unequal(let differences):
        differences.map(\.sentence).joined(separator: "\n")
          + "\nCities stand beside each other when they ran with the same program, catalogue, areas, rules "
          + "and choices. Nothing was written."
      case .common(let code, let name?, let first, let second):
        "\(name) (\(code)) is in '\(first)' and in '\(second)'. Name each city once. Nothing was written."
      case .common(let code, nil, let first, let second):
        "area \(code) is in '\(first)' and in '\(second)'. Codes of own areas must be of one city only. "
          + "Nothing was written."
      case .noSurfaces(let path, let level):
        "'\(path)' has no surfaces of its \(level): run the study with 'geopackage' among its exports. "
          + "Nothing was written."
      case .noReference(let path):
        "'\(path)' is not the scale of the indices of these results. Run the study again. Nothing was written."
      case .partInTarget(let path, let folder):
        "'\(path)' is read and lies in \(folder), which the results would replace. Name another folder with "
          + "--out. Nothing was written."
      case .targetInPart(let path, let part):
        "--out '\(path)' lies in '\(part)', which is read and would no longer be as it was handed over. Name "
          + "another folder with --out. Nothing was written."
      case .otherProgram(let path, let version):
        "'\(path)' was made by version \(version) of the program, and this is version "
          + "\(ProgramVersion.text). Merge with the version that the cities ran. Nothing was written."
      case .lax(let path, let rule, let wanted):
        "'\(path)' protects counts by a laxer rule than the catalogue asks: \(rule); the catalogue: "
          + "\(wanted). Nothing was written."
      case .contradictory(let path, let what, let level, let code):
        "'\(path)' contradicts itself: of '\(what)' (\(level)) "
          + (code.map { "the figure of \($0) is another than is said of it" } ?? "nothing is said")
          + ", so it was changed after the run. Ask for the results again. Nothing was written."
      case .laxAudit(let path, let threshold, let highest):
        "'\(path)' has a bias audit from \(threshold) on; the catalogue allows \(highest) at most. Nothing was "
          + "written."
      case .noShares(let columns):
        "the studies ask for a bias audit, and together the cities may show what none shows alone. Name with "
          + "--audit a file with percentages per area of all cities, in the columns "
          + "\(columns.joined(separator: ", ")). Nothing was written."
      case .noAudit(let file):
        "--audit '\(file)': the studies ask for no bias audit. Leave it out, or run them with 'audit'. Nothing "
          + "was written."
      case .badOption(let option, let expected):
        "--\(option): write \(expected). Nothing was written."
      case .unsafe(let files):
        files.map(\.sentence).joined(separator: "\n")
          + "\nGive each city a file with its own records. Nothing was written."
      }
    }

    private static let file = "gepubliceerd.jsonl"
  }
}

extension SavedPublication.Damage {
  var parts: (path: String, sentence: String) {
    let what =
      switch fault {
      case .open: "the line that closes the file is missing or damaged."
      case .version(let version):
        "the file is of version \(version), which this program does not know. Use the program that wrote it."
      case .changed:
        "the file is not as it was written: its content is not that of the hash at its end."
      case .unreadable(let line):
        "line \(line) is not what a run writes there, or tells what its rule for counts hides."
      }
    return (path, what + " Ask for the results again. Nothing was written.")
  }
}
