internal import Areas
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

    /// Names a column.
    public init(name: String, index: Int, kind: RecordColumn.Kind) {
      self.name = name
      self.index = index
      self.kind = kind
    }
  }

  private let file: CSVFile
  private let placer: RecordPlacer
  private let columns: [Column]

  /// Prepares reading; other columns than these are not looked at.
  public init(file: CSVFile, placer: RecordPlacer, columns: [Column]) {
    self.file = file
    self.placer = placer
    self.columns = columns
  }

  /// Reads the whole file in up to `tasks` tasks; the result does not depend on their number.
  /// - Throws: ``CSVError``.
  /// - Complexity: O(bytes); about 10 bytes of memory per record and column.
  public func read(tasks: Int) async throws -> LocatedRecords {
    var ordinals: [Int32] = []
    var counts = PlacementCounts()
    var builders = columns.map { ColumnBuilder(kind: $0.kind) }
    try await forEachChunkInOrder(
      of: file, tasks: max(tasks, 1),
      work: { [placer, columns, file] chunk in
        try Part(chunk, placer: placer, columns: columns, dialect: file.dialect)
      },
      collect: { part in
        ordinals += part.ordinals
        counts.add(part.counts)
        for index in builders.indices { builders[index].append(part.builders[index]) }
      })
    var named: [String: RecordColumn] = [:]
    for (column, builder) in zip(columns, builders) { named[column.name] = builder.column }
    return LocatedRecords(
      level: placer.layer.level, areaCount: placer.layer.areas.count, ordinals: ordinals,
      columns: named, counts: counts)
  }

  /// What one chunk holds.
  private struct Part: Sendable {
    var ordinals: [Int32] = []
    var counts = PlacementCounts()
    var builders: [ColumnBuilder]

    init(
      _ chunk: CSVChunk, placer: RecordPlacer, columns: [Column], dialect: CSVDialect
    ) throws {
      var builders = columns.map { ColumnBuilder(kind: $0.kind) }
      var plain = 0
      var counts = PlacementCounts()
      let records = CSVRecords(chunk.bytes, dialect: dialect)
      let placements = try placer.placements(records)
      for placement in placements {
        if placement.reason == .placed { plain += 1 } else { counts.add(placement.reason) }
      }
      for (place, column) in columns.enumerated() {
        for record in 0..<records.count {
          builders[place].append(
            column.index < records.fieldCount(record) ? records.text(record, column.index) : "")
        }
      }
      if plain > 0 { counts.add(.placed, count: plain) }
      self.builders = builders
      self.ordinals = placements.map(\.ordinal)
      self.counts = counts
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
    case .category:
      codes.append(code(of: text))
    case .date:
      if let date = RecordDate(text) {
        days.append(date.day)
      } else {
        if !text.isEmpty { unreadable += 1 }
        days.append(text.isEmpty ? RecordColumn.noDay : RecordColumn.unreadableDay)
      }
    case .number:
      if let number = DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true) {
        numbers.append(number)
      } else {
        if !text.isEmpty { unreadable += 1 }
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
      case .date: .date(days)
      case .number: .number(numbers)
      }
    return RecordColumn(cells: cells, unreadable: unreadable)
  }
}
