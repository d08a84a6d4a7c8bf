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

  /// What must be looked at more closely, by letters and lengths alone.
  private struct Nearness {
    var canonical: Bool
    var plain: Bool
    var abbreviation: Bool
    var none: Bool { !canonical && !plain && !abbreviation }
  }

  private func nearness(_ outline: NameOutline) -> Nearness {
    let ownIsShorter =
      plain.mask & ~outline.plainMask == 0 && name.plain.count >= 4
      && name.plain.count < outline.plainCount
    let otherIsShorter =
      outline.plainMask & ~plain.mask == 0 && outline.plainCount >= 5
      && outline.plainCount < name.plain.count
    return Nearness(
      canonical: canonical.canBeNear(
        mask: outline.canonicalMask, count: outline.canonicalCount, limit: limit),
      plain: plainIsOther
        && plain.canBeNear(mask: outline.plainMask, count: outline.plainCount, limit: limit),
      abbreviation: ownIsShorter || otherIsShorter)
  }

  /// Whether a name can agree at all; tells quickly that most do not.
  func canAgree(_ outline: NameOutline) -> Bool { !nearness(outline).none }

  /// How the street agrees with one of the register.
  func agreement(with street: Int, in register: Register) -> StreetAgreement {
    let other = register.name(ofStreet: street)
    if names.contains(other) {
      return register.hasPlain(other, name.plain) ? .same : .canonical
    }
    for alias in names {
      var isAlias = false
      register.forEachStreet(named: alias) { if $0 == street { isAlias = true } }
      if isAlias { return .canonical }
    }
    let near = nearness(register.outline(ofName: other))
    if near.none { return .different }
    let otherPlain = register.plain(ofName: other)
    if digits != Self.digits(of: otherPlain) { return .otherDigits }
    var distance = Int.max
    if near.canonical { distance = canonical.distance(to: register.canonical(ofName: other)) }
    if distance > 1, near.plain { distance = min(distance, plain.distance(to: otherPlain)) }
    switch distance {
    case 0: return .canonical
    case 1: return min(name.plain.count, otherPlain.count) <= 5 ? .oneEditShort : .oneEdit
    case 2 where limit >= 2: return .twoEdits
    case 3 where limit >= 3: return .threeEdits
    default: break
    }
    guard near.abbreviation else { return .different }
    if name.plain[0] == otherPlain[0], name.plain.count < otherPlain.count,
      NameFolding.isAbbreviation(name.plain, of: otherPlain)
    {
      return .abbreviated
    }
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
