import Bytes
import CSV
import TestSupport
import Testing

/// Files that are almost right: records or an error, and the same ones however the file is cut.
@Suite struct ChangedFileTests {
  private static let sound = [
    "nr;naam;x;y\n1;\"met een\nregel; en \"\"dit\"\"\";120500,5;480500\n2;  ;;\r\n3;é;1;2",
    "\u{FEFF}\"a\",b,c\r\n1,\"2\",3\r\n\"\",,\r\n\"4\r\n\",5,\"6,\"\r\n",
    "x\ty\n1\t2\n\n3\t\"4\"\n",
  ].map { Array($0.utf8) }

  /// The records and the number of lines, or the error.
  private func outcome(_ bytes: [UInt8], chunk: Int) -> Result<[[String]], CSVError> {
    do {
      let file = try CSVFile(bytes: bytes, name: "proef.csv")
      return .success([file.header] + (try records(file, size: chunk)))
    } catch {
      return .failure(error)
    }
  }

  @Test func anyChangeGivesRecordsOrAnError() {
    var mutation = Mutation(
      seed: 4180, signs: "\";,\t\n\r 0.", bytes: [0x00, 0x80, 0xC3, 0xFE, 0xFF])
    var (read, refused) = (0, 0)
    for _ in Mutation.rounds(6_000) {
      let bytes = mutation.changed(Self.sound[mutation.choice(Self.sound.count)])
      let whole = outcome(bytes, chunk: 1 << 20)
      switch whole {
      case .success(let records):
        read += 1
        #expect(records.allSatisfy { !$0.isEmpty })
        // A byte zero further on is found when its chunk is read; what was read is the same.
        #expect(outcome(bytes, chunk: 7) == whole, "\(bytes)")
      case .failure: refused += 1
      }
    }
    #expect(read > 1_000)
    #expect(refused > 100)
  }

  @Test func otherEncodings() {
    let text = "naam;x\r\ncafé 't Hoekje;1\r\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let windows: [UInt8] = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    var mutation = Mutation(
      seed: 1252, signs: ";\n\r\"", bytes: [0x00, 0x0A, 0x81, 0xD8, 0xDC, 0xFF])
    var read = 0
    for _ in Mutation.rounds(4_000) {
      let bytes = mutation.changed(mutation.choice(2) == 0 ? utf16 : windows)
      let whole = outcome(bytes, chunk: 1 << 20)
      if case .success = whole {
        read += 1
        #expect(outcome(bytes, chunk: 5) == whole, "\(bytes)")
      }
    }
    #expect(read > 500)
  }

  @Test func gzip() throws {
    let folder = try ScratchFolder()
    // "naam;x\n" and "é;1\n", packed by gzip -n.
    let sound: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4B, 0x4C, 0xCC, 0xB5,
      0xAE, 0xE0, 0x3A, 0xBC, 0xD2, 0xDA, 0x90, 0x0B, 0x00, 0x64, 0xEB, 0x3E, 0x8E, 0x0C, 0x00,
      0x00, 0x00,
    ]
    let whole = try folder.write(sound, to: "proef.csv.gz")
    #expect(try records(try CSVFile(path: whole)) == [["é", "1"]])
    var mutation = Mutation(seed: 1952)
    for _ in Mutation.rounds(500) {
      let path = try folder.write(mutation.changed(sound), to: "proef.csv.gz")
      do throws(CSVError) {
        _ = try records(try CSVFile(path: path))
      } catch {
        continue
      }
    }
  }
}
