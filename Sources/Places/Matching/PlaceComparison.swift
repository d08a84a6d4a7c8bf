internal import Addresses
internal import Registers

/// A place as written, compared with those of the register.
struct PlaceComparison {
  let name: FoldedName
  /// The places that may be meant, each with how it agrees; places of the gemeente with that name too.
  private(set) var places: [(place: Int, agreement: PlaceAgreement)] = []
  private var gemeenten: [Int] = []
  private var isKnown = false

  init(_ name: FoldedName, register: Register) {
    self.name = name
    guard !name.isEmpty else { return }
    for place in register.places(named: name) {
      places.append((place, .same))
      gemeenten.append(register.gemeente(ofPlace: place))
    }
    for place in register.places(inGemeente: name)
    where !places.contains(where: { $0.place == place }) {
      places.append((place, .gemeente))
    }
    for alias in NameFolding.placeAliases(name) {
      for place in register.places(named: alias)
      where !places.contains(where: { $0.place == place }) {
        places.append((place, .alias))
      }
    }
    isKnown = !places.isEmpty
    if !isKnown { findNear(register) }
  }

  /// Places whose names are a few edits away, or of which the name is a part.
  private mutating func findNear(_ register: Register) {
    guard name.count >= 3 else { return }
    let distance = EditDistance(name)
    let limit = name.count >= 6 ? 2 : 1
    for place in 0..<register.placeCount {
      let other = register.folded(place: place)
      let mask = register.letterMask(ofPlace: place)
      if distance.canBeNear(mask: mask, count: other.count, limit: limit) {
        let edits = distance.distance(to: other)
        if edits <= limit {
          places.append((place, edits == 1 ? .oneEdit : .twoEdits))
          continue
        }
      }
      if mask & distance.mask != mask, mask & distance.mask != distance.mask { continue }
      if name.count >= 5, other.count > name.count, Self.begins(other, with: name) {
        places.append((place, .alias))
      } else if other.count >= 5, name.count > other.count, Self.begins(name, with: other) {
        places.append((place, .alias))
      }
    }
  }

  private static func begins(_ long: FoldedName, with short: FoldedName) -> Bool {
    for index in 0..<short.count where long[index] != short[index] { return false }
    return true
  }

  /// How a place of the register agrees.
  func agreement(with place: Int, in register: Register) -> PlaceAgreement {
    if name.isEmpty { return .absent }
    if register.folded(place: place).isEmpty { return .unregistered }
    for known in places where known.place == place { return known.agreement }
    guard isKnown else { return .unknown }
    return gemeenten.contains(register.gemeente(ofPlace: place)) ? .sameGemeente : .different
  }
}
