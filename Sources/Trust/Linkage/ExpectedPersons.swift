public import CSV

/// How many untraceable persons are expected in each gemeente or wijk, before anybody is asked for data.
public struct ExpectedPersons: Sendable {
  /// What is wrong with a line. A code of an area is no secret and may be told; anything else may not.
  public enum Fault: Hashable, Sendable {
    /// Another number of fields than the header.
    case ragged
    /// No code of a gemeente or wijk, and no name of another row.
    case noCode
    /// The code of a buurt, and nothing is counted below wijk.
    case buurt(String)
    /// No whole number from 0 to ``ExpectedPersons/most``.
    case noNumber
    /// The area stood on an earlier line already.
    case twice(String, line: Int)
    /// A wijk and the gemeente that it lies in, one of them on an earlier line: whether the one number holds the
    /// other is not known.
    case partOfWhole(wijk: String, gemeente: String, line: Int)
    /// All together are more than ``ExpectedPersons/most``.
    case tooMany
  }

  /// The largest number of persons, of an area and of all together.
  public static let most = 1_000_000

  /// The areas, without those of which nothing is expected.
  let areas: LinkageAreas
  /// Per unit of these.
  let counts: [Int]
  /// The codes that are in the file, with the names of rows that are no area.
  let codes: Set<String>

  /// Whether wijken are counted, and not gemeenten alone.
  public var hasWijken: Bool { !areas.wijken.isEmpty }

  /// The rows of no area where nobody is expected: what is small is protected there too, so that more is hidden.
  public var emptyRows: [LinkageAreas.Level] {
    let known = areas.wijken.count + areas.gemeenten.count
    return [(LinkageAreas.Level.withoutFixedAddress, known), (.elsewhere, known + 1)]
      .filter { counts[$0.1] == 0 }.map(\.0)
  }

  /// Reads CSV with `code` (or `wijkcode`, `gemeentecode`) and `aantal` (or `spoorloos`). Codes are `GM0599` and
  /// `WK059901`, also without those letters; each stands there once, and a gemeente not beside its own wijken.
  /// `overig` and `zonder_vaste_woonplaats` are the rows of all other places and of people without an address;
  /// nobody is expected where they are left out.
  /// - Throws: ``LinkageError``.
  /// - Complexity: O(bytes).
  public init(_ file: CSVFile) throws(LinkageError) {
    let columns = RegisterColumns(file)
    let code = try columns.needed(["code", "wijkcode", "gemeentecode"])
    let count = try columns.needed(["aantal", "spoorloos"])
    var lines = LinesOfAreas()
    var persons: [(place: LinkPlace, count: Int)] = []
    var total = 0
    var reader = file.chunks()
    do {
      while let chunk = try reader.next() {
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        for record in 0..<records.count {
          let start = records.range(record).lowerBound
          let line = chunk.firstLine + records.bytes[..<start].count { $0 == 0x0A }
          func wrong(_ fault: Fault) -> LinkageError {
            .forecast(path: file.path, line: line, fault)
          }
          guard records.fieldCount(record) == file.header.count else { throw wrong(.ragged) }
          do throws(FaultyCode) {
            let place = try Self.place(records.text(record, code).trimmed)
            try lines.add(place, line: line)
            let text = records.text(record, count).trimmed
            guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(text),
              number <= Self.most
            else { throw FaultyCode(.noNumber) }
            total += number
            guard total <= Self.most else { throw FaultyCode(.tooMany) }
            persons.append((place, number))
          } catch {
            throw wrong(error.fault)
          }
        }
      }
    } catch let error as LinkageError {
      throw error
    } catch let error as CSVError {
      throw .csv(error)
    } catch {
      throw .nothingToCount(path: file.path)
    }
    guard !persons.isEmpty else { throw .nothingToCount(path: file.path) }
    func area(_ code: String) -> LinkageAreas.Area { LinkageAreas.Area(code: code, name: code) }
    var wijken: [String] = []
    for case .wijk(let code) in persons.map(\.place) { wijken.append(code) }
    let gemeenten = Set(persons.compactMap(\.place.gemeente))
    let areas = LinkageAreas(gemeenten: gemeenten.map(area), wijken: wijken.map(area))
    var counts = [Int](repeating: 0, count: areas.unitCount)
    for (unit, person) in zip(areas.units(of: persons.map(\.place)), persons) {
      counts[unit] += person.count
    }
    self.areas = areas
    self.counts = counts
    codes = lines.codes
  }

  private struct FaultyCode: Error {
    let fault: Fault
    init(_ fault: Fault) { self.fault = fault }
  }

  /// Where each area stood.
  private struct LinesOfAreas {
    private var lines: [String: Int] = [:]
    private var firstWijk: [String: String] = [:]

    var codes: Set<String> { Set(lines.keys) }

    mutating func add(_ place: LinkPlace, line: Int) throws(FaultyCode) {
      let whole = place.gemeente ?? ""
      var code =
        whole.isEmpty ? (ExpectedPersons.others.first { $0.value == place }?.key ?? "") : whole
      if case .wijk(let wijk) = place {
        code = wijk
        if let other = lines[whole] {
          throw FaultyCode(.partOfWhole(wijk: wijk, gemeente: whole, line: other))
        }
        firstWijk[whole] = firstWijk[whole] ?? wijk
      } else if !whole.isEmpty, let wijk = firstWijk[whole], let other = lines[wijk] {
        throw FaultyCode(.partOfWhole(wijk: wijk, gemeente: whole, line: other))
      }
      if let other = lines[code] { throw FaultyCode(.twice(code, line: other)) }
      lines[code] = line
    }
  }

  /// The rows that are no area.
  private static let others: [String: LinkPlace] = [
    LinkageAreas.Level.elsewhere.rawValue: .unknown,
    LinkageAreas.Level.withoutFixedAddress.rawValue: .withoutFixedAddress,
  ]

  /// The area of a code that is written as a code is, and not as registers may have it.
  private static func place(_ text: String) throws(FaultyCode) -> LinkPlace {
    if let other = others[text.lowercased()] { return other }
    guard
      let match = text.uppercased().wholeMatch(
        of: /(GM|WK|BU)?([0-9]{4})(?:([0-9A-Z]{2})([0-9A-Z]{2})?)?/)
    else { throw FaultyCode(.noCode) }
    let gemeente = String(match.2)
    switch (match.1.map(String.init) ?? "", match.3, match.4) {
    case ("GM", nil, nil), ("", nil, nil): return .gemeente("GM" + gemeente)
    case ("WK", let wijk?, nil), ("", let wijk?, nil):
      return .wijk("WK" + gemeente + wijk)
    case ("BU", let wijk?, let buurt?), ("", let wijk?, let buurt?):
      throw FaultyCode(.buurt("BU" + gemeente + wijk + buurt))
    default: throw FaultyCode(.noCode)
    }
  }
}
