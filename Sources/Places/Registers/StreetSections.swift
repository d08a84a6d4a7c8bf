internal import Addresses

/// Streets, places and names in the order of the register.
///
/// Streets stand by place, then by name; places by name, then by gemeente.
struct StreetSections {
  /// For each street of the table its place in the register.
  private(set) var streetOrdinals: [UInt32]
  var streetCount: Int { streetPlaces.count }
  var placeCount: Int { places.count }

  private var places: [(place: StreetTable.Place, folded: [UInt8])] = []
  private var gemeenten: [String] = []
  private var streetPlaces: [UInt16] = []
  private var streetNames: [UInt32] = []
  private var placeStreets: [UInt32] = []
  private var names: [RegisterName] = []
  private var nameStreets: [[UInt32]] = []

  init(_ table: StreetTable) {
    let folded = table.places.map { NameFolding.place($0.name).array }
    let placeOrder = table.places.indices.sorted { left, right in
      if folded[left] != folded[right] {
        return folded[left].lexicographicallyPrecedes(folded[right])
      }
      let (one, other) = (table.places[left], table.places[right])
      return (one.name, one.gemeente) < (other.name, other.gemeente)
    }
    var placeOrdinals = [Int](repeating: 0, count: placeOrder.count)
    for (ordinal, number) in placeOrder.enumerated() {
      placeOrdinals[number] = ordinal
      places.append((table.places[number], folded[number]))
    }
    gemeenten = Set(table.places.map(\.gemeente)).sorted()

    let own = table.streets.map { RegisterName($0.name) }
    let order = table.streets.indices.sorted { left, right in
      let places = (
        placeOrdinals[Int(table.streets[left].place)],
        placeOrdinals[Int(table.streets[right].place)]
      )
      return places.0 != places.1 ? places.0 < places.1 : own[left] < own[right]
    }
    streetOrdinals = [UInt32](repeating: 0, count: order.count)
    var ordinalsOfName: [RegisterName: [UInt32]] = [:]
    for (ordinal, number) in order.enumerated() {
      streetOrdinals[number] = UInt32(ordinal)
      let place = placeOrdinals[Int(table.streets[number].place)]
      while placeStreets.count <= place { placeStreets.append(UInt32(ordinal)) }
      streetPlaces.append(UInt16(place))
      ordinalsOfName[own[number], default: []].append(UInt32(ordinal))
      for alias in table.aliases[number] {
        let name = RegisterName(alias)
        // An alias that folds to the name itself says nothing more.
        if name.canonical != own[number].canonical || name.plain != own[number].plain {
          ordinalsOfName[name, default: []].append(UInt32(ordinal))
        }
      }
    }
    while placeStreets.count <= places.count { placeStreets.append(UInt32(order.count)) }
    names = ordinalsOfName.keys.sorted()
    nameStreets = names.map { ordinalsOfName[$0]!.sorted() }
    var nameOrdinals: [RegisterName: UInt32] = [:]
    for (ordinal, name) in names.enumerated() { nameOrdinals[name] = UInt32(ordinal) }
    streetNames = order.map { nameOrdinals[own[$0]]! }
  }

  func write(to writer: inout RegisterWriter) {
    let gemeenteOrdinals = Dictionary(
      uniqueKeysWithValues: gemeenten.enumerated().map { ($0.element, $0.offset) })
    var text: [UInt8] = []
    for (place, folded) in places {
      let gemeente = gemeenteOrdinals[place.gemeente]!
      text += folded + Array("\t\(place.name)\t\(gemeente)\n".utf8)
    }
    writer.add(.places, text: text)
    writer.add(.gemeenten, text: Array(gemeenten.map { $0 + "\n" }.joined().utf8))
    writer.add(.placeStreets, placeStreets)
    writer.add(.streetPlaces, streetPlaces)
    writer.add(.streetNames, streetNames)
    writeNames(to: &writer)
  }

  private func writeNames(to writer: inout RegisterWriter) {
    var records: [UInt32] = []
    var bytes: [UInt8] = []
    var streetStarts: [UInt32] = []
    var streets: [UInt32] = []
    var size = 16
    while size < names.count * 2 { size *= 2 }
    var index = [UInt32](repeating: 0, count: size)
    for (ordinal, name) in names.enumerated() {
      let folded = FoldedName(folded: name.canonical)
      records += [
        UInt32(bytes.count), NameTable.lengths(canonical: name.canonical, plain: name.plain),
        folded.letterMask, FoldedName(folded: name.plain).letterMask,
      ]
      bytes += name.canonical + name.plain + Array(name.written.utf8)
      streetStarts.append(UInt32(streets.count))
      streets += nameStreets[ordinal]
      if ordinal > 0, names[ordinal - 1].canonical == name.canonical { continue }
      var slot = Int(folded.stableHash & UInt64(size - 1))
      while index[slot] != 0 { slot = (slot + 1) & (size - 1) }
      index[slot] = UInt32(ordinal + 1)
    }
    records += [UInt32(bytes.count), 0, 0, 0]
    streetStarts.append(UInt32(streets.count))
    writer.add(.names, records)
    writer.add(.nameBytes, text: bytes)
    writer.add(.nameIndex, index)
    writer.add(.nameStreetStarts, streetStarts)
    writer.add(.nameStreets, streets)
  }
}
