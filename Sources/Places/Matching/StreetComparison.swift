internal import Addresses
internal import Registers

/// A street as written, ready to be compared with many of the register.
final class StreetComparison {
  let name: StreetName
  private let canonical: EditDistance
  private let plain: EditDistance
  private let plainBytes: [UInt8]
  private let digits: [UInt8]
  private let first: UInt8
  /// The names of the register with the same canonical form.
  private let names: Range<Int>
  /// What names must be looked at more closely.
  let filter: NameFilter

  init(_ name: StreetName, register: Register) {
    self.name = name
    canonical = EditDistance(name.canonical)
    plain = EditDistance(name.plain)
    let bytes = (0..<name.plain.count).map { name.plain[$0] }
    plainBytes = bytes
    digits = bytes.filter { $0 < 97 }
    first = bytes.first ?? 0
    names = register.names(canonical: name.canonical)
    filter = NameFilter(name)
  }

  /// Whether the register has the name, wherever.
  var isKnown: Bool { !names.isEmpty }

  /// Hands over the streets whose name is the same but for abbreviations.
  func forEachExact(in register: Register, _ body: (Int) -> Void) {
    for name in names { register.forEachStreet(named: name, body) }
  }

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
    let outline = register.outline(ofName: other)
    let near = filter.nearness(outline)
    if near.none { return .different }
    if digits.isEmpty && outline.hasDigits || !digits.isEmpty && !outline.hasDigits {
      return .otherDigits
    }
    return register.withForms(ofName: other) { forms in
      agreement(with: forms, split: outline.canonicalCount, near)
    }
  }

  private func agreement(
    with forms: Span<UInt8>, split: Int, _ near: NameFilter.Nearness
  ) -> StreetAgreement {
    let otherPlain = split..<forms.count
    guard digits.isEmpty || hasDigits(of: forms, otherPlain) else { return .otherDigits }
    let limit = filter.limit
    var distance = Int.max
    if near.canonical { distance = canonical.distance(to: forms, 0..<split, limit: limit) }
    if distance > 1, near.plain {
      distance =
        min(distance, plain.distance(to: forms, otherPlain, limit: limit))
    }
    switch distance {
    case 0: return .canonical
    case 1: return min(plain.count, otherPlain.count) <= 5 ? .oneEditShort : .oneEdit
    case 2 where limit >= 2: return .twoEdits
    case 3 where limit >= 3: return .threeEdits
    default: break
    }
    guard near.abbreviation else { return .different }
    if plain.count < otherPlain.count, first == forms[split] {
      var other = FoldedName()
      for index in otherPlain { other.append(forms[index]) }
      if NameFolding.isAbbreviation(name.plain, of: other) { return .abbreviated }
    }
    return isPart(forms, otherPlain) ? .partOf : .different
  }

  /// Whether one name, of at least five letters, begins or ends the other.
  private func isPart(_ forms: Span<UInt8>, _ other: Range<Int>) -> Bool {
    let own = plainBytes
    let shorter = min(own.count, other.count)
    guard shorter >= 5, own.count != other.count else { return false }
    var begins = true
    var ends = true
    for index in 0..<shorter {
      if own[index] != forms[other.lowerBound + index] { begins = false }
      if own[own.count - 1 - index] != forms[other.upperBound - 1 - index] { ends = false }
      if !begins && !ends { return false }
    }
    return true
  }

  /// Whether the digits of both names are the same, in order.
  private func hasDigits(of forms: Span<UInt8>, _ other: Range<Int>) -> Bool {
    var own = 0
    for index in other where forms[index] < 97 {
      guard own < digits.count, digits[own] == forms[index] else { return false }
      own += 1
    }
    return own == digits.count
  }
}
