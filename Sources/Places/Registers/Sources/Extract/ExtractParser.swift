internal import Bytes
internal import CSV
internal import Foundation
internal import Geometry

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Reads the objects of one XML file of an extract, one at a time.
final class ExtractParser: NSObject, XMLParserDelegate {
  private let wanted: Set<ExtractObject.Kind>
  private let take: (ExtractObject) throws -> Void
  private var object: ExtractObject?
  private var seen: Set<ExtractObject.Kind> = []
  private var gemeenten: [String] = []
  private var text = ""
  private var isCollecting = false
  private var isInInterior = false
  private var isMainAddress = false
  private var dimension = 2
  private var failure: (any Error)?
  /// The elements that are open, and whether there was one: on Linux the parser itself does not
  /// mind when the text ends too early.
  private var depth = 0
  private var hasRoot = false
  private var errorLine: Int?

  /// What a file told besides its objects.
  struct Facts {
    /// The kinds of objects that occurred, wanted or not.
    var kinds: Set<ExtractObject.Kind> = []
    /// The names of gemeenten that the delivery is of.
    var gemeenten: [String] = []
  }

  private init(wanted: Set<ExtractObject.Kind>, take: @escaping (ExtractObject) throws -> Void) {
    self.wanted = wanted
    self.take = take
  }

  /// Calls `take` with each object of the `wanted` kinds.
  /// - Throws: ``RegisterSourceError`` and what `take` throws.
  static func parse(
    _ bytes: ByteStream, wanted: Set<ExtractObject.Kind>, take: (ExtractObject) throws -> Void
  ) throws -> Facts {
    try withoutActuallyEscaping(take) { take in
      let stream = BlockStream(bytes)
      let parser = XMLParser(stream: stream)
      let delegate = ExtractParser(wanted: wanted, take: take)
      parser.delegate = delegate
      let isWhole = parser.parse()
      parser.delegate = nil
      if let failure = delegate.failure ?? stream.failure { throw failure }
      let isComplete = delegate.hasRoot && delegate.depth == 0 && delegate.errorLine == nil
      guard isWhole, stream.isAtEnd, isComplete else {
        throw RegisterSourceError.damagedXML(
          path: bytes.name, line: delegate.errorLine ?? max(parser.lineNumber, 1))
      }
      return Facts(kinds: delegate.seen, gemeenten: delegate.gemeenten)
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let name = Self.local(elementName)
    depth += 1
    hasRoot = true
    guard object != nil else {
      if let kind = ExtractObject.Kind(element: name) {
        seen.insert(kind)
        if wanted.contains(kind) { object = ExtractObject(kind) }
      } else if name == "GemeenteNaam" {
        collect()
      }
      return
    }
    switch name {
    case "identificatie", "naam", "verkorteNaam", "postcode", "huisnummer", "huisletter",
      "huisnummertoevoeging", "status", "OpenbareRuimteRef", "WoonplaatsRef", "NummeraanduidingRef",
      "PandRef", "pos":
      collect()
    case "posList":
      if object?.kind != .woonplaats, !isInInterior { collect() }
    case "Point", "Polygon":
      dimension = attributes["srsDimension"] == "3" ? 3 : 2
    case "interior": isInInterior = true
    case "heeftAlsHoofdadres": isMainAddress = true
    case "heeftAlsNevenadres": isMainAddress = false
    case "eindGeldigheid", "tijdstipInactief", "tijdstipInactiefLV", "tijdstipNietBagLV":
      object?.isPast = true
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isCollecting { text += string }
  }

  func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    if isCollecting { text += String(decoding: CDATABlock, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let name = Self.local(elementName)
    depth -= 1
    if name == "interior" { isInInterior = false }
    if isCollecting {
      isCollecting = false
      if object == nil { gemeenten.append(text.trimmed) } else { store(name) }
      return
    }
    guard let done = object, ExtractObject.Kind(element: name) == done.kind else { return }
    object = nil
    do {
      try take(done)
    } catch {
      failure = error
      parser.abortParsing()
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    errorLine = errorLine ?? max(parser.lineNumber, 1)
  }

  private func collect() {
    isCollecting = true
    text = ""
  }

  private func store(_ name: Substring) {
    switch name {
    case "identificatie": object?.identification = text
    case "naam": object?.name = text.trimmed
    case "verkorteNaam":
      // The element of the object holds one of the same name with the text.
      if !text.trimmed.isEmpty { object?.shortName = text.trimmed }
    case "postcode": object?.postcode = text
    case "huisnummer": object?.number = text
    case "huisletter": object?.letter = text
    case "huisnummertoevoeging": object?.addition = text
    case "status": object?.status = text
    case "OpenbareRuimteRef": object?.street = text
    case "WoonplaatsRef": object?.place = text
    case "NummeraanduidingRef":
      let place = isMainAddress ? 0 : object?.addresses.count ?? 0
      object?.addresses.insert(text, at: place)
    case "PandRef": if object?.pand.isEmpty == true { object?.pand = text }
    case "pos", "posList": if object?.position == nil { object?.position = positions.middle }
    default: break
    }
  }

  /// The positions that the text writes; none when a part of it is no number.
  private var positions: [Position] {
    var numbers: [Double] = []
    for part in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      guard let number = DecimalNumber.parse(Array(part).span) else { return [] }
      numbers.append(number)
    }
    guard numbers.count >= 2 else { return [] }
    return stride(from: 0, to: numbers.count - 1, by: dimension).map {
      Position(x: numbers[$0], y: numbers[$0 + 1])
    }
  }

  private static func local(_ name: String) -> Substring {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name[...] }
    return name[name.utf8.index(after: colon)...]
  }
}

/// The blocks of a byte stream as Foundation wants them.
private final class BlockStream: InputStream {
  private let source: ByteStream
  private var block: [UInt8] = []
  private var offset = 0
  /// Why reading ended early.
  private(set) var failure: RegisterSourceError?
  /// Whether all bytes were taken.
  private(set) var isAtEnd = false

  init(_ source: ByteStream) {
    self.source = source
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { !isAtEnd && failure == nil }
  override var streamError: (any Error)? { failure }
  override var streamStatus: Stream.Status { isAtEnd ? .atEnd : .open }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    if offset == block.count {
      do throws(RegisterSourceError) {
        block = try source.next()
      } catch {
        // For the parser the text ends here; who called it looks at the failure.
        failure = error
        return 0
      }
      offset = 0
      if block.isEmpty {
        isAtEnd = true
        return 0
      }
    }
    let count = min(length, block.count - offset)
    unsafe block.withUnsafeBufferPointer { bytes in
      unsafe buffer.update(from: bytes.baseAddress! + offset, count: count)
    }
    offset += count
    return count
  }
}
