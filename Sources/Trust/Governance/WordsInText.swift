extension String {
  /// Whether one of some words in small letters stands in the text, also within another word, in capitals or not.
  /// - Parameter words: their bytes, of letters without accents.
  /// - Complexity: O(bytes × words).
  func holds(oneOf words: [[UInt8]]) -> Bool {
    let bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return words.contains { bytes.holds($0) }
  }
}

extension [UInt8] {
  /// Whether the bytes of a word stand one after another.
  func holds(_ word: [UInt8]) -> Bool {
    count >= word.count
      && (0...count - word.count).contains { start in
        word.indices.allSatisfy { self[start + $0] == word[$0] }
      }
  }
}
