internal import Crypto
internal import Foundation
internal import Exports
internal import Cartography
internal import Indicators

/// The atlas as one page that needs no other file and no connection.
///
/// Its sources are a page of HTML with the style sheet and the scripts that it names. They are put into
/// the page, which then allows these scripts and styles alone, by their SHA-256, and no connection at all.
public struct AtlasPage: Sendable {
  /// Why a page cannot be put together.
  public enum Failure: Error, Hashable, Sendable {
    /// The page of HTML has no such place.
    case noPlace(String)
    /// The page of HTML has a place for something that there is not.
    case unknownPlace(String)
    /// A script or style sheet holds text that would end its element.
    case endsItself(file: String, text: String)
  }

  /// The name of the page of HTML among the sources.
  public static let source = "atlas.html"

  private let content: AtlasContent

  /// Prepares a page.
  public init(_ content: AtlasContent) {
    self.content = content
  }

  /// Puts the page together.
  /// - Parameter file: gives the text of a source by its name.
  /// - Throws: ``Failure``, or what `file` throws.
  /// - Returns: the same bytes for the same content and sources.
  public func bytes(file: (String) throws -> String) throws -> [UInt8] {
    let pieces = try Piece.pieces(of: try file(Self.source), file: file)
    let geometry = AtlasGeometry(content.areas)
    let isDutch = content.document.language == .nl
    let values: [String: () -> String] = [
      "policy": { Self.policy(pieces) },
      "language": { content.document.language.rawValue },
      "title": { (isDutch ? content.title.nl : content.title.en).escaped },
      "stamps": { content.document.stamps.map { "<li>\($0.escaped)</li>" }.joined() },
      "static": { AtlasStatic(content: content, geometry: geometry.coarse).html },
      "data": { String(decoding: AtlasData(content, geometry: geometry).json, as: UTF8.self) },
    ]
    for name in values.keys.sorted() where !pieces.contains(.place(name)) {
      throw Failure.noPlace(name)
    }
    var page = ""
    for piece in pieces {
      switch piece {
      case .text(let text): page += text
      case .style(let text): page += "<style>\(text)</style>"
      case .script(let text): page += "<script>\(text)</script>"
      case .place(let name):
        guard let value = values[name] else { throw Failure.unknownPlace(name) }
        page += value()
      }
    }
    return Array(page.utf8)
  }

  /// A stretch of the page of HTML. It is taken apart once, so that nothing in the data is taken for a
  /// place.
  private enum Piece: Equatable {
    case text(String)
    case style(String)
    case script(String)
    case place(String)

    static func pieces(
      of page: String, file: (String) throws -> String
    ) throws -> [Piece] {
      let marks =
        /<link rel="stylesheet" href="([a-z\-]+\.css)">|<script src="([a-z\-]+\.js)"><\/script>|\{\{([a-z]+)\}\}/
      var pieces: [Piece] = []
      var rest = page[...]
      while let match = rest.firstMatch(of: marks) {
        pieces.append(.text(String(rest[..<match.range.lowerBound])))
        if let name = match.1 {
          pieces.append(.style(try source(String(name), end: "</style", file: file)))
        } else if let name = match.2 {
          pieces.append(.script(try source(String(name), end: "</script", file: file)))
        } else if let name = match.3 {
          pieces.append(.place(String(name)))
        }
        rest = rest[match.range.upperBound...]
      }
      return pieces + [.text(String(rest))]
    }

    private static func source(
      _ name: String, end: String, file: (String) throws -> String
    ) throws -> String {
      let text = try file(name)
      for word in [end, "<!--"] where text.lowercased().contains(word) {
        throw Failure.endsItself(file: name, text: word)
      }
      return text
    }
  }

  private static func policy(_ pieces: [Piece]) -> String {
    var scripts: [String] = []
    var styles: [String] = []
    for piece in pieces {
      switch piece {
      case .script(let text): scripts.append(hash(text))
      case .style(let text): styles.append(hash(text))
      case .text, .place: break
      }
    }
    return "default-src 'none'; script-src \(scripts.joined(separator: " ")); "
      + "style-src \(styles.joined(separator: " ")); img-src data: blob:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private static func hash(_ text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
  }
}
