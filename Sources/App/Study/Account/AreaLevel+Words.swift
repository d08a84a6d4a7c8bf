internal import Areas
internal import Cartography

extension AreaLevel {
  /// So many areas of the level, as people write it: `1 wijk`, `1.086 buurten`.
  func counted(_ count: Int, _ language: Language) -> String {
    language.number(Double(count), decimals: 0) + " " + (count == 1 ? rawValue : plural)
  }
}
