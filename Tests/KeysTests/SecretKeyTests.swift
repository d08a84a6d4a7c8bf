import Bytes
import Foundation
import Keys
import TestSupport
import Testing

/// Codes against published vectors, and keys that others could read.
struct SecretKeyTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.count, by: 2).map { place in
      let start = hexadecimal.index(hexadecimal.startIndex, offsetBy: place)
      return UInt8(hexadecimal[start..<hexadecimal.index(start, offsetBy: 2)], radix: 16)!
    }
  }

  /// RFC 4231, test cases 1 to 4, 6 and 7, HMAC-SHA-256.
  @Test(arguments: [
    (
      String(repeating: "0b", count: 20), "4869205468657265",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      "0102030405060708090a0b0c0d0e0f10111213141516171819", String(repeating: "cd", count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      String(repeating: "aa", count: 131),
      "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368"
        + "204b6579204669727374",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      String(repeating: "aa", count: 131),
      "5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65"
        + "206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865"
        + "206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062"
        + "792074686520484d414320616c676f726974686d2e",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ])
  func vectors(_ key: String, _ data: String, _ code: String) {
    #expect(SecretKey(bytes: Self.bytes(key)).code(of: Self.bytes(data)) == Self.bytes(code))
  }

  @Test func keysThatOthersCanReadAreRefused() throws {
    let path = try folder.write(SecretKey.fresh(), to: "sleutel.txt")
    for mode in [0o604, 0o640, 0o620, 0o601] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(throws: KeyError.readable(path: path)) { try SecretKey(path: path) }
    }
    for mode in [0o600, 0o400] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(throws: Never.self) { try SecretKey(path: path) }
    }
  }

  @Test func shortKeysAndFoldersAreRefused() throws {
    let path = try folder.write(String(repeating: "k", count: 31) + "\n\n", to: "kort.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(throws: KeyError.tooShort(path: path)) { try SecretKey(path: path) }
    #expect(throws: KeyError.isNoFile(path: folder.path)) {
      try SecretKey(path: folder.path)
    }
  }

  /// Noughts, one letter, and a word over and over.
  @Test(arguments: [
    [UInt8](repeating: 0, count: 40), Array(String(repeating: "a", count: 64).utf8),
    Array(String(repeating: "geheim", count: 8).utf8),
  ])
  func keysOfFewDifferentBytesAreRefused(_ bytes: [UInt8]) throws {
    let path = try folder.write(bytes, to: "gelijk.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(throws: KeyError.tooAlike(path: path)) { try SecretKey(path: path) }
  }

  /// The text of the file is the key, as other programs for HMAC take it.
  @Test func theKeyIsTheTextOfItsFile() throws {
    let path = try folder.write(Self.made + "\n", to: "tekst.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(
      try SecretKey(path: path).hexadecimalCode(of: Array("010464554".utf8))
        == Array("65b796b32ab8f1010273d4c4c43b0e3a820ecfc5a5dea83a5f4725c92110594a".utf8))
  }

  private static let made = "een sleutel van een test, die niemand anders leest"

  @Test func aKeyThatIsNotThereIsRefused() {
    let path = folder.file("nergens.key")
    #expect(throws: KeyError.file(.missing(path: path))) { try SecretKey(path: path) }
  }

  @Test func keysAreNotMadeTwice() {
    let key = SecretKey.fresh()
    #expect(key.count == 65)
    #expect(key != SecretKey.fresh())
  }

  @Test func lineBreaksDoNotBelongToAKey() throws {
    var codes: Set<[UInt8]> = []
    for (number, ending) in ["", "\n", "\r\n"].enumerated() {
      let path = try folder.write(Self.made + ending, to: "\(number).txt")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      codes.insert(try SecretKey(path: path).code(of: [1, 2, 3]))
    }
    #expect(codes.count == 1)
  }
}
