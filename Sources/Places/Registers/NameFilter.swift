public import Addresses
internal import Bytes

/// What names of streets may resemble one as written, told by letters and lengths alone: quickly, and
/// for nearly all that they do not.
public struct NameFilter: Sendable {
  /// How a name may resemble the one as written.
  public struct Nearness: Sendable {
    /// The canonical forms may be a few edits apart.
    public var canonical: Bool
    /// The plain forms may be.
    public var plain: Bool
    /// One may be an abbreviation or a part of the other.
    public var abbreviation: Bool
    /// None of these.
    public var none: Bool { !canonical && !plain && !abbreviation }
  }

  private let canonicalMask: UInt32
  private let canonicalCount: Int
  private let plainMask: UInt32
  private let plainCount: Int
  private let plainIsOther: Bool
  private let first: UInt8
  private let last: UInt8
  /// The most edits at which a name of this length is still the same.
  public let limit: Int

  /// A filter for a name as written.
  public init(_ name: StreetName) {
    canonicalMask = name.canonical.letterMask
    canonicalCount = name.canonical.count
    plainMask = name.plain.letterMask
    plainCount = name.plain.count
    plainIsOther = name.plain != name.canonical
    first = name.plain.isEmpty ? 0 : name.plain[0]
    last = name.plain.isEmpty ? 0 : name.plain[name.plain.count - 1]
    limit = name.plain.count >= 12 ? 3 : name.plain.count >= 6 ? 2 : 1
  }

  /// How a name may resemble the one as written.
  @inline(__always)
  public func nearness(_ other: NameOutline) -> Nearness {
    let isAlike = first == other.first || last == other.last
    let ownIsShorter =
      isAlike && plainCount >= 4 && plainCount < other.plainCount
      && plainMask & ~other.plainMask == 0
    let otherIsShorter =
      isAlike && other.plainCount >= 5 && other.plainCount < plainCount
      && other.plainMask & ~plainMask == 0
    return Nearness(
      canonical: canBeNear(
        canonicalMask, canonicalCount, other.canonicalMask, other.canonicalCount),
      plain: plainIsOther
        && canBeNear(plainMask, plainCount, other.plainMask, other.plainCount),
      abbreviation: ownIsShorter || otherIsShorter)
  }

  /// Every edit takes away at most one letter and brings at most one.
  @inline(__always)
  private func canBeNear(_ mask: UInt32, _ count: Int, _ other: UInt32, _ otherCount: Int) -> Bool {
    abs(otherCount - count) <= limit && mask.hasAtMost(limit, bitsBeside: other)
      && other.hasAtMost(limit, bitsBeside: mask)
  }
}

/// Names and streets that a filter lets through.
extension Register {
  /// The streets with addresses in four digits of a postcode.
  public func streets(inDigits digits: Int, near filter: NameFilter) -> [Int] {
    guard digits >= 1000, digits <= 9999, digitsStarts.count > 0 else { return [] }
    var found: [Int] = []
    for place in Int(digitsStarts[digits - 1000])..<Int(digitsStarts[digits - 999]) {
      let street = Int(digitsStreets[place])
      if admits(filter, Int(streetNames[street])) { found.append(street) }
    }
    return found
  }

  /// The streets of a place.
  public func streets(inPlace place: Int, near filter: NameFilter) -> [Int] {
    streets(inPlace: place).filter { admits(filter, Int(streetNames[$0])) }
  }

  /// The names of all streets.
  public func names(near filter: NameFilter) -> [Int] {
    (0..<nameCount).filter { admits(filter, $0) }
  }

  @inline(__always)
  private func admits(_ filter: NameFilter, _ name: Int) -> Bool {
    !filter.nearness(names.outline(name)).none
  }
}
