public import Addresses
internal import Bytes

/// What can be told of a name without its letters being compared.
public struct NameOutline: Sendable {
  /// The letters of the canonical form.
  public var canonicalMask: UInt32
  /// The length of the canonical form.
  public var canonicalCount: Int
  /// The letters of the plain form.
  public var plainMask: UInt32
  /// The length of the plain form.
  public var plainCount: Int
  /// The first letter of the plain form.
  public var first: UInt8
  /// The last letter of the plain form.
  public var last: UInt8

  /// Whether the name holds a digit.
  public var hasDigits: Bool { plainMask >> 26 != 0 }
}

/// Streets, a street being a name in a place, and their names. Named by their places in the register.
extension Register {
  /// How many streets there are; 0 in a register made of postcodes and numbers alone.
  public var streetCount: Int { streetPlaces.count }
  /// How many places there are.
  public var placeCount: Int { placeNames.written.count }
  /// How many names of streets there are, short names included.
  public var nameCount: Int { names.count }

  /// The street of a key; nil when the register has none.
  public func street(ofKey key: Int) -> Int? {
    street(ofKey: key, postcode: postcodeOrdinal(ofKey: key))
  }

  func street(ofKey key: Int, postcode ordinal: Int) -> Int? {
    guard postcodeStreets.count > 0 else { return nil }
    var street = postcodeStreets[ordinal]
    if street & KeySections.mixed != 0 {
      let first = Int(street & ~KeySections.mixed)
      street = mixedStreets[first + key - postcodes.keys(ordinal).lowerBound]
    }
    return street == KeySections.noStreet ? nil : Int(street)
  }

  /// The place of a street.
  public func place(ofStreet street: Int) -> Int { Int(streetPlaces[street]) }

  /// The name of a street.
  public func name(ofStreet street: Int) -> Int { Int(streetNames[street]) }

  /// The streets of a place.
  public func streets(inPlace place: Int) -> Range<Int> {
    Int(placeStreets[place])..<Int(placeStreets[place + 1])
  }

  /// Hands over the streets with addresses in four digits of a postcode.
  public func forEachStreet(inDigits digits: Int, _ body: (Int) -> Void) {
    guard digits >= 1000, digits <= 9999, digitsStarts.count > 0 else { return }
    for place in Int(digitsStarts[digits - 1000])..<Int(digitsStarts[digits - 999]) {
      body(Int(digitsStreets[place]))
    }
  }

  /// Whether a street has addresses in four digits of a postcode.
  public func hasStreet(_ street: Int, inDigits digits: Int) -> Bool {
    guard digits >= 1000, digits <= 9999, digitsStarts.count > 0 else { return false }
    let range = Int(digitsStarts[digits - 1000])..<Int(digitsStarts[digits - 999])
    let place = digitsStreets.firstIndex(in: range, notBelow: UInt32(street))
    return place < range.upperBound && digitsStreets[place] == UInt32(street)
  }

  /// Hands over the keys of a street with a number.
  public func forEachKey(ofStreet street: Int, number: UInt32, _ body: (Int) -> Void) {
    var low = Int(streetKeyStarts[street])
    let end = Int(streetKeyStarts[street + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if KeyWord.number(keys[Int(streetKeys[middle])]) < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < end, KeyWord.number(keys[Int(streetKeys[low])]) == number {
      body(Int(streetKeys[low]))
      low += 1
    }
  }

  /// All keys of a street, by number.
  public func keyRange(ofStreet street: Int) -> Range<Int> {
    Int(streetKeyStarts[street])..<Int(streetKeyStarts[street + 1])
  }

  /// A key of ``keyRange(ofStreet:)``.
  public func streetKey(_ place: Int) -> Int { Int(streetKeys[place]) }

  /// The names with a canonical form; several when they differ in how they are written.
  public func names(canonical: FoldedName) -> Range<Int> {
    guard nameIndex.count > 0, !canonical.isEmpty else { return 0..<0 }
    let mask = nameIndex.count - 1
    var slot = Int(canonical.stableHash & UInt64(mask))
    while true {
      let entry = Int(nameIndex[slot])
      if entry == 0 { return 0..<0 }
      if hasCanonical(entry - 1, canonical) {
        var end = entry
        while end < nameCount, hasCanonical(end, canonical) { end += 1 }
        return (entry - 1)..<end
      }
      slot = (slot + 1) & mask
    }
  }

  /// Hands over the streets that have a name, as their own or as their short one.
  public func forEachStreet(named name: Int, _ body: (Int) -> Void) {
    for place in Int(nameStreetStarts[name])..<Int(nameStreetStarts[name + 1]) {
      body(Int(nameStreets[place]))
    }
  }

  /// The letters and lengths of the forms of a name, as `FoldedName.letterMask` has them.
  @inline(__always)
  public func outline(ofName name: Int) -> NameOutline { names.outline(name) }

  /// Lends the canonical and the plain form of a name, one behind the other: the first
  /// `outline(ofName:).canonicalCount` bytes are the canonical one.
  @inline(__always)
  public func withForms<Result>(ofName name: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    names.withForms(name, body)
  }

  /// Whether the plain form of a name is this.
  public func hasPlain(_ name: Int, _ wanted: FoldedName) -> Bool {
    names.hasPlain(name, wanted)
  }

  /// A name as it is written.
  public func written(_ name: Int) -> String { names.written(name) }

  /// Whether the canonical form of a name is this.
  public func hasCanonical(_ name: Int, _ wanted: FoldedName) -> Bool {
    names.hasCanonical(name, wanted)
  }
}

/// Places (woonplaatsen) and gemeenten.
extension Register {
  /// A place as it is written.
  public func written(place: Int) -> String { placeNames.written[place] }

  /// The folded name of a place.
  public func folded(place: Int) -> FoldedName { placeNames.folded[place] }

  /// The places whose folded names have the letters and the length of a name but for `limit` edits,
  /// or begin with the same five letters.
  public func places(near name: FoldedName, limit: Int) -> [Int] {
    let outlines = placeNames.outlines
    let mask = name.letterMask
    let count = name.count
    let start = PlaceNames.start(name)
    var found: [Int] = []
    for place in outlines.indices {
      let outline = outlines[place]
      if abs(Int(outline.count) - count) <= limit, mask.hasAtMost(limit, bitsBeside: outline.mask),
        outline.mask.hasAtMost(limit, bitsBeside: mask)
      {
        found.append(place)
      } else if start != 0, outline.start == start {
        found.append(place)
      }
    }
    return found
  }

  /// The gemeente of a place, by a number of its own.
  public func gemeente(ofPlace place: Int) -> Int { placeNames.gemeenten[place] }

  /// The folded name of a place's gemeente; empty when the register has none.
  public func foldedGemeente(ofPlace place: Int) -> FoldedName {
    placeNames.foldedGemeenten[placeNames.gemeenten[place]]
  }

  /// The places with a folded name, in all gemeenten.
  public func places(named name: FoldedName) -> [Int] { placeNames.places(named: name) }

  /// The places of the gemeente with a folded name.
  public func places(inGemeente name: FoldedName) -> [Int] { placeNames.places(inGemeente: name) }
}
