package import Indicators

extension LocalizedText {
  /// The text with `#` for its first number, and that number: sentences that differ in it alone are one.
  /// Without a number when the languages do not begin with the same one, or have a `#` of their own.
  package var partedAtNumber: (sentence: LocalizedText, number: Int64?) {
    guard let dutch = nl.firstMatch(of: /[0-9]+/), let english = en.firstMatch(of: /[0-9]+/),
      dutch.output == english.output, let number = Int64(dutch.output),
      "\(number)" == dutch.output, !nl.contains("#"), !en.contains("#")
    else { return (self, nil) }
    var (ownDutch, ownEnglish) = (nl, en)
    ownDutch.replaceSubrange(dutch.range, with: "#")
    ownEnglish.replaceSubrange(english.range, with: "#")
    return (LocalizedText(nl: ownDutch, en: ownEnglish), number)
  }
}
