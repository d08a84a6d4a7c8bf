internal import Addresses

/// The places of a register by their folded names, and by those of their gemeenten.
struct PlaceNames: Sendable {
  /// The names as written.
  private(set) var written: [String] = []
  private(set) var folded: [FoldedName] = []
  /// The letters, the length and the first five letters of each.
  private(set) var outlines: [(mask: UInt32, count: UInt32, start: UInt64)] = []
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
      outlines.append((name.letterMask, UInt32(name.count), Self.start(name)))
      gemeenten.append(gemeente)
      placesByName[name, default: []].append(ordinal)
      if !foldedGemeenten[gemeente].isEmpty {
        placesByGemeente[foldedGemeenten[gemeente], default: []].append(ordinal)
      }
    }
  }

  /// The first five letters in one number; 0 for shorter names.
  static func start(_ name: FoldedName) -> UInt64 {
    guard name.count >= 5 else { return 0 }
    return (0..<5).reduce(0) { $0 << 8 | UInt64(name[$1]) }
  }

  func places(named name: FoldedName) -> [Int] { placesByName[name] ?? [] }
  func places(inGemeente name: FoldedName) -> [Int] { placesByGemeente[name] ?? [] }
}
