internal import Areas
internal import Tables
internal import Tabulation

/// A published table in the form in which a file keeps it.
struct SavedTable: Codable {
  /// A level of areas.
  struct Level: Codable {
    let name: String
    let plural: String
    /// The place of an own level among the own levels; nil for a level of CBS.
    let order: Int?
  }

  /// A column.
  struct Column: Codable {
    let figures: [SavedFigure]
    let fromRecords: Bool
    let source: String
    let synthetic: Bool
    let conversion: Conversion?
    let estimates: Estimates?
  }

  /// How the values were converted from another edition.
  struct Conversion: Codable {
    let origin: String
    let shares: [Double?]
    let grades: [Int]
  }

  /// How sure estimates are.
  struct Estimates: Codable {
    let margins: [Double?]
    let respondents: [Int?]
    let minimum: Int
  }

  let level: Level
  let codes: [String]
  let gemeentecodes: [String]
  let columns: [String: Column]
}

/// A published figure in a file: a number, `[lower, upper]`, or the word for why there is none.
enum SavedFigure: Codable {
  case known(PublishedFigure)

  private static let suppressed = "suppressed"
  private static let unreliable = "unreliable"

  var figure: PublishedFigure {
    switch self {
    case .known(let figure): figure
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    func damaged() -> DecodingError {
      DecodingError.dataCorruptedError(
        in: container, debugDescription: "a number, two bounds, or a reason")
    }
    if let word = try? container.decode(String.self) {
      switch word {
      case Self.suppressed: self = .known(.suppressed)
      case Self.unreliable: self = .known(.unreliable)
      default:
        guard let reason = MissingReason(rawValue: word) else { throw damaged() }
        self = .known(.missing(reason))
      }
    } else if let number = try? container.decode(Double.self) {
      self = .known(.value(number))
    } else {
      let bounds = try container.decode([Double].self)
      guard bounds.count == 2, bounds[0] <= bounds[1] else { throw damaged() }
      self = .known(.interval(lower: bounds[0], upper: bounds[1]))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch figure {
    case .value(let number): try container.encode(number)
    case .interval(let lower, let upper): try container.encode([lower, upper])
    case .missing(let reason): try container.encode(reason.rawValue)
    case .suppressed: try container.encode(Self.suppressed)
    case .unreliable: try container.encode(Self.unreliable)
    }
  }
}

extension SavedTable {
  /// Puts a table in the form of the file, with the columns that are wanted and no others.
  init(_ table: PublishedTable, columns wanted: Set<String>, ownLevels: [AreaLevel]) {
    level = Level(
      name: table.level.rawValue, plural: table.level.plural,
      order: table.level.isOwn ? ownLevels.firstIndex(of: table.level) ?? 0 : nil)
    codes = table.codes
    gemeentecodes = table.gemeentecodes
    columns = table.columns.filter { wanted.contains($0.key) }.mapValues(Column.init)
  }

  /// The level of the areas; nil when it is none.
  var areaLevel: AreaLevel? {
    guard let order = level.order else { return AreaLevel.cbs.first { $0.rawValue == level.name } }
    let isName = level.name.wholeMatch(of: /[a-z0-9_-]+/) != nil
    let isPlural = level.plural.wholeMatch(of: /[a-z0-9_-]+/) != nil
    guard isName, isPlural, (0..<1_000).contains(order),
      !AreaLevel.cbs.contains(where: { $0.rawValue == level.name })
    else { return nil }
    return .own(level.name, plural: level.plural, order: order)
  }

  /// Whether it is a table that a run can have saved: one figure per area, areas in order, and of what
  /// comes from records nothing that the rule hides.
  func isSound(under rule: DisclosureRule?) -> Bool {
    areaLevel != nil && gemeentecodes.count == codes.count
      && zip(codes, codes.dropFirst()).allSatisfy(<)
      && columns.allSatisfy { id, column in
        column.isSound(count: codes.count, under: rule)
          && (rule == nil || column.fromRecords || !id.hasPrefix(PublishedColumn.recordsPrefix))
      }
  }
}

extension SavedTable.Column {
  init(_ column: PublishedColumn) {
    figures = column.figures.map(SavedFigure.known)
    fromRecords = column.isFromRecords
    source = column.source
    synthetic = column.isSynthetic
    conversion = column.conversion.map {
      SavedTable.Conversion(
        origin: $0.origin, shares: $0.shares, grades: $0.grades.map(\.rawValue))
    }
    // Of an estimate that is not shown its answers are not told either.
    let isShown = column.figures.map { $0 != .unreliable && $0 != .suppressed }
    estimates = column.estimates.map { estimates in
      SavedTable.Estimates(
        margins: zip(isShown, estimates.margins).map { $0 ? $1 : nil },
        respondents: zip(isShown, estimates.respondents).map { $0 ? $1 : nil },
        minimum: estimates.minimum)
    }
  }

  fileprivate func isSound(count: Int, under rule: DisclosureRule?) -> Bool {
    guard figures.count == count else { return false }
    if let conversion {
      guard conversion.shares.count == count, conversion.grades.count == count,
        conversion.grades.allSatisfy({ ColumnConversion.Grade(rawValue: $0) != nil })
      else { return false }
    }
    if let estimates {
      guard estimates.margins.count == count, estimates.respondents.count == count else {
        return false
      }
    }
    guard fromRecords, let rule else { return true }
    return figures.allSatisfy { rule.allows($0.figure) }
  }
}

extension DisclosureRule {
  /// More than any file has records, and room for the sums of their columns.
  static let largest = 1e15

  /// Whether a figure from records can be one that the rule lets through.
  func allows(_ figure: PublishedFigure) -> Bool {
    switch figure {
    case .value(let number):
      number == 0
        ? zeros == .shown
        : number >= rounded(Double(minimumCount)) && number <= Self.largest
          && rounded(number) == number
    case .interval(let lower, let upper):
      lower > Double(minimumCount - roundingBase) && upper <= Self.largest
        && rounded(lower) == lower && rounded(upper) == upper
    case .missing, .suppressed, .unreliable: true
    }
  }
}
