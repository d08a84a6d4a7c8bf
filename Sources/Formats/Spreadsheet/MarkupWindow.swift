/// A part of a workbook seen through a window that moves on.
///
/// A reader that comes to the end of the window before the end of what it reads asks for more and
/// begins again at the same place: with a window of many rows that is rare.
struct MarkupWindow: ~Copyable {
  private var part: WorkbookPart
  /// What is seen now.
  private(set) var bytes: [UInt8] = []
  /// Where reading goes on.
  private(set) var index = 0
  private var isAtEnd = false

  /// How much is unpacked at a time.
  static let step = 1 << 18
  /// The longest row or text in bytes; Excel's longest is some megabytes.
  static let longest = 64 << 20

  init(_ part: consuming WorkbookPart) { self.part = part }

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
    let block = try part.bytes(max(Self.step, bytes.count - index))
    isAtEnd = block.isEmpty
    if index > 0 { bytes.removeFirst(index) }
    index = 0
    bytes += block
    return !block.isEmpty
  }
}
