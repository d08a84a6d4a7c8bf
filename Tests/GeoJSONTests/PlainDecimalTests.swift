import Bytes
import TestSupport
import Testing

@testable import GeoJSON

@Suite struct PlainDecimalTests {
  private func plain(_ text: String) -> Double? {
    var index = 0
    let bytes = Array(text.utf8)
    return PlainDecimal.read(bytes.span, &index)
  }

  /// The standard library reads decimal text independently.
  @Test func agreesWithTheStandardLibrary() {
    var generator = RepeatableGenerator(seed: 19)
    for _ in 0..<200_000 {
      let digits = Int.random(in: 1...19, using: &generator)
      let decimals = Int.random(in: 0..<digits, using: &generator)
      var text = Bool.random(using: &generator) ? "-" : ""
      for digit in 0..<digits {
        if digit == digits - decimals { text += "." }
        let least = digit == 0 && decimals < digits - 1 ? 1 : 0
        text += String(Int.random(in: least...9, using: &generator))
      }
      let value = plain(text + ",")
      #expect(value == Double(text), "\(text)")
      #expect(value == DecimalNumber.parse(text), "\(text)")
    }
  }

  @Test func shortestTextsReadBack() {
    var generator = RepeatableGenerator(seed: 20)
    for _ in 0..<200_000 {
      let value = Double.random(in: 0...360, using: &generator)
      guard value >= 1e-3 else { continue }
      let text = value.description
      if text.utf8.count <= 20 { #expect(plain(text + "]") == value, "\(text)") }
    }
  }

  @Test func tiesGoToEven() {
    #expect(plain("9007199254740993,") == 9_007_199_254_740_992)
    #expect(plain("9007199254740995,") == 9_007_199_254_740_996)
    #expect(plain("900719925474099.3,") == Double("900719925474099.3"))
    #expect(plain("9999999999999999999,") == 1e19)
    #expect(plain("0.9999999999999999999,") == nil)
    #expect(plain("0.999999999999999999,") == 1)
  }

  @Test(arguments: ["", "-", "01,", "1.,", ".5,", "+1,", "1e5,", "1.5E5,", "1", "00.5,"])
  func leavesTheRestToTheGeneralWay(text: String) {
    #expect(plain(text) == nil)
  }
}
