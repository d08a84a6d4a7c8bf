import Addresses
import Matching
import Registers
import TestSupport

/// Streets with names of random syllables in three places, each with its own gemeente.
enum RandomTown {
  static let places = ["Aadorp", "Bollestede", "Cruysveen"]

  static func entries(streets: Int, seed: UInt64) -> [RegisterEntry] {
    var random = RepeatableGenerator(seed: seed)
    var known: Set<String> = []
    var entries: [RegisterEntry] = []
    while known.count < streets {
      let name = street(&random)
      guard known.insert(name).inserted else { continue }
      let index = known.count - 1
      let place = index % 3
      for number in 1...UInt32.random(in: 4...16, using: &random) {
        var entry = RegisterEntry(
          postcode: Postcode(
            digits: 1011 + 400 * place + index / 9, first: index % 9, second: index / 3 % 26),
          house: HouseNumber(number))
        entry.street = name
        entry.place = places[place]
        entry.gemeente = "Gemeente \(["een", "twee", "drie"][place])"
        entry.buurtcode = "BU000\(place + 1)00\(index % 2)\(index % 5)"
        entries.append(entry)
      }
    }
    return entries
  }

  private static func street(_ random: inout RepeatableGenerator) -> String {
    let syllables = [
      "ber", "ken", "lin", "den", "mo", "len", "wil", "gen", "es", "sen", "hof", "do", "ra", "vel",
      "kor", "ste", "na", "pij", "zand", "oo",
    ]
    let ends = ["straat", "laan", "weg", "pad", "hof", "plein"]
    var name = ""
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      name += syllables.randomElement(using: &random)!
    }
    name += ends.randomElement(using: &random)!
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// A name with one letter left out, put in, changed, or swapped with its neighbour.
  static func damaged(_ name: String, _ random: inout RepeatableGenerator) -> String {
    var letters = Array(name)
    let place = Int.random(in: 1..<letters.count - 1, using: &random)
    let letter = Array("abdeghklmnoprstuvwz").randomElement(using: &random)!
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}

/// What every key of a register weighs against a question, by rules written out anew: slow and plain.
///
/// For registers without additions, and places that are written as they are or not at all.
struct Oracle {
  private let weights: [String: Double]
  private let entries: [RegisterEntry]

  init(_ entries: [RegisterEntry]) throws {
    self.entries = entries
    weights = Dictionary(
      uniqueKeysWithValues: try text(of: ModelFile.path).split(separator: "\n").compactMap {
        let parts = $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        return parts[0] == "weight" ? (parts[1] + " " + parts[2], Double(parts[3])!) : nil
      })
  }

  /// The highest weight, and the addresses that have it.
  func best(_ question: Question) -> (weight: Double, keys: Set<String>, street: String) {
    var best = (weight: -Double.infinity, keys: Set<String>(), street: "")
    for entry in entries where "\(entry.house.number)" == question.number {
      let street = Self.street(question.street, entry.street)
      let place =
        question.place.isEmpty ? "absent" : question.place == entry.place ? "same" : "different"
      let classes = [
        "base all", "postcode " + Self.postcode(question.postcode, entry.postcode!.text),
        "street " + street, "place " + place, "suffix neither", "reading asWritten",
      ]
      let weight = classes.reduce(0) { $0 + weights[$1]! }
      let key = "\(entry.postcode!.text) \(entry.house.number)"
      if weight > best.weight + 1e-9 {
        best = (weight, [key], street)
      } else if weight > best.weight - 1e-9 {
        best.keys.insert(key)
      }
    }
    return best
  }

  private static func postcode(_ written: String, _ other: String) -> String {
    if written.isEmpty { return "absent" }
    if written.count == 4 { return other.hasPrefix(written) ? "sameDigits" : "different" }
    let differing = zip(written, other).map { $0 != $1 }
    switch (differing.prefix(4).count { $0 }, differing.suffix(2).count { $0 }) {
    case (0, 0): return "same"
    case (0, 1): return "oneLetter"
    case (0, 2): return "bothLetters"
    case (1, 0): return "oneDigit"
    case (2, 0):
      let first = differing.firstIndex(of: true)!
      let (one, two) = (Array(written), Array(other))
      return differing[first + 1] && one[first] == two[first + 1] && one[first + 1] == two[first]
        ? "swappedDigits" : "different"
    default: return "different"
    }
  }

  private static func street(_ written: String, _ other: String) -> String {
    if written.isEmpty { return "absent" }
    let (own, its) = (NameFolding.street(written), NameFolding.street(other))
    if own.plain == its.plain { return "same" }
    if own.canonical == its.canonical { return "canonical" }
    let edits = min(
      distance(own.plain.text, its.plain.text), distance(own.canonical.text, its.canonical.text))
    let limit = own.plain.count >= 12 ? 3 : own.plain.count >= 6 ? 2 : 1
    let shorter = min(own.plain.count, its.plain.count)
    if edits <= limit {
      return ["", shorter <= 5 ? "oneEditShort" : "oneEdit", "twoEdits", "threeEdits"][edits]
    }
    if NameFolding.isAbbreviation(own.plain, of: its.plain) { return "abbreviated" }
    let (long, short) =
      own.plain.count > its.plain.count
      ? (own.plain.text, its.plain.text) : (its.plain.text, own.plain.text)
    return shorter >= 5 && (long.hasPrefix(short) || long.hasSuffix(short))
      ? "partOf" : "different"
  }

  /// Insertions, deletions, changes and swaps of neighbours, by the table of the textbook.
  static func distance(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in 0..<a.count {
      for j in 0..<b.count {
        var least = min(table[i][j + 1], table[i + 1][j]) + 1
        least = min(least, table[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = least
      }
    }
    return table[a.count][b.count]
  }
}
