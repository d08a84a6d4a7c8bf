/// A study file that was made from what files hold.
public struct StartedStudy: Sendable {
  /// The text of the file.
  public let text: String
  /// What was found in each file, in the order in which they were named.
  public let findings: [String]
  /// How many doubts stand in the text.
  public let doubts: Int
}

/// Text of a YAML file in the making.
struct YAMLText {
  private(set) var text = ""
  private(set) var doubts = 0

  mutating func line(_ line: String = "") { text += line + "\n" }

  /// A remark that the user should look at.
  mutating func doubt(_ remark: String, indent: String = "") {
    doubts += 1
    comment("TWIJFEL: " + remark, indent: indent)
  }

  /// A remark, in lines of about a hundred characters.
  mutating func comment(_ remark: String, indent: String = "") {
    var line = indent + "#"
    for word in remark.split(separator: " ") {
      if line.count + word.count > 110 {
        self.line(line)
        line = indent + "#  "
      }
      line += " " + word
    }
    self.line(line)
  }

  /// A text as a YAML scalar: plain when nothing in it can be mistaken.
  static func scalar(_ text: String) -> String {
    let words = ["true", "false", "yes", "no", "ja", "nee", "null", "on", "off", "y", "n"]
    if text.wholeMatch(of: /[\p{L}_.\/][\p{L}\p{N}_.\/\-]*( [\p{L}\p{N}_.\/\-]+)*/) != nil,
      !words.contains(text.lowercased())
    {
      return text
    }
    return quoted(text)
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\t", with: "\\t").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
