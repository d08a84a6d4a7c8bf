internal import Bytes

/// The table of a shapefile: the `.dbf` file.
///
/// Source: dBASE III file format; language driver codes as in ESRI's documentation.
struct AttributeTable: Sendable {
  /// A column.
  struct Field: Sendable {
    let name: String
    let type: UInt8
    let offset: Int
    let length: Int
  }

  let fields: [Field]
  let rowCount: Int
  private let bytes: [UInt8]
  private let headerSize: Int
  private let rowSize: Int
  private let encoding: TextEncoding

  /// Takes the bytes of a file; `codePage` is the content of the `.cpg`.
  init(_ bytes: [UInt8], codePage: String?, path: String) throws(ShapefileError) {
    func two(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
    guard bytes.count >= 33 else { throw .damaged(path: path, suffix: ".dbf") }
    let count = two(4) | two(6) << 16
    let headerSize = two(8)
    let rowSize = two(10)
    guard headerSize >= 33, rowSize >= 1, headerSize <= bytes.count,
      count <= (bytes.count - headerSize) / rowSize
    else { throw .damaged(path: path, suffix: ".dbf") }
    encoding = try Self.encoding(codePage, driver: bytes[29], bytes, path: path)
    var fields: [Field] = []
    // The first byte of a row says whether it is deleted.
    var offset = 1
    var place = 32
    while place + 32 <= headerSize, bytes[place] != 0x0D {
      let name = bytes[place..<(place + 11)].prefix { $0 != 0 }
      let length = Int(bytes[place + 16])
      fields.append(
        Field(
          name: Self.text(Array(name), encoding).trimmingBlanks, type: bytes[place + 11],
          offset: offset, length: length))
      offset += length
      place += 32
    }
    guard offset <= rowSize else { throw .damaged(path: path, suffix: ".dbf") }
    self.fields = fields
    self.bytes = bytes
    self.headerSize = headerSize
    self.rowSize = rowSize
    rowCount = count
  }

  /// Whether a row is marked as deleted.
  func isDeleted(_ row: Int) -> Bool { bytes[headerSize + row * rowSize] == UInt8(ascii: "*") }

  /// The text of a cell, blanks around it removed; a day as `2024-12-31`; empty for a number that is
  /// stars or nothing.
  func text(_ row: Int, _ field: Int) -> String {
    let field = fields[field]
    var start = headerSize + row * rowSize + field.offset
    var end = start + field.length
    while start < end, bytes[start] == 0x20 || bytes[start] == 0 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0 { end -= 1 }
    guard start < end else { return "" }
    let content = bytes[start..<end]
    switch field.type {
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      // A number that did not fit its column.
      if content.contains(UInt8(ascii: "*")) { return "" }
      return Self.number(content)
    case UInt8(ascii: "D"):
      guard content.count == 8, content.allSatisfy({ $0 &- 0x30 <= 9 }) else { return "" }
      let digits = String(decoding: content, as: UTF8.self)
      if digits == "00000000" { return "" }
      return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    case UInt8(ascii: "L"):
      switch content.first {
      case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"):
        return "true"
      case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"):
        return "false"
      default: return ""
      }
    default: return Self.text(Array(content), encoding)
    }
  }

  /// A number without zeros behind its point: `363.00000000000` is 363; one with more digits than a
  /// number holds, as `26.600000000000001`, in the shortest form that is the same number.
  private static func number(_ content: ArraySlice<UInt8>) -> String {
    let text = String(decoding: content, as: UTF8.self)
    guard content.contains(UInt8(ascii: ".")), content.allSatisfy({ $0 != 0x65 && $0 != 0x45 })
    else { return text }
    var content = content
    while content.last == UInt8(ascii: "0") { content.removeLast() }
    if content.last == UInt8(ascii: ".") { content.removeLast() }
    if content.count > 16, let number = DecimalNumber.parse(text) { return "\(number)" }
    return String(decoding: content, as: UTF8.self)
  }

  private static func text(_ content: [UInt8], _ encoding: TextEncoding) -> String {
    if content.allSatisfy({ $0 < 0x80 }) { return String(decoding: content, as: UTF8.self) }
    return String(decoding: encoding.utf8(content, skipping: 0), as: UTF8.self)
  }

  /// The encoding that the `.cpg` names, else the language driver in the table; without either, what
  /// the bytes themselves show.
  private static func encoding(
    _ codePage: String?, driver: UInt8, _ bytes: [UInt8], path: String
  ) throws(ShapefileError) -> TextEncoding {
    if let codePage {
      switch codePage.uppercased().filter({ $0.isLetter || $0.isNumber }) {
      case "UTF8", "65001": return .utf8
      // Latin-1 has control characters where Windows-1252 has letters, and nothing else differs.
      case "1252", "CP1252", "ANSI1252", "WINDOWS1252", "ISO88591", "88591", "LATIN1", "ISO885915",
        "885915", "ASCII", "USASCII":
        return .windows1252
      case "": break
      default: throw .encoding(path: path, name: codePage)
      }
    }
    switch driver {
    case 0x03, 0x57, 0x58, 0x59: return .windows1252
    case 0x01, 0x02: throw .encoding(path: path, name: driver == 1 ? "437" : "850")
    default: return TextEncoding.isUTF8(bytes) ? .utf8 : .utf8IfTextIs(bytes)
    }
  }
}

extension TextEncoding {
  /// Windows-1252, unless every byte above 0x7F is part of UTF-8; the numbers in the header of a table
  /// are left out.
  fileprivate static func utf8IfTextIs(_ bytes: [UInt8]) -> TextEncoding {
    let header = Int(bytes[8]) | Int(bytes[9]) << 8
    return isUTF8(Array(bytes[min(header, bytes.count)...])) ? .utf8 : .windows1252
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmingBlanks: String {
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
