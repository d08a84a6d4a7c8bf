import Addresses
import CSV
import Foundation
import Geocoding
import Matching
import Registers
import TestSupport
import Testing

/// Files of postcodes and numbers alone: rows that are looked up together get what each alone gets.
@Suite struct PlainRowTests {
  private func answers(_ text: String, _ register: Register, together: Bool) async throws -> (
    text: String, counts: AddressCounts
  ) {
    let file = try opened(text)
    let columns = try AddressColumns(
      header: file.header, sample: try firstChunk(file), dialect: file.dialect)
    #expect(columns.needsNumbersOnly)
    let run = AddressRun(
      file: file,
      finder: AddressFinder(
        columns: columns,
        matcher: AddressMatcher(register: register, model: try SampleRegister.matcher().model)),
      tasks: 2)
    var bytes: [UInt8] = []
    // Records that are also counted by point are looked up one by one.
    var points: DefaultPoints<AddressPoint>? = together ? nil : DefaultPoints()
    let counts = try await run.run(points: &points) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), counts)
  }

  @Test(arguments: ["postcode;huisnummer", "postcode;huisnummer;toevoeging"])
  func sameAsAlone(header: String) async throws {
    let register = try SampleRegister.register(tier: .numbers)
    let postcodes = [
      "1011AB", "1011AC", "1011AD", "1011ad", "1011 AB", "1011AE", "1011SA", "9999XX", "0000AA",
      "l011AB", "1011", "", "\"1011AB\"", "XXXXXX", "1011A", "1011ABC",
    ]
    let numbers = [
      "1", "2", "3", "4", "5", "6", "10", "12", "14", "0", "01", "6-1", "6 hs", "12DK", "5a", "",
      "99999", "100000", "43831", "1.0", " 3", "-3", "x",
    ]
    let rest = header.hasSuffix("toevoeging") ? ["", ";1", ";HS", "; "] : [""]
    var rows = [header]
    for postcode in postcodes {
      for number in numbers { rows += rest.map { "\(postcode);\(number)\($0)" } }
    }
    // More rows than are looked up together, ragged ones among them.
    let text = (rows + ["1011AB", "1011AB;1;2;3;4"] + rows.dropFirst()).joined(separator: "\n")
    let together = try await answers(text, register, together: true)
    let alone = try await answers(text, register, together: false)
    let areSame = together.text == alone.text
    #expect(areSame)
    #expect(together.counts == alone.counts)
    #expect((together.counts.verdicts[.certain] ?? 0) > 50)
    #expect((together.counts.verdicts[.none] ?? 0) > 50)
  }
}
