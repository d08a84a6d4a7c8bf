/// The texts of a workbook, which its cells name by number.
///
/// - Complexity: O(bytes); the bytes of the texts and 8 more for each.
struct SharedTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The number of texts.
  var count: Int { ends.count }

  /// Where a text stands in ``bytes``.
  @inline(__always)
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Whether a text has nothing but blanks.
  @inline(__always)
  func isBlank(_ number: Int) -> Bool {
    for index in range(number) where bytes[index] > 0x20 { return false }
    return true
  }

  /// A workbook without shared texts.
  init() {}

  /// Reads the part with shared texts.
  init(_ part: consuming sending WorkbookPart) throws(SpreadsheetError) {
    let path = part.path
    let name = part.name
    var window = MarkupWindow(part)
    var depth = 0
    while true {
      let before = (bytes.count, ends.count)
      let (next, isDone) = read(window, depth: &depth)
      if isDone { break }
      if let next {
        window.move(to: next)
        continue
      }
      bytes.removeLast(bytes.count - before.0)
      ends.removeLast(ends.count - before.1)
      guard try window.extend() else {
        // All that was whole is read; what is left must be the end of the list.
        throw .damaged(path: path, part: name)
      }
    }
  }

  /// Reads one `<si>`, or a tag outside of one; nil when the window ends before it does.
  private mutating func read(_ window: borrowing MarkupWindow, depth: inout Int) -> (Int?, Bool) {
    let span = window.bytes.span
    guard let start = Markup.tagStart(span, from: window.index),
      let end = Markup.tagEnd(span, from: start)
    else { return (nil, false) }
    let isClosing = span[start + 1] == UInt8(ascii: "/")
    var attributes = AttributeReader(from: start + (isClosing ? 2 : 1), to: end - 1)
    let name = attributes.name(span)
    let isSelfClosed = span[end - 2] == UInt8(ascii: "/")
    if Self.isName(span, name, "sst") {
      return (end, isClosing || isSelfClosed)
    }
    guard !isClosing, Self.isName(span, name, "si") else { return (end, false) }
    if isSelfClosed {
      ends.append(bytes.count)
      return (end, false)
    }
    guard let next = RichText.append(span, from: end, until: "si", to: &bytes) else {
      return (nil, false)
    }
    ends.append(bytes.count)
    return (next, false)
  }

  @inline(__always)
  static func isName(_ bytes: Span<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where unsafe bytes[range.lowerBound + offset] != name.utf8Start[offset] {
      return false
    }
    return true
  }
}

/// Text that may be written in runs, each with its own look.
enum RichText {
  /// Appends the text of the element that began before `start` and ends with `</element>`; texts
  /// that only say how Japanese is pronounced are left out.
  /// - Returns: the place behind the end of the element; nil when the bytes end before.
  static func append(
    _ bytes: Span<UInt8>, from start: Int, until element: StaticString, to text: inout [UInt8]
  ) -> Int? {
    var index = start
    var isText = false
    var isPhonetic = false
    let first = text.count
    while let open = Markup.tagStart(bytes, from: index) {
      if isText, !isPhonetic { Markup.append(bytes, index..<open, to: &text) }
      guard let end = Markup.tagEnd(bytes, from: open) else { return nil }
      index = end
      let isClosing = bytes[open + 1] == UInt8(ascii: "/")
      let isSelfClosed = bytes[end - 2] == UInt8(ascii: "/")
      var attributes = AttributeReader(from: open + (isClosing ? 2 : 1), to: end - 1)
      let name = attributes.name(bytes)
      if SharedTexts.isName(bytes, name, "t") {
        isText = !isClosing && !isSelfClosed
      } else if SharedTexts.isName(bytes, name, "rPh") {
        isPhonetic = !isClosing && !isSelfClosed
      } else if isClosing, SharedTexts.isName(bytes, name, element) {
        resolveEscapes(in: &text, from: first)
        return index
      }
    }
    return nil
  }

  /// Excel writes characters that XML does not allow as `_x000D_`, and such a text itself as
  /// `_x005F_x000D_`.
  static func resolveEscapes(in text: inout [UInt8], from first: Int) {
    let underscore = UInt8(ascii: "_")
    var index = first
    while index + 6 < text.count {
      guard text[index] == underscore, text[index + 1] == UInt8(ascii: "x"),
        text[index + 6] == underscore,
        let value = UInt32(
          String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
      else {
        index += 1
        continue
      }
      let scalar = Unicode.Scalar(value).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
      let resolved = Array(String(scalar).utf8)
      text.replaceSubrange(index..<(index + 7), with: resolved)
      index += resolved.count
    }
  }
}
