import CSV
import Disclosure
import Keys
import Testing

@testable import Linkage

/// What a linkage tells beside counts: which schemes may be parts of others, and by what its persons are known.
struct NestedSchemesTests {
  private static func token(_ number: Int) -> String {
    String(repeating: "0", count: 58) + "\(100_000 + number)"
  }

  private static func register(_ rows: [(Int, String)], end: String = "\n") throws
    -> CSVFile
  {
    let lines = ["token;begin;eind"] + rows.map { "\(token($0.0));\($0.1);2020-12-31" }
    return try CSVFile(bytes: Array((lines.joined(separator: end) + end).utf8), name: "r")
  }

  private static func outcome(
    _ untraceable: CSVFile, _ schemes: [(name: String, file: CSVFile)], key: String? = nil
  ) async throws -> Linkage.Outcome {
    try await Linkage.count(
      untraceable: untraceable, schemes: schemes,
      areas: LinkageAreas(gemeenten: [.init(code: "GM0599", name: "R")], wijken: []),
      years: CountedYears(2019, 2020, pooled: 1), rule: .openbaar,
      key: key.map { SecretKey(bytes: Array($0.utf8)) }, tasks: 2)
  }

  /// Looked at by period, among those who are counted.
  @Test func schemesWithinOthers() async throws {
    func paid(_ numbers: some Sequence<Int>, from begin: String = "2019-01-01") -> [(Int, String)] {
      numbers.map { ($0, begin) }
    }
    let nested = try await Self.outcome(
      Self.register(paid(0..<60)),
      [
        ("all", Self.register(paid(0..<40))),
        // Of the last year alone, and somebody who is not untraceable.
        ("part", Self.register(paid(10..<30, from: "2020-01-01") + paid(900..<901))),
        ("across", Self.register(paid(35..<45))), ("nobody", Self.register(paid(700..<720))),
      ]
    ).nested
    #expect(nested.map(\.inner) == ["part"])
    #expect(nested.map(\.outer) == ["all"])
  }

  /// In one of two periods is enough.
  @Test func schemesWithinOthersInAPeriod() async throws {
    let first = try Self.register((0..<20).map { ($0, "2019-01-01") })
    let second = try Self.register(
      (0..<20).map { ($0, $0 < 10 ? "2019-01-01" : "2020-01-01") })
    let nested = try await Self.outcome(
      Self.register((0..<60).map { ($0, "2019-01-01") }), [("a", first), ("b", second)]
    ).nested
    #expect(nested.map { $0.inner + $0.outer } == ["ab", "ba"])
  }

  @Test func personsAreKnownInWhicheverOrder() async throws {
    let key = String(repeating: "k", count: 32)
    func code(_ rows: [(Int, String)], end: String = "\n", key: String?) async throws -> String? {
      try await Self.outcome(
        Self.register(rows, end: end), [("a", Self.register(rows))], key: key
      ).personsCode
    }
    let rows = (0..<50).map { ($0, "2019-01-01") }
    let known = try #require(try await code(rows, key: key))
    #expect(known.count == 64)
    #expect(
      try await code(Array(rows.reversed()) + [(3, "2019-05-01")], end: "\r\n", key: key) == known)
    #expect(try await code(rows.dropLast(), key: key) != known)
    #expect(try await code(rows, key: key + "k") != known)
    #expect(try await code(rows, key: nil) == nil)
  }
}
