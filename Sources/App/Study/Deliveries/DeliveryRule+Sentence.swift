extension DeliveryRule {
  /// What is wrong and what helps, as a sentence for people.
  var sentence: String {
    switch self {
    case .dividedTwice(let whole):
      return """
        the parts of '\(whole)' are told twice. Counts are divided in one way: keep one list of parts.
        """
    case .twoWholes(let part):
      return """
        '\(part)' is a part of something else already. Counts are a part of one whole, which may be a part \
        itself: name it once.
        """
    case .partOfItself(let part):
      return "'\(part)' would be a part of itself. Leave it out of these parts."
    case .crossing(let names, let first, let second):
      return """
        \(list(names)) \(names.count == 1 ? "is" : "are") wanted per \(first) and per \(second), of which one \
        is not made of the other, and nobody knows how many are in both. For this audience what the two tell \
        together would give suppressed counts away: keep one of the levels.
        """
    case .converted(let name, let figures):
      return """
        '\(name)' of '\(figures)' is converted by a crosswalk, so its counts are estimates of which it cannot \
        be told what follows from them together. For this audience it is at one level and no whole or part: \
        deliver on the areas of the study, or leave the other level or 'parts' out.
        """
    case .beyondArea(let name, let codes, let file, let smaller, let smallerFile):
      return """
        '\(name)' of \(list(codes)) in '\(file)' is less than its \(smaller) in '\(smallerFile)' together, so \
        what both tell cannot be protected. Deliver both from one count, unrounded, or leave one level out.
        """
    case .beyondWhole(let whole, let parts, let codes, let file):
      return """
        '\(whole)' of \(list(codes)) in '\(file)' is less than its parts \(list(parts)) together, so what \
        they tell cannot be protected. Name under 'parts' what lies within it and shares nothing, and deliver \
        all from one count, unrounded.
        """
    case .contradiction(let names, let code, let file):
      return """
        \(list(names)) in '\(file)' cannot all be as delivered: over levels and parts together nothing was \
        found that fits at \(code), so what they tell cannot be protected. Deliver them from one count, \
        unrounded, or leave a level or 'parts' out.
        """
    }
  }

  private func list(_ words: [String]) -> String {
    let shown = words.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return words.count > 10 ? "\(shown) and \(words.count - 10) more" : shown
  }
}
