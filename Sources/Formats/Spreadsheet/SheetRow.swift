/// One row of a sheet, used again for the next one.
public struct SheetRow: Sendable {
  /// What a cell holds.
  public enum Kind: UInt8, Sendable {
    /// A text.
    case text
    /// A number, also one that is shown as a percentage.
    case number
    /// A day, with or without a time, or a time.
    case date
    /// True or false.
    case boolean
    /// An error of a formula, as `#N/A`.
    case error
  }

  /// A cell that is filled.
  struct Cell {
    var column: Int32
    var kind: Kind
    /// Whether the range is one of the shared texts.
    var isShared: Bool
    var start: Int
    var end: Int
  }

  /// The number of the row on the sheet; the first is 1.
  public internal(set) var number = 0
  var cells: [Cell] = []
  /// The texts of cells that share none.
  var bytes: [UInt8] = []
  let texts: SharedTexts

  init(texts: SharedTexts) { self.texts = texts }

  /// The number of filled cells.
  public var count: Int { cells.count }

  /// The column of a filled cell; the first is 0. Columns ascend.
  public func column(_ place: Int) -> Int { Int(cells[place].column) }

  /// What a filled cell holds.
  public func kind(_ place: Int) -> Kind { cells[place].kind }

  /// The text of a filled cell: a number with a decimal point, a day as `2024-12-31`, `true` or
  /// `false`, all else as it stands.
  public func text(_ place: Int) -> String {
    var text: [UInt8] = []
    append(place, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of a filled cell.
  @inline(__always)
  public func append(_ place: Int, to text: inout [UInt8]) {
    let cell = cells[place]
    text.append(contentsOf: (cell.isShared ? texts.bytes : bytes)[cell.start..<cell.end])
  }

  /// Lends the UTF-8 text of a filled cell.
  @inline(__always)
  public func withText<Result>(_ place: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let cell = cells[place]
    return cell.isShared
      ? body(texts.bytes.span.extracting(cell.start..<cell.end))
      : body(bytes.span.extracting(cell.start..<cell.end))
  }
}
