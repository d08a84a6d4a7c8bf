public import Areas
internal import Crypto
internal import Foundation
public import Tabulation

/// Published tables in a file, with what is told of them: what one run saves and another reads back.
///
/// The file has a line of JSON with the rule and the audience, one that tells what the tables are, a line for
/// each table, each table of counts, each heatmap and each source of records with how they were placed, and a line
/// that closes it, with the hash of all before it. So a file that was cut off or changed is
/// found; who changes it and makes the hash anew is not, but by the checksums and provenance of the results
/// that it lies among. Tables are in it as they were published: reading them back asks of every figure from
/// records that the rule can have let it through; ``tables`` is the one way from a file to a ``PublishedTable``,
/// ``counts`` that to ``PublishedCounts``, ``grids`` to ``PublishedGrid`` and ``placings`` to ``PublishedPlacing``.
public struct SavedPublication: Sendable {
  /// Why a file is not what a run saved.
  public struct Damage: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
      /// The line at the end is missing or is none.
      case open
      /// The file is of another version.
      case version(Int)
      /// The content is not that of the hash at the end.
      case changed
      /// A line, counted from 1, is not what stands there, or has figures that its rule hides.
      case unreadable(line: Int)
    }

    /// The file.
    public let path: String
    /// What is wrong.
    public let fault: Fault

    /// Makes the error.
    public init(path: String, fault: Fault) {
      self.path = path
      self.fault = fault
    }
  }

  private struct Head: Codable {
    let audience: String
    let rule: DisclosureRule?
  }

  /// The line at the end.
  private struct Seal: Codable {
    let wijkzicht_published: Int
    let lines: Int
    let sha256: String
  }

  private struct Version: Codable {
    let wijkzicht_published: Int
  }

  /// The version of the file.
  static let version = 4

  /// For whom the tables are.
  public let audience: Audience
  /// The rule by which counts in them were protected; nil for `intern`.
  public let rule: DisclosureRule?
  /// What is told of the tables, as it was given.
  public let about: [UInt8]
  let saved: [SavedTable]
  let savedCounts: [SavedCounts]
  let savedGrids: [SavedGrid]
  let savedPlacings: [SavedPlacing]

  /// Reads a file and makes sure that it is whole.
  /// - Parameter path: where it was, for messages.
  /// - Throws: ``Damage``.
  public init(_ bytes: [UInt8], path: String) throws(Damage) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard lines.count > 1, lines.removeLast().isEmpty, let last = lines.popLast(),
      let version = Self.decoded(Version.self, last)
    else { throw Damage(path: path, fault: .open) }
    guard version.wijkzicht_published == Self.version else {
      throw Damage(path: path, fault: .version(version.wijkzicht_published))
    }
    guard let seal = Self.decoded(Seal.self, last) else { throw Damage(path: path, fault: .open) }
    guard seal.lines == lines.count, seal.sha256 == Self.hash(lines) else {
      throw Damage(path: path, fault: .changed)
    }
    guard lines.count > 1, let head = Self.decoded(Head.self, lines[0]),
      let audience = Audience(rawValue: head.audience),
      (head.rule == nil) == (audience == .intern), head.rule?.isOne ?? true
    else { throw Damage(path: path, fault: .unreadable(line: 1)) }
    var saved: [SavedTable] = []
    var savedCounts: [SavedCounts] = []
    var savedGrids: [SavedGrid] = []
    var savedPlacings: [SavedPlacing] = []
    for (number, line) in lines.enumerated().dropFirst(2) {
      if let table = Self.decoded(SavedTable.self, line), table.isSound(under: head.rule) {
        saved.append(table)
      } else if let counts = Self.decoded(SavedCounts.self, line),
        counts.isSound(under: head.rule)
      {
        savedCounts.append(counts)
      } else if let grid = Self.decoded(SavedGrid.self, line), grid.isSound {
        savedGrids.append(grid)
      } else if let placing = Self.decoded(SavedPlacing.self, line),
        placing.isSound(under: head.rule)
      {
        savedPlacings.append(placing)
      } else {
        throw Damage(path: path, fault: .unreadable(line: number + 1))
      }
    }
    self.audience = audience
    rule = head.rule
    about = lines[1]
    self.saved = saved
    self.savedCounts = savedCounts
    self.savedGrids = savedGrids
    self.savedPlacings = savedPlacings
  }

  /// The bytes of a file with tables of one audience.
  /// - Parameters:
  ///   - tables: each with the columns that are published of it; the others are left out.
  ///   - counts: tables of counts, each with how dates are cut into its periods.
  ///   - grids: heatmaps, each with its id and the gemeenten of its parts.
  ///   - placings: how records were placed.
  ///   - rule: by which they were protected.
  ///   - about: what is told of them: JSON without a line feed.
  ///   - ownLevels: the levels of the city's own, in order.
  /// - Precondition: one audience, and no line feed in `about`.
  public static func bytes(
    of tables: [(table: PublishedTable, columns: Set<String>)],
    counts: [(counts: PublishedCounts, cut: PeriodCut?)] = [],
    grids: [(id: String, grid: PublishedGrid, gemeenten: [String])] = [],
    placings: [PublishedPlacing] = [], rule: DisclosureRule?,
    about: [UInt8], ownLevels: [AreaLevel]
  ) throws -> [UInt8] {
    let audience = tables.first?.table.audience ?? .intern
    precondition(tables.allSatisfy { $0.table.audience == audience }, "tables of one audience")
    precondition(!about.contains(0x0A), "one line")
    var lines = [try encoded(Head(audience: audience.rawValue, rule: rule)), about]
    for (table, columns) in tables {
      lines.append(try encoded(SavedTable(table, columns: columns, ownLevels: ownLevels)))
    }
    for (table, cut) in counts { lines.append(try encoded(SavedCounts(table, cut: cut))) }
    for (id, grid, gemeenten) in grids {
      lines.append(try encoded(SavedGrid(grid, id: id, gemeenten: gemeenten)))
    }
    for placing in placings { lines.append(try encoded(SavedPlacing(placing))) }
    let seal = Seal(wijkzicht_published: version, lines: lines.count, sha256: hash(lines))
    return (lines + [try encoded(seal)]).flatMap { $0 + [0x0A] }
  }

  private static func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(line))
  }

  private static func hash(_ lines: [[UInt8]]) -> String {
    var hasher = SHA256()
    for line in lines { hasher.update(data: line + [0x0A]) }
    return hasher.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

extension DisclosureRule {
  /// Whether it is a rule at all.
  fileprivate var isOne: Bool {
    (5...1_000_000).contains(minimumCount) && (1...1_000_000).contains(roundingBase)
  }
}
