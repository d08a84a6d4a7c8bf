/// A part of a workbook seen through a window that moves on.
///
/// A reader that comes to the end of the window before the end of what it reads asks for more and
/// begins again at the same place: with a window of many rows that is rare.
struct MarkupWindow: ~Copyable {
  private let part: PartAhead
  /// What is seen now.
  private(set) var bytes: [UInt8] = []
  /// Where reading goes on.
  private(set) var index = 0
  private var isAtEnd = false

  /// The longest row or text in bytes; Excel's longest is some megabytes.
  static let longest = 64 << 20

  init(_ part: consuming sending WorkbookPart) { self.part = PartAhead(part) }

  /// Goes on at `index`.
  mutating func move(to index: Int) { self.index = index }

  /// Adds the next bytes and lets go of those before ``index``.
  /// - Returns: false at the end of the part.
  mutating func extend() throws(SpreadsheetError) -> Bool {
    guard !isAtEnd else { return false }
    guard bytes.count - index <= Self.longest else {
      throw .tooLarge(path: part.path, part: part.name, limit: Self.longest)
    }
    // As much again as did not suffice, so that a long row is not begun many times.
    let least = bytes.count - index
    if index > 0 { bytes.removeFirst(index) }
    index = 0
    var count = 0
    repeat {
      let block = try part.next()
      isAtEnd = block.isEmpty
      bytes += block
      count += block.count
    } while !isAtEnd && count < least
    return count > 0
  }
}
