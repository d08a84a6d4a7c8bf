internal import Areas

/// How the records of one source were placed, in the form in which a file keeps it.
struct SavedPlacing: Codable {
  /// One count.
  struct Row: Codable {
    let level: String
    let code: String
    let name: String
    let what: String
    let figure: SavedFigure
    let share: Double?
  }

  /// The id of the records.
  let placing: String
  let rows: [Row]
}

extension SavedPlacing {
  init(_ placing: PublishedPlacing) {
    self.placing = placing.id
    rows = placing.rows.map {
      Row(
        level: $0.level, code: $0.code, name: $0.name, what: $0.what, figure: .known($0.figure),
        share: $0.share)
    }
  }

  /// Whether it is what a run can have saved: of each count nothing that the rule hides, once, under words of the
  /// program.
  func isSound(under rule: DisclosureRule?) -> Bool {
    let keys = Set(rows.map { [$0.level, $0.code, $0.name, $0.what] })
    return keys.count == rows.count
      && rows.allSatisfy { row in
        (rule?.allows(row.figure.figure) ?? true)
          && (row.share.map { (0...1).contains($0) && row.figure.figure.number != nil } ?? true)
          && (!row.code.isEmpty || Self.isAboutNoArea(row))
          && Self.isReason(row.what)
      }
  }

  private static func isAboutNoArea(_ row: Row) -> Bool {
    PublishedPlacing.NoArea(rawValue: row.level).map { ($0 == .specialPoint) == !row.name.isEmpty }
      ?? false
  }

  /// Words of the program for verdicts and reasons have small letters and underscores alone.
  private static func isReason(_ what: String) -> Bool {
    (1...40).contains(what.utf8.count)
      && what.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
  }
}

extension SavedPublication {
  /// How records were placed, by source, as it was published.
  public var placings: [Placing] { savedPlacings.map(Placing.init) }

  /// How records were placed, read back.
  public struct Placing: Sendable {
    fileprivate let saved: SavedPlacing

    /// The id of the records.
    public var id: String { saved.placing }
    /// The areas that are named, each with its level and its code before its name.
    public var areas: Set<[String]> {
      Set(saved.rows.filter { !$0.code.isEmpty }.map { [$0.level, $0.code, $0.name] })
    }
    /// The records that are counted in each area, by its code.
    public var counted: [String: PublishedFigure] {
      Dictionary(
        saved.rows.filter { PublishedPlacing.countedWords.contains($0.what) }
          .map { ($0.code, $0.figure.figure) }, uniquingKeysWith: { first, _ in first })
    }
    /// What else than areas is named.
    public var names: [String] { saved.rows.flatMap { [$0.level, $0.name, $0.what] } }
  }
}

extension PublishedPlacing {
  /// Puts what cities tell of the same records beside each other: areas and gemeenten in the order of their codes,
  /// and of what belongs to none the counts of each city under its name, since nothing is told of a sum over
  /// cities.
  /// - Precondition: one or more of one id.
  public init(joining parts: [(city: String, placing: SavedPublication.Placing)]) {
    precondition(Set(parts.map(\.placing.id)).count == 1, "one source of records")
    var areas: [Row] = []
    var gemeenten: [Row] = []
    var others: [Row] = []
    for (city, placing) in parts {
      for saved in placing.saved.rows {
        let name = saved.name.isEmpty ? city : "\(city): \(saved.name)"
        let row = Row(
          level: saved.level, code: saved.code, name: saved.code.isEmpty ? name : saved.name,
          what: saved.what, figure: saved.figure.figure, share: saved.share)
        if saved.code.isEmpty {
          others.append(row)
        } else if saved.level == AreaLevel.gemeente.rawValue {
          gemeenten.append(row)
        } else {
          areas.append(row)
        }
      }
    }
    // The rows of one area stay in their order.
    func ordered(_ rows: [Row]) -> [Row] {
      rows.enumerated().sorted {
        ($0.element.code, $0.offset) < ($1.element.code, $1.offset)
      }.map(\.element)
    }
    self.init(
      id: parts[0].placing.id, rows: ordered(areas) + ordered(gemeenten) + others,
      counted: .suppressed, doubtful: nil)
  }
}
