/// Numbers as people read them.
enum LegendNumber {
  /// `value` with `decimals` digits after the decimal sign and thousands apart: `1.234,5` in Dutch,
  /// `1,234.5` in English.
  static func text(_ value: Double, decimals: Int, language: Language) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    var digits = String(Int64(scaled))
    while digits.count <= decimals { digits = "0" + digits }
    var whole = String(digits.dropLast(decimals))
    let fraction = digits.suffix(decimals)
    var groups: [String] = []
    while whole.count > 3 {
      groups.insert(String(whole.suffix(3)), at: 0)
      whole.removeLast(3)
    }
    groups.insert(whole, at: 0)
    let text = groups.joined(separator: language == .nl ? "." : ",")
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + text + (decimals > 0 ? (language == .nl ? "," : ".") + fraction : "")
  }
}
