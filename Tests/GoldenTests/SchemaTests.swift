import Foundation
import Testing

/// The JSON Schema of the study file, against what the program itself says that it knows.
@Suite struct SchemaTests {
  private typealias Object = [String: Any]

  private static func schema() throws -> Object {
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: Places.root + "/geodata/schema/studie.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? Object)
  }

  /// Places of a study where keys stand: the path in the schema, and a study with the key `zzz` there.
  private static let places: [(path: [String], text: String)] = [
    (["properties"], "zzz: 1"),
    (["properties", "title", "properties"], "title: {nl: a, zzz: 1}"),
    (["properties", "areas", "properties"], "areas: {files: a.gpkg, zzz: 1}"),
    (
      ["properties", "records", "items", "properties"],
      "records: [{id: a, file: a.csv, zzz: 1}]"
    ),
    (
      ["properties", "records", "items", "properties", "data", "properties"],
      "records: [{id: a, file: a.csv, data: {zzz: 1}}]"
    ),
    (
      ["properties", "figures", "items", "properties", "data", "properties"],
      "figures: [{id: a, file: a.csv, edition: 2024, columns: {a: b}, data: {zzz: 1}}]"
    ),
    (
      ["properties", "records", "items", "properties", "default_points", "properties"],
      "records: [{id: a, file: a.csv, default_points: {zzz: 1}}]"
    ),
    (
      ["properties", "figures", "items", "properties"],
      "figures: [{id: a, file: a.csv, edition: 2024, columns: {a: b}, zzz: 1}]"
    ),
    (
      ["properties", "indicators", "items", "properties"],
      "indicators: [{id: a, zzz: 1}]"
    ),
    (
      ["properties", "tables", "items", "properties"],
      "tables: [{id: a, records: a, zzz: 1}]"
    ),
    (
      ["properties", "tables", "items", "properties", "count", "properties"],
      "tables: [{id: a, records: a, count: {zzz: 1}}]"
    ),
    (
      ["properties", "patterns", "items", "properties"],
      "patterns: [{id: a, question: b, statistic: lisa, indicator: c, zzz: 1}]"
    ),
    (["properties", "audit", "properties"], "audit: {zzz: 1}"),
    (["properties", "metadata", "properties"], "metadata: {zzz: 1}"),
    (["properties", "classes", "properties"], "classes: {zzz: 1}"),
    (["properties", "sectors", "properties"], "sectors: {groups: [], zzz: 1}"),
    (
      ["properties", "sectors", "properties", "groups", "items", "properties"],
      "sectors: {groups: [{id: a, zzz: 1}]}"
    ),
  ]

  @Test(arguments: places.indices)
  func keysAreThoseOfTheProgram(place: Int) throws {
    let (path, text) = Self.places[place]
    let run = try ProgramRun(
      "printf '\(text)\\n' > $TMPDIR/studie.yaml; wijkzicht check $TMPDIR/studie.yaml",
      in: Places.goldens)
    let line = try #require(
      run.stdout.split(separator: "\n").first { $0.contains("unknown key 'zzz'") },
      "\(run.stdout)\(run.stderr)")
    let known = try #require(line.firstMatch(of: /Known here: (.*)\./))
    let expected = known.output.1.split(separator: ", ").map(String.init)
    let found = try #require(Self.find(path, in: try Self.schema()))
    #expect(found.keys.sorted() == expected.sorted())
  }

  /// Words of closed lists are those that the program names.
  @Test(arguments: [
    (["properties", "audience"], "audience: zzz"),
    (["properties", "language"], "language: zzz"),
    (
      ["properties", "records", "items", "properties", "data", "properties", "class"],
      "records: [{id: a, file: a.csv, data: {class: zzz}}]"
    ),
    (
      ["properties", "records", "items", "properties", "data", "properties", "content"],
      "records: [{id: a, file: a.csv, data: {content: zzz}}]"
    ),
    (["properties", "exports", "items"], "exports: [zzz]"),
    (["properties", "classes", "properties", "method"], "classes: {method: zzz}"),
    (
      ["properties", "sectors", "properties", "measures", "items"],
      "sectors: {groups: [], measures: [zzz]}"
    ),
    (
      ["properties", "patterns", "items", "properties", "statistic"],
      "patterns: [{id: a, question: b, statistic: zzz}]"
    ),
    (
      ["properties", "patterns", "items", "properties", "scope"],
      "patterns: [{id: a, question: b, statistic: lisa, indicator: c, scope: zzz}]"
    ),
    (
      ["properties", "tables", "items", "properties", "period"],
      "tables: [{id: a, records: a, period: zzz}]"
    ),
    (
      ["properties", "records", "items", "properties", "place"],
      "records: [{id: a, file: a.csv, place: zzz}]"
    ),
  ])
  func wordsAreThoseOfTheProgram(path: [String], text: String) throws {
    let run = try ProgramRun(
      "printf '\(text)\\n' > $TMPDIR/studie.yaml; wijkzicht check $TMPDIR/studie.yaml",
      in: Places.goldens)
    let line = try #require(
      run.stdout.split(separator: "\n").first { $0.contains("'zzz'") },
      "\(run.stdout)\(run.stderr)")
    let allowed = try #require(line.firstMatch(of: /Allowed: (.*)\./))
    let found = try #require(Self.find(path, in: try Self.schema()))
    let words = try #require(found["enum"] as? [String])
    #expect(words.sorted() == allowed.output.1.split(separator: ", ").map(String.init).sorted())
  }

  /// What lies at a path; a choice is searched for the alternative that has it.
  private static func find(_ path: [String], in object: Object) -> Object? {
    guard let first = path.first else { return object }
    if let next = object[first] as? Object, let found = find(Array(path.dropFirst()), in: next) {
      return found
    }
    for choice in object["oneOf"] as? [Object] ?? [] {
      if let found = find(path, in: choice) { return found }
    }
    return nil
  }
}
