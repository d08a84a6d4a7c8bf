internal import Bytes
internal import CSV

/// What a scheme pays to untraceable convicts, gathered while its register is read once.
///
/// Nothing is kept of rows whose token is not in the other register, and no token of those that are.
struct SchemeLinks: Sendable {
  /// Where a payment goes.
  enum Address: Int, CaseIterable, Sendable {
    /// A registered address.
    case registered
    /// A letter address: one at which somebody takes the mail (briefadres).
    case letter
    /// A post-office box.
    case post
    /// An address abroad.
    case foreign
    /// Not told.
    case unknown

    /// The words for each.
    private static let byWord: [String: Address] = [
      "brp": .registered, "woonadres": .registered, "brief": .letter, "briefadres": .letter,
      "post": .post, "postbus": .post, "postadres": .post, "buitenland": .foreign,
      "onbekend": .unknown,
    ]

    /// The words that say something, in small letters.
    static var words: Dictionary<String, Address>.Keys { byWord.keys }

    init(_ word: String) { self = Self.byWord[word.lowercased()] ?? .unknown }
  }

  /// For each person that was found: the months in common, and per period what was seen.
  private(set) var entryOfPerson: [Int32]
  private(set) var persons: [Int32] = []
  private(set) var months: [MonthSet] = []
  private(set) var flags: [UInt8] = []
  private(set) var rows = RowCounts()
  let periods: [MonthSet]

  private static let discordant: UInt8 = 1 << 5
  private static let concordant: UInt8 = 1 << 6

  init(personCount: Int, periods: [MonthSet]) {
    entryOfPerson = Array(repeating: -1, count: personCount)
    self.periods = periods
  }

  /// One payment to somebody who was untraceable at the time.
  struct Match: Sendable {
    let person: Int32
    let months: MonthSet
    let address: Address
    /// Whether it goes to another gemeente than where the person was last registered; nil when one of
    /// them is not known.
    let isElsewhere: Bool?
  }

  /// Adds what a chunk gave. The order of chunks does not matter.
  mutating func add(_ matches: [Match], rows other: RowCounts) {
    rows.add(other)
    for match in matches {
      var entry = Int(entryOfPerson[Int(match.person)])
      if entry < 0 {
        entry = persons.count
        entryOfPerson[Int(match.person)] = Int32(entry)
        persons.append(match.person)
        months.append(MonthSet())
        flags += Array(repeating: 0, count: periods.count)
      } else {
        rows.again += 1
      }
      months[entry].formUnion(match.months)
      var seen: UInt8 = 1 << UInt8(match.address.rawValue)
      if let isElsewhere = match.isElsewhere {
        seen |= isElsewhere ? Self.discordant : Self.concordant
      }
      for (period, all) in periods.enumerated()
      where !match.months.intersection(all).isEmpty {
        flags[entry * periods.count + period] |= seen
      }
    }
  }

  /// The address of a person in a period: the one that tells most.
  func address(_ entry: Int, _ period: Int) -> Address {
    let seen = flags[entry * periods.count + period]
    let order: [Address] = [.foreign, .post, .letter, .registered]
    return order.first { seen & (1 << UInt8($0.rawValue)) != 0 } ?? .unknown
  }

  /// Whether anything goes to another gemeente; nil when that is not known of any payment.
  func isElsewhere(_ entry: Int, _ period: Int) -> Bool? {
    let seen = flags[entry * periods.count + period]
    if seen & Self.discordant != 0 { return true }
    return seen & Self.concordant != 0 ? false : nil
  }
}

/// Reads the register of a scheme against that of the untraceable.
///
/// Columns: `token`, `begin`; if there are, `eind` (empty while it lasts), `regeling` (other schemes are
/// left out), `wijkcode`, `wijk_betaaladres` or `gemeentecode`, and `adres_type` (brp, brief, post,
/// buitenland).
struct SchemeReader: Sendable {
  let name: String
  let columns: RegisterColumns
  let register: UntraceableRegister
  let years: CountedYears
  private let token: Int
  private let begin: Int
  private let end: Int?
  private let scheme: Int?
  private let address: Int?
  private let areas: [Int]

  static let placeNames = [
    "wijkcode", "wijk_betaaladres", "wijk", "gemeentecode", "gemeente_betaaladres",
  ]

  init(
    _ file: CSVFile, name: String, register: UntraceableRegister, years: CountedYears
  ) throws(LinkageError) {
    self.name = name
    self.register = register
    self.years = years
    columns = RegisterColumns(file)
    token = try columns.needed(["token"])
    begin = try columns.needed(["begin", "begindatum"])
    end = columns.column(["eind", "einddatum"])
    scheme = columns.column(["regeling"])
    address = columns.column(["adres_type"])
    let found = columns
    areas = Self.placeNames.compactMap { found.column([$0]) }
  }

  /// What a chunk gave, or why it is refused.
  private typealias Part = Result<([SchemeLinks.Match], RowCounts), LinkageError>

  /// Reads the register, by several tasks at a time; their number does not change what comes of it.
  func read(tasks: Int) async throws(LinkageError) -> SchemeLinks {
    var links = SchemeLinks(personCount: register.count, periods: years.periods)
    var failure: (chunk: Int, error: LinkageError)?
    var ending: CSVError?
    await withTaskGroup(of: (Int, Part).self) { group in
      var reader = columns.file.chunks()
      var number = 0
      var running = 0
      while true {
        while running < tasks, failure == nil, ending == nil {
          do throws(CSVError) {
            guard let chunk = try reader.next() else { break }
            let (place, isFirst) = (number, number == 0)
            number += 1
            running += 1
            group.addTask { (place, part(chunk, isFirst: isFirst)) }
          } catch {
            ending = error
          }
        }
        guard let (place, part) = await group.next() else { break }
        running -= 1
        switch part {
        case .success(let (matches, rows)): links.add(matches, rows: rows)
        case .failure(let error):
          if failure == nil || failure!.chunk > place { failure = (place, error) }
        }
      }
    }
    if let failure { throw failure.error }
    if let ending { throw .csv(ending) }
    guard links.rows.rows > 0 else { throw .nothingToCount(path: columns.file.path) }
    return links
  }

  private func part(_ chunk: CSVChunk, isFirst: Bool) -> Part {
    Result { () throws(LinkageError) in
      let chunk = RegisterChunk(chunk, of: columns.file)
      if isFirst { try columns.checkOthers(chunk.records, except: token) }
      var matches: [SchemeLinks.Match] = []
      var rows = RowCounts()
      for record in 0..<chunk.records.count {
        rows.rows += 1
        guard chunk.records.fieldCount(record) == chunk.fieldCount else {
          rows.leave(.ragged)
          continue
        }
        // Every token is looked at, so that what is none is refused wherever it stands.
        let found = register.index.place(of: try chunk.token(record, token))
        if found != nil { rows.found += 1 }
        if let scheme, chunk.text(record, scheme).lowercased() != name.lowercased() {
          rows.leave(.otherScheme)
          continue
        }
        guard let stretch = try chunk.months(record, from: begin, to: end, in: years) else {
          rows.leave(.dates)
          continue
        }
        guard let found else { continue }
        let common = stretch.intersection(register.months[found])
        guard !common.isEmpty else { continue }
        var place = LinkPlace.unknown
        for column in areas where place == .unknown {
          place = LinkPlace(code: chunk.text(record, column))
        }
        let last = register.places[Int(register.placeOfPerson[found])].gemeente
        let isElsewhere = place.gemeente.flatMap { own in last.map { own != $0 } }
        matches.append(
          SchemeLinks.Match(
            person: Int32(found), months: common,
            address: address.map { SchemeLinks.Address(chunk.text(record, $0)) } ?? .unknown,
            isElsewhere: isElsewhere))
      }
      return (matches, rows)
    }
  }
}
