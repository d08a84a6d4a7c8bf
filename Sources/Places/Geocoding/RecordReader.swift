public import Areas
internal import Bytes
public import CSV

/// Reads named columns of a file of records and places the records.
public struct RecordReader: Sendable {
  /// One column to read.
  public struct Column: Hashable, Sendable {
    /// The name by which the column is known afterwards.
    public let name: String
    /// Its place in the header.
    public let index: Int
    /// How its cells are read.
    public let kind: RecordColumn.Kind
    /// The places of further columns that say the same together; none but for an address.
    public let furtherIndices: [Int]

    /// Names a column.
    public init(name: String, index: Int, kind: RecordColumn.Kind) {
      self.name = name
      self.index = index
      self.kind = kind
      furtherIndices = []
    }

    /// Names what columns say together of an address: records with the same cells in all of them are at
    /// the same one.
    public init(name: String, addressIn index: Int, and furtherIndices: [Int]) {
      self.name = name
      self.index = index
      self.furtherIndices = furtherIndices
      kind = .address
    }
  }

  private let file: CSVFile
  private let placing: Placing
  private let columns: [Column]

  /// Prepares reading; other columns than these and those that say where records belong are not
  /// looked at.
  public init(file: CSVFile, placing: Placing, columns: [Column]) {
    self.file = file
    self.placing = placing
    self.columns = columns
  }

  /// Prepares reading of records that are placed by coordinate or code.
  public init(file: CSVFile, placer: RecordPlacer, columns: [Column]) {
    self.init(file: file, placing: .areas(placer, specialPoints: nil), columns: columns)
  }

  /// Reads the whole file in up to `tasks` tasks; the result does not depend on their number.
  /// - Parameter pointAreas: the areas of the same level in which records are counted per point; all
  ///   when left out. Many files hold records of other gemeenten, whose points are of no use.
  /// - Throws: ``CSVError``.
  /// - Complexity: O(bytes); about 10 bytes of memory per record and column.
  public func read(
    tasks: Int, countingPointsIn pointAreas: AreaLayer? = nil
  ) async throws -> LocatedRecords {
    var ordinals: [Int32] = []
    var counts = PlacementCounts()
    var builders = columns.map { ColumnBuilder(kind: $0.kind) }
    let areaCount = placing.layer.areas.count
    var quality = PlacementQuality(
      by: placing,
      countsPoints: placing.layer.areas.map {
        pointAreas == nil || pointAreas?.ordinal(of: $0.code) != nil
      })
    var municipalityOnly: [(record: Int32, gemeentecode: String)] = []
    try await forEachChunkInOrder(
      of: file, tasks: max(tasks, 1),
      work: { [placing, columns, file] chunk in
        try Part(chunk, placing: placing, columns: columns, dialect: file.dialect)
      },
      collect: { part in
        let before = Int32(ordinals.count)
        ordinals += part.placed.ordinals
        counts.add(part.placed.counts)
        quality.add(part.placed)
        municipalityOnly += part.placed.municipalityOnly.map {
          (before + $0.record, $0.gemeentecode)
        }
        for index in builders.indices { builders[index].append(part.builders[index]) }
      })
    var named: [String: RecordColumn] = [:]
    for (column, builder) in zip(columns, builders) { named[column.name] = builder.column }
    return LocatedRecords(
      level: placing.layer.level, areaCount: areaCount, ordinals: ordinals, columns: named,
      counts: counts, quality: quality, municipalityOnly: municipalityOnly)
  }

  /// What one chunk holds.
  private struct Part: Sendable {
    let placed: PlacedRecords
    var builders: [ColumnBuilder]

    init(_ chunk: CSVChunk, placing: Placing, columns: [Column], dialect: CSVDialect) throws {
      let records = CSVRecords(chunk.bytes, dialect: dialect)
      placed = try placing.place(records)
      builders = columns.map { ColumnBuilder(kind: $0.kind) }
      for (place, column) in columns.enumerated() {
        func cell(_ record: Int, _ index: Int) -> String {
          index < records.fieldCount(record) ? records.text(record, index) : ""
        }
        for record in 0..<records.count {
          builders[place].append(
            column.kind == .address
              ? Self.address(
                [cell(record, column.index)] + column.furtherIndices.map { cell(record, $0) })
              : cell(record, column.index))
        }
      }
    }

    /// What tells an address from others: its cells in capitals without blanks; empty when all are.
    private static func address(_ cells: [String]) -> String {
      let parts = cells.map { $0.uppercased().filter { !$0.isWhitespace } }
      return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "\t")
    }
  }
}

/// A column in the making.
private struct ColumnBuilder: Sendable {
  let kind: RecordColumn.Kind
  private var codes: [UInt32] = []
  private var words: [String] = []
  private var codeOfWord: [String: UInt32] = [:]
  private var days: [Int32] = []
  private var numbers: [Double] = []
  private var unreadable = 0

  init(kind: RecordColumn.Kind) { self.kind = kind }

  mutating func append(_ cell: String) {
    let text = cell.trimmed
    switch kind {
    case .category, .address:
      codes.append(code(of: text))
    case .date:
      if let date = RecordDate(text) {
        days.append(date.day)
      } else {
        let isEmpty = RecordColumn.isEmpty(text)
        if !isEmpty { unreadable += 1 }
        days.append(isEmpty ? RecordColumn.noDay : RecordColumn.unreadableDay)
      }
    case .number:
      if let number = DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true),
        number.magnitude <= RecordColumn.largestNumber
      {
        numbers.append(number)
      } else {
        if !RecordColumn.isEmpty(text) { unreadable += 1 }
        numbers.append(.nan)
      }
    }
  }

  private mutating func code(of word: String) -> UInt32 {
    if let code = codeOfWord[word] { return code }
    let code = UInt32(words.count)
    words.append(word)
    codeOfWord[word] = code
    return code
  }

  mutating func append(_ other: ColumnBuilder) {
    let translated = other.words.map { code(of: $0) }
    codes += other.codes.map { translated[Int($0)] }
    days += other.days
    numbers += other.numbers
    unreadable += other.unreadable
  }

  var column: RecordColumn {
    let cells: RecordColumn.Cells =
      switch kind {
      case .category: .category(codes: codes, words: words)
      // What the address is, is not kept.
      case .address: .address(codes.map { words[Int($0)].isEmpty ? -1 : Int32($0) })
      case .date: .date(days)
      case .number: .number(numbers)
      }
    return RecordColumn(cells: cells, unreadable: unreadable)
  }
}
