import Bytes
import TestSupport
import Testing

@Suite struct TextEncodingTests {
  private let text = "naam;bedrag\n's-Gravenhage é ü ß;€ 5\n😀;x\n"

  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private func check(_ bytes: [UInt8], _ encoding: TextEncoding, mark: Int, _ wanted: String) {
    let found = TextEncoding.detect(bytes)
    #expect(found.encoding == encoding)
    #expect(found.markLength == mark)
    let utf8 = found.encoding.utf8(bytes, skipping: found.markLength)
    #expect(String(decoding: utf8, as: UTF8.self) == wanted)
  }

  @Test func utf8() {
    check(Array(text.utf8), .utf8, mark: 0, text)
    check([0xEF, 0xBB, 0xBF] + text.utf8, .utf8, mark: 3, text)
    check([], .utf8, mark: 0, "")
    check(Array("abc".utf8), .utf8, mark: 0, "abc")
  }

  @Test(arguments: [false, true])
  func utf16(bigEndian: Bool) {
    let encoding: TextEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    check(utf16(text, bigEndian: bigEndian, mark: true), encoding, mark: 2, text)
    let plain = "code;naam\nBU03630000;Centrum\n"
    check(utf16(plain, bigEndian: bigEndian, mark: false), encoding, mark: 0, plain)
  }

  @Test func unpairedSurrogatesAreReplaced() {
    check([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], .utf16LittleEndian, mark: 2, "\u{FFFD}A")
  }

  @Test func windows1252() {
    check([0x80, 0x20, 0x35], .windows1252, mark: 0, "€ 5")
    check(Array("Caf".utf8) + [0xE9], .windows1252, mark: 0, "Café")
    check(
      [0x91, 0x92, 0x93, 0x94, 0x96, 0x85, 0x99, 0x8A, 0x9F, 0xFF], .windows1252, mark: 0,
      "‘’“”–…™ŠŸÿ")
    let all = (UInt8(0x80)...0xFF).map { $0 }
    let utf8 = TextEncoding.windows1252.utf8(all, skipping: 0)
    #expect(TextEncoding.isUTF8(utf8))
    #expect(String(decoding: utf8, as: UTF8.self).unicodeScalars.count == 128)
  }

  @Test func brokenUTF8IsNotUTF8() {
    let broken: [[UInt8]] = [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82],
      [0xF0, 0x9F, 0x98], [0x61, 0xFF],
    ]
    for bytes in broken { #expect(!TextEncoding.isUTF8(bytes), "\(bytes)") }
  }

  @Test func utf8IsJudgedAsTheStandardLibraryJudges() {
    var generator = RepeatableGenerator(seed: 5)
    let parts: [[UInt8]] = [
      [0x41], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0x9F, 0xBF],
      [0xEE, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    for round in 0..<5_000 {
      var bytes = (0..<6).flatMap { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
      if round % 2 == 0 {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      #expect(TextEncoding.isUTF8(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}
