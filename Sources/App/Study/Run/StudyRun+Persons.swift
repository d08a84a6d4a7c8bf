internal import CSV
internal import Geocoding
internal import Governance
internal import Tables
internal import Tabulation

/// The look for persons in the columns of records.
extension StudyRun {
  /// The columns with personal data or with where people come from, as far as the first megabyte of records
  /// shows them.
  func personalData(_ input: StudyInputs.Records) throws -> [StudyProblem] {
    let read = input.columns.filter { $0.kind != .address }.map { ($0.index, $0.name) }
    return try looked(at: input, in: read) { name, words, header in
      if let kinds = persons(in: words, column: name, of: input, header: header) {
        return .personalData(
          records: input.specification.id, column: header, kind: kinds)
      }
      return BlockedColumns.ground(ofWords: words, header: header).map {
        .blockedColumn(header, ground: $0.words)
      }
    }
  }

  /// The columns with personal data that the study does not read, as far as the first megabyte of records shows
  /// them: what nobody needs does not lie in a file of the study.
  func unreadPersonalData(_ input: StudyInputs.Records) throws -> [StudyProblem] {
    var used = Set(input.columns.map(\.index))
    if case .address(let finder) = input.place { used.formUnion(finder.columns.columns.values) }
    let unread = input.file.header.enumerated().filter { !used.contains($0.offset) }
    return try looked(at: input, in: unread.map { ($0.offset, $0.element) }) { _, words, header in
      PersonalData.kind(of: words, header: header).map {
        .unreadPersonalData(
          records: input.specification.id, column: header, kind: $0.words)
      }
    }
  }

  /// What is wrong with columns of the first megabyte of records, by their different words.
  private func looked(
    at input: StudyInputs.Records, in columns: [(index: Int, name: String)],
    _ problem: (_ name: String, _ words: Set<String>, _ header: String) -> StudyProblem.Fact?
  ) throws -> [StudyProblem] {
    var chunks = input.file.chunks()
    guard !columns.isEmpty, let chunk = try chunks.next() else { return [] }
    let records = CSVRecords(chunk.bytes, dialect: input.file.dialect)
    return columns.compactMap { index, name in
      let words = Set(
        (0..<records.count).lazy.filter { index < records.fieldCount($0) }
          .map { records.text($0, index) })
      return problem(name, words, input.file.header[index]).map {
        study.problem(at: input.specification.file, $0)
      }
    }
  }

  /// Refuses records of which a column holds personal data, or where people come from.
  func refusePersonalData(
    _ records: LocatedRecords, input: StudyInputs.Records
  ) throws(Failure) {
    for column in input.columns where column.kind != .address {
      let header = input.file.header[column.index]
      let kinds: String?
      switch records.columns[column.name]?.cells {
      case .category(_, let words)?:
        kinds = persons(in: words, column: column.name, of: input, header: header)
        if kinds == nil, let ground = BlockedColumns.ground(ofWords: words, header: header) {
          throw .blockedColumn(
            records: input.specification.id, column: header, ground: ground.words)
        }
      case .date(let days)?:
        let different = Set(days.lazy.filter { $0 > RecordColumn.unreadableDay }.map { Int($0) })
        kinds =
          PersonalData.areBirthDates(days: different, header: header)
          ? PersonalData.birthDate.words : nil
      case .number(let numbers)?:
        // Whole numbers as they were written; a service number among them has 8 or 9 digits.
        kinds =
          PersonalData.kind(
            of: Set(numbers.lazy.filter { $0 >= 0 && $0 < 1e10 && $0 == $0.rounded() })
              .map { "\(Int($0))" }, header: header)?.words
      default: kinds = nil
      }
      guard let kinds else { continue }
      throw .personalData(
        records: input.specification.id, column: header, kind: kinds)
    }
  }

  /// What the different words of a column hold of persons, in words. Words that a table publishes are looked
  /// at as those of an author too, of which one is enough; and so that they are no addresses, but of open records.
  private func persons(
    in words: some Sequence<String>, column: String, of input: StudyInputs.Records, header: String
  ) -> String? {
    if let kind = PersonalData.kind(of: words, header: header) { return kind.words }
    let isPublished = study.tables.contains {
      $0.records.value == input.specification.id && $0.category?.value == column
    }
    guard isPublished else { return nil }
    if !input.specification.isOpen, PostalAddresses.areAddresses(words) { return "addresses" }
    return PersonsInText.words(PersonalData.kinds(inWords: words))
  }
}
