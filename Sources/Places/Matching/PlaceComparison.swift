internal import Addresses
internal import Registers

/// A place as written, compared with those of the register.
final class PlaceComparison: Sendable {
  let name: FoldedName
  /// The places that may be meant, each with how it agrees; places of the gemeente with that name too.
  let places: [(place: Int, agreement: PlaceAgreement)]
  /// Whether a place or gemeente of the register has the name itself.
  let isKnown: Bool
  private let gemeenten: [Int]

  /// - Parameter near: whether names a few edits away are looked for too.
  init(_ name: FoldedName, register: Register, near: Bool) {
    self.name = name
    var places: [(place: Int, agreement: PlaceAgreement)] = []
    var gemeenten: [Int] = []
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
    self.places = isKnown || !near ? places : Self.near(name, register)
    self.gemeenten = gemeenten
  }

  /// Places whose names are a few edits away, or of which the name is a part.
  private static func near(
    _ name: FoldedName, _ register: Register
  ) -> [(place: Int, agreement: PlaceAgreement)] {
    guard name.count >= 3 else { return [] }
    var places: [(place: Int, agreement: PlaceAgreement)] = []
    let distance = EditDistance(name)
    let limit = name.count >= 6 ? 2 : 1
    for place in register.places(near: name, limit: limit) {
      let other = register.folded(place: place)
      let edits =
        abs(other.count - name.count) <= limit ? distance.distance(to: other, limit: limit) : .max
      if edits <= limit {
        places.append((place, edits == 1 ? .oneEdit : .twoEdits))
      } else if min(name.count, other.count) >= 5,
        begins(other, with: name) || begins(name, with: other)
      {
        places.append((place, .alias))
      }
    }
    return places
  }

  private static func begins(_ long: FoldedName, with short: FoldedName) -> Bool {
    guard short.count < long.count else { return false }
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
