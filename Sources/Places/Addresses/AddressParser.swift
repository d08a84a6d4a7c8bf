/// Reads the address of a record in whatever columns it stands.
public struct AddressParser: Sendable {
  /// The most bytes of a field that are read.
  public static let longestField = 400

  /// A parser; it holds nothing.
  public init() {}

  /// Reads the fields as they are written: at most a few readings.
  public func read(_ bytes: Span<UInt8>, _ fields: AddressFields, into address: inout ParsedAddress)
  {
    address.clear()
    var postcode = part(bytes, fields.postcode, &address)
    let street = part(bytes, fields.street, &address)
    let number = part(bytes, fields.number, &address)
    let place = part(bytes, fields.place, &address)
    _ = postcode
    if !postcode.isEmpty {
      let reading = PostcodeGrammar.read(bytes, postcode)
      address.postcode = reading.postcode
      address.postcodeDigits = reading.digits
      address.marks.formUnion(reading.marks)
    }
    postcode = 0..<0
    var streetIndex = -1
    if !street.isEmpty {
      address.streets.append(NameFolding.street(TextWords(bytes, street)))
      streetIndex = 0
    }
    var placeIndex = -1
    if !place.isEmpty {
      address.places.append(NameFolding.place(TextWords(bytes, place)))
      placeIndex = 0
    }
    var value: UInt32 = 0
    var index = number.lowerBound
    while index < number.upperBound, bytes[index] &- 48 >= 10 { index += 1 }
    while index < number.upperBound, bytes[index] &- 48 < 10, value < 100_000 {
      value = value * 10 + UInt32(bytes[index] &- 48)
      index += 1
    }
    guard value > 0, value < 100_000 else {
      address.marks.insert(.noNumber)
      address.readings.append(
        AddressReading(street: streetIndex, number: -1, place: placeIndex, kind: .asWritten))
      return
    }
    var tail = HouseNumberTail()
    tail.append(bytes, index..<number.upperBound)
    tail.append(bytes, part(bytes, fields.letter, &address))
    tail.append(bytes, part(bytes, fields.addition, &address))
    let suffix = tail.suffix() ?? (0, .none)
    address.numbers.append(HouseNumber(value, letter: suffix.letter, addition: suffix.addition))
    address.readings.append(
      AddressReading(street: streetIndex, number: 0, place: placeIndex, kind: .asWritten))
  }

  /// Adds all other readings to an address that ``read(_:_:into:)`` has filled.
  public func addAlternatives(
    _ bytes: Span<UInt8>, _ fields: AddressFields, to address: inout ParsedAddress
  ) {
  }

  /// A field without blanks around it; empty when absent.
  private func part(
    _ bytes: Span<UInt8>, _ field: Range<Int>?, _ address: inout ParsedAddress
  ) -> Range<Int> {
    guard let field else { return 0..<0 }
    var start = field.lowerBound
    var end = field.upperBound
    if end - start > Self.longestField {
      address.marks.insert(.tooLong)
      end = start + Self.longestField
    }
    while start < end, bytes[start] <= 32 { start += 1 }
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    return start..<end
  }
}
