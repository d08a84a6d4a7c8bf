/// Room that text takes, without the font at hand.
///
/// Widths are those of a wide sans-serif (DejaVu Sans), rounded up by kind of letter, so that lines
/// in Arial or Helvetica end a little early and never too late.
enum PictureText {
  /// The width of `text` in the unit of `size`.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ems($1) } * size
  }

  /// `text` in lines no wider than `width`; line ends in it are kept, and a word that is wider stands
  /// alone on a line.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if line.isEmpty || self.width(longer, size: size) <= width {
          line = longer
        } else {
          lines.append(line)
          line = String(word)
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }

  /// The first `count` lines, the last of them ended by an ellipsis when there are more.
  static func first(_ count: Int, of lines: [String]) -> [String] {
    guard lines.count > count, count > 0 else { return lines }
    return lines.prefix(count - 1) + [lines[count - 1] + " …"]
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", " ":
      0.38
    case "m", "w", "M", "W", "@", "%", "—", "…": 0.98
    case "A"..."Z": 0.74
    case "0"..."9": 0.64
    default: scalar.value < 0x2000 ? 0.62 : 1
    }
  }
}
