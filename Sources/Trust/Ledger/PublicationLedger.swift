internal import Bytes
internal import Crypto
internal import Foundation

/// All that was said in publications, in order: a file that a study adds to and the next one minds.
///
/// The file has a line of JSON for each publication and one at its end. Each holds the hash of the line
/// before, so that a line that is changed, removed or put elsewhere is found. There is no signature: who
/// rewrites every hash is not found here, but by the results of the publications, whose provenance names
/// the ``head`` that they built upon. The lines may hold plain hashes of files with records, so the file is
/// not for publication; the head is.
public struct PublicationLedger: Hashable, Sendable {
  /// Why a file is no ledger.
  public struct Damage: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
      /// The line is no entry of a ledger.
      case unreadable
      /// The line does not belong behind the one before: one of them was changed, removed or moved.
      case chain
      /// There is no line at the end that closes it.
      case open
    }

    /// The file.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let fault: Fault

    /// Makes the error.
    public init(path: String, line: Int, fault: Fault) {
      self.path = path
      self.line = line
      self.fault = fault
    }
  }

  /// The line at the end.
  private struct Seal: Codable {
    let wijkzicht_ledger: Int
    let entries: Int
    let head: String
  }

  /// The version of the file.
  static let version = 1

  /// What was said, in order.
  public let entries: [LedgerEntry]
  private let lines: [[UInt8]]

  /// A ledger without entries.
  public init() {
    entries = []
    lines = []
  }

  /// Reads a ledger; one that is not there yet has no entries.
  /// - Throws: ``Damage`` or `FileError`.
  public init(path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.contents(of: path)
    } catch FileError.missing {
      self.init()
      return
    }
    try self.init(bytes, path: path)
  }

  /// Reads the bytes of a ledger.
  /// - Parameter path: where they were, for messages.
  /// - Throws: ``Damage``.
  public init(_ bytes: [UInt8], path: String) throws(Damage) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    // Nothing stands behind the last line feed.
    guard lines.count > 1, lines.removeLast().isEmpty,
      let seal = try? JSONDecoder().decode(Seal.self, from: Data(lines.removeLast())),
      seal.wijkzicht_ledger == Self.version
    else { throw Damage(path: path, line: max(lines.count, 1), fault: .open) }
    var entries: [LedgerEntry] = []
    var previous = Self.start
    for (number, line) in lines.enumerated() {
      guard let entry = try? JSONDecoder().decode(LedgerEntry.self, from: Data(line)),
        entry.records.allSatisfy(\.isWhole), entry.deliveries?.allSatisfy(\.isWhole) ?? true,
        entry.isReadable
      else { throw Damage(path: path, line: number + 1, fault: .unreadable) }
      guard entry.entry == number + 1, entry.previous == previous else {
        throw Damage(path: path, line: number + 1, fault: .chain)
      }
      entries.append(entry)
      previous = Self.hash(line)
    }
    guard seal.entries == entries.count, seal.head == previous else {
      throw Damage(path: path, line: lines.count + 1, fault: .chain)
    }
    self.entries = entries
    self.lines = lines
  }

  /// Stands for all entries, in their order, and can be published: it is made of them without the plain
  /// hashes of files, so nobody can try these out by it. Each step hashes the one before and an entry.
  /// - Complexity: O(bytes of the ledger).
  public var head: String {
    get throws {
      try entries.reduce(Self.start) { head, entry in
        Self.hash(Array(head.utf8) + (try Self.encoded(entry.published)))
      }
    }
  }

  /// The hash of the last line, which stands for all of them.
  private var chain: String { lines.last.map(Self.hash) ?? Self.start }

  /// The ledger as it was when it had this many entries.
  public func prefix(_ count: Int) -> PublicationLedger {
    PublicationLedger(
      entries: Array(entries.prefix(count)), lines: Array(lines.prefix(count)))
  }

  /// The ledger with a publication more.
  /// - Parameters:
  ///   - outputs: the hash of what was released.
  ///   - records: what was said of counts of records.
  ///   - deliveries: what was said of delivered counts.
  ///   - heatmaps: those of records that are protected.
  ///   - linkage: what a linkage said, which has no records.
  public func adding(
    study: String, peildatum: String, audience: String, edition: Int, outputs: String,
    records: [LedgerEntry.Source], deliveries: [LedgerEntry.Delivery] = [],
    heatmaps: [LedgerEntry.Heatmap] = [], linkage: LedgerEntry.Linkage? = nil
  ) throws -> PublicationLedger {
    let entry = LedgerEntry(
      entry: entries.count + 1, previous: chain, study: study, peildatum: peildatum,
      audience: audience, edition: edition, outputs: outputs, records: records, linkage: linkage,
      deliveries: deliveries.isEmpty ? nil : deliveries,
      heatmaps: heatmaps.isEmpty ? nil : heatmaps)
    return PublicationLedger(
      entries: entries + [entry], lines: lines + [try Self.encoded(entry)])
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    get throws {
      let seal = Seal(wijkzicht_ledger: Self.version, entries: entries.count, head: chain)
      return (lines + [try Self.encoded(seal)]).flatMap { $0 + [0x0A] }
    }
  }

  private init(entries: [LedgerEntry], lines: [[UInt8]]) {
    self.entries = entries
    self.lines = lines
  }

  /// What stands for the entry before the first.
  private static let start = hash(Array("wijkzicht ledger \(version)".utf8))

  private static func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

extension LedgerEntry {
  /// The entry without what depends on plain hashes of files: also without the hash of the line before.
  fileprivate var published: LedgerEntry {
    LedgerEntry(
      entry: entry, previous: "", study: study, peildatum: peildatum, audience: audience,
      edition: edition, outputs: outputs, records: records.map(\.withoutHash), linkage: linkage,
      deliveries: deliveries?.map(\.withoutHash), heatmaps: heatmaps?.map(\.withoutHash))
  }

  /// Whether what is said of every count can be told from it again.
  fileprivate var isReadable: Bool {
    if let linkage, !linkage.isReadable || !records.isEmpty { return false }
    return (heatmaps ?? []).allSatisfy {
      $0.conditions.allSatisfy { $0.condition { name, _ in name } != nil }
    }
      && records.allSatisfy { source in
        source.statements.allSatisfy { statement in
          statement.conditions.allSatisfy { $0.condition { name, _ in name } != nil }
            && (statement.what != .placed || statement.said.count == 1)
            && (statement.what == .sum || statement.what == .distinct) == (statement.column != nil)
        }
      }
  }
}
