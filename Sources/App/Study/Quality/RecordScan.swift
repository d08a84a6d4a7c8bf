internal import Bytes
internal import CSV
internal import Geocoding
internal import Governance
internal import Quality

/// What the rows of a file of records are like, apart from what they mean: read once from begin to end.
///
/// Looks into the columns that the study reads, and of a file by itself into all. Of whole rows a fingerprint is kept while the file is
/// read, so that rows that are there twice are found.
struct RecordScan {
  let measured: Measured
  /// The names of the columns, as far as they may be repeated.
  let names: [String]
  /// The coordinates of records that have one that can be read; nil when they are placed otherwise.
  let coordinates: CoordinateScan?

  /// - Parameter others: columns of which it is not known whether they have to be filled.
  /// - Throws: `CSVError`, or `ProjectionError`.
  init(
    _ input: StudyInputs.Records, others: [Int] = [], groups: RecordGroups, asked: Set<String>
  ) throws {
    let file = input.file
    let needed = Self.columns(of: input).filter { !others.contains($0) }
    let looked = needed + others
    let subjects = Self.subjects(of: input)
    let coordinates: (x: Int, y: Int)? =
      if case .columns(.rd(let x, let y), _) = input.place { (x, y) } else { nil }
    var empty = looked.map { _ in RecordTally(groups) }
    var padded = empty
    var ragged = RecordTally(groups)
    var repeated = RecordTally(groups)
    var round = RecordTally(groups)
    var fingerprints = Fingerprints()
    var scan = CoordinateScan(input)
    var record = 0
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      try scan?.add(records, from: record)
      for row in 0..<records.count {
        let isRagged = records.fieldCount(row) != file.header.count
        ragged.add(isRagged, at: record)
        repeated.add(fingerprints.repeats(chunk.bytes[records.range(row)]), at: record)
        if !isRagged {
          for (place, column) in looked.enumerated() {
            let text = records.text(row, column)
            let trimmed = text.trimmed
            let isEmpty = RecordColumn.isEmpty(trimmed)
            empty[place].add(isEmpty, at: record)
            if !isEmpty { padded[place].add(trimmed != text, at: record) }
          }
          if let (x, y) = coordinates,
            let isRound = Self.isRound(records.text(row, x), records.text(row, y))
          {
            round.add(isRound, at: record)
          }
        }
        record += 1
      }
    }
    self.coordinates = scan
    names = Self.names(of: file, asked: asked)
    var found = ragged.findings(.raggedRows) + repeated.findings(.duplicateRows, tellsAll: true)
    for (place, column) in looked.enumerated() {
      let name = names[column]
      found += empty[place].findings(
        place < needed.count ? .emptyCells : .emptyOtherCells, column: name,
        subject: subjects[column])
      if padded[place].count > 0 { found += padded[place].findings(.paddedCells, column: name) }
    }
    // By chance one in ten thousand lies on a corner of a square of a hectometre.
    if coordinates != nil { found += round.findings(.roundCoordinates, expected: 1e-4) }
    measured = found
  }

  /// The names of columns; of one that is a person's name, e-mail address or number its place alone.
  private static func names(of file: CSVFile, asked: Set<String>) -> [String] {
    file.columnNames(asked: asked).labels.enumerated().map { place, name in
      // Three alike, since one value by itself is seldom enough. `WK2024` has the form of a licence plate.
      switch PersonalData.kind(of: [name, name, name]) {
      case nil, .licencePlate, .birthDate: name
      case .name, .email, .iban, .phone, .citizenServiceNumber: "column \(place + 1)"
      }
    }
  }

  /// What columns say of a record, as far as it is known.
  private static func subjects(of input: StudyInputs.Records) -> [Int: QualityFinding.Subject] {
    var subjects: [Int: QualityFinding.Subject] = [:]
    for column in input.columns where column.kind == .date { subjects[column.index] = .date }
    switch input.place {
    case .columns(.code(let code, _), _): subjects[code] = .areaCode
    case .columns(let columns, _):
      for index in columns.indices { subjects[index] = .coordinate }
    case .address(let finder):
      for (role, index) in finder.columns.columns { subjects[index] = role.subject }
    }
    return subjects
  }

  /// The places of the columns that the study reads, those that say where a record belongs first.
  ///
  /// A letter and an addition to a house number are mostly not there, and so is the end of what goes on.
  private static func columns(of input: StudyInputs.Records) -> [Int] {
    let places: [Int] =
      switch input.place {
      case .columns(let columns, _): columns.indices
      case .address(let finder):
        finder.columns.columns.filter { ![.letter, .addition].contains($0.key) }.map(\.value)
          .sorted()
      }
    let others = input.columns.filter { $0.kind != .address && $0.name != "einddatum" }
      .map(\.index)
    return places + others.filter { !places.contains($0) }.sorted()
  }

  private static func isRound(_ x: String, _ y: String) -> Bool? {
    guard let x = number(x), let y = number(y), x > 0, y > 0 else { return nil }
    return x.truncatingRemainder(dividingBy: 100) == 0
      && y.truncatingRemainder(dividingBy: 100) == 0
  }

  private static func number(_ text: String) -> Double? {
    DecimalNumber.parse(text.trimmed) ?? DecimalNumber.parse(text.trimmed, comma: true)
  }
}

extension AddressColumns.Role {
  fileprivate var subject: QualityFinding.Subject? {
    switch self {
    case .postcode: .postcode
    case .street: .street
    case .number: .houseNumber
    case .place: .place
    case .whole: .address
    case .identifier: .identifier
    case .letter, .addition: nil
    }
  }
}
