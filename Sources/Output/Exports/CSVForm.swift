internal import Bytes
internal import CSV

/// How a table is written as CSV.
enum CSVForm {
  /// For programs: `;`, decimal point, UTF-8.
  case plain
  /// For Dutch Excel: `;`, decimal comma, byte order mark, texts that no formula can hide in.
  case excel

  var dialect: CSVDialect { .semicolon }

  /// The bytes before the header.
  var start: [UInt8] {
    switch self {
    case .plain: []
    case .excel: [0xEF, 0xBB, 0xBF]
    }
  }

  /// A number with at most `decimals` digits after the point.
  func number(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    if self == .excel, let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
      bytes[point] = UInt8(ascii: ",")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text. In Excel's form one that begins like a formula gets an apostrophe in front of it, which
  /// Excel shows as text.
  func text(_ text: String) -> String {
    guard self == .excel, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}
