internal import Bytes
internal import CSV
internal import Foundation

/// Follows the pages of a service and writes all of them into one file.
public struct Pages: Sendable {
  /// The most that one page may hold, in bytes.
  static let pageLimit = 256 << 20
  private let maximumSize: Int

  /// Makes a reader that takes at most `maximumSize` bytes in all.
  public init(maximumSize: Int) { self.maximumSize = maximumSize }

  /// Reads an OData v3 table (`value`, `odata.nextLink`) from one address or several into a CSV file
  /// with `;`, first the dimensions and then the topics by their number.
  /// - Throws: ``FetchError`` or `FileError`; an earlier file at `path` then is still there.
  public func table(
    _ addresses: [String], rules: PageRules, to path: String, progress: (Int) -> Void
  ) async throws -> PageReport {
    var report = PageReport()
    var output = try OutputFile(path: path)
    var header: [String]?
    for start in addresses {
      var rowsHere = 0
      try await follow(start, next: { ($0["odata.nextLink"] ?? $0["@odata.nextLink"]) as? String })
      {
        page, address in
        guard let rows = page["value"] as? [[String: Any]] else {
          throw FetchError.notPages(address: address)
        }
        report.pages += 1
        rowsHere += rows.count
        var bytes: [UInt8] = []
        for row in rows {
          if header == nil {
            let names = try Self.header(row, rules: rules, address: address)
            header = names.map(\.column)
            bytes.append(record: names.map(\.name), dialect: .semicolon)
          }
          var texts: [String: String] = [:]
          for (name, value) in row { texts[name] = Self.text(value, &report) }
          if let ground = rules.ground({ texts[$0] }) {
            report.leftOut[ground, default: 0] += 1
            continue
          }
          let fields = try (header ?? []).map { column throws(FetchError) -> String in
            guard let text = texts[column] else {
              throw .otherColumns(address: address, column: column)
            }
            return text
          }
          bytes.append(record: fields, dialect: .semicolon)
          report.rows += 1
        }
        try output.write(bytes)
        progress(report.rows)
      }
      guard rowsHere > 0 else { throw FetchError.noRows(address: start) }
    }
    guard report.rows > 0 else { throw FetchError.noRows(address: addresses.first ?? "") }
    try output.commit()
    return report
  }

  /// Reads the features of an OGC API (`features`, a link `next`) into one GeoJSON file.
  /// - Throws: ``FetchError`` or `FileError`; an earlier file at `path` then is still there.
  public func features(
    _ start: String, to path: String, progress: (Int) -> Void
  ) async throws -> PageReport {
    var report = PageReport()
    var output = try OutputFile(path: path)
    var expected: Int?
    try output.write(Array(#"{"type":"FeatureCollection","features":["#.utf8))
    try await follow(
      start,
      next: { page in
        (page["links"] as? [[String: Any]])?.first { $0["rel"] as? String == "next" }?["href"]
          as? String
      }
    ) { page, address in
      guard let features = page["features"] as? [[String: Any]] else {
        throw FetchError.notPages(address: address)
      }
      if report.pages == 0 { expected = page["numberMatched"] as? Int }
      report.pages += 1
      for feature in features {
        let data = try JSONSerialization.data(
          withJSONObject: feature, options: [.sortedKeys, .withoutEscapingSlashes])
        try output.write((report.rows == 0 ? [0x0A] : [0x2C, 0x0A]) + Array(data))
        report.rows += 1
      }
      progress(report.rows)
    }
    guard report.rows > 0 else { throw FetchError.noRows(address: start) }
    if let expected, expected != report.rows {
      throw FetchError.pagesIncomplete(address: start, got: report.rows, expected: expected)
    }
    try output.write(Array("\n]}\n".utf8))
    try output.commit()
    return report
  }

  private func follow(
    _ start: String, next: ([String: Any]) -> String?,
    each: ([String: Any], String) throws -> Void
  ) async throws {
    var seen: Set<String> = []
    var address = start
    var size = 0
    while true {
      guard seen.insert(address).inserted else { throw FetchError.pageLoop(address: start) }
      let bytes = try await page(address)
      size += bytes.count
      guard size <= maximumSize else {
        throw FetchError.tooLarge(address: start, limit: maximumSize)
      }
      guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      else { throw FetchError.notPages(address: address) }
      try each(object, address)
      guard let link = next(object), !link.isEmpty else { return }
      guard let here = URL(string: address),
        let target = URL(string: link, relativeTo: here)?.absoluteURL
      else { throw FetchError.badAddress(link) }
      guard Exchange.mayFollow(from: here, to: target) else {
        throw FetchError.otherHost(address: address, target: target.host ?? "?")
      }
      address = target.absoluteString
    }
  }

  /// One page, tried again when the connection fails.
  private func page(_ address: String) async throws -> [UInt8] {
    var attempt = 1
    while true {
      do { return try await pageOnce(address) } catch let error as FetchError
        where error.isPassing && attempt < Downloader.attempts
      {
        attempt += 1
        try await Task.sleep(for: .milliseconds(200 * attempt))
      }
    }
  }

  private func pageOnce(_ address: String) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var expected: Int?
    var hasHead = false
    do {
      for try await event in try Exchange(address, fields: ["Accept": "application/json"]).events {
        switch event {
        case .head(let head):
          hasHead = true
          guard head.status == 200 else {
            throw FetchError.status(address: address, code: head.status)
          }
          if head.isHTML { throw FetchError.html(address: address) }
          expected = head.length
        case .bytes(let more):
          guard bytes.count + more.count <= Self.pageLimit else {
            throw FetchError.tooLarge(address: address, limit: Self.pageLimit)
          }
          bytes += more
        }
      }
    } catch FetchError.unreachable(_, let code) {
      guard hasHead else { throw FetchError.unreachable(address: address, code: code) }
      throw FetchError.cutOff(address: address, got: bytes.count, total: expected)
    }
    if let expected, bytes.count < expected {
      throw FetchError.cutOff(address: address, got: bytes.count, total: expected)
    }
    guard !bytes.isEmpty else { throw FetchError.empty(address: address) }
    return bytes
  }

  /// The columns to write, and their names: those that the rules name, else all but the row number.
  private static func header(
    _ row: [String: Any], rules: PageRules, address: String
  ) throws(FetchError) -> [(name: String, column: String)] {
    if !rules.columns.isEmpty {
      for (_, column) in rules.columns where row[column] == nil {
        throw .otherColumns(address: address, column: column)
      }
      return rules.columns
    }
    func number(_ name: String) -> Int {
      name.split(separator: "_").last.flatMap { Int($0) } ?? -1
    }
    return row.keys.filter { $0 != "ID" }
      .sorted { (number($0), $0) < (number($1), $1) }.map { ($0, $0) }
  }

  private static func text(_ value: Any, _ report: inout PageReport) -> String {
    switch value {
    case is NSNull:
      report.withheld += 1
      return ""
    case let text as String:
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if trimmed.count < text.count { report.padded += 1 }
      return trimmed
    case let number as NSNumber: return number.stringValue
    default: return ""
    }
  }
}
