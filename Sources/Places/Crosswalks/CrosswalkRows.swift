internal import Bytes
internal import CSV

/// The rows of a crosswalk file.
struct CrosswalkRows {
  private struct Row {
    let a: String
    let b: String
    let weight: Double?
    let share: Double?
    let kind: WeightKind
  }

  private struct End: Hashable {
    var year: Int?
    var level = ""
  }

  private let path: String
  private var rows: [Row] = []
  private var ends = (from: End(), to: End())
  private var names: (from: [String: String], to: [String: String]) = ([:], [:])

  init(_ file: CSVFile) throws(CSVError) {
    path = file.path
    do throws(CrosswalkError) {
      try read(file)
    } catch {
      if case .csv(let error) = error { throw error }
      throw .source(CSVSourceFailure(error))
    }
  }

  private mutating func read(_ file: CSVFile) throws(CrosswalkError) {
    let header = file.header.map { $0.lowercased() }
    for name in ["van_niveau", "van_code", "naar_niveau", "naar_code", "aandeel"]
    where !header.contains(name) {
      throw .missingColumn(path: path, column: name, known: file.header)
    }
    func place(_ name: String) -> Int? { header.firstIndex(of: name) }
    let places = [
      place("van_code"), place("naar_code"), place("van_niveau"), place("naar_niveau"),
      place("van_jaar"), place("naar_jaar"), place("gewicht"), place("aandeel"), place("soort"),
      place("van_naam"), place("naar_naam"),
    ]
    var number = 0
    var chunks = file.chunks()
    while true {
      let chunk: CSVChunk?
      do { chunk = try chunks.next() } catch { throw .csv(error) }
      guard let chunk else { break }
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        number += 1
        guard records.fieldCount(record) == header.count else {
          throw .badRow(path: path, row: number)
        }
        let cells = places.map { $0.map { records.text(record, $0).trimmed } ?? "" }
        try take(cells, row: number)
      }
    }
    guard !rows.isEmpty else { throw .badRow(path: path, row: 1) }
  }

  private mutating func take(_ cells: [String], row: Int) throws(CrosswalkError) {
    func bad() -> CrosswalkError { .badRow(path: path, row: row) }
    func amount(_ text: String) throws(CrosswalkError) -> Double? {
      guard !text.isEmpty else { return nil }
      guard let number = DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true),
        number >= 0, number.isFinite
      else { throw bad() }
      return number
    }
    func year(_ text: String) throws(CrosswalkError) -> Int? {
      guard !text.isEmpty else { return nil }
      guard let year = Int(text), (1900...2100).contains(year) else { throw bad() }
      return year
    }
    let from = End(year: try year(cells[4]), level: cells[2])
    let to = End(year: try year(cells[5]), level: cells[3])
    guard !from.level.isEmpty, !to.level.isEmpty, !(cells[0].isEmpty && cells[1].isEmpty) else {
      throw bad()
    }
    if rows.isEmpty { ends = (from, to) }
    guard ends.from == from, ends.to == to else { throw .mixed(path: path) }
    guard cells[8].isEmpty || WeightKind(rawValue: cells[8]) != nil else { throw bad() }
    let share = try amount(cells[7])
    if !cells[0].isEmpty, !cells[1].isEmpty {
      guard let share, share <= 1.001 else { throw bad() }
    }
    rows.append(
      Row(
        a: cells[0], b: cells[1], weight: try amount(cells[6]), share: share,
        kind: WeightKind(rawValue: cells[8]) ?? .addresses))
    if !cells[0].isEmpty { names.from[cells[0]] = cells[9].isEmpty ? cells[0] : cells[9] }
    if !cells[1].isEmpty { names.to[cells[1]] = cells[10].isEmpty ? cells[1] : cells[10] }
  }

  func crosswalk() throws(CSVError) -> Crosswalk {
    func side(_ end: End, _ names: [String: String]) -> CrosswalkSide {
      let codes = names.keys.sorted()
      return CrosswalkSide(
        year: end.year, level: end.level, codes: codes, names: codes.map { names[$0] ?? $0 })
    }
    let from = side(ends.from, names.from)
    let to = side(ends.to, names.to)
    var uncovered = [Double](repeating: 0, count: from.codes.count)
    var unfilled = [Double](repeating: 0, count: to.codes.count)
    var links: [Crosswalk.Link] = []
    for row in rows {
      switch (from.ordinal(of: row.a), to.ordinal(of: row.b)) {
      case (let a?, let b?):
        guard let share = row.share, share > 0 else { continue }
        links.append(
          Crosswalk.Link(
            from: a, to: b, weight: row.weight ?? share, share: share, kind: row.kind))
      case (let a?, nil): uncovered[a] += row.weight ?? 0
      case (nil, let b?): unfilled[b] += row.weight ?? 0
      case (nil, nil): break
      }
    }
    links.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    var sums = [Double](repeating: 0, count: from.codes.count)
    for (place, link) in links.enumerated() {
      sums[link.from] += link.share
      if place > 0, links[place - 1].from == link.from, links[place - 1].to == link.to {
        throw fault(.twice(path: path, from: from.codes[link.from], to: to.codes[link.to]))
      }
    }
    for (place, sum) in sums.enumerated() where sum > 0 && abs(sum - 1) > 0.001 {
      throw fault(.shares(path: path, code: from.codes[place], sum: sum))
    }
    let kinds = links.map(\.kind)
    return Crosswalk(
      from: from, to: to,
      mainKind: kinds.contains(.addresses) || !kinds.contains(.area) ? .addresses : .area,
      links: links.map {
        Crosswalk.Link(
          from: $0.from, to: $0.to, weight: $0.weight,
          // Shares that add up to 1 within rounding stay as they are.
          share: abs(sums[$0.from] - 1) < 1e-12 ? $0.share : $0.share / sums[$0.from],
          kind: $0.kind)
      }, uncovered: uncovered, unfilled: unfilled)
  }

  private func fault(_ error: CrosswalkError) -> CSVError { .source(CSVSourceFailure(error)) }
}
