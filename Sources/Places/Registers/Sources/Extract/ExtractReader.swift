internal import Addresses
internal import Geometry

/// Makes addresses of an extract: names first, then addresses, then the objects at their places.
///
/// Of each object only the voorkomen without an end counts. In memory are the names of streets and
/// places, and 40 bytes for each address of the extract.
struct ExtractReader {
  private let files: ExtractFiles
  private var places: [UInt64: String] = [:]
  private var streets: [UInt64: Street] = [:]
  private var addresses: [Address] = []
  private var gemeenten: Set<String> = []
  private var found: Set<ExtractObject.Kind> = []

  private struct Street {
    let name: String
    let shortName: String
    let place: UInt64
  }

  private struct Address {
    let identifier: UInt64
    let addition: Addition
    let street: UInt64
    let number: UInt32
    /// One more than the value of the postcode; 0 without.
    let postcode: UInt32
    /// The woonplaats when it is another than that of the street; 0 otherwise.
    let place: UInt16
    let letter: UInt8
  }

  init(path: String) { files = ExtractFiles(path: path) }

  /// Hands over the addresses, in the order of the objects.
  mutating func read(_ body: ([RegisterEntry]) throws -> Void) throws -> RegisterSourceCounts {
    try pass([.woonplaats, .openbareRuimte]) { reader, object in reader.takeName(object) }
    try require([.woonplaats, .openbareRuimte])
    var refused: [UInt64: RegisterSkipReason] = [:]
    try pass([.nummeraanduiding]) { reader, object in
      reader.takeAddress(object, refused: &refused)
    }
    try require([.nummeraanduiding])
    addresses.sort { $0.identifier < $1.identifier }
    let objects: Set<ExtractObject.Kind> = [.verblijfsobject, .ligplaats, .standplaats]
    var batch = try EntryBatch(system: .rdNew)
    try pass(objects) { reader, object in
      try reader.takeObject(object, refused: refused, into: &batch, body)
    }
    guard !found.isDisjoint(with: objects) else {
      throw RegisterSourceError.extractIncomplete(path: files.path, missing: ["VBO"])
    }
    try batch.flush(body)
    return batch.counts
  }

  private func require(_ kinds: [ExtractObject.Kind]) throws(RegisterSourceError) {
    let missing = kinds.filter { !found.contains($0) }.map(\.rawValue)
    guard missing.isEmpty else { throw .extractIncomplete(path: files.path, missing: missing) }
  }

  private mutating func pass(
    _ kinds: Set<ExtractObject.Kind>,
    _ take: (inout ExtractReader, ExtractObject) throws -> Void
  ) throws {
    let isWanted: (ExtractFiles.NameKind?) -> Bool = {
      switch $0 {
      case nil: true
      case .other?: false
      case .objects(let kind)?: kinds.contains(kind)
      }
    }
    try files.forEach(where: isWanted) { name, stream in
      if case .objects(let kind)? = ExtractFiles.kind(ofName: name) { found.insert(kind) }
      let facts = try ExtractParser.parse(stream, wanted: kinds) { object in
        if !object.isPast { try take(&self, object) }
      }
      found.formUnion(facts.kinds)
      gemeenten.formUnion(facts.gemeenten)
      return true
    }
  }

  private mutating func takeName(_ object: ExtractObject) {
    guard let identifier = Self.number(object.identification),
      !AddressText.isEnded(object.status.utf8)
    else { return }
    if object.kind == .woonplaats {
      places[identifier] = object.name
    } else {
      streets[identifier] = Street(
        name: object.name, shortName: object.shortName, place: Self.number(object.place) ?? 0)
    }
  }

  private mutating func takeAddress(
    _ object: ExtractObject, refused: inout [UInt64: RegisterSkipReason]
  ) {
    guard let identifier = Self.number(object.identification),
      !AddressText.isEnded(object.status.utf8)
    else { return }
    let text = Array(
      (object.postcode + " " + object.number + " " + object.letter + " " + object.addition).utf8)
    let span = text.span
    var start = 0
    func next(_ part: String) -> Range<Int> {
      defer { start += part.utf8.count + 1 }
      return AddressText.trimmed(span, start..<(start + part.utf8.count))
    }
    let written = next(object.postcode)
    let number = next(object.number)
    let letter = next(object.letter)
    let addition = next(object.addition)
    let postcode = AddressText.postcode(span, written)
    guard postcode != nil || written.isEmpty else {
      refused[identifier] = .postcodeUnreadable
      return
    }
    guard let house = AddressText.house(span, number: number, letter: letter, addition: addition)
    else {
      refused[identifier] = .numberUnreadable
      return
    }
    addresses.append(
      Address(
        identifier: identifier, addition: house.addition, street: Self.number(object.street) ?? 0,
        number: house.number, postcode: postcode.map { $0.rawValue + 1 } ?? 0,
        place: Self.number(object.place).flatMap { UInt16(exactly: $0) } ?? 0,
        letter: house.letter))
  }

  private func takeObject(
    _ object: ExtractObject, refused: [UInt64: RegisterSkipReason], into batch: inout EntryBatch,
    _ body: ([RegisterEntry]) throws -> Void
  ) throws {
    guard !AddressText.isEnded(object.status.utf8) else {
      batch.counts.skip(.ended)
      return
    }
    for reference in object.addresses {
      guard let identifier = Self.number(reference), let address = address(identifier) else {
        let reason = Self.number(reference).flatMap { refused[$0] }
        batch.counts.skip(reason ?? .addressUnknown)
        continue
      }
      let street = streets[address.street]
      guard address.postcode > 0 || street?.name.isEmpty == false else {
        batch.counts.skip(.noPostcodeAndNoStreet)
        continue
      }
      var entry = RegisterEntry(
        postcode: address.postcode > 0 ? Postcode(rawValue: address.postcode - 1) : nil,
        house: HouseNumber(address.number, letter: address.letter, addition: address.addition))
      entry.street = street?.name ?? ""
      entry.shortStreet = street?.shortName ?? ""
      let place = address.place > 0 ? UInt64(address.place) : street?.place
      entry.place = place.flatMap { places[$0] } ?? ""
      // The files of objects do not name the gemeente; the delivery does when it is of one.
      entry.gemeente = gemeenten.count == 1 ? gemeenten.first ?? "" : ""
      entry.position = object.position
      entry.nummeraanduiding = BagIdentifier(rawValue: identifier)
      entry.object = Self.number(object.identification).flatMap(BagIdentifier.init(rawValue:))
      entry.pand = Self.number(object.pand).flatMap(BagIdentifier.init(rawValue:))
      try batch.add(entry, body)
    }
  }

  private func address(_ identifier: UInt64) -> Address? {
    var low = 0
    var high = addresses.count
    while low < high {
      let middle = (low + high) / 2
      if addresses[middle].identifier < identifier { low = middle + 1 } else { high = middle }
    }
    return low < addresses.count && addresses[low].identifier == identifier ? addresses[low] : nil
  }

  private static func number(_ text: String) -> UInt64? {
    let trimmed = text.utf8.filter { $0 > 0x20 }
    guard 1...16 ~= trimmed.count else { return nil }
    return UInt64(String(decoding: trimmed, as: UTF8.self))
  }
}
