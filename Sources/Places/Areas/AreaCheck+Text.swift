internal import Bytes
internal import Geometry

/// A check as lines of text, to be remembered.
extension AreaCheck {
  /// One finding a line: its kind, codes, place, and GEOS's reason.
  public var text: String {
    var lines: [String] = []
    func add(_ kind: String, _ codes: [String], _ position: Position?, _ reason: String = "") {
      let place = position.map { "\($0.x) \($0.y)" } ?? "-"
      lines.append([kind, codes.joined(separator: " "), place, reason].joined(separator: "\t"))
    }
    for area in invalid { add("invalid", [area.code], area.position, area.reason) }
    for pair in overlaps { add("overlap", pair.codes, pair.position) }
    for pair in gaps { add("gap", pair.codes, pair.position) }
    for pair in mismatches { add("mismatch", pair.codes, pair.position) }
    for code in islands { add("island", [code], nil) }
    return (lines + ["end"]).joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; nil for anything else, a text cut short included.
  public init?(level: AreaLevel, text: String) {
    var lines = text.split(separator: "\n")
    guard lines.popLast() == "end" else { return nil }
    var invalid: [Invalid] = []
    var pairs: [Substring: [Pair]] = [:]
    var islands: [String] = []
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 4 else { return nil }
      let codes = parts[1].split(separator: " ").map(String.init)
      if parts[0] == "island", codes.count == 1 {
        islands.append(codes[0])
        continue
      }
      let numbers = parts[2].split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 2 else { return nil }
      let position = Position(x: numbers[0], y: numbers[1])
      switch (parts[0], codes.count) {
      case ("invalid", 1):
        invalid.append(Invalid(code: codes[0], reason: String(parts[3]), position: position))
      case ("overlap", 2), ("gap", 2), ("mismatch", 2):
        pairs[parts[0], default: []].append(Pair(codes: codes, position: position))
      default: return nil
      }
    }
    self.init(
      level: level, invalid: invalid, overlaps: pairs["overlap"] ?? [], gaps: pairs["gap"] ?? [],
      mismatches: pairs["mismatch"] ?? [], islands: islands)
  }

  /// The same check with just the findings that concern some areas.
  public func concerning(_ codes: Set<String>) -> AreaCheck {
    func concerned(_ pairs: [Pair]) -> [Pair] {
      pairs.filter { $0.codes.contains(where: codes.contains) }
    }
    return AreaCheck(
      level: level, invalid: invalid.filter { codes.contains($0.code) },
      overlaps: concerned(overlaps), gaps: concerned(gaps), mismatches: concerned(mismatches),
      islands: islands.filter(codes.contains))
  }
}
