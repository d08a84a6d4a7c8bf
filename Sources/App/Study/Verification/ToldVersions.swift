/// What results say of the versions that made them.
///
/// Who changes results can change that too, so a word counts as a version only when it has the form of one, and may
/// stand only where the run now has its own.
enum ToldVersions {
  /// A version or hash of the run that made the results, and the one that stands in its place now.
  struct Pair: Hashable {
    let before: [UInt8]
    let now: [UInt8]

    init(_ before: String, _ now: String) {
      self.before = Array(before.utf8)
      self.now = Array(now.utf8)
    }
  }

  /// Whether a text has the form of a version of the program or of a library: numbers with points between them, at
  /// most 20 characters, perhaps with what a trial version has behind it, as in `1.2.0-beta.1` or `1.2.0+build7`.
  static func isVersion(_ text: String) -> Bool {
    text.utf8.count <= 20
      && text.wholeMatch(
        of:
          /[0-9]+(\.[0-9]+){1,3}(-?(alpha|beta|dev|pre|rc|snapshot)\.?[0-9]{0,4})?(\+[a-z]{0,5}\.?[0-9]{0,8})?/
      ) != nil
  }

  /// Whether a text has the form of a version of GEOS, which has that of its interface behind it:
  /// `3.12.1-CAPI-1.18.1`.
  static func isVersionOfGEOS(_ text: String) -> Bool {
    guard let mark = text.firstRange(of: "-CAPI-") else { return false }
    return isVersion(String(text[..<mark.lowerBound]))
      && isVersion(String(text[mark.upperBound...]))
  }

  /// Whether what results say of a library is a version of it.
  static func isVersion(_ text: String, of library: String) -> Bool {
    library == "geos" ? isVersionOfGEOS(text) : isVersion(text)
  }

  /// Whether a text is a SHA-256.
  static func isHash(_ text: String) -> Bool { text.wholeMatch(of: /[0-9a-f]{64}/) != nil }
}

extension [ToldVersions.Pair] {
  /// How far to go in two lines that are the same but for a version that begins at these places; nil when none does.
  ///
  /// A word that goes on is another word: `0.9.0` does not begin at `0.9.0.1` or `10.9.0`.
  func steps(
    _ first: ArraySlice<UInt8>, at old: Int, _ second: ArraySlice<UInt8>, at new: Int
  ) -> (old: Int, new: Int)? {
    for pair in self
    where first[old...].starts(with: pair.before) && second[new...].starts(with: pair.now)
      && Self.isWhole(pair.before.count, in: first, at: old)
      && Self.isWhole(pair.now.count, in: second, at: new)
    {
      return (pair.before.count, pair.now.count)
    }
    return nil
  }

  private static func isWhole(_ count: Int, in line: ArraySlice<UInt8>, at start: Int) -> Bool {
    func isWord(_ place: Int) -> Bool {
      guard place < line.endIndex else { return false }
      let byte = line[place]
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    let end = start + count
    // A point ends a sentence, or goes on with the next number.
    let joins: [UInt8] = [0x2E, 0x2D, 0x2B]
    let goesOn =
      isWord(end) || (end < line.endIndex && joins.contains(line[end]) && isWord(end + 1))
    guard start > line.startIndex else { return !goesOn }
    return !goesOn && !isWord(start - 1) && line[start - 1] != 0x2E
  }
}
