import Addresses
import CSV
import Foundation
import Geocoding
import Matching
import Registers
import TestSupport
import Testing

/// Files of records that are placed by their address.
@Suite struct AddressRunTests {
  private static let header =
    "buurtcode;wijkcode;gemeentecode;x;y;gevonden_postcode;gevonden_huisnummer;match_niveau;"
    + "match_overeenkomst;match_kans;match_oordeel;match_reden"

  private let matcher: AddressMatcher

  init() throws {
    let folder = try ScratchFolder()
    var builder = RegisterBuilder(
      path: folder.file("r.wzr"), locator: nil, edition: 2024, sources: ["made up"])
    var entries: [RegisterEntry] = []
    for number in UInt32(1)...60 {
      var entry = RegisterEntry(
        postcode: Postcode(digits: 1901, first: 0, second: number > 30 ? 1 : 0),
        house: HouseNumber(number, letter: number == 9 ? UInt8(ascii: "B") : 0))
      entry.street = "Proeflaan"
      entry.place = "Teststad"
      entry.buurtcode = number > 30 ? "BU99AZ0002" : "BU99010001"
      entries.append(entry)
    }
    try builder.add(entries)
    _ = try builder.finish()
    let model = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("geodata/geocoding/match-model.csv")
    matcher = AddressMatcher(
      register: try withExtendedLifetime(folder) { try Register(path: folder.file("r.wzr")) },
      model: try MatchModel(text: String(decoding: try Data(contentsOf: model), as: UTF8.self)))
  }

  private func run(
    _ text: String, only: Int? = nil, threshold: Double = 0.9, tasks: Int = 2,
    delimiter: UInt8? = nil
  ) async throws -> (text: String, counts: AddressCounts) {
    let file = try opened(text, delimiter: delimiter)
    let columns = try AddressColumns(
      header: file.header, sample: try firstChunk(file), dialect: file.dialect)
    var bytes: [UInt8] = []
    let counts = try await AddressRun(
      file: file,
      finder: AddressFinder(columns: columns, matcher: matcher, threshold: threshold),
      onlyColumn: only, tasks: tasks
    ).run { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), counts)
  }

  /// The fields of a line of output behind those of the input.
  private func fields(_ text: String, line: Int, from: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)[line]
      .split(separator: ";", omittingEmptySubsequences: false).dropFirst(from).map(String.init)
  }

  @Test func appendedColumns() async throws {
    #expect(AddressRun.appendedColumns.joined(separator: ";") == Self.header)
    let (text, counts) = try await run(
      "id;straat;huisnummer;postcode;plaats\n1;Proeflaan;3;1901AA;Teststad\n"
        + "2;Proeflaan;9b;1901AA;Teststad\n3;Proeflaan;33;1901AB;Teststad\n4;;;;\n5;x\n")
    #expect(text.hasPrefix("id;straat;huisnummer;postcode;plaats;\(Self.header)\n"))
    let first = fields(text, line: 1, from: 5)
    #expect(
      first.prefix(9) == [
        "BU99010001", "WK990100", "GM9901", "", "", "1901AA", "3", "adres", "===-=",
      ])
    #expect(Double(first[9]).map { 0.99...1 ~= $0 } == true)
    #expect(first.suffix(2) == ["zeker", ""])
    #expect(fields(text, line: 2, from: 5)[6] == "9B")
    #expect(fields(text, line: 3, from: 5).prefix(3) == ["BU99AZ0002", "WK99AZ00", "GM99AZ"])
    #expect(
      fields(text, line: 4, from: 5) == [
        "", "", "", "", "", "", "", "geen", "", "", "geen", "leeg",
      ])
    #expect(fields(text, line: 5, from: 2).suffix(2) == ["geen", "aantal_velden_wijkt_af"])
    #expect(counts.total == 5)
    #expect(counts.verdicts == [.certain: 3, .none: 2])
    #expect(counts.ragged == 1)
    #expect(counts.reasons == [.empty: 1])
  }

  /// Every line has as many fields as the header, whatever is in it.
  @Test func linesStayWhole() async throws {
    var random = RepeatableGenerator(seed: 2)
    let pieces = [
      "Proeflaan", "3", "\"a;b\"", "\"a\"\"b\"", "", "1901AA", "\u{FF}", " ", "x,y", "'",
    ]
    var text = "id;straat;huisnummer;postcode\n"
    for row in 0..<2_000 {
      let fields = (0..<3).map { _ in pieces.randomElement(using: &random)! }
      text += "\(row);" + fields.joined(separator: ";") + "\n"
    }
    let (output, counts) = try await run(text)
    #expect(counts.total == 2_000)
    let file = try opened(output)
    #expect(file.header.count == 16)
    let chunk = try #require(try firstChunk(file))
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    for record in 0..<records.count { #expect(records.fieldCount(record) == 16) }
  }

  @Test func onlyOneColumnIsKept() async throws {
    let (text, _) = try await run(
      "id;straat;huisnummer;postcode\n\"a;1\";Proeflaan;3;1901AA\n2;Proeflaan;4;1901AA\n", only: 0)
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "id;\(Self.header)")
    #expect(lines[1].hasPrefix("\"a;1\";BU99010001;"))
    #expect(lines[2].hasPrefix("2;BU99010001;"))
    #expect(!text.contains("Proeflaan"))
  }

  /// The threshold belongs to `zeker`.
  @Test func threshold() async throws {
    let text = "straat;huisnummer;postcode\nProeflaan;3;1901AA\n;;1901AA\n"
    let (output, _) = try await run(text)
    let probabilities = [1, 2].map { fields(output, line: $0, from: 3)[9] }.map { Double($0)! }
    #expect(probabilities[0] > probabilities[1])
    let between = (probabilities[0] + probabilities[1]) / 2
    #expect(try await run(text, threshold: between).counts.verdicts == [.certain: 1, .doubtful: 1])
    #expect(try await run(text, threshold: 0.01).counts.verdicts == [.certain: 2])
    #expect(try await run(text, threshold: 1).counts.verdicts == [.doubtful: 2])
  }

  @Test func sameBytesWithAnyNumberOfTasks() async throws {
    var text = "id;straat;huisnummer;postcode;plaats\n"
    for row in 0..<30_000 {
      text +=
        "\(row);Proe\(row % 7 == 0 ? "e" : "")flaan;\(row % 70);1901A\(row % 3 == 0 ? "B" : "A");Teststad\n"
    }
    let one = try await run(text, tasks: 1)
    let other = try await run(text, tasks: 5)
    let areSame = one.text == other.text
    #expect(areSame)
    #expect(one.counts == other.counts)
    #expect(one.counts.total == 30_000)
  }

  @Test func delimiterOfTheInput() async throws {
    let (text, _) = try await run("id,adres\n1,\"Proeflaan 3, Teststad\"\n")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "id,adres," + Self.header.replacing(";", with: ","))
    #expect(
      lines[1].hasPrefix("1,\"Proeflaan 3, Teststad\",BU99010001,WK990100,GM9901,,,1901AA,3,adres,")
    )
  }

  @Test func explanations() throws {
    let file = try opened("id;straat;huisnummer;plaats\n1;Prooflaan;3;Teststad\n2;x\n3;;;\n")
    let columns = try AddressColumns(
      header: file.header, sample: try firstChunk(file), dialect: file.dialect)
    let run = AddressRun(
      file: file, finder: AddressFinder(columns: columns, matcher: matcher), tasks: 1)
    let explanation = try #require(try run.explanation(row: 1))
    #expect(explanation.candidateCount == 1)
    let candidate = try #require(explanation.candidates.first)
    #expect(candidate.address == "1901AA 3 Proeflaan, Teststad")
    #expect(candidate.buurtcode == "BU99010001")
    let fields = ["postcode", "street", "addition", "place", "read", "any address"]
    #expect(candidate.weights.map(\.field) == fields)
    // In words, not in the names of classes.
    #expect(candidate.weights[1].agreement == "one edit away")
    let sum = candidate.weights.reduce(0) { $0 + $1.weight }
    #expect(abs(sum - candidate.weight) < 1e-9)
    #expect(explanation.readings.first == "street prooflaan, number 3, place teststad (as written)")
    #expect(explanation.match.rule == "a name like the one that is written, and the number")
    #expect(try run.explanation(row: 2) == nil)
    #expect(try run.explanation(row: 3)?.match.reason == .empty)
    #expect(try run.explanation(row: 4) == nil)
  }
}
