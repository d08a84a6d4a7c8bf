internal import Archives
internal import Bytes
internal import CSV

/// A file of addresses of which a register can be made.
///
/// CBS tables of postcode and house number (`pc6hnr`), BAG addresses as CSV, the BAG GeoPackage, and
/// BAG extracts in XML. CSV may be plain, gzip, or a file in a zip. The content tells the format; the
/// name does not matter.
public struct RegisterSource: Sendable {
  /// What a source is.
  public enum Format: String, Sendable, CaseIterable {
    /// Postcode, house number and buurt, as CBS publishes them yearly.
    case pc6hnr
    /// Addresses with a street, a position or both.
    case bagCSV
    /// Objects with their address in a GeoPackage.
    case bagGeoPackage
    /// The standard extract of the BAG (version 2) in XML: a folder or a zip, also of zips.
    case lvbag
  }

  /// The path as it was given.
  public let path: String
  /// What the file is.
  public let format: Format
  /// The year in the header, such as `Buurt2024`, or in the name of the file; the date of an extract.
  public let year: Int?
  let content: Content

  /// What was found on opening.
  enum Content: Sendable {
    /// `member` is the name in a zip.
    case table(member: String?)
    case geoPackage
    case extract
  }

  /// The files of the source, in order: its path, or the parts of an extract in a folder.
  public let files: [String]

  private init(path: String, format: Format, year: Int?, content: Content, files: [String]? = nil) {
    self.path = path
    self.format = format
    self.year = year
    self.content = content
    self.files = files ?? [path]
  }

  /// Looks at the beginning of a file, or at the names and beginnings of the files in a zip or folder.
  /// - Throws: ``RegisterSourceError``.
  public static func open(_ path: String) throws(RegisterSourceError) -> RegisterSource {
    let head: [UInt8]
    do {
      let file = try InputFile(path: path)
      head = try file.bytes(from: 0, count: 1 << 14)
    } catch .isDirectory {
      return try openFolder(path)
    } catch {
      throw .file(error)
    }
    guard !head.isEmpty else { throw .empty(path: path) }
    if ArchiveReader.packing(head) == .zip { return try openZip(path) }
    if head.starts(with: "SQLite format 3\0".utf8) {
      _ = try GeoPackageAddresses(path: path)
      return RegisterSource(
        path: path, format: .bagGeoPackage, year: year(inNameOf: path), content: .geoPackage)
    }
    if ExtractFiles.isExtract(head) { return extract(path, head: head) }
    return try openTable(path, member: nil, ByteStream(path: path))
  }

  /// Hands over the addresses in batches of a few thousand, in the order of the file; the memory does
  /// not grow with the file.
  ///
  /// An error ends the reading; the addresses handed over before it are no whole source.
  /// - Throws: ``RegisterSourceError`` and what `body` throws.
  public func read(_ body: ([RegisterEntry]) throws -> Void) throws -> RegisterSourceCounts {
    switch content {
    case .table(let member): return try readTable(member: member, body)
    case .geoPackage: return try GeoPackageAddresses(path: path).read(body)
    case .extract:
      var reader = ExtractReader(path: path)
      return try reader.read(body)
    }
  }

  /// The year in the last part of a path.
  private static func year(inNameOf path: String) -> Int? {
    path.split(separator: "/").last.flatMap { AddressColumns.year(inName: String($0)) }
  }

  // MARK: Extracts

  private static func extract(_ path: String, head: [UInt8]) -> RegisterSource {
    RegisterSource(
      path: path, format: .lvbag, year: ExtractFiles.year(head) ?? year(inNameOf: path),
      content: .extract)
  }

  /// Looks whether a folder or zip holds a file of an extract; gives nil when it holds none.
  private static func findExtract(_ path: String) throws(RegisterSourceError) -> RegisterSource? {
    var found: RegisterSource?
    do {
      try ExtractFiles(path: path).forEach(where: { _ in true }) { _, stream in
        let head = try stream.next()
        guard ExtractFiles.isExtract(head) else { return true }
        found = extract(path, head: head)
        return false
      }
    } catch let error as RegisterSourceError {
      throw error
    } catch {
      throw .unrecognised(path: path)
    }
    return found
  }

  private static func openFolder(_ path: String) throws(RegisterSourceError) -> RegisterSource {
    guard let source = try findExtract(path) else { throw .unrecognised(path: path) }
    return RegisterSource(
      path: path, format: source.format, year: source.year, content: source.content,
      files: try ExtractFiles.parts(ofFolder: path).map { "\(path)/\($0)" })
  }

  // MARK: CSV

  private static func openTable(
    _ path: String, member: String?, _ bytes: ByteStream
  ) throws(RegisterSourceError) -> RegisterSource {
    let (_, columns) = try table(bytes)
    return RegisterSource(
      path: path, format: columns.isPostcodeTable ? .pc6hnr : .bagCSV,
      year: columns.year ?? year(inNameOf: member ?? path) ?? year(inNameOf: path),
      content: .table(member: member))
  }

  /// The records of a CSV text and the meaning of its columns.
  private static func table(
    _ bytes: ByteStream
  ) throws(RegisterSourceError) -> (RecordStream, AddressColumns) {
    let stream = try RecordStream(bytes) { found throws(RegisterSourceError) in
      let known = found.map { AddressColumns.known($0.header) }
      // Of equals the first: a line without delimiter is the same in all.
      let best = known.indices.max { (known[$0], $1) < (known[$1], $0) } ?? 0
      guard known[best] > 1 || found[best].header.count > 1 else {
        if AddressColumns.namesAddresses(found[best].header.joined()) {
          throw .delimiterUnknown(path: bytes.name)
        }
        throw .unrecognised(path: bytes.name)
      }
      return best
    }
    let columns = try AddressColumns(header: stream.header, path: bytes.name)
    try columns.check(path: bytes.name)
    return (stream, columns)
  }

  private func readTable(
    member: String?, _ body: ([RegisterEntry]) throws -> Void
  ) throws -> RegisterSourceCounts {
    var (stream, columns) = try Self.table(ByteStream(path: path, member: member))
    var rows = AddressRows(
      columns: columns, width: stream.header.count, dialect: stream.dialect)
    var batch = try EntryBatch(system: rows.system)
    while let (records, first) = try stream.next() {
      for row in first..<records.count {
        let entry: RegisterEntry
        do throws(AddressRows.Refusal) {
          entry = try rows.entry(records, row)
        } catch {
          batch.counts.skip(error.reason)
          continue
        }
        try batch.add(entry, body)
      }
    }
    try batch.flush(body)
    return batch.counts
  }

  // MARK: Zip

  /// Takes the file of a zip that holds addresses; of several the first that is a CBS table, else the
  /// first.
  private static func openZip(_ path: String) throws(RegisterSourceError) -> RegisterSource {
    if let source = try findExtract(path) { return source }
    var best: RegisterSource?
    var failure: RegisterSourceError?
    do throws(Archives.Failure) {
      let archive = try ArchiveReader(path: path, packing: .zip)
      while let entry = try archive.nextEntry() {
        let stream = ByteStream(entry: entry, of: archive, path: path)
        do throws(RegisterSourceError) {
          let source = try openTable(path, member: entry, stream)
          if source.format == .pc6hnr { return source }
          if best == nil { best = source }
        } catch {
          switch error {
          case .file: throw Archives.Failure.damaged
          case .severalColumns, .missingColumn, .delimiterUnknown: failure = failure ?? error
          default: continue
          }
        }
      }
    } catch {
      throw .file(.damagedArchive(path: path))
    }
    if let best { return best }
    throw failure ?? .unrecognised(path: path)
  }
}
