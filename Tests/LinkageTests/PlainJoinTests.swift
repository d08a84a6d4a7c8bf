import CSV
import Foundation
import Keys
import TestSupport
import Testing

@testable import Linkage

/// Exact counts, before anything is hidden, against a plain join of raw registers.
struct PlainJoinTests {
  struct Person {
    let number: String
    let wijk: String
    let months: Set<Int>
  }

  /// Nine digits that pass the 11-test.
  private static func citizenNumber(_ random: inout RepeatableGenerator) -> String {
    while true {
      let digits = (0..<8).map { _ in Int.random(in: 0...9, using: &random) }
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
      if digits[0] > 0, sum % 11 < 10 { return digits.map(String.init).joined() + "\(sum % 11)" }
    }
  }

  private static func day(_ month: Int) -> String {
    "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-15"
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func countsAreThoseOfAPlainJoin(_ seed: UInt64) async throws {
    var random = RepeatableGenerator(seed: seed)
    let key = PseudonymKey(SecretKey(bytes: Array(repeating: UInt8(seed), count: 32)))
    func token(_ number: String) throws -> String {
      String(decoding: try #require(key.token(of: number)), as: UTF8.self)
    }
    let wijken = ["WK059901", "WK059902", "WK034401", "GM0518", "WK051801", "WK085500", ""]
    let years = try CountedYears(2019, 2024, pooled: 3)
    var persons: [(number: String, wijk: String, begin: Int, end: Int)] = []
    var first = "token;begin;eind;wijkcode\n"
    for _ in 0..<400 {
      let begin = Int.random(in: 2017 * 12..<2025 * 12, using: &random)
      let person = (
        Self.citizenNumber(&random), wijken.randomElement(using: &random)!, begin,
        begin + Int.random(in: 0..<40, using: &random)
      )
      persons.append(person)
      first += "\(try token(person.0));\(Self.day(begin));\(Self.day(person.3));\(person.1)\n"
    }
    var payments: [(number: String, begin: Int, end: Int?, wijk: String, kind: String)] = []
    var second = "token;begin;eind;wijk_betaaladres;adres_type\n"
    for _ in 0..<3000 {
      let number =
        Int.random(in: 0..<5, using: &random) == 0
        ? persons.randomElement(using: &random)!.number : Self.citizenNumber(&random)
      let begin = Int.random(in: 2016 * 12..<2025 * 12, using: &random)
      let end =
        Int.random(in: 0..<4, using: &random) == 0
        ? nil : begin + Int.random(in: 0..<30, using: &random)
      let wijk = wijken.randomElement(using: &random)!
      let kind = ["brp", "brief", "post", "buitenland", ""].randomElement(using: &random)!
      payments.append((number, begin, end, wijk, kind))
      second +=
        "\(try token(number));\(Self.day(begin));\(end.map(Self.day) ?? "");\(wijk);\(kind)\n"
    }
    let areas = LinkageAreas(
      gemeenten: ["GM0344", "GM0518", "GM0599"].map { .init(code: $0, name: $0) },
      wijken: ["WK059901", "WK059902"].map { .init(code: $0, name: $0) })
    let register = try UntraceableRegister(
      CSVFile(bytes: Array(first.utf8), name: "a"), years: years)
    let links = try await SchemeReader(
      CSVFile(bytes: Array(second.utf8), name: "b"), name: "bijstand", register: register,
      years: years
    ).read(tasks: 2)
    let counts = LinkCounts(register, [("bijstand", links)], areas: areas, years: years)

    // The plain join: sets of months, by number.
    func unit(_ wijk: String) -> Int {
      switch wijk {
      case "WK059901": 0
      case "WK059902": 1
      case "WK034401": 2
      case "WK051801": 3
      case "GM0518": 5
      default: 6
      }
    }
    func gemeente(_ wijk: String) -> String? {
      wijk.isEmpty || wijk == "GM0518" ? nil : String(wijk.dropFirst(2).prefix(4))
    }
    for (number, period) in counts.periods.enumerated() {
      let months = Set((2019 + 3 * number) * 12..<(2022 + 3 * number) * 12)
      var people = [Int](repeating: 0, count: areas.unitCount)
      var overlap = people
      var addresses = Array(repeating: [0, 0, 0, 0, 0], count: areas.unitCount)
      var elsewhere = Array(repeating: [0, 0, 0], count: areas.unitCount)
      var lengths = [[Int]](repeating: [], count: areas.unitCount)
      for person in persons {
        let own = months.intersection(person.begin...person.end)
        guard !own.isEmpty else { continue }
        people[unit(person.wijk)] += 1
        var common: Set<Int> = []
        var kinds: Set<String> = []
        var isElsewhere: Set<Bool> = []
        for payment in payments where payment.number == person.number {
          let both = own.intersection(payment.begin...(payment.end ?? 2030 * 12))
          guard !both.isEmpty else { continue }
          common.formUnion(both)
          kinds.insert(payment.kind)
          let target = payment.wijk.isEmpty ? nil : String(payment.wijk.dropFirst(2).prefix(4))
          if let last = gemeente(person.wijk), let target { isElsewhere.insert(last != target) }
        }
        guard !common.isEmpty else { continue }
        overlap[unit(person.wijk)] += 1
        let order = ["buitenland", "post", "brief", "brp", ""]
        let kind = order.first { kinds.contains($0) }!
        addresses[unit(person.wijk)][
          ["brp", "brief", "post", "buitenland", ""].firstIndex(of: kind)!] += 1
        elsewhere[unit(person.wijk)][
          isElsewhere.contains(true) ? 0 : isElsewhere.contains(false) ? 1 : 2] += 1
        lengths[unit(person.wijk)].append(common.count)
      }
      #expect(period.persons == people)
      #expect(period.schemes[0].overlap == overlap)
      #expect(period.schemes[0].addresses == addresses)
      #expect(period.schemes[0].elsewhere == elsewhere)
      #expect(period.schemes[0].months.map { $0.sorted() } == lengths.map { $0.sorted() })
      #expect(overlap.reduce(0, +) > 50)
    }
  }

  @Test func rowsOfOnePersonAreOne() async throws {
    let token = String(repeating: "ab", count: 32)
    let text =
      "token;begin;eind;wijkcode;status\n\(token);2019-01-01;2019-03-01;WK059901;spoorloos\n"
      + "\(token);2021-05-01;2021-05-31;WK034401;spoorloos\n"
      + "\(token);2022-05-01;;WK034401;aangehouden\n\(token);2020-05-01;2020-01-01;;spoorloos\n"
      + "\(token);2020-05-01;2020-01-01;;iets\n\(token);2020-05-01\n"
    let register = try UntraceableRegister(
      CSVFile(bytes: Array(text.utf8), name: "a"), years: CountedYears(2019, 2021))
    #expect(register.count == 1)
    #expect(register.months[0].count == 4)
    #expect(register.places[Int(register.placeOfPerson[0])] == .wijk("WK034401"))
    #expect(register.rows.again == 1)
    #expect(register.rows.leftOut == [.traced: 1, .dates: 1, .status: 1, .ragged: 1])
  }

  /// Without a fixed address are `nee` and `n`; another word is told, and is none of these.
  @Test func wordsForAFixedAddress() throws {
    let words = ["nee", "N", "ja", "J", "", "misschien"]
    let text =
      "token;begin;gemeentecode;vaste_woonplaats\n"
      + words.enumerated().map { number, word in
        String(repeating: "0", count: 63) + "\(number);2020-01-01;GM0518;\(word)\n"
      }.joined()
    let register = try UntraceableRegister(
      CSVFile(bytes: Array(text.utf8), name: "a"), years: CountedYears(2020, 2020))
    let isWithout = register.placeOfPerson.map {
      register.places[Int($0)] == .withoutFixedAddress
    }
    #expect(isWithout == [true, true, false, false, false, false])
    #expect(register.rows.unreadFixedAddresses == 1)
  }

  @Test func theNumberOfTasksChangesNothing() async throws {
    let text =
      "token;begin\n"
      + (0..<40_000).map { number in
        String(repeating: "0", count: 58) + String(100_000 + number % 30_000) + ";2020-01-01"
      }.joined(separator: "\n")
    let years = try CountedYears(2020, 2020)
    let register = try UntraceableRegister(
      CSVFile(bytes: Array(text.utf8), name: "a"), years: years)
    let file = try CSVFile(bytes: Array(text.utf8), name: "b")
    var found: [SchemeLinks] = []
    for tasks in [1, 3] {
      found.append(
        try await SchemeReader(file, name: "x", register: register, years: years).read(tasks: tasks)
      )
    }
    #expect(found[0].persons.count == 30_000)
    #expect(found[0].rows == found[1].rows)
    #expect(Set(found[0].persons) == Set(found[1].persons))
  }
}
