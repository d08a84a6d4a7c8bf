import Addresses
import Foundation
import Geometry
import Registers

/// Addresses that nobody has.
enum MadeUpAddresses {
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func entries(count: Int, seed: UInt64) -> [RegisterEntry] {
    var random = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let streets = (0..<40).map { "Straat van \($0)" } + ["Plein '40-'45", "18 Septemberplein"]
    let places = ["Aadorp", "Bedorp", "Cedorp"]
    let additions = ["", "", "", "1", "2", "HS", "A1"]
    return (0..<count).map { _ in
      let street = Int.random(in: 0..<streets.count, using: &random)
      let digits = 1000 + street % 10
      let letters = Int.random(in: 0..<8, using: &random)
      var entry = RegisterEntry(
        postcode: Int.random(in: 0..<50, using: &random) == 0
          ? nil : Postcode(digits: digits, first: letters / 4, second: street % 26),
        house: HouseNumber(
          UInt32.random(in: 1...80, using: &random),
          letter: Int.random(in: 0..<4, using: &random) == 0 ? 66 : 0,
          addition: Addition(additions.randomElement(using: &random)!.utf8)!))
      entry.street = streets[street]
      entry.place = places[street % 3]
      entry.gemeente = "Gemeente \(street % 2)"
      let x = Int.random(in: 0..<400, using: &random)
      entry.position = Position(x: 120_000 + Double(x) / 4, y: 480_000 + Double(street))
      entry.buurtcode = x < 380 ? "BU0001000\(street % 5)" : "BU00010099"
      return entry
    }
  }

  static func bytes(_ entries: [RegisterEntry]) throws -> [UInt8] {
    let folder = try Folder()
    let path = folder.path + "/r.wzr"
    try build(entries, path)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The register stays readable when its file is gone, since it is mapped.
  static func register(_ entries: [RegisterEntry]) throws -> Register {
    let folder = try Folder()
    let path = folder.path + "/r.wzr"
    try build(entries, path)
    return try Register(path: path)
  }

  private static func build(_ entries: [RegisterEntry], _ path: String) throws {
    var builder = RegisterBuilder(path: path, locator: nil, edition: 2024, sources: ["test"])
    try builder.add(entries)
    _ = try builder.finish()
  }
}

/// A folder that is gone after a test.
final class Folder {
  let path = NSTemporaryDirectory() + "registers-\(UUID().uuidString)"
  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
