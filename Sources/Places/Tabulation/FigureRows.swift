internal import Areas
internal import CSV

/// Finds the area of each row of a file of figures, and keeps account of those that have none.
struct FigureRows {
  typealias Found = (code: String, level: AreaLevel, ordinal: Int)

  private let layout: FigureLayout
  private let areas: AreaSet
  private let wanted: AreaLevel?
  private let own: [AreaLayer]
  private let named: AreaLayer?
  private let names: AreaNames?
  private let gemeentecodes: Set<String>
  private var present: [AreaLevel: Set<String>] = [:]
  private(set) var unknownCodes: Set<String> = []
  private(set) var doubtfulNames: [String: FigureFile.DoubtfulName] = [:]
  private(set) var otherRows = 0
  private(set) var totalRows = 0
  private(set) var unreadableRows = 0
  /// The numbers of the first of them, the header being row 1.
  private(set) var firstUnreadableRows: [Int] = []
  /// The rows that were read, the header too.
  private var row = 1

  init(_ layout: FigureLayout, areas: AreaSet, level wanted: AreaLevel?) {
    self.layout = layout
    self.areas = areas
    self.wanted = wanted
    own = areas.layers.filter { $0.level.isOwn && (wanted == nil || wanted == $0.level) }
    gemeentecodes = Set(areas.gemeenten.map { String($0.code.dropFirst(2)) })
    if case .name = layout.key {
      named = wanted.flatMap { areas[$0] } ?? areas.layers.first
      names = named.map(AreaNames.init)
    } else {
      named = nil
      names = nil
    }
  }

  /// The gemeenten of which the file has any row at a level.
  func gemeenten(of layer: AreaLayer) -> Set<String> { present[layer.level] ?? [] }

  /// The area of a row, whose cells `cell` gives; nil, and counted, when it has none.
  mutating func area(_ cell: (Int) -> String) -> Found? {
    let found: Found?
    switch layout.key {
    case .code(let column): found = byCode(cell(column))
    case .name(let column, let gemeente, let same):
      found = byName(cell(column), gemeente: gemeente.map(cell), same: same)
    }
    if let found, let layer = areas[found.level] {
      present[found.level, default: []].insert(layer.areas[found.ordinal].gemeentecode)
    }
    return found
  }

  /// Goes to the next row; rows of which no area is asked count too.
  mutating func next() { row += 1 }

  private mutating func noteUnreadable() {
    unreadableRows += 1
    if firstUnreadableRows.count < FigureFile.namedRows { firstUnreadableRows.append(row) }
  }

  private mutating func byCode(_ text: String) -> Found? {
    for layer in own {
      if let ordinal = layer.ordinal(of: text) { return (text, layer.level, ordinal) }
    }
    if wanted?.isOwn ?? false {
      if text.isEmpty { totalRows += 1 } else { otherRows += 1 }
      return nil
    }
    guard let known = AreaNames.code(text), let level = AreaCode.level(of: known) else {
      if AreaNames.isTotal(text) { totalRows += 1 } else { noteUnreadable() }
      return nil
    }
    guard gemeentecodes.contains(String(known.dropFirst(2).prefix(4))),
      wanted == nil || wanted == level
    else {
      otherRows += 1
      return nil
    }
    guard let layer = areas[level], let ordinal = layer.ordinal(of: known) else {
      if areas[level] == nil { otherRows += 1 } else { unknownCodes.insert(known) }
      return nil
    }
    return (known, level, ordinal)
  }

  private mutating func byName(
    _ text: String, gemeente: String?, same: [String: String]
  ) -> Found? {
    guard let named, let names else { return nil }
    let meant = same[text] ?? text
    if meant == "-" {
      otherRows += 1
      return nil
    }
    guard !text.isEmpty else {
      totalRows += 1
      return nil
    }
    switch names.find(meant, gemeente: gemeente) {
    case .area(let ordinal): return (named.areas[ordinal].code, named.level, ordinal)
    case .elsewhere: otherRows += 1
    case .several(let codes):
      doubtfulNames[text] = FigureFile.DoubtfulName(name: text, nearest: nil, codes: codes)
    case .none(let nearest):
      if AreaNames.isTotal(text) {
        totalRows += 1
      } else {
        doubtfulNames[text] = FigureFile.DoubtfulName(name: text, nearest: nearest, codes: [])
      }
    }
    return nil
  }
}
