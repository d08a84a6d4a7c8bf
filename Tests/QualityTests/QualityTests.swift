import Foundation
import Quality
import TestSupport
import Testing

@Suite struct QualityTests {
  @Test(arguments: [
    (0.0, QualityGrade.a), (0.01, .a), (0.011, .b), (0.05, .b), (0.1, .c), (0.25, .d), (0.251, .e),
    (1, .e),
  ])
  func gradesOfShares(_ share: Double, _ grade: QualityGrade) {
    #expect(QualityGrade(share: share) == grade)
  }

  @Test(arguments: [(0, QualityGrade.a), (12, .a), (13, .b), (36, .c), (60, .d), (61, .e)])
  func gradesOfAges(_ months: Int, _ grade: QualityGrade) {
    #expect(QualityGrade(months: months) == grade)
  }

  @Test func noItemsHaveNoGrade() {
    let finding = QualityFinding(.emptyCells, .share(count: 0, of: 0))
    #expect(finding.rate == nil)
    #expect(finding.grade == nil)
    #expect([finding].grade == nil)
    #expect([finding].reasons == [])
  }

  @Test func worstGradeCountsAndSaysWhy() {
    let fine = QualityFinding(.emptyCells, column: "datum", .share(count: 0, of: 100))
    let poor = QualityFinding(.emptyCells, column: "soort", .share(count: 20, of: 100))
    // One of the reasons of a share that counts as a whole, and what is pointed at only.
    let reason = QualityFinding(.unplaced, reason: "leeg", .share(count: 90, of: 100))
    let pointed = QualityFinding(.unlikeNeighbours, .share(count: 90, of: 100))
    #expect([fine, poor, reason, pointed].grade == .d)
    #expect([fine, poor, reason, pointed].reasons == [poor])
    #expect([fine].reasons == [])
  }

  /// A tenth of a thousand dates put on the first of January: 0.1 must come back.
  @Test func heapsAreFoundAgain() throws {
    let heaped = 100
    let spread = 900.0 / 365.25
    let excess = try #require(
      Heaping.excess(
        count: heaped + Int(spread.rounded()), of: 1000, expected: Heaping.newYear))
    let error = abs(excess - 0.1)
    #expect(error < 0.001)
    #expect(Heaping.excess(count: 3, of: 1000, expected: Heaping.newYear) == 0)
    #expect(Heaping.excess(count: 0, of: 0, expected: Heaping.newYear) == nil)
    #expect(Heaping.excess(count: 7, of: 7, expected: Heaping.newYear) == 1)
  }

  @Test func roundingIsToldFromFaults() {
    // Three parts of 5-rounded counts: each less than five off, the whole too.
    let parts: [Double?] = [10, 15, 20, 10, 15, 20, 5, nil]
    let parents: [Int32] = [0, 0, 0, 1, 1, 1, -1, 2]
    let sums = RoundedSums(parts: parts, parents: parents, wholes: [60, 70, 100])
    #expect(sums.compared == 2)
    #expect(sums.tooLarge == [1])
    #expect(sums.tooSmall == [])
    #expect(sums.partBase == 5)
    #expect(sums.wholeBase == 10)
    #expect(RoundedSums(parts: parts, parents: parents, wholes: [25, 45, nil]).tooSmall == [0])
    // Counts that are not rounded must agree exactly.
    #expect(RoundedSums(parts: [1, 2], parents: [0, 0], wholes: [4]).tooLarge == [0])
    #expect(RoundedSums(parts: [1, 2], parents: [0, 0], wholes: [3]).tooLarge == [])
    #expect(RoundedSums(parts: [], parents: [], wholes: [5]).compared == 0)
  }

  /// Random rounding as CBS does it, over many parts: no false alarm, and a planted fault is found.
  @Test func randomRoundingGivesNoAlarm() {
    var state: UInt64 = 7
    func draw(_ below: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % below)
    }
    for _ in 0..<200 {
      let exact = (0..<80).map { _ in draw(3000) }
      let rounded = exact.map { number -> Double in
        let rest = number % 5
        return Double(number - rest + (draw(5) < rest ? 5 : 0))
      }
      let parents = [Int32](repeating: 0, count: 80)
      let whole = Double(exact.reduce(0, +))
      let sums = RoundedSums(parts: rounded, parents: parents, wholes: [whole])
      #expect(sums.tooSmall == [] && sums.tooLarge == [])
      let faulty = RoundedSums(parts: rounded, parents: parents, wholes: [whole + 400])
      #expect(faulty.tooLarge == [0])
    }
  }

  @Test func farFromNeighbours() throws {
    // A row of areas, each with the two on both sides; values go up slowly, one is far off.
    let numbers: [Double] = (0..<60).map { place in
      let noise = place * 7919 % 101
      return place == 30 ? 900 : Double(place) + Double(noise) / 50
    }
    let values: [Double?] = numbers
    let neighbours: [[Int]] = numbers.indices.map { place in
      let around: [Int] = [place - 2, place - 1, place + 1, place + 2]
      return around.filter { numbers.indices.contains($0) }
    }
    let found = try #require(Outliers.amongNeighbours(values, neighbours: neighbours))
    #expect(found.places == [30])
    #expect(found.compared == 58)
    let same = [Double?](repeating: 5, count: 60)
    #expect(Outliers.amongNeighbours(same, neighbours: neighbours) == nil)
    #expect(Outliers.amongNeighbours([], neighbours: []) == nil)
  }

  @Test func farFromEarlier() throws {
    let before: [Double?] = (0..<40).map { Double(100 + $0) }
    let now: [Double?] = (0..<40).map { place in
      let factor: Double = place == 9 ? 10 : 1 + Double(place % 5) / 100
      return Double(100 + place) * factor
    }
    let found = try #require(Outliers.amongChanges(now, earlier: before))
    #expect(found.places == [9])
    #expect(Outliers.amongChanges(Array(now.prefix(5)), earlier: Array(before.prefix(5))) == nil)
  }

  @Test func repeatedRows() {
    var seen = Fingerprints()
    let rows = ["a;b", "ab;", "a;b", "b;a", "", ""]
    let repeats: [Bool] = rows.map { seen.repeats($0.utf8) }
    #expect(repeats == [false, false, true, false, false, true])
  }

  @Test func ranks() {
    let expected: [Double] = [4, 1.5, 3, 1.5]
    #expect(RankCorrelation.ranks([30, 10, 20, 10]) == expected)
    #expect(RankCorrelation.spearman([1, 2, 3], [10, 20, 15]) == 0.5)
    #expect(RankCorrelation.spearman([1, 2, 3, 4], [9, 7, 5, 1]) == -1)
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]) == nil)
    #expect(RankCorrelation.spearman([1, 2], [1, 2]) == 1)
    #expect(RankCorrelation.spearman([1], [1]) == nil)
    #expect(RankCorrelation.spearman([], []) == nil)
  }

  /// The share of pairs in which the one of the group is larger, less the share in which it is smaller.
  @Test func rankBiserialIsAboutPairs() {
    var random = RepeatableGenerator(seed: 3)
    for _ in 0..<50 {
      let count = Int.random(in: 2..<40, using: &random)
      let isMember = (0..<count).map { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let numbers = (0..<count).map { _ in Double(Int.random(in: 0..<12, using: &random)) }
      let members = numbers.indices.filter { isMember[$0] }
      let others = numbers.indices.filter { !isMember[$0] }
      let signs = members.flatMap { one in
        others.map { other in
          numbers[one] > numbers[other] ? 1 : numbers[one] < numbers[other] ? -1 : 0
        }
      }
      guard !signs.isEmpty, Set(numbers).count > 1 else {
        #expect(RankCorrelation.rankBiserial(isMember, numbers) == nil)
        continue
      }
      let expected = Double(signs.reduce(0, +)) / Double(signs.count)
      let found = RankCorrelation.rankBiserial(isMember, numbers) ?? .nan
      let error = abs(found - expected)
      #expect(error < 1e-12)
    }
    // Rare, and wholly above: Spearman's cannot tell.
    #expect(RankCorrelation.rankBiserial([false, false, false, true], [1, 2, 3, 4]) == 1)
  }

  /// Against scipy: `Tests/Oracles/rank_correlation.py`.
  @Test func rankCorrelationsOfScipy() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/rank_correlation.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 10)
    for line in lines {
      let cells = line.split(separator: ";")
      let rows = cells[2...].map { $0.split(separator: " ").compactMap { Double($0) } }
      let found = try #require(RankCorrelation.spearman(rows[0], rows[1]))
      let expected = try #require(Double(cells[1]))
      let error = abs(found - expected)
      #expect(error < 1e-12)
    }
  }

  /// Two areas: in one half of 100 are of the group, in the other a tenth of 300.
  @Test func meansOverPeople() throws {
    let means = try #require(
      GroupMeans([2, 10], shares: [50, 10], inhabitants: [100, 300]))
    // 50 and 30 people, 50 and 270 others.
    #expect(means.group == 5)
    #expect(means.others == 8.75)
    #expect(GroupMeans([2, 10], shares: [0, 0], inhabitants: [100, 300]) == nil)
    #expect(GroupMeans([2], shares: [100], inhabitants: [100]) == nil)
    #expect(GroupMeans([], shares: [], inhabitants: []) == nil)
  }

  @Test func everyCheckHasWords() {
    #expect(Set(QualityCheck.allCases.map(\.rawValue)).count == QualityCheck.allCases.count)
    #expect(Set(QualityCheck.allCases.map(\.element)) == Set(QualityElement.allCases))
  }
}
