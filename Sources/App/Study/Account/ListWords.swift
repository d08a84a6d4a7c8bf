internal import Cartography

/// Lists within a sentence.
enum ListWords {
  /// `a, b en c`, `a, b and c`.
  static func joined(_ words: [String], _ language: Language) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + (language == .nl ? " en " : " and ") + last
  }
}
