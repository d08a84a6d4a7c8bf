internal import Bytes
internal import Provenance

/// Fetches one file: whole or not at all, and as the source says it is.
///
/// A connection that ends early is taken up where it ended, at most ``attempts`` times; what is there
/// then stays for the next run. A part is only completed with the same version of the file (RFC 9110,
/// `If-Range`).
public struct Downloader: Sendable {
  /// A file that was fetched.
  public struct Result: Hashable, Sendable {
    /// The size in bytes.
    public let size: Int
    /// The SHA-256 in small hexadecimal letters.
    public let sha256: String
    /// The version of the file by its host: an ETag or Last-Modified.
    public let validator: String?
    /// How many bytes an earlier run had left.
    public let resumedFrom: Int
  }

  /// How often a connection is made before giving up.
  public static let attempts = 3

  /// Makes a downloader.
  public init() {}

  /// Fetches a file to `path`; its folder must be there.
  /// - Parameter progress: told how many bytes are there, and how many there will be.
  /// - Throws: ``FetchError`` or `FileError`; an earlier file at `path` then is still there.
  public func fetch(
    _ request: DownloadRequest, to path: String, progress: (Int, Int?) -> Void
  ) async throws -> Result {
    var part = try PartialFile(of: path, address: request.address)
    let resumedFrom = part.size
    do {
      var attempt = 1
      while true {
        do {
          try await receive(
            request, into: &part, isResumed: attempt == 1, progress: progress)
          break
        } catch let error as FetchError where error.isPassing && attempt < Self.attempts {
          attempt += 1
          try await Task.sleep(for: .milliseconds(200 * attempt))
        }
      }
      guard part.size > 0 else { throw FetchError.empty(address: request.address) }
      let hash = try FileHash(path: part.location)
      if let expected = request.size, expected != hash.size {
        throw FetchError.wrongSize(address: request.address, got: hash.size, expected: expected)
      }
      if let expected = request.sha256, expected.lowercased() != hash.sha256 {
        throw FetchError.wrongChecksum(
          address: request.address, got: hash.sha256, expected: expected)
      }
      let validator = part.validator
      try part.finish()
      return Result(
        size: hash.size, sha256: hash.sha256, validator: validator,
        resumedFrom: resumedFrom)
    } catch {
      if let error = error as? FetchError, !error.isPassing || part.validator == nil {
        part.discard()
      } else if part.size == 0 {
        part.discard()
      }
      throw error
    }
  }

  /// Takes one answer in.
  private func receive(
    _ request: DownloadRequest, into part: inout PartialFile, isResumed: Bool,
    progress: (Int, Int?) -> Void
  ) async throws {
    let address = request.address
    var fields: [String: String] = [:]
    if part.size > 0 {
      if let validator = part.validator {
        fields = ["Range": "bytes=\(part.size)-", "If-Range": validator]
      } else {
        try part.restart(address: address, validator: nil)
      }
    }
    let exchange = try Exchange(address, fields: fields)
    var total: Int?
    var hasHead = false
    do {
      for try await event in exchange.events {
        switch event {
        case .head(let head):
          hasHead = true
          total = try accept(head, request, &part, isResumed: isResumed)
        case .bytes(let bytes):
          guard hasHead else { continue }
          if part.size == 0 { try Self.checkBeginning(bytes, request) }
          guard part.size + bytes.count <= request.maximumSize else {
            throw FetchError.tooLarge(address: address, limit: request.maximumSize)
          }
          try part.append(bytes)
          progress(part.size, total)
        }
      }
    } catch FetchError.unreachable(_, let code) {
      guard hasHead else { throw FetchError.unreachable(address: address, code: code) }
      throw FetchError.cutOff(address: address, got: part.size, total: total)
    }
    guard hasHead else { throw FetchError.unreachable(address: address, code: 0) }
    if let total, part.size < total {
      throw FetchError.cutOff(address: address, got: part.size, total: total)
    }
    if let total, part.size > total { throw FetchError.changed(address: address) }
  }

  /// Looks at what the host says before its data; gives the size of the whole.
  private func accept(
    _ head: Exchange.Head, _ request: DownloadRequest, _ part: inout PartialFile, isResumed: Bool
  ) throws -> Int? {
    let address = request.address
    var total: Int?
    switch head.status {
    case 200:
      let isOther = part.validator != nil && part.validator != head.validator
      if part.size > 0, isOther, !isResumed { throw FetchError.changed(address: address) }
      try part.restart(address: address, validator: head.validator)
      total = head.length
    case 206:
      guard let range = head.part, range.first == part.size,
        head.validator == nil || head.validator == part.validator
      else { throw FetchError.changed(address: address) }
      total = range.total
    case 416:
      // What was kept is not a part of what is there now.
      try part.restart(address: address, validator: nil)
      throw FetchError.cutOff(address: address, got: 0, total: nil)
    default: throw FetchError.status(address: address, code: head.status)
    }
    if head.isHTML { throw FetchError.html(address: address) }
    guard let total else { return nil }
    if total > request.maximumSize {
      throw FetchError.tooLarge(address: address, limit: request.maximumSize)
    }
    if total == 0 { throw FetchError.empty(address: address) }
    if let expected = request.size, total != expected {
      throw FetchError.wrongSize(address: address, got: total, expected: expected)
    }
    return total
  }

  private static func checkBeginning(_ bytes: [UInt8], _ request: DownloadRequest)
    throws(FetchError)
  {
    let start = bytes.prefix(512)
    let text = String(decoding: start, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
      throw .html(address: request.address)
    }
    let fits =
      switch request.content {
      case .zip: start.starts(with: [0x50, 0x4B])
      case .gpkg: start.starts(with: Array("SQLite format 3".utf8).prefix(start.count))
      case .csv: !text.hasPrefix("<") && !start.contains(0)
      case .odata, .ogc: text.hasPrefix("{") || text.hasPrefix("[")
      }
    guard fits else {
      throw .wrongContent(address: request.address, expected: request.content)
    }
  }
}

extension FetchError {
  /// Whether trying again may help.
  var isPassing: Bool {
    switch self {
    case .unreachable, .cutOff: true
    case .status(_, let code): code == 429 || code >= 500
    default: false
    }
  }
}
