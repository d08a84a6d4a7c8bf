internal import Addresses

/// The places of a register by their folded names, and by those of their gemeenten.
struct PlaceNames: Sendable {
  /// The names as written.
  private(set) var written: [String] = []
  private(set) var folded: [FoldedName] = []
  /// The letters and the length of each.
  private(set) var outlines: [(mask: UInt32, count: UInt32)] = []
  /// For each place its gemeente.
  private(set) var gemeenten: [Int] = []
  private(set) var gemeenteNames: [String] = []
  private(set) var foldedGemeenten: [FoldedName] = []
  private var placesByName: [FoldedName: [Int]] = [:]
  private var placesByGemeente: [FoldedName: [Int]] = [:]

  init(places: [Substring], gemeenten lines: [Substring]) {
    gemeenteNames = lines.map(String.init)
    foldedGemeenten = gemeenteNames.map { NameFolding.place($0) }
    for (ordinal, line) in places.enumerated() {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let name = FoldedName(folded: parts[0].utf8)
      let gemeente = parts.count > 2 ? Int(parts[2]) ?? 0 : 0
      written.append(parts.count > 1 ? String(parts[1]) : "")
      folded.append(name)
      outlines.append((name.letterMask, UInt32(name.count)))
      gemeenten.append(gemeente)
      placesByName[name, default: []].append(ordinal)
      if !foldedGemeenten[gemeente].isEmpty {
        placesByGemeente[foldedGemeenten[gemeente], default: []].append(ordinal)
      }
    }
  }

  func places(named name: FoldedName) -> [Int] { placesByName[name] ?? [] }
  func places(inGemeente name: FoldedName) -> [Int] { placesByGemeente[name] ?? [] }
}
