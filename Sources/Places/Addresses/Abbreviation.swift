extension NameFolding {
  /// Whether a short name may be an abbreviation of a long one, as NEN 5825 makes them of names of more
  /// than 24 characters and as registers make them by rules of their own: `Sbn Doormansingel` for
  /// `Schout bij Nacht Doormansingel`.
  ///
  /// The letters of the short name occur in the long one in the same order, the first letters are the
  /// same, and they come in few runs: words are left out of the middle, cut off or reduced to their
  /// first letters, but not thinned out everywhere. Names of fewer than eighteen letters are not
  /// abbreviated. What is found needs other evidence still, such as a house number that exists.
  public static func isAbbreviation(_ short: FoldedName, of long: FoldedName) -> Bool {
    guard long.count >= 18, short.count >= 5, short.count <= 24, short.count < long.count,
      short[0] == long[0], short.letterMask & ~long.letterMask == 0
    else { return false }
    // The last letters are those of the last word, perhaps without vowels: `straat`, `str`.
    return runs(short, long) <= max(3, short.count / 3)
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
    return before[long.count - 1]
  }
}
