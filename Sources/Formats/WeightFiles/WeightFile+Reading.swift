extension WeightFile {
  /// Reads the text of a GAL file.
  /// - Throws: ``WeightFileError``.
  public init(gal text: String) throws(WeightFileError) {
    let lines = Self.lines(text)
    let announced = try Self.header(lines)
    var ids: [String] = []
    var places: [String: Int] = [:]
    var lists: [(line: Int, ids: [Substring])] = []
    var line = 1
    while ids.count < announced || line < lines.count && lines[line].contains(where: { $0 != " " })
    {
      guard lines.dropFirst(line).contains(where: { !Self.words($0).isEmpty }) else {
        throw .otherCount(announced: announced, found: ids.count)
      }
      let head = Self.words(lines[line])
      guard head.count == 2, let count = Int(head[1]), count >= 0 else { throw .badLine(line + 1) }
      let id = String(head[0])
      guard places.updateValue(ids.count, forKey: id) == nil else {
        throw .repeatedID(id, line: line + 1)
      }
      ids.append(id)
      var neighbours: [Substring] = []
      line += 1
      // The line of an area without neighbours is empty; some programs leave it out.
      if count == 0 {
        if line < lines.count, Self.words(lines[line]).isEmpty { line += 1 }
      } else {
        guard line < lines.count else { throw .badLine(line) }
        neighbours = Self.words(lines[line])
        guard neighbours.count == count else { throw .badLine(line + 1) }
        line += 1
      }
      lists.append((line, neighbours))
    }
    guard ids.count == announced else {
      throw .otherCount(announced: announced, found: ids.count)
    }
    var links: [Link] = []
    for (area, list) in lists.enumerated() {
      for id in list.ids {
        guard let place = places[String(id)] else {
          throw .unknownID(String(id), line: list.line)
        }
        links.append(Link(from: area, to: place, weight: 1))
      }
    }
    self.init(ids: ids, links: links)
  }

  /// Reads the text of a GWT file. A link of an area to itself is left out.
  /// - Throws: ``WeightFileError``.
  public init(gwt text: String) throws(WeightFileError) {
    let lines = Self.lines(text)
    let announced = try Self.header(lines)
    var ids: [String] = []
    var places: [String: Int] = [:]
    var links: [Link] = []
    func place(_ id: Substring) -> Int {
      if let place = places[String(id)] { return place }
      places[String(id)] = ids.count
      ids.append(String(id))
      return ids.count - 1
    }
    for (line, text) in lines.enumerated().dropFirst() {
      let words = Self.words(text)
      if words.isEmpty { continue }
      guard words.count == 3, let weight = Double(words[2]), weight.isFinite else {
        throw .badLine(line + 1)
      }
      let from = place(words[0])
      let to = place(words[1])
      if from != to { links.append(Link(from: from, to: to, weight: weight)) }
    }
    guard ids.count <= announced else {
      throw .otherCount(announced: announced, found: ids.count)
    }
    self.init(ids: ids, links: links)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func words(_ line: Substring) -> [Substring] {
    line.split { $0 == " " || $0 == "\t" }
  }

  /// The number of areas that the first line tells.
  private static func header(_ lines: [Substring]) throws(WeightFileError) -> Int {
    let words = words(lines.first ?? "")
    let number = words.count >= 2 ? words[1] : words.first ?? ""
    guard let count = Int(number), count >= 0 else { throw .noHeader }
    return count
  }
}
