internal import Addresses
internal import Registers

/// A street as written, ready to be compared with many of the register.
struct StreetComparison {
  let name: StreetName
  private let canonical: EditDistance
  private let plain: EditDistance
  private let plainIsOther: Bool
  private let digits: FoldedName
  /// The names of the register with the same canonical form.
  private let names: Range<Int>

  init(_ name: StreetName, register: Register) {
    self.name = name
    canonical = EditDistance(name.canonical)
    plain = EditDistance(name.plain)
    plainIsOther = name.plain != name.canonical
    digits = Self.digits(of: name.plain)
    names = register.names(canonical: name.canonical)
  }

  /// The most edits at which a name of this length is still the same.
  private var limit: Int { name.plain.count >= 10 ? 3 : name.plain.count >= 6 ? 2 : 1 }

  /// Hands over the streets whose name is the same but for abbreviations.
  func forEachExact(in register: Register, _ body: (Int) -> Void) {
    for name in names { register.forEachStreet(named: name, body) }
  }

  /// Whether a street can agree at all; tells quickly that most do not.
  func canAgree(_ outline: NameOutline) -> Bool {
    if canonical.canBeNear(
      mask: outline.canonicalMask, count: outline.canonicalCount, limit: limit)
    {
      return true
    }
    if plain.canBeNear(mask: outline.plainMask, count: outline.plainCount, limit: limit) {
      return true
    }
    // An abbreviation by hand has no other letters than the name.
    return plain.mask & ~outline.plainMask == 0 && name.plain.count >= 4
      || outline.plainMask & ~plain.mask == 0 && outline.plainCount >= 5
  }

  /// How the street agrees with one of the register.
  func agreement(with street: Int, in register: Register) -> StreetAgreement {
    let other = register.name(ofStreet: street)
    if names.contains(other) {
      return register.plain(ofName: other) == name.plain ? .same : .canonical
    }
    for alias in names {
      var isAlias = false
      register.forEachStreet(named: alias) { if $0 == street { isAlias = true } }
      if isAlias { return .canonical }
    }
    guard canAgree(register.outline(ofName: other)) else { return .different }
    let otherPlain = register.plain(ofName: other)
    if digits != Self.digits(of: otherPlain) { return .otherDigits }
    var distance = canonical.distance(to: register.canonical(ofName: other))
    if distance > 1 { distance = min(distance, plain.distance(to: otherPlain)) }
    switch distance {
    case 0: return .canonical
    case 1: return min(name.plain.count, otherPlain.count) <= 5 ? .oneEditShort : .oneEdit
    case 2 where limit >= 2: return .twoEdits
    case 3 where limit >= 3: return .threeEdits
    default: break
    }
    if NameFolding.isAbbreviation(name.plain, of: otherPlain) { return .abbreviated }
    return Self.isPart(name.plain, otherPlain) || Self.isPart(otherPlain, name.plain)
      ? .partOf : .different
  }

  /// Whether a name of at least five letters begins or ends another.
  private static func isPart(_ short: FoldedName, _ long: FoldedName) -> Bool {
    guard short.count >= 5, short.count < long.count else { return false }
    let shift = long.count - short.count
    var begins = true
    var ends = true
    for index in 0..<short.count {
      if short[index] != long[index] { begins = false }
      if short[index] != long[index + shift] { ends = false }
      if !begins && !ends { return false }
    }
    return true
  }

  private static func digits(of name: FoldedName) -> FoldedName {
    var digits = FoldedName()
    for index in 0..<name.count where name[index] < 97 { digits.append(name[index]) }
    return digits
  }
}
