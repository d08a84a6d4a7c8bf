internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// One request and its answer, as they come over the line.
///
/// The only place in Wijkzicht that opens a connection. Redirects are followed on the same host only;
/// cookies and caches are not kept.
struct Exchange {
  /// What a host says before the data.
  struct Head: Sendable {
    let status: Int
    let fields: [String: String]

    /// What tells one version of the file from another: a strong ETag, else Last-Modified.
    var validator: String? {
      if let tag = fields["etag"], !tag.hasPrefix("W/") { return tag }
      return fields["last-modified"]
    }

    /// The number of bytes that follow, when the host says so.
    var length: Int? { fields["content-length"].flatMap { Int($0) } }

    /// Of a part: its first byte, and the size of the whole.
    var part: (first: Int, total: Int?)? {
      guard
        let match = fields["content-range"]?.wholeMatch(of: /bytes ([0-9]+)-[0-9]+\/([0-9]+|\*)/),
        let first = Int(match.output.1)
      else { return nil }
      return (first, Int(match.output.2))
    }

    var isHTML: Bool { fields["content-type"]?.lowercased().contains("text/html") == true }
  }

  enum Event: Sendable {
    case head(Head)
    case bytes([UInt8])
  }

  let address: String
  let events: AsyncThrowingStream<Event, any Error>

  /// Sends a request. The connection is closed when the events are let go.
  /// - Throws: ``FetchError/badAddress(_:)``.
  init(_ address: String, fields: [String: String] = [:]) throws(FetchError) {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      scheme == "https" || scheme == "http", url.host?.isEmpty == false
    else { throw .badAddress(address) }
    self.address = address
    var request = URLRequest(url: url)
    // A packed answer would have another length than the file.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    request.setValue("wijkzicht", forHTTPHeaderField: "User-Agent")
    for (name, value) in fields { request.setValue(value, forHTTPHeaderField: name) }
    let settings = URLSessionConfiguration.ephemeral
    settings.httpShouldSetCookies = false
    settings.urlCache = nil
    settings.timeoutIntervalForRequest = 60
    let (stream, continuation) = AsyncThrowingStream<Event, any Error>.makeStream()
    let session = URLSession(
      configuration: settings, delegate: Listener(url, continuation), delegateQueue: nil)
    let task = session.dataTask(with: request)
    continuation.onTermination = { _ in session.invalidateAndCancel() }
    task.resume()
    events = stream
  }

  /// Whether a host may send a request for `address` on to `target`.
  static func mayFollow(from address: URL, to target: URL) -> Bool {
    let isAsSafe = target.scheme?.lowercased() == "https" || address.scheme?.lowercased() == "http"
    let samePort =
      target.port == address.port || target.scheme?.lowercased() != address.scheme?.lowercased()
    return isAsSafe && samePort && target.host?.lowercased() == address.host?.lowercased()
  }

  /// Passes on what the session tells.
  private final class Listener: NSObject, URLSessionDataDelegate, Sendable {
    private let address: URL
    private let events: AsyncThrowingStream<Event, any Error>.Continuation
    /// The host to which the request was sent on, and not followed.
    private let refused = Mutex<String?>(nil)

    init(_ address: URL, _ events: AsyncThrowingStream<Event, any Error>.Continuation) {
      self.address = address
      self.events = events
    }

    func urlSession(
      _ session: URLSession, task: URLSessionTask,
      willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
      completionHandler: @escaping (URLRequest?) -> Void
    ) {
      if let target = request.url, Exchange.mayFollow(from: address, to: target) {
        completionHandler(request)
        return
      }
      // Said when the task ends: a session that is let go while it waits for this answer traps.
      refused.withLock { $0 = request.url?.host ?? "?" }
      completionHandler(nil)
    }

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      guard refused.withLock({ $0 }) == nil else {
        completionHandler(.allow)
        return
      }
      let http = response as? HTTPURLResponse
      var fields: [String: String] = [:]
      for (name, value) in http?.allHeaderFields ?? [:] {
        fields["\(name)".lowercased()] = "\(value)"
      }
      events.yield(.head(Head(status: http?.statusCode ?? 0, fields: fields)))
      completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      events.yield(.bytes(Array(data)))
    }

    func urlSession(
      _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
      if let target = refused.withLock({ $0 }) {
        events.finish(
          throwing: FetchError.otherHost(address: address.absoluteString, target: target))
        return
      }
      events.finish(
        throwing: error.map {
          FetchError.unreachable(
            address: address.absoluteString, code: ($0 as? URLError)?.errorCode ?? 0)
        })
    }
  }
}
