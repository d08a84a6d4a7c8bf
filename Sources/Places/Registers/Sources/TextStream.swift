internal import Bytes

/// The text of a byte stream as UTF-8, in blocks; a block may end anywhere but within a line feed.
///
/// UTF-16 is known by its byte order mark or its zeros. All else is UTF-8; lines that are not are
/// taken for Windows-1252, see ``RecordStream``.
struct TextStream {
  let bytes: ByteStream
  private var encoding: TextEncoding?
  private var rest: [UInt8] = []

  init(_ bytes: ByteStream) { self.bytes = bytes }

  /// The next bytes of the text; empty at the end.
  mutating func next() throws(RegisterSourceError) -> [UInt8] {
    var block = try bytes.next()
    guard encoding != nil else {
      // Enough to tell by; the first block is that long unless the file is short.
      let head = Array(block.prefix(4096))
      let (found, mark) = TextEncoding.detect(head)
      encoding = found == .windows1252 ? .utf8 : found
      if mark > 0 { block.removeFirst(mark) }
      return try decoded(block)
    }
    return try decoded(block)
  }

  private mutating func decoded(_ block: [UInt8]) throws(RegisterSourceError) -> [UInt8] {
    guard let encoding, encoding != .utf8 else { return block }
    var units = rest + block
    guard !block.isEmpty else {
      rest = []
      return encoding.utf8(units, skipping: 0)
    }
    // Halves of a character stay for the next block.
    var whole = units.count & ~1
    if whole >= 2 {
      let high = units[whole - (encoding == .utf16LittleEndian ? 1 : 2)]
      if high & 0xFC == 0xD8 { whole -= 2 }
    }
    rest = Array(units[whole...])
    units.removeLast(units.count - whole)
    let text = encoding.utf8(units, skipping: 0)
    // A block of one byte gives nothing yet, which is not the end.
    return text.isEmpty ? try next() : text
  }
}
