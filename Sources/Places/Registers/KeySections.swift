internal import Addresses

/// Keys, their addresses and identifications, taken in the order of the register.
struct KeySections {
  private(set) var withoutArea = 0
  private(set) var inSeveralAreas = 0
  private(set) var addressCount = 0
  var keyCount: Int { keys.count }
  var postcodeCount: Int { postcodeStreets.count - 1 }
  var isEmpty: Bool { keys.isEmpty }

  /// From numbers by appearance to places in the register.
  private let buurten: [UInt32]
  private let streets: [UInt32]

  private var bits = [UInt64](repeating: 0, count: (Postcode.count + 63) / 64)
  /// Four numbers a postcode, as in `PostcodeTable`.
  private var postcodes: [UInt32] = []
  private var postcodeStreets: [UInt32] = []
  private var mixedStreets: [UInt32] = []
  /// Without positions as long as their postcode is being taken.
  private var keys: [UInt64] = []
  private var shared: [UInt32] = []
  private var sharedStarts: [UInt32] = []
  private var addressTexts: [UInt64] = []
  private var addressBuurten: [UInt16] = []
  private var addressPositions: [UInt32] = []
  private var streetKeys: [(street: UInt32, key: UInt32)] = []
  private var digitsStarts: [UInt32] = []
  private var digitsStreets: [UInt32] = []
  private var identifiers: [(value: UInt64, key: UInt32, address: UInt32)] = []

  // Of the postcode that is being taken.
  private var postcode = RegisterRow.none
  private var hasBegun = false
  private var firstKey = 0
  private var firstAddress = 0
  private var places: [(x: Int32, y: Int32)] = []
  private var addressPlaces: [(x: Int32, y: Int32)] = []
  private var mainStreets: [UInt32] = []
  private var digitStreets: Set<UInt32> = []

  static let mixed: UInt32 = 1 << 31
  static let noStreet = UInt32.max >> 1
  static let noPosition: UInt32 = 0x8000_8000

  init(buurten: [UInt32], streets: [UInt32]) {
    self.buurten = buurten
    self.streets = streets
  }

  private struct Address: Hashable {
    var text: UInt64
    var buurt: UInt32
    var x: Int32
    var y: Int32
    var ids: [UInt64]
  }

  /// Takes all rows of one key.
  mutating func add(_ group: [RegisterRow]) {
    let first = group[0]
    if !hasBegun || first.postcode != postcode { begin(first.postcode) }
    let named = group.filter { $0.street != RegisterRow.none }
    let known = group.filter { $0.street == RegisterRow.none && $0.buurt != RegisterRow.none }
    let fallback = known.first.map { buurten[Int($0.buurt)] } ?? KeyWord.nowhere
    // Rows without a street say of a key with streets only where it lies.
    let rows = named.isEmpty ? group : named
    let addresses = merged(rows, fallback: fallback)
    let key = UInt32(keys.count)
    addressCount += addresses.count

    let areas = Set(addresses.map(\.buurt)).subtracting([KeyWord.nowhere])
    let buurt = areas.count > 1 ? KeyWord.several : areas.first ?? KeyWord.nowhere
    if areas.isEmpty { withoutArea += 1 }
    if areas.count > 1 { inSeveralAreas += 1 }
    keys.append(KeyWord.packed(number: first.number, buurt: buurt, position: 0))
    places.append(Self.mean(addresses.map { ($0.x, $0.y) }))

    let isShared = addresses.count > 1 || addresses[0].text != 0
    if isShared {
      shared.append(key)
      sharedStarts.append(UInt32(addressTexts.count))
    }
    for address in addresses {
      let place = isShared ? UInt32(addressTexts.count) : RegisterRow.none
      if isShared {
        addressTexts.append(address.text)
        addressBuurten.append(UInt16(address.buurt))
        addressPlaces.append((address.x, address.y))
      }
      for id in address.ids { identifiers.append((id, key, place)) }
    }
    addStreets(of: rows, key: key)
  }

  private mutating func addStreets(of rows: [RegisterRow], key: UInt32) {
    var counts: [UInt32: Int] = [:]
    for row in rows where row.street != RegisterRow.none {
      counts[streets[Int(row.street)], default: 0] += 1
    }
    let ordered = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    mainStreets.append(ordered.first?.key ?? Self.noStreet)
    for (street, _) in ordered {
      streetKeys.append((street, key))
      digitStreets.insert(street)
    }
  }

  /// Each address once, in order of letter and addition.
  private func merged(_ rows: [RegisterRow], fallback: UInt32) -> [Address] {
    var addresses: [Address] = []
    for row in rows {
      let buurt = row.buurt == RegisterRow.none ? fallback : buurten[Int(row.buurt)]
      let ids = [row.nummeraanduiding, row.object, row.pand].filter { $0 != 0 }
      if let last = addresses.last, last.text == row.text {
        let place = addresses.count - 1
        let isSame =
          last.x == row.x && last.y == row.y || row.x == RegisterRow.noPlace
          || last.x == RegisterRow.noPlace
        // The same address from two sources, or twice in one.
        if isSame, last.buurt == buurt || last.buurt == KeyWord.nowhere || buurt == KeyWord.nowhere
        {
          if last.x == RegisterRow.noPlace {
            (addresses[place].x, addresses[place].y) = (row.x, row.y)
          }
          if last.buurt == KeyWord.nowhere { addresses[place].buurt = buurt }
          for id in ids where !last.ids.contains(id) { addresses[place].ids.append(id) }
          continue
        }
      }
      addresses.append(Address(text: row.text, buurt: buurt, x: row.x, y: row.y, ids: ids))
    }
    // Rows came in an order that depends on which buurt was seen first.
    return addresses.sorted {
      ($0.text, $0.buurt, $0.x, $0.y) < ($1.text, $1.buurt, $1.x, $1.y)
    }
  }

  private static func mean(_ places: [(x: Int32, y: Int32)]) -> (x: Int32, y: Int32) {
    let known = places.filter { $0.x != RegisterRow.noPlace }
    guard !known.isEmpty else { return (RegisterRow.noPlace, RegisterRow.noPlace) }
    let x = known.reduce(Int64(0)) { $0 + Int64($1.x) } / Int64(known.count)
    let y = known.reduce(Int64(0)) { $0 + Int64($1.y) } / Int64(known.count)
    return (Int32(x), Int32(y))
  }

  private mutating func begin(_ next: UInt32) {
    end()
    let digits = next == RegisterRow.none ? 9_000 : Int(next) / 676
    if !hasBegun || postcode == RegisterRow.none || Int(postcode) / 676 != digits {
      endDigits(upTo: digits)
    }
    hasBegun = true
    postcode = next
    firstKey = keys.count
    firstAddress = addressTexts.count
    if next != RegisterRow.none {
      bits[Int(next / 64)] |= 1 << UInt64(next % 64)
      postcodes += [UInt32(keys.count), next, 0, 0]
    }
  }

  /// Puts the streets of the four digits that were taken behind those before.
  private mutating func endDigits(upTo digits: Int) {
    digitsStreets += digitStreets.sorted()
    digitStreets.removeAll()
    while digitsStarts.count <= digits { digitsStarts.append(UInt32(digitsStreets.count)) }
  }

  /// Brings the places of a postcode's keys to its base.
  private mutating func end() {
    guard hasBegun else { return }
    let known = places.filter { $0.x != RegisterRow.noPlace }
    var base: (x: Int32, y: Int32) = (0, 0)
    if let first = known.first, postcode != RegisterRow.none {
      var (low, high) = (first, first)
      for place in known {
        low = (min(low.x, place.x), min(low.y, place.y))
        high = (max(high.x, place.x), max(high.y, place.y))
      }
      base = ((low.x + (high.x - low.x) / 2) / 4, (low.y + (high.y - low.y) / 2) / 4)
    }
    if postcode != RegisterRow.none {
      postcodes[postcodes.count - 2] = UInt32(bitPattern: base.x)
      postcodes[postcodes.count - 1] = UInt32(bitPattern: base.y)
    }
    for (offset, place) in places.enumerated() {
      keys[firstKey + offset] |= UInt64(Self.relative(place, to: base))
    }
    addressPositions += addressPlaces.map { Self.relative($0, to: base) }
    places.removeAll(keepingCapacity: true)
    addressPlaces.removeAll(keepingCapacity: true)

    if postcode != RegisterRow.none, let only = mainStreets.first,
      mainStreets.allSatisfy({ $0 == only })
    {
      postcodeStreets.append(only)
    } else {
      postcodeStreets.append(Self.mixed | UInt32(mixedStreets.count))
      mixedStreets += mainStreets
    }
    mainStreets.removeAll(keepingCapacity: true)
  }

  /// Eight kilometres at most in each direction; farther, and without postcode, is not kept.
  private static func relative(_ place: (x: Int32, y: Int32), to base: (x: Int32, y: Int32))
    -> UInt32
  {
    guard place.x != RegisterRow.noPlace, base != (0, 0) else { return noPosition }
    let (x, y) = (place.x - base.x * 4, place.y - base.y * 4)
    guard abs(x) < 32_767, abs(y) < 32_767 else { return noPosition }
    return UInt32(UInt16(bitPattern: Int16(x))) << 16 | UInt32(UInt16(bitPattern: Int16(y)))
  }

  /// Closes what is open; after this nothing may be added.
  mutating func finish() {
    if postcode != RegisterRow.none { begin(RegisterRow.none) }
    end()
    postcodes += [UInt32(firstKey), 0, 0, 0]
    postcodes += [UInt32(keys.count), 0, 0, 0]
    endDigits(upTo: 9_001)
    sharedStarts.append(UInt32(addressTexts.count))
  }

  /// Hands over all sections.
  consuming func write(to writer: inout RegisterWriter) {
    writer.add(
      .postcodeBits, zip(bits, Self.ranks(bits)).flatMap { [$0, UInt64($1)] })
    writer.add(.postcodes, postcodes)
    var blocks: [UInt32] = []
    var postcode = 0
    for key in stride(from: 0, to: keys.count, by: 64) {
      while postcodes[(postcode + 1) * PostcodeTable.width] <= key { postcode += 1 }
      blocks.append(UInt32(postcode))
    }
    writer.add(.blockPostcodes, blocks)
    writer.add(.keys, keys)
    var sharedBits = [UInt64](repeating: 0, count: (keys.count + 63) / 64)
    for key in shared { sharedBits[Int(key / 64)] |= 1 << UInt64(key % 64) }
    writer.add(.sharedBits, sharedBits)
    writer.add(.sharedRanks, Self.ranks(sharedBits))
    writer.add(.sharedStarts, sharedStarts)
    writer.add(.addressTexts, addressTexts)
    writer.add(.addressBuurten, addressBuurten)
    writer.add(.addressPositions, addressPositions)
    writer.add(.postcodeStreets, postcodeStreets)
    writer.add(.mixedStreets, mixedStreets)
    writer.add(.digitsStarts, digitsStarts)
    writer.add(.digitsStreets, digitsStreets)
    writeStreetKeys(to: &writer)
    identifiers.sort { ($0.value, $0.key, $0.address) < ($1.value, $1.key, $1.address) }
    writer.add(.identifiers, identifiers.map(\.value))
    writer.add(.identifierKeys, identifiers.map(\.key))
    writer.add(.identifierAddresses, identifiers.map(\.address))
  }

  /// For each word how many bits are set before it.
  private static func ranks(_ words: [UInt64]) -> [UInt32] {
    var rank: UInt32 = 0
    return words.map { word in
      defer { rank += UInt32(word.nonzeroBitCount) }
      return rank
    }
  }

  private func writeStreetKeys(to writer: inout RegisterWriter) {
    var starts = [UInt32](repeating: 0, count: streets.count + 1)
    for pair in streetKeys { starts[Int(pair.street) + 1] += 1 }
    for street in 0..<streets.count { starts[street + 1] += starts[street] }
    var next = starts
    var ordered = [UInt32](repeating: 0, count: streetKeys.count)
    for pair in streetKeys {
      ordered[Int(next[Int(pair.street)])] = pair.key
      next[Int(pair.street)] += 1
    }
    for street in 0..<streets.count {
      ordered[Int(starts[street])..<Int(starts[street + 1])].sort {
        let (one, other) = (KeyWord.number(keys[Int($0)]), KeyWord.number(keys[Int($1)]))
        return one != other ? one < other : $0 < $1
      }
    }
    writer.add(.streetKeyStarts, starts)
    writer.add(.streetKeys, ordered)
  }
}
