internal import Addresses

/// The streets, places and gemeenten that occur, each once, in order of appearance.
struct StreetTable {
  struct Place: Hashable {
    var name: String
    var gemeente: String
  }

  struct Street: Hashable {
    var name: String
    var place: UInt32
  }

  private(set) var places: [Place] = []
  private(set) var streets: [Street] = []
  /// For each street its short names and other spellings.
  private(set) var aliases: [Set<String>] = []
  private var placeNumbers: [Place: UInt32] = [:]
  private var streetNumbers: [Street: UInt32] = [:]
  /// Sources are sorted by street, so most entries have the street of the one before.
  private var last: (place: Place, name: String, shortName: String, street: UInt32)?

  /// The number of an entry's street; nil when it has no name.
  mutating func number(of entry: RegisterEntry) -> UInt32? {
    guard !entry.street.isEmpty else { return nil }
    if let last, last.name == entry.street, last.shortName == entry.shortStreet,
      last.place.name == entry.place, last.place.gemeente == entry.gemeente
    {
      return last.street
    }
    let place = Place(name: entry.place, gemeente: entry.gemeente)
    let placeNumber: UInt32
    if let known = placeNumbers[place] {
      placeNumber = known
    } else {
      placeNumber = UInt32(places.count)
      placeNumbers[place] = placeNumber
      places.append(place)
    }
    let street = Street(name: entry.street, place: placeNumber)
    let number: UInt32
    if let known = streetNumbers[street] {
      number = known
    } else {
      number = UInt32(streets.count)
      streetNumbers[street] = number
      streets.append(street)
      aliases.append([])
    }
    if !entry.shortStreet.isEmpty, entry.shortStreet != entry.street {
      aliases[Int(number)].insert(entry.shortStreet)
    }
    last = (place, entry.street, entry.shortStreet, number)
    return number
  }
}

/// A name as a register holds it.
struct RegisterName: Hashable, Comparable {
  var canonical: [UInt8]
  var plain: [UInt8]
  var written: String

  init(_ written: String) {
    let name = NameFolding.street(written)
    canonical = name.canonical.array
    plain = name.plain.array
    self.written = written
  }

  static func < (left: RegisterName, right: RegisterName) -> Bool {
    if left.canonical != right.canonical {
      return left.canonical.lexicographicallyPrecedes(right.canonical)
    }
    if left.plain != right.plain { return left.plain.lexicographicallyPrecedes(right.plain) }
    return left.written.utf8.lexicographicallyPrecedes(right.written.utf8)
  }
}

extension FoldedName {
  var array: [UInt8] { (0..<count).map { self[$0] } }
}
