internal import ArgumentParser

/// An option that takes one of some words.
func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws -> Word
where Word.RawValue == String {
  guard let word = Word(rawValue: text) else {
    let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("one of: \(allowed).")
  }
  return word
}
