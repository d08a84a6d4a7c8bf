extension NameFolding {
  /// Whether a short name may be an abbreviation of a long one, as NEN 5825 makes them of names of more
  /// than 24 characters and as registers make them by rules of their own: `Sbn Doormansingel` for
  /// `Schout bij Nacht Doormansingel`.
  ///
  /// The letters of the short name occur in the long one in the same order, the first letters are the
  /// same, and they come in few runs: words are left out of the middle, cut off or reduced to their
  /// first letters, but not thinned out everywhere. Names of fewer than twenty letters are not
  /// abbreviated. What is found needs other evidence still, such as a house number that exists.
  public static func isAbbreviation(_ short: FoldedName, of long: FoldedName) -> Bool {
    guard long.count >= 20, short.count >= 8, short.count <= 24, short.count < long.count,
      short[0] == long[0], short.count >= 14 || !isWrittenOut(short),
      short.letterMask & ~long.letterMask == 0
    else { return false }
    return runs(short, long) <= max(3, short.count / 3)
  }

  /// Whether a name ends in the whole word for a kind of street: who abbreviates begins with that.
  private static func isWrittenOut(_ name: FoldedName) -> Bool {
    for word in kinds where name.count >= word.count {
      var isSame = true
      for index in 0..<word.count where word[index] != name[name.count - word.count + index] {
        isSame = false
      }
      if isSame { return true }
    }
    return false
  }

  private static let kinds = ["straat", "strjitte", "laan", "weg", "plein"].map {
    FoldedName(folded: $0.utf8)
  }

  /// The fewest runs of letters that follow each other in the long name into which the short name can
  /// be cut; more than any name has letters when it cannot.
  private static func runs(_ short: FoldedName, _ long: FoldedName) -> Int {
    let none = 100
    // For each letter of the long name: the fewest runs with which the short name up to its present
    // letter ends just there; and the fewest with which it ends there or before.
    var exact = InlineArray<62, Int>(repeating: none)
    var before = InlineArray<62, Int>(repeating: none)
    for row in 0..<short.count {
      var newExact = InlineArray<62, Int>(repeating: none)
      var newBefore = InlineArray<62, Int>(repeating: none)
      var fewest = none
      for column in row..<long.count {
        if short[row] == long[column] {
          if row == 0 {
            newExact[column] = column == 0 ? 1 : none
          } else if column > 0 {
            newExact[column] = min(exact[column - 1], before[column - 1] + 1)
          }
        }
        fewest = min(fewest, newExact[column])
        newBefore[column] = fewest
      }
      guard fewest < none else { return none }
      exact = newExact
      before = newBefore
    }
    // The end is the end of the last word, cut off by a few letters at most: `str`, `plnts`.
    var fewest = none
    for column in long.count - 5..<long.count { fewest = min(fewest, exact[column]) }
    return fewest
  }
}
