import Disclosure
import Tabulation
import TestSupport
import Testing

/// Sums of columns in which many records hold nought: how many add to them is a count.
struct SumsOfFewTests {
  private let rule = DisclosureRule(minimumCount: 4, roundingBase: 3, dominance: nil, nearness: nil)

  /// Records of two buurten with a fine or without one; whether they have one is a category too.
  private struct Fines {
    var units: [Int32] = []
    var numbers: [Double] = []

    func own(_ set: [Int]) -> [Double] {
      zip(units, numbers).filter { set.contains(Int($0.0)) }.map(\.1)
    }

    func number(_ set: [Int], isFined: Bool) -> Int {
      own(set).count { !isFined || $0 != 0 }
    }
  }

  private enum Subject: CaseIterable {
    case all, fined, sum
  }

  private struct Told {
    let subject: Subject
    let sets: [[Int]]
    var figures: [PublishedFigure] = []
  }

  private func publish(_ fines: Fines, _ wanted: [Told], isSafe: Bool) throws -> [Told] {
    let adding = RecordPlaces(
      categories: [""], periods: [""], places: fines.numbers.map { $0 == 0 ? -1 : 0 })
    let partition = CountPartition(units: fines.units, unitCount: 2, tables: [adding])
    let all = Array(0..<partition.kindCount)
    let fined = all.filter { partition.places[0][$0] >= 0 }
    let column = MeasuredRecords(partition, numbers: fines.numbers)
    var statements = CountStatements(partition, rule: rule)
    var result = wanted
    for (number, own) in wanted.enumerated() {
      result[number].figures = own.sets.map { set in
        let count = fines.number(set, isFined: own.subject != .all)
        return PublishedFigure(
          own.subject == .sum ? fines.own(set).reduce(0, +) : Double(count), contributions: count,
          rule: rule)
      }
      statements.add(
        own.subject == .sum ? .column(column) : .records, kinds: own.subject == .all ? all : fined,
        units: own.sets, group: number, figures: result[number].figures)
    }
    guard isSafe else { return result }
    for place in try statements.hidden() {
      result[place.statement].figures[place.area] = .suppressed
    }
    return result
  }

  /// The hidden counts under the minimum of which an outsider can tell that they are: no table of records that fits
  /// all that is told has as many as the minimum.
  private func leaks(_ fines: Fines, _ told: [Told]) -> Int {
    let sizes = fines.numbers.filter { $0 != 0 }
    let (least, most) = (sizes.min() ?? 1, sizes.max() ?? 1)
    var wanted: Set<[Int]> = []
    for own in told {
      let isFined = own.subject != .all
      for (set, figure) in zip(own.sets, own.figures) where figure == .suppressed {
        if fines.number(set, isFined: isFined) < rule.minimumCount {
          wanted.insert([isFined ? 1 : 0] + set)
        }
      }
    }
    let limits = (0..<2).flatMap { unit in
      let fined = fines.number([unit], isFined: true)
      return [fined, fines.number([unit], isFined: false) - fined]
    }.map { $0 + 5 }
    for a in 0...limits[0] {
      for b in 0...limits[1] {
        for c in 0...limits[2] {
          for d in 0...limits[3] {
            func count(_ set: some Sequence<Int>, _ isFined: Bool) -> Int {
              set.reduce(0) { $0 + [(a, b), (c, d)][$1].0 + (isFined ? 0 : [b, d][$1]) }
            }
            let fits = told.allSatisfy { own in
              zip(own.sets, own.figures).allSatisfy { set, figure in
                guard let number = figure.number else { return true }
                let count = count(set, own.subject != .all)
                guard count >= rule.minimumCount else { return false }
                // Rounded to 3: one less to one more, of numbers that are not whole a half further.
                guard own.subject == .sum else { return abs(Double(count) - number) < 1.5 }
                return Double(count) * least < number + 1.5
                  && Double(count) * most >= max(number - 1.5, 4)
              }
            }
            guard fits else { continue }
            wanted = wanted.filter { count($0.dropFirst(), $0[0] == 1) < rule.minimumCount }
            if wanted.isEmpty { return 0 }
          }
        }
      }
    }
    return wanted.count
  }

  /// Counts of all, of those that are fined, and sums of the fines, per buurt and together, of which some are told.
  @Test func noHiddenCountFollowsFromSumsWithNoughts() throws {
    var random = RepeatableGenerator(seed: 5)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    var (naive, looked) = (0, 0)
    for round in 0..<40 {
      let fine = [1, 2.5, 100][round % 3]
      var fines = Fines()
      for unit in 0..<2 as Range<Int32> {
        let fined = pick(2) == 0 ? pick(4) : 4 + pick(5)
        for _ in 0..<fined {
          fines.units.append(unit)
          fines.numbers.append(round % 4 == 0 ? fine * Double(1 + pick(2)) : fine)
        }
        for _ in 0..<pick(6) {
          fines.units.append(unit)
          fines.numbers.append(0)
        }
      }
      let wanted = Subject.allCases.flatMap { subject in
        [Told(subject: subject, sets: [[0], [1]]), Told(subject: subject, sets: [[0, 1]])]
      }.filter { _ in pick(3) > 0 }
      naive += leaks(fines, try publish(fines, wanted, isSafe: false))
      let told = try publish(fines, wanted, isSafe: true)
      looked += told.reduce(0) { $0 + $1.figures.count { $0 == .suppressed } }
      #expect(leaks(fines, told) == 0, "\(fines) \(told)")
    }
    #expect(naive > 3)
    #expect(looked > 40)
  }

  /// A sum of ones and noughts is the number of the ones, and one of the same fines beside noughts too.
  @Test func aColumnOfNoughtAndAnotherNumberIsACount() {
    let partition = CountPartition(units: [0, 0, 0, 0], unitCount: 1, tables: [])
    #expect(MeasuredRecords(partition, numbers: [1, 0, 1, 0]).isCount)
    #expect(MeasuredRecords(partition, numbers: [100, .nan, 100, 0]).isCount)
    #expect(!MeasuredRecords(partition, numbers: [1, 0, 2, 0]).isCount)
    // Twenty of a half are ten, and hidden for less than that though they are not few.
    #expect(!MeasuredRecords(partition, numbers: [0.5, 0, 0.5, 0]).isCount)
  }

  /// Three of 100 with a fine, told by an earlier publication beside 40 elsewhere: the sum of both is that of 43.
  @Test func whatASumSaidBeforeTellsOfTheNumberBehindIt() throws {
    let units = [Int32](repeating: 0, count: 60) + [Int32](repeating: 1, count: 60)
    let numbers = units.indices.map { $0 < 40 || $0 >= 117 ? 100.0 : 0 }
    let adding = RecordPlaces(
      categories: [""], periods: [""], places: numbers.map { $0 == 0 ? -1 : 0 })
    let partition = CountPartition(units: units, unitCount: 2, tables: [adding])
    let fined = (0..<partition.kindCount).filter { partition.places[0][$0] >= 0 }
    let rule = DisclosureRule.openbaar
    func hidden(after said: SaidCount) throws -> (Int, CountStatements.Earlier) {
      var statements = CountStatements(partition, rule: rule)
      let earlier = statements.addEarlier(
        MeasuredRecords(partition, numbers: numbers), kinds: fined, units: [[0, 1]], group: 1,
        said: [said])
      statements.add(
        kinds: fined, units: [[0], [1]], group: 0,
        figures: [40, 3].map { PublishedFigure(Double($0), contributions: $0, rule: rule) })
      return (try statements.hidden().count, earlier)
    }
    #expect(try hidden(after: .nothing).0 == 0)
    // 43 less 38 or more.
    let minded = try hidden(after: SaidCount(sum: .value(4_300), rule: rule))
    #expect(minded.0 == 1)
    #expect(minded.1.held == 1)
    // Of other records then.
    let other = try hidden(after: SaidCount(sum: .value(5_000), rule: rule))
    #expect(other.0 == 0)
    #expect(other.1.lapsed == 1)
    #expect(try hidden(after: .between(lower: 4_990_000, upper: 4_991_000)).1.lapsed == 0)
  }

  /// Twenty records of a kind without anything to add could have had some: that is what a sum of nought is hidden
  /// among, so that no count of them all need be.
  @Test func aKindThatAddsNothingCouldHaveAdded() throws {
    let kinds = RecordPlaces(
      categories: ["a", "c"], periods: [""], places: (0..<50).map { $0 < 30 ? 0 : 1 })
    let adding = RecordPlaces(
      categories: ["a", "c"], periods: [""], places: (0..<50).map { $0 < 30 ? 0 : -1 })
    let everything = RecordPlaces(
      categories: [""], periods: [""], places: Array(repeating: 0, count: 50))
    func hidden(_ links: [[Int: Int]]) throws -> Int {
      let partition = CountPartition(
        units: Array(repeating: 0, count: 50), unitCount: 1, tables: [adding, everything, kinds],
        adding: links)
      let rule = DisclosureRule.openbaar
      let all = Array(0..<partition.kindCount)
      let column = MeasuredRecords(partition, numbers: (0..<50).map { $0 < 30 ? 7 : 0 })
      var statements = CountStatements(partition, rule: rule)
      func figure(_ count: Int, _ number: Double) -> PublishedFigure {
        PublishedFigure(number, contributions: count, rule: rule)
      }
      statements.add(kinds: all, units: [[0]], group: 0, figures: [figure(50, 50)])
      statements.add(
        kinds: all.filter { partition.places[1][$0] >= 0 }, units: [[0]], group: 1,
        figures: [figure(50, 50)])
      for (place, count) in [30, 0].enumerated() {
        statements.add(
          .column(column), kinds: all.filter { Int(partition.places[0][$0]) == place },
          units: [[0]], group: 2, figures: [figure(count, Double(7 * count))])
      }
      return try statements.hidden().count
    }
    #expect(try hidden([[0: 2]]) == 0)
    // A kind that counts nowhere else would be what the one count leaves of the other.
    #expect(try hidden([]) == 1)
  }
}
