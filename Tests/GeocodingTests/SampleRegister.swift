import Addresses
import CSV
import Foundation
import Geocoding
import Geometry
import Matching
import Registers
import TestSupport

/// Made-up addresses in two buurten of one gemeente and one of another.
enum SampleRegister {
  static func register(tier: Register.Tier = .everything) throws -> Register {
    let folder = try ScratchFolder()
    var builder = RegisterBuilder(
      path: folder.file("r.wzr"), locator: nil, edition: 2024, sources: ["test"])
    try builder.add(entries)
    _ = try builder.finish()
    return try Register(path: folder.file("r.wzr"), tier: tier)
  }

  static func matcher() throws -> AddressMatcher {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("geodata/geocoding/match-model.csv"),
      encoding: .utf8)
    return AddressMatcher(register: try register(), model: try MatchModel(text: text))
  }

  /// Number 5 lies in two buurten; 6 is an address by itself and with additions.
  private static let entries: [RegisterEntry] = [
    entry("AB", 1, "BU00010000"), entry("AB", 3, "BU00010000"),
    entry("AB", 5, letter: "A", "BU00010000"), entry("AB", 5, letter: "B", "BU00010001"),
    entry("AC", 2, "BU00010001"), entry("AC", 4, "BU00010001"), entry("AC", 6, "BU00010001"),
    entry("AC", 6, addition: "1", "BU00010001"), entry("AC", 6, addition: "HS", "BU00010001"),
    entry("AD", 10, "BU00020000"), entry("AD", 12, "BU00020000"),
    entry("AD", 12, letter: "D", addition: "K", "BU00020000"), entry("AD", 14, ""),
  ]

  private static func entry(
    _ letters: String, _ number: UInt32, letter: String = "", addition: String = "", _ code: String
  ) -> RegisterEntry {
    let letters = letters.utf8.map { Int($0) - 65 }
    var entry = RegisterEntry(
      postcode: Postcode(digits: 1011, first: letters[0], second: letters[1]),
      house: HouseNumber(
        number, letter: letter.utf8.first ?? 0, addition: Addition(addition.utf8) ?? .none))
    entry.street = ["Stationsplein", "Kerkstraat", "Dorpsweg"][letters[1] - 1]
    entry.place = "Teststad"
    entry.gemeente = "Teststad"
    entry.buurtcode = code
    entry.position = Position(x: 120_000 + Double(number), y: 480_000)
    return entry
  }
}

/// The corrections of a text, for records with a header.
func corrections(
  _ text: String, records header: String, _ matcher: AddressMatcher
) throws -> AddressCorrections {
  let records = try opened(header + "\n")
  let columns = try AddressColumns(
    header: records.header, sample: nil, dialect: records.dialect)
  return try AddressCorrections(
    try opened(text, delimiter: UInt8(ascii: ";")), records: columns, header: records.header,
    matcher: matcher)
}

/// What comes of placing records by address.
struct AddressOutcome {
  var text = ""
  var counts = AddressCounts()
  var points: DefaultPoints<AddressPoint>?

  /// The rows as fields, the header left out.
  func rows() throws -> [[String]] {
    let file = try opened(text, delimiter: UInt8(ascii: ";"))
    guard let chunk = try firstChunk(file) else { return [] }
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    return (0..<records.count).map { records.texts($0) }
  }
}

/// Places records by address.
func placed(
  _ text: String, corrections list: String? = nil, special: String? = nil, tasks: Int = 2,
  limit: Int = 300_000
) async throws -> AddressOutcome {
  let matcher = try SampleRegister.matcher()
  let file = try opened(text, delimiter: UInt8(ascii: ";"))
  let columns = try AddressColumns(header: file.header, sample: nil, dialect: file.dialect)
  let finder = AddressFinder(
    columns: columns, matcher: matcher,
    corrections: try list.map {
      try AddressCorrections(
        try opened($0, delimiter: UInt8(ascii: ";")), records: columns, header: file.header,
        matcher: matcher)
    },
    specialPoints: try special.map {
      try SpecialAddresses(
        try opened($0, delimiter: UInt8(ascii: ";")), register: matcher.register)
    })
  let run = AddressRun(file: file, finder: finder, tasks: tasks)
  var outcome = AddressOutcome()
  outcome.points = DefaultPoints(limit: limit)
  var bytes: [UInt8] = []
  outcome.counts = try await run.run(points: &outcome.points) { bytes += $0 }
  outcome.text = String(decoding: bytes, as: UTF8.self)
  return outcome
}
