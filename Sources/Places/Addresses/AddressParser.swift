/// Reads the address of a record in whatever columns it stands.
public struct AddressParser: Sendable {
  /// The most bytes of a field that are read.
  public static let longestField = 400

  /// A parser; it holds nothing.
  public init() {}

  /// Reads the fields as they are written: at most a few readings.
  ///
  /// Clears the address first.
  public func read(_ bytes: Span<UInt8>, _ fields: AddressFields, into address: inout ParsedAddress)
  {
    address.clear()
    let parts = prepare(bytes, fields, &address)
    if address.marks.contains(.empty) { return }
    let street = TextWords(bytes, parts.street)
    let place = placeIndex(bytes, parts.place, &address)
    if street.isRepaired { address.marks.insert(.mojibake) }
    if SpecialText.isPostBox(street) {
      address.marks.insert(.postBox)
      address.add(AddressReading(street: -1, number: -1, place: place, kind: .asWritten))
      return
    }
    if parts.street.isEmpty
      ? !parts.place.isEmpty && SpecialText.isUnknown(TextWords(bytes, parts.place))
      : SpecialText.isUnknown(street)
    {
      address.marks.insert(.unknownAddress)
    }
    let number = numberText(bytes, parts)
    if number.isEmpty, !number.isRounded, number.digits.isEmpty, !parts.street.isEmpty {
      readStreetWithNumber(bytes, parts, street, place, &address)
      return
    }
    let readings = HouseNumberReadings(number)
    address.marks.formUnion(readings.marks)
    let streetIndex =
      parts.street.isEmpty ? -1 : address.index(of: NameFolding.street(street))
    if readings.count == 0 {
      address.add(AddressReading(street: streetIndex, number: -1, place: place, kind: .asWritten))
    }
    for index in 0..<readings.count {
      let (number, kind) = readings[index]
      let numberIndex = address.index(of: number)
      address.add(
        AddressReading(street: streetIndex, number: numberIndex, place: place, kind: kind))
    }
  }

  /// Adds all other readings to an address that ``read(_:_:into:)`` has filled: numbers in the column
  /// of the street, splits of digits and additions, places behind a street, columns that were swapped.
  public func addAlternatives(
    _ bytes: Span<UInt8>, _ fields: AddressFields, to address: inout ParsedAddress
  ) {
    guard !address.marks.contains(.empty), !address.marks.contains(.postBox) else { return }
    var parts = AddressParts(bytes, fields)
    moveParts(bytes, &parts, address.postcode != nil || parts.postcode.isEmpty)
    Alternatives(parts: parts, number: numberText(bytes, parts), place: address.firstPlace)
      .add(bytes, to: &address)
  }

  // MARK: Parts

  /// Reads what is neither street nor number, and notes what is missing.
  private func prepare(
    _ bytes: Span<UInt8>, _ fields: AddressFields, _ address: inout ParsedAddress
  ) -> AddressParts {
    var parts = AddressParts(bytes, fields)
    if let identifier = fields.identifier {
      let range = AddressParts.trimmed(
        bytes,
        identifier
          .lowerBound..<min(identifier.upperBound, identifier.lowerBound + Self.longestField)
      )
      if !range.isEmpty {
        let reading = IdentifierGrammar.read(bytes, range)
        address.identifier = reading.identifier
        address.marks.formUnion(reading.marks)
      }
    }
    if !parts.postcode.isEmpty {
      address.hasPostcodeText = true
      let reading = PostcodeGrammar.read(bytes, parts.postcode)
      address.postcode = reading.postcode
      address.postcodeDigits = reading.digits
      address.marks.formUnion(reading.marks)
    }
    if parts.postcode.isEmpty || address.postcodeDigits == 0 || parts.number.isEmpty
      || parts.place.isEmpty
    {
      if let found = moveParts(bytes, &parts, address.postcode != nil || parts.postcode.isEmpty),
        address.postcode == nil
      {
        address.hasPostcodeText = true
        address.postcode = found.postcode
        address.postcodeDigits = found.digits
        address.marks.formUnion(found.marks)
      }
    }
    address.marks.formUnion(parts.marks)
    if parts.street.isEmpty, parts.number.isEmpty, parts.place.isEmpty, parts.postcode.isEmpty,
      address.identifier == nil, address.postcode == nil,
      !address.marks.contains(.invalidIdentifier), !address.marks.contains(.spreadsheetRounded)
    {
      address.marks.formUnion([.empty, .noNumber])
    }
    return parts
  }

  /// Moves what stands in the wrong column: a postcode in that of the place, the street or the number,
  /// a number or a place behind the postcode.
  @discardableResult
  private func moveParts(
    _ bytes: Span<UInt8>, _ parts: inout AddressParts, _ isPostcodeRead: Bool
  ) -> PostcodeGrammar.Reading? {
    var reading: PostcodeGrammar.Reading?
    if parts.postcode.count > 6, parts.number.isEmpty || parts.place.isEmpty {
      let found = PostcodeGrammar.find(bytes, parts.postcode)
      if let found, found.range.upperBound < parts.postcode.upperBound {
        let rest = AddressParts.trimmed(bytes, found.range.upperBound..<parts.postcode.upperBound)
        if !rest.isEmpty {
          if bytes[rest.lowerBound] &- 48 < 10 {
            if parts.number.isEmpty { parts.number = rest }
          } else if parts.place.isEmpty {
            parts.place = rest
          }
        }
        parts.postcode = found.range
        reading = found.reading
      }
    }
    guard parts.postcode.isEmpty || !isPostcodeRead else { return reading }
    if parts.place.count >= 6, let found = PostcodeGrammar.find(bytes, parts.place) {
      parts.place = Self.without(bytes, found.range, parts.place)
      return found.reading
    }
    if parts.postcode.isEmpty,
      let found = PostcodeGrammar.digitsBeforeName(bytes, parts.place)
    {
      parts.place = AddressParts.trimmed(bytes, found.name..<parts.place.upperBound)
      var reading = PostcodeGrammar.Reading()
      reading.digits = found.digits
      if found.digits == 0 { reading.marks = [.dummyPostcode, .invalidPostcode] }
      return reading
    }
    if parts.number.count >= 6, let found = PostcodeGrammar.find(bytes, parts.number) {
      parts.number = Self.without(bytes, found.range, parts.number)
      return found.reading
    }
    if parts.street.count >= 6, let found = PostcodeGrammar.find(bytes, parts.street) {
      let behind = AddressParts.trimmed(bytes, found.range.upperBound..<parts.street.upperBound)
      let before = AddressParts.trimmed(bytes, parts.street.lowerBound..<found.range.lowerBound)
      if before.isEmpty, parts.number.isEmpty, !behind.isEmpty, bytes[behind.lowerBound] &- 48 < 10,
        StreetSplits(bytes, behind, isStrict: false).numberFirst == nil
      {
        // 1234AB 12
        parts.number = behind
        parts.street = 0..<0
      } else if before.isEmpty {
        parts.street = behind
      } else {
        parts.street = before
        if parts.place.isEmpty { parts.place = behind }
      }
      return found.reading
    }
    return reading
  }

  /// What remains of a part without a piece of it: what stands behind, else what stands before.
  private static func without(
    _ bytes: Span<UInt8>, _ piece: Range<Int>, _ part: Range<Int>
  ) -> Range<Int> {
    let behind = AddressParts.trimmed(bytes, piece.upperBound..<part.upperBound)
    return behind.isEmpty
      ? AddressParts.trimmed(bytes, part.lowerBound..<piece.lowerBound) : behind
  }

  private func placeIndex(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ address: inout ParsedAddress
  ) -> Int {
    if range.isEmpty { return -1 }
    let words = TextWords(bytes, range)
    if words.isRepaired { address.marks.insert(.mojibake) }
    var count = words.count
    if count > 0 {
      switch SpecialText.country(words, count - 1) {
      case .none: break
      case .netherlands: if count > 1 { count -= 1 }
      case .foreign:
        address.marks.insert(.foreign)
        if count > 1 { count -= 1 }
      }
    }
    if PostcodeGrammar.beginsForeign(bytes, range.lowerBound, range.upperBound) {
      address.marks.insert(.foreign)
    }
    let name = NameFolding.place(words, 0..<count)
    // What is in the column of postcodes is no Dutch postcode.
    if address.postcode == nil, address.hasPostcodeText, SpecialText.isForeignTown(name) {
      address.marks.insert(.foreign)
    }
    return address.index(ofPlace: name)
  }

  // MARK: Numbers

  /// The house number with what stands in the columns of letters and additions.
  private func numberText(_ bytes: Span<UInt8>, _ parts: AddressParts) -> HouseNumberText {
    var number = parts.number.isEmpty ? HouseNumberText() : HouseNumberText(bytes, parts.number)
    number.append(bytes, letter: parts.letter, addition: parts.addition)
    return number
  }

  /// Reads a street with its number behind it.
  private func readStreetWithNumber(
    _ bytes: Span<UInt8>, _ parts: AddressParts, _ words: TextWords, _ place: Int,
    _ address: inout ParsedAddress
  ) {
    let splits = StreetSplits(
      bytes, parts.street, isStrict: parts.isFreeText && parts.place.isEmpty)
    if splits.isSeveral { address.marks.insert(.severalAddresses) }
    guard splits.count > 0 else {
      address.marks.insert(.noNumber)
      // "? 999"
      if parts.isFreeText, !parts.street.contains(where: { bytes[$0] | 0x20 >= 97 }) {
        address.marks.insert(.unknownAddress)
      }
      let street = address.index(of: NameFolding.street(words))
      address.add(AddressReading(street: street, number: -1, place: place, kind: .asWritten))
      return
    }
    var place = place
    let split = splits[0]
    // "Adres onbekend 99"
    if SpecialText.isUnknown(TextWords(bytes, split.street)) {
      address.marks.insert(.unknownAddress)
    }
    if place < 0, !split.rest.isEmpty {
      place = placeIndex(bytes, AddressParts.trimmed(bytes, split.rest), &address)
    }
    address.add(bytes, split, parts, place, isObvious: true)
  }
}

extension ParsedAddress {
  /// The first place; -1 without.
  var firstPlace: Int { places.isEmpty ? -1 : 0 }

  /// Adds the readings of a street with its number behind it.
  mutating func add(
    _ bytes: Span<UInt8>, _ split: StreetSplits.Split, _ parts: AddressParts, _ place: Int,
    isObvious: Bool
  ) {
    var text = HouseNumberText(bytes, split.number)
    // What the column of the number holds without digits is an addition.
    if !parts.number.isEmpty { text.tail.append(bytes, parts.number) }
    text.append(bytes, letter: parts.letter, addition: parts.addition)
    var readings = HouseNumberReadings(text)
    if isObvious { marks.formUnion(readings.marks) } else { readings.addSplits(text, bytes) }
    let street = index(of: NameFolding.street(TextWords(bytes, split.street)))
    for place_ in 0..<readings.count {
      let (number, kind) = readings[place_]
      let numberIndex = index(of: number)
      add(
        AddressReading(
          street: street, number: numberIndex, place: place,
          kind: kind == .asWritten ? .numberInStreet : kind))
    }
    if readings.count == 0 {
      add(AddressReading(street: street, number: -1, place: place, kind: .asWritten))
    }
  }
}
