internal import Cartography
internal import Disclosure

extension DisclosureRule {
  /// What is suppressed and rounded, a sentence each.
  /// - Parameter addsUp: whether there are sums, of which the rule says more than of counts.
  func sentences(_ language: Language, addsUp: Bool) -> [String] {
    let isDutch = language == .nl
    func percent(_ number: Double) -> String {
      language.number(number, decimals: number == number.rounded() ? 0 : 1) + " %"
    }
    let zeros =
      switch (self.zeros, isDutch) {
      case (.hidden, true): "ook nul"
      case (.hidden, false): "zero included"
      case (.shown, true): "behalve nul"
      case (.shown, false): "zero excepted"
      }
    var lines = [
      isDutch
        ? "Aantallen onder de \(minimumCount), \(zeros), zijn onderdrukt; andere zijn afgerond op "
          + "\(roundingBase)."
        : "Counts under \(minimumCount), \(zeros), are suppressed; others are rounded to "
          + "\(roundingBase)."
    ]
    guard addsUp else { return lines }
    if let dominance {
      let share = percent(dominance.percent)
      let isOne = dominance.largest == 1
      lines.append(
        isDutch
          ? "Een som is onderdrukt als "
            + (isOne
              ? "de grootste bijdrage meer dan \(share) ervan is."
              : "de \(dominance.largest) grootste bijdragen samen meer dan \(share) ervan zijn.")
          : "A sum is suppressed when its "
            + (isOne
              ? "largest contribution is more than \(share) of it."
              : "\(dominance.largest) largest contributions together are more than \(share) of it.")
      )
    }
    if let nearness {
      lines.append(
        isDutch
          ? "Een som is ook onderdrukt als een ander de grootste bijdrage tot op \(percent(nearness)) zou kunnen schatten."
          : "A sum is suppressed too when another could estimate the largest contribution to within \(percent(nearness))."
      )
    }
    return lines
  }

  /// The rule in short, to be set beside another in a message.
  var words: String {
    var words = ["\(minimumCount) or more, rounded to \(roundingBase)"]
    words.append(zeros == .shown ? "nought is told" : "nought is hidden")
    if let dominance {
      words.append("dominance of \(dominance.largest) above \(dominance.percent) %")
    }
    if let nearness { words.append("nearness of \(nearness) %") }
    return words.joined(separator: ", ")
  }
}
