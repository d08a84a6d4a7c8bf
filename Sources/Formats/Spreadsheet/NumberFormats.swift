/// Which numbers of a workbook are days and times: a matter of how a cell is shown, not of the cell.
///
/// Source: ECMA-376 Part 1, 18.8.30 (built-in formats) and 18.8.31.
struct NumberFormats: Sendable {
  /// What a number stands for.
  enum Meaning: UInt8, Sendable {
    case number, date, time
  }

  /// The meaning by number of the style of a cell.
  private var meanings: [Meaning] = []

  /// The meaning of a cell with a style; a number for a style that is not there.
  @inline(__always)
  func meaning(ofStyle style: Int) -> Meaning {
    style < meanings.count ? meanings[style] : .number
  }

  /// A workbook without styles.
  init() {}

  /// Reads the part with styles.
  init(_ bytes: [UInt8]) {
    var markup = MarkupReader(bytes)
    var own: [Int: Meaning] = [:]
    var isInCells = false
    while let tag = markup.next() {
      switch tag.name {
      case "numFmt":
        if let id = tag.attributes["numFmtId"].flatMap({ Int($0) }),
          let code = tag.attributes["formatCode"]
        {
          own[id] = Self.meaning(ofFormat: code)
        }
      case "cellXfs": isInCells = tag.isStart && !tag.isEnd
      case "xf" where isInCells && tag.isStart:
        let id = tag.attributes["numFmtId"].flatMap { Int($0) } ?? 0
        meanings.append(own[id] ?? Self.builtIn(id))
      default: break
      }
    }
  }

  private static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: .date
    case 18...21, 32, 33, 45...47: .time
    default: .number
    }
  }

  /// What a format code such as `dd-mm-yyyy;@` shows.
  static func meaning(ofFormat code: String) -> Meaning {
    var isTime = false
    var isQuoted = false
    var isEscaped = false
    var bracket: String?
    for letter in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = letter != "\""
      } else if let open = bracket {
        guard letter == "]" else {
          bracket = open + String(letter)
          continue
        }
        // `[h]` counts hours beyond a day; `[red]` and `[$-413]` say nothing of days.
        if !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { isTime = true }
        bracket = nil
      } else {
        switch letter {
        case "\"": isQuoted = true
        // A character as it is, and one that is as wide or repeated.
        case "\\", "_", "*": isEscaped = true
        case "[": bracket = ""
        case ";": return isTime ? .time : .number
        // Dutch Excel writes j for the year in what people see; files have y.
        case "d", "y", "j": return .date
        case "h", "s": isTime = true
        // `General` and `Standaard` hold letters of days.
        case "g": return .number
        default: break
        }
      }
    }
    // A month alone, as `mmmm`; beside hours it is minutes.
    return isTime ? .time : code.lowercased().contains("mmm") ? .date : .number
  }
}
