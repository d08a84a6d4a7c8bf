#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Bytes
internal import Fetching
internal import GeoJSON
internal import Provenance
internal import Study
internal import Tables

/// Fetches one official file into a folder of the cache, and notes beside it where it came from.
struct FetchRun {
  let source: OfficialSource
  /// The four digits of gemeenten, for a table that is asked per gemeente.
  let gemeenten: [String]
  /// The folder in which files are kept.
  let folder: String
  let isAgain: Bool

  private static let noteName = "herkomst.json"
  private var maximumSize: Int { source.maximumMegabytes << 20 }

  /// Does it, and gives the path of the file.
  func run() async throws -> String {
    let place = "\(folder)/\(source.id)/\(source.year)"
    try Self.makeFolder(place)
    tellFacts()
    if !isAgain, let path = kept(in: place) {
      Terminal.error("It is there already, and as it was fetched; --again fetches it anew.")
      return path
    }
    let earlier = note(in: place)
    let path: String
    switch source.form {
    case .zip, .gpkg, .xlsx, .csv: path = try await file(in: place)
    case .odata: path = try await table(in: place)
    case .ogc: path = try await features(in: place)
    }
    let hash = try FileHash(path: path)
    if let earlier, earlier.address == address, earlier.sha256 != hash.sha256 {
      Terminal.error("It is another file than the one that was fetched before.")
    }
    try write(hash, of: path, in: place)
    Terminal.error("\(hash.size) bytes, SHA-256 \(hash.sha256)")
    return path
  }

  /// The addresses that are asked, as one text.
  private var address: String { addresses.joined(separator: " ") }

  private var addresses: [String] {
    let plain = source.address.replacing(" ", with: "%20")
    guard plain.contains("{gemeente}") else { return [plain] }
    return gemeenten.map { plain.replacing("{gemeente}", with: $0) }
  }

  private func tellFacts() {
    Terminal.error("\(source.name) \(source.year): \(source.holder), \(source.licence)")
    if let edition = source.edition { Terminal.error("  edition: \(edition)") }
    for defect in source.defects { Terminal.error("  mind: \(defect)") }
    if !source.unverified.isEmpty {
      Terminal.error("  ongeverifieerd: \(source.unverified.joined(separator: ", "))")
    }
  }

  private func file(in place: String) async throws -> String {
    let content: DownloadRequest.Content =
      switch source.form {
      case .gpkg: .gpkg
      case .csv: .csv
      default: .zip
      }
    let path = "\(place)/\(source.fileName)"
    let request = DownloadRequest(
      address: addresses[0], content: content, size: source.size, sha256: source.sha256,
      maximumSize: maximumSize)
    defer { Progress.clear() }
    let result = try await Downloader().fetch(request, to: path) { done, total in
      Progress.show(
        total.map { "\(done >> 20) of \($0 >> 20) MB (\(100 * done / max($0, 1)) %)" }
          ?? "\(done >> 20) MB")
    }
    Progress.clear()
    if result.resumedFrom > 0 {
      Terminal.error("An earlier run had left \(result.resumedFrom) bytes.")
    }
    guard source.form == .zip else { return path }
    let unpacked: String
    do {
      unpacked = try Unpacking.unpack(
        path, suffix: source.entry ?? "", limit: maximumSize)
    } catch {
      unsafe unlink(path)
      throw error
    }
    if unpacked != path { unsafe unlink(path) }
    return unpacked
  }

  private func table(in place: String) async throws -> String {
    var rules = PageRules()
    rules.totals = source.totals
    rules.periodColumn = source.periodColumn
    rules.periods = source.periods.flatMap { PageRules.Periods(rawValue: $0.rawValue) }
    rules.year = source.periodColumn == nil ? nil : source.year
    rules.areaColumn = source.areaColumn
    rules.gemeenten = Set(gemeenten)
    rules.columns = source.columns.map { ($0.name, $0.column) }
    let path = "\(place)/\(source.fileName)"
    defer { Progress.clear() }
    let report = try await Pages(maximumSize: maximumSize).table(addresses, rules: rules, to: path)
    {
      Progress.show("\($0) rows")
    }
    Progress.clear()
    Terminal.error("\(counted(report.rows, "row")) from \(counted(report.pages, "page"))")
    for line in report.lines { Terminal.error("  \(line)") }
    return path
  }

  private func features(in place: String) async throws -> String {
    let path = "\(place)/\(source.fileName)"
    defer { Progress.clear() }
    let report = try await Pages(maximumSize: maximumSize).features(addresses[0], to: path) {
      Progress.show("\($0) features")
    }
    Progress.clear()
    Terminal.error("\(counted(report.rows, "feature")) from \(counted(report.pages, "page"))")
    return path
  }

  // MARK: What is kept

  private typealias Note = (address: String, file: String, sha256: String)

  /// What was noted when a file was fetched.
  private func note(in place: String) -> Note? {
    guard let bytes = try? InputFile.contents(of: "\(place)/\(Self.noteName)") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    func value(_ key: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix("\"\(key)\":\"") }
        .map { String($0.dropFirst(key.utf8.count + 4).prefix { $0 != "\"" }) }
    }
    guard let address = value("address"), let file = value("file"), let sha256 = value("sha256")
    else { return nil }
    return (address, file, sha256)
  }

  /// The path of the file that is there, when it came from the same address and is unchanged.
  private func kept(in place: String) -> String? {
    guard let note = note(in: place), note.address == address, !note.file.contains("/") else {
      return nil
    }
    let path = "\(place)/\(note.file)"
    guard let hash = try? FileHash(path: path), hash.sha256 == note.sha256 else { return nil }
    return path
  }

  private func write(_ hash: FileHash, of path: String, in place: String) throws {
    var lines: [String] = []
    func add(_ key: String, _ value: JSONScalar) {
      var text = JSONText()
      text.appendJSON(value)
      lines.append("\"\(key)\":\(String(decoding: text.bytes, as: UTF8.self))")
    }
    add("id", .text(source.id))
    add("year", .integer(Int64(source.year)))
    add("name", .text(source.name))
    add("holder", .text(source.holder))
    add("licence", .text(source.licence))
    add("edition", source.edition.map { .text($0) } ?? .null)
    add("address", .text(address))
    add("file", .text(path.split(separator: "/").last.map(String.init) ?? path))
    add("size", .integer(Int64(hash.size)))
    add("sha256", .text(hash.sha256))
    var file = try OutputFile(path: "\(place)/\(Self.noteName)")
    try file.write(Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8))
    try file.commit()
  }

  private static func makeFolder(_ path: String) throws {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      guard unsafe mkdir(made, 0o777) == 0 || errno == EEXIST else {
        throw FileError.cannotWrite(path: path, code: errno)
      }
    }
  }
}

extension PageReport {
  /// What was done with the rows, in words.
  fileprivate var lines: [String] {
    var lines = Ground.allCases.compactMap { ground in
      leftOut[ground].map { "\($0) left out: \(ground.words)" }
    }
    if padded > 0 { lines.append("\(counted(padded, "cell")) had blanks around them") }
    if withheld > 0 {
      lines.append("\(counted(withheld, "cell is", "cells are")) withheld: empty, not zero")
    }
    return lines
  }
}

extension PageReport.Ground {
  fileprivate var words: String {
    switch self {
    case .totalOfTypes: "the total of all types"
    case .totalOfYear: "the total of a year, among months"
    case .otherPeriod: "another period than was asked for"
    case .otherArea: "another area than was asked for; the host did not apply the filter"
    }
  }
}
