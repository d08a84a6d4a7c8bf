/// A place in a text file, for messages.
public struct JSONPlace: Sendable, Hashable {
  /// Bytes before the place, a byte order mark included.
  public let byteOffset: Int
  /// The line, counted from 1; lines end with LF.
  public let line: Int
  /// The column in bytes, counted from 1.
  public let column: Int

  /// Makes a place.
  public init(byteOffset: Int, line: Int, column: Int) {
    self.byteOffset = byteOffset
    self.line = line
    self.column = column
  }

  /// The place of a byte.
  /// - Complexity: O(offset).
  init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.init(byteOffset: offset, line: line, column: offset - lineStart + 1)
  }
}
