import Bytes
import TestSupport
import Testing

@Suite struct DecimalTextTests {
  private func fixed(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func rounded(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (5.1, 7, "5.1000000", "5.1"), (5, 1, "5.0", "5"), (0, 2, "0.00", "0"),
    (-0.001, 2, "0.00", "0"), (-0.0, 0, "0", "0"), (0.05, 2, "0.05", "0.05"),
    (2.5, 0, "3", "3"), (-2.5, 0, "-3", "-3"), (0.125, 2, "0.13", "0.13"),
    (-0.125, 2, "-0.13", "-0.13"), (1_000, 0, "1000", "1000"), (100, 2, "100.00", "100"),
    (9_999.996, 2, "10000.00", "10000"), (1e20, 2, "1e+20", "1e+20"), (.nan, 2, "nan", "nan"),
    (-.infinity, 2, "-inf", "-inf"), (0.000_000_000_001, 12, "0.000000000001", "0.000000000001"),
  ])
  func known(value: Double, decimals: Int, fixed: String, rounded: String) {
    #expect(self.fixed(value, decimals) == fixed)
    #expect(self.rounded(value, decimals) == rounded)
  }

  @Test func textsReadBackWithinHalfADigit() throws {
    var generator = RepeatableGenerator(seed: 4)
    for round in 0..<20_000 {
      let decimals = round % 8
      let reach = [1.0, 1e3, 1e6][round % 3]
      let value = Double.random(in: -reach...reach, using: &generator)
      let unit = (0..<decimals).reduce(1.0) { product, _ in product / 10 }
      let text = fixed(value, decimals)
      let back = try #require(DecimalNumber.parse(text))
      #expect(abs(back - value) <= unit * 0.500_001, "\(value) as \(text)")
      #expect(back != 0 || !text.hasPrefix("-"))
      let after = text.split(separator: ".", omittingEmptySubsequences: false)
      #expect(decimals == 0 ? after.count == 1 : after.last?.count == decimals)
      let short = rounded(value, decimals)
      #expect(DecimalNumber.parse(short) == back)
      #expect(!short.contains(".") || !(short.hasSuffix("0") || short.hasSuffix(".")))
    }
  }

  @Test func wholeNumbersAndHundredthsAreExact() {
    for cents in stride(from: -12_345, through: 12_345, by: 7) {
      let text = fixed(Double(cents) / 100, 2)
      let size = abs(cents)
      let wanted = "\(cents < 0 ? "-" : "")\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
      #expect(text == wanted)
    }
  }
}
