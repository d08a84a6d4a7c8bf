import GeoJSON
import TestSupport
import Testing

@Suite struct JSONTextTests {
  private func json(_ number: Double, decimals: Int? = nil) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSON(number, decimals: decimals)
    return string(bytes)
  }

  @Test func textsAreEscaped() {
    var bytes: [UInt8] = []
    bytes.appendJSON("a\"\\/\u{0}\u{1F}\n\r\t\u{7F}é😀</")
    #expect(string(bytes) == "\"a\\\"\\\\/\\u0000\\u001f\\n\\r\\t\u{7F}é😀</\"")
  }

  @Test func everyCharacterReadsBack() throws {
    var text = ""
    for value in stride(from: 0, through: 0x10FFFF, by: 7) {
      if let scalar = Unicode.Scalar(UInt32(value)) { text.unicodeScalars.append(scalar) }
    }
    for value in 0..<0x100 { text.unicodeScalars.append(Unicode.Scalar(UInt8(value))) }
    var bytes = Array(#"{"type":"FeatureCollection","features":[],"name":"#.utf8)
    bytes.appendJSON(text)
    bytes.append(UInt8(ascii: "}"))
    #expect(try GeoJSONReader.read(bytes).name.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test func numbersAreShortOrRounded() {
    #expect(json(5) == "5")
    #expect(json(-0.0) == "0")
    #expect(json(-0.001, decimals: 2) == "0")
    #expect(json(0.1 + 0.2) == "0.30000000000000004")
    #expect(json(0.1 + 0.2, decimals: 3) == "0.3")
    #expect(json(1e21) == "1e+21")
    #expect(json(1e21, decimals: 3) == "1e+21")
    #expect(json(Double.leastNonzeroMagnitude) == "5e-324")
    #expect(json(12.5, decimals: 0) == "13")
    #expect(json(.nan) == "null")
    #expect(json(-.infinity, decimals: 1) == "null")
    var bytes: [UInt8] = []
    bytes.appendJSON(Int64.min)
    #expect(string(bytes) == "-9223372036854775808")
  }

  @Test func objectsAndArraysGetTheirCommas() {
    var text = JSONText()
    text.openObject()
    text.name("a")
    text.openArray()
    text.appendJSON(1.25, decimals: 1)
    text.openObject()
    text.closeObject()
    text.appendJSON("x")
    text.closeArray()
    text.name("b")
    text.appendJSON(.bool(false))
    text.name("c")
    text.appendJSON(encoded: Array("[null]".utf8))
    text.closeObject()
    #expect(string(text.bytes) == #"{"a":[1.3,{},"x"],"b":false,"c":[null]}"#)
  }
}
