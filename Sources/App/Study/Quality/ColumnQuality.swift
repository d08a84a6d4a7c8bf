internal import Geocoding
internal import Quality

/// What is measured of one column of records.
struct ColumnQuality {
  let measured: Measured

  /// - Parameter peildatum: the last day that a date may be; nil when that is not known.
  init(
    _ column: RecordColumn, named name: String, groups: RecordGroups, peildatum: RecordDate?
  ) {
    switch column.cells {
    case .date(let days):
      measured =
        Self.unreadable(days, name, groups)
        + Self.dates(days, name, groups, peildatum)
    case .number(let numbers):
      // An empty cell and one that is no number are both none, so that of which records is not known.
      let readable = numbers.count { !$0.isNaN }
      measured =
        Measured(findings: [
          QualityFinding(
            .unreadableCells, column: name,
            .share(count: column.unreadable, of: readable + column.unreadable))
        ])
        + Self.numbers(numbers, name, groups)
    case .category(let codes, let words): measured = Self.spellings(codes, words, name, groups)
    case .address: measured = Measured()
    }
  }

  private static func unreadable(
    _ days: [Int32], _ name: String, _ groups: RecordGroups
  ) -> Measured {
    var tally = RecordTally(groups)
    for (record, day) in days.enumerated() where day != RecordColumn.noDay {
      tally.add(day == RecordColumn.unreadableDay, at: record)
    }
    return tally.findings(.unreadableCells, column: name)
  }

  private static func dates(
    _ days: [Int32], _ name: String, _ groups: RecordGroups, _ peildatum: RecordDate?
  ) -> Measured {
    var newYear = RecordTally(groups)
    var first = RecordTally(groups)
    var future = RecordTally(groups)
    for (record, day) in days.enumerated() where day > RecordColumn.unreadableDay {
      let (_, month, dayOfMonth) = RecordDate(day: day).parts
      newYear.add(month == 1 && dayOfMonth == 1, at: record)
      first.add(month != 1 && dayOfMonth == 1, at: record)
      if let peildatum { future.add(day > peildatum.day, at: record) }
    }
    let heaps =
      newYear.findings(.newYearDates, column: name, expected: Heaping.newYear)
      + first.findings(.firstOfMonthDates, column: name, expected: Heaping.firstOfMonth)
    return peildatum == nil ? heaps : heaps + future.findings(.futureDates, column: name)
  }

  /// Of whole numbers from 20 on one in ten is a multiple of ten by chance.
  private static func numbers(
    _ numbers: [Double], _ name: String, _ groups: RecordGroups
  ) -> Measured {
    var round = RecordTally(groups)
    for (record, number) in numbers.enumerated()
    where abs(number) >= 20 && number == number.rounded() {
      round.add(number.truncatingRemainder(dividingBy: 10) == 0, at: record)
    }
    return round.findings(.roundNumbers, column: name, expected: 0.1)
  }

  /// Words that are alike but for capitals and blanks: the most frequent one is taken for right.
  private static func spellings(
    _ codes: [UInt32], _ words: [String], _ name: String, _ groups: RecordGroups
  ) -> Measured {
    var counts = [Int](repeating: 0, count: words.count)
    for code in codes { counts[Int(code)] += 1 }
    var best: [String: Int] = [:]
    let folded = words.map { $0.lowercased().filter { !$0.isWhitespace } }
    for place in words.indices {
      guard let other = best[folded[place]] else {
        best[folded[place]] = place
        continue
      }
      if (counts[place], words[other]) > (counts[other], words[place]) {
        best[folded[place]] = place
      }
    }
    let deviates = words.indices.map { best[folded[$0]] != $0 }
    var tally = RecordTally(groups)
    for (record, code) in codes.enumerated() where !RecordColumn.isEmpty(words[Int(code)]) {
      tally.add(deviates[Int(code)], at: record)
    }
    return tally.findings(.spellings, column: name)
  }
}
