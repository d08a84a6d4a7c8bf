/// Names of places that have several customary names, folded.
enum PlaceNames {
  /// The one name that stands for all.
  static func main(of name: FoldedName) -> FoldedName {
    guard let first = name.isEmpty ? nil : name[0] else { return name }
    switch first {
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "h"),
      UInt8(ascii: "g"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      guard name.count <= 16, let place = synonyms.find(name) else { return name }
      return place
    default: return name
    }
  }

  /// The abbreviations of provinces that stand behind a name.
  static func isProvince(_ key: UInt64) -> Bool { provinces.find(key) != nil }

  private static let provinces = WordTable([
    "dr drenthe = drenthe",
    "gn gr gron = groningen",
    "fr frl fri = friesland",
    "ov ovyssel = overyssel",
    "gld gd geld = gelderland",
    "ut utr = utrecht",
    "nh = noordholland",
    "zh = zuidholland",
    "zl zld = zeeland",
    "nb nbr nbrab = noordbrabant",
    "lb lim limb = limburg",
    "fl flev = flevoland",
  ])

  private static let synonyms = NameTable([
    "denhaag haag thehague dhaag gravenhage shage = sgravenhage",
    "denbosch bosch hertogenbosch dbosch = shertogenbosch",
    "gravenzande = sgravenzande",
    "adam asd = amsterdam",
    "rdam rtd = rotterdam",
    "boz = bergenopzoom",
    "hvh hoekvholland = hoekvanholland",
  ])

  /// Other places that somebody may mean by a name.
  static func aliases(of name: FoldedName) -> [FoldedName] {
    (parts.find(name).map { [$0] } ?? []) + TwinPlaces.names(of: name)
  }

  /// Parts of places that are written as a place, and former names.
  private static let parts = NameTable([
    "scheveningen loosduinen kykduin ypenburg leidschenveen = sgravenhage",
    "amsterdamzuidoost amsterdamnoord amsterdamzuid amsterdamwest amsterdamoost bylmermeer = amsterdam",
    "hoogvliet = hoogvlietrotterdam",
    "pernis = pernisrotterdam",
    "maarssenbroek = maarssen",
    "vleuterweide demeern = vleuten",
    "alteveergemhoogeveen = alteveer",
  ])
}

extension NameFolding {
  /// Other places that somebody may mean by a folded name: `Scheveningen` may be 's-Gravenhage, and
  /// `Bergum` is `Burgum`.
  public static func placeAliases(_ name: FoldedName) -> [FoldedName] {
    PlaceNames.aliases(of: name)
  }
}

/// Whole folded names and what each stands for.
struct NameTable: Sendable {
  private var values: [FoldedName: FoldedName] = [:]

  /// Takes lines such as `denhaag haag = sgravenhage`.
  init(_ lines: [String]) {
    for line in lines {
      let parts = line.split(separator: "=")
      let value = FoldedName(folded: parts[1].utf8.filter { $0 != 32 })
      for name in parts[0].split(separator: " ") {
        values[FoldedName(folded: name.utf8)] = value
      }
    }
  }

  func find(_ name: FoldedName) -> FoldedName? { values[name] }
}
