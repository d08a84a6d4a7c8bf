public import CSV
public import Disclosure
public import Keys

/// Links a register of untraceable convicts with registers of schemes, by token, into counts.
///
/// Tokens and months of persons are in memory while registers are read and are let go of before anything
/// is told. There is no way from here to a list of persons.
public enum Linkage {
  /// What came of it.
  public struct Outcome: Sendable {
    /// What may be known.
    public let published: PublishedLinkage
    /// What became of the rows of the register of the untraceable, and of each scheme.
    public let rows: [(name: String, counts: RowCounts)]
    /// Schemes that may be parts of others.
    public let nested: [NestedScheme]
    /// Schemes of which no token is in the register of the untraceable though both are large, as when their tokens
    /// were made with other keys.
    public let foreign: [String]
    /// What the persons of the register of the untraceable are known by to those who have the key; nil without one.
    public let personsCode: String?
  }

  /// Counts.
  /// - Parameters:
  ///   - schemes: each by its name in the results.
  ///   - rule: how counts are protected.
  ///   - key: the key by which the persons of the register of the untraceable are known again.
  ///   - tasks: how many read at the same time; the result is the same.
  /// - Throws: ``LinkageError``; `CancellationError`.
  /// - Complexity: O(rows); about 100 bytes of memory for each untraceable person, none for payments.
  public static func count(
    untraceable: CSVFile, schemes: [(name: String, file: CSVFile)], areas: LinkageAreas,
    years: CountedYears, rule: DisclosureRule, key: SecretKey? = nil, tasks: Int
  ) async throws(LinkageError) -> Outcome {
    let register = try UntraceableRegister(untraceable, years: years)
    var rows = [(name: "spoorloos", counts: register.rows)]
    var links: [(name: String, links: SchemeLinks)] = []
    for (name, file) in schemes {
      let reader = try SchemeReader(file, name: name, register: register, years: years)
      let found = try await reader.read(tasks: tasks)
      rows.append((name, found.rows))
      links.append((name, found))
    }
    let counts = LinkCounts(register, links, areas: areas, years: years)
    return Outcome(
      published: try PublishedLinkage(counts, areas: areas, rule: rule), rows: rows,
      nested: nested(links),
      foreign: rows.dropFirst().filter { isForeign($0.counts, persons: register.count) }.map(
        \.name),
      personsCode: key.map(register.code))
  }

  /// Whether no token of a scheme was found where that cannot well be chance; of small registers nothing is told.
  private static func isForeign(_ rows: RowCounts, persons: Int) -> Bool {
    rows.found == 0 && rows.rows >= 1_000 && persons >= 100
  }
}
