internal import Bytes
internal import Cartography
internal import Indicators

/// What sets a group of units apart, in plain words.
struct ProfileTexts {
  let layers: [IndicatorLayer]
  let language: Language
  /// How many indicators are named.
  private static let named = 3

  /// The indicators of which the middle score is high, and those of which it is low.
  func marks(_ marks: [Int], scores: [Double?]) -> String {
    let isDutch = language == .nl
    func names(_ isWanted: (Double) -> Bool) -> String {
      marks.prefix(Self.named).filter { isWanted(scores[$0] ?? 0) }.map {
        isDutch ? layers[$0].indicator.name.nl : layers[$0].indicator.name.en
      }.joined(separator: ", ")
    }
    let high = names { $0 > 0 }
    let low = names { $0 < 0 }
    let parts =
      (high.isEmpty ? [] : [(isDutch ? "hoog: " : "high: ") + high])
      + (low.isEmpty ? [] : [(isDutch ? "laag: " : "low: ") + low])
    return parts.isEmpty
      ? (isDutch ? "overal rond het midden" : "around the middle in everything")
      : parts.joined(separator: "; ")
  }

  /// The line with the sources of all indicators; none when nothing is known of them.
  var source: [String] {
    let sources = Set(layers.flatMap(\.sources)).sorted().joined(separator: "; ")
    return sources.isEmpty ? [] : [(language == .nl ? "Bron: " : "Source: ") + sources + "."]
  }

  static func number(_ value: Double, _ decimals: Int, _ language: Language) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    let text = String(decoding: bytes, as: UTF8.self)
    return language == .nl ? text.replacing(".", with: ",") : text
  }
}
