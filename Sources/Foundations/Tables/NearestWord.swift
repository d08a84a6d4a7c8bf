/// The known word closest to a mistyped one, to be offered in an error message.
///
/// Distance: insertions, deletions, substitutions and swaps of neighbours (optimal string
/// alignment), case ignored. Nothing is offered when more than a third of the letters differ, except a
/// name with more words behind it: `Hengelo (O.)` for `Hengelo`.
/// - Complexity: O(words × length²).
public func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(wanted.count, letters.count) / 3)
    let isBeginning = letters.starts(with: wanted + [" "])
    let distance = isBeginning ? limit : editDistance(wanted, letters)
    if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.word
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      let change = above[j] + (a[i] == b[j] ? 0 : 1)
      var distance = min(change, above[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, before[j - 1] + 1)
      }
      row.append(distance)
    }
    before = above
    above = row
  }
  return above[b.count]
}
