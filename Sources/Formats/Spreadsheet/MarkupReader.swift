internal import Bytes

/// Reads tags of XML in memory, one after the other: names without prefix, attributes with theirs.
///
/// For the parts of a workbook, whose form is known: no document types, no entities but the five of
/// XML and characters by number. Namespaces are left out of account.
struct MarkupReader {
  /// A tag.
  struct Tag {
    /// The name without prefix.
    let name: String
    /// Whether it begins an element; one that ends itself also does.
    let isStart: Bool
    /// Whether it ends an element.
    let isEnd: Bool
    /// The attributes by name, without prefix.
    let attributes: [String: String]
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag, or nil at the end.
  mutating func next() -> Tag? {
    let content = bytes
    let span = content.span
    while let start = Markup.tagStart(span, from: index) {
      guard let end = Markup.tagEnd(span, from: start) else { return nil }
      index = end
      let first = start + 1 < end ? span[start + 1] : 0
      if first == UInt8(ascii: "?") || first == UInt8(ascii: "!") { continue }
      let isClosing = first == UInt8(ascii: "/")
      let isEmpty = span[end - 2] == UInt8(ascii: "/")
      var attributes = AttributeReader(from: start + (isClosing ? 2 : 1), to: end - 1)
      let name = attributes.name(span)
      var values: [String: String] = [:]
      while let (key, value) = attributes.next(span) {
        values[text(Markup.withoutPrefix(span, key))] = Markup.text(span, value)
      }
      return Tag(
        name: text(name), isStart: !isClosing, isEnd: isClosing || isEmpty, attributes: values)
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// Walks over the attributes of a tag.
struct AttributeReader {
  private var index: Int
  private let end: Int

  /// `from` is the place of the name of the element, `to` that of the `>` of the tag.
  init(from: Int, to: Int) {
    index = from
    end = to
  }

  /// The name of the element, without prefix; to be asked first.
  @inline(__always)
  mutating func name(_ bytes: Span<UInt8>) -> Range<Int> {
    var start = index
    while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "/") {
      if bytes[index] == UInt8(ascii: ":") { start = index + 1 }
      index += 1
    }
    return start..<index
  }

  /// The next attribute, its value still with entities; nil behind the last.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> (key: Range<Int>, value: Range<Int>)? {
    while index < end, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
    let start = index
    while index < end, bytes[index] != UInt8(ascii: "="), bytes[index] > 0x20 { index += 1 }
    let key = start..<index
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
      index += 1
    }
    guard index < end else { return nil }
    let quote = bytes[index]
    index += 1
    let valueStart = index
    while index < end, bytes[index] != quote { index += 1 }
    let value = valueStart..<index
    if index < end { index += 1 }
    return (key, value)
  }
}

/// The grammar of tags and text.
enum Markup {
  /// The place of the next `<`.
  @inline(__always)
  static func tagStart(_ bytes: Span<UInt8>, from index: Int) -> Int? {
    var index = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { return index }
      index += 1
    }
    return nil
  }

  /// The place behind the tag that begins at `start`; nil when the bytes end before it does.
  @inline(__always)
  static func tagEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "!") { return commentEnd(bytes, from: index) }
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }

  /// The end of what begins with `<!`: a comment, or anything else up to the next `>`.
  private static func commentEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let dash = UInt8(ascii: "-")
    guard start + 2 < bytes.count else { return nil }
    let isComment = bytes[start + 1] == dash && bytes[start + 2] == dash
    var index = start + (isComment ? 5 : 1)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"),
        !isComment || bytes[index - 1] == dash && bytes[index - 2] == dash
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  static func withoutPrefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: ":") { start = index + 1 }
    return start..<range.upperBound
  }

  /// The text that stands in a range, entities resolved.
  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    append(bytes, range, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text that stands in a range, entities resolved.
  @inline(__always)
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, bytes[index] != UInt8(ascii: "&") { index += 1 }
      text.append(copying: bytes.extracting(start..<index))
      if index < range.upperBound {
        index = appendEntity(bytes, index, range.upperBound, to: &text)
      }
    }
  }

  /// Whether the bytes at a place are these.
  @inline(__always)
  static func begins(_ bytes: Span<UInt8>, at index: Int, _ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where unsafe bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Appends the character of the entity at `start` and gives the place behind it; a `&` that begins
  /// none stands for itself.
  @inline(never)
  private static func appendEntity(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, to text: inout [UInt8]
  ) -> Int {
    var index = start + 1
    // The longest is `&#x10FFFF;`.
    let last = min(end, start + 12)
    while index < last, bytes[index] != UInt8(ascii: ";") { index += 1 }
    guard index < last else {
      text.append(bytes[start])
      return start + 1
    }
    var name: [UInt8] = []
    for place in (start + 1)..<index { name.append(bytes[place]) }
    let word = String(decoding: name, as: UTF8.self)
    let scalar: UInt32? =
      switch word {
      case "amp": 0x26
      case "lt": 0x3C
      case "gt": 0x3E
      case "quot": 0x22
      case "apos": 0x27
      default:
        word.hasPrefix("#x")
          ? UInt32(word.dropFirst(2), radix: 16)
          : word.hasPrefix("#") ? UInt32(word.dropFirst(1)) : nil
      }
    guard let scalar else {
      text.append(bytes[start])
      return start + 1
    }
    // A character that XML does not allow, zero above all, is not let through.
    let allowed = Unicode.Scalar(scalar).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
    text.append(contentsOf: String(allowed).utf8)
    return index + 1
  }
}
