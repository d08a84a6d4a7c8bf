/// The readings of an address that are less plausible than what is written.
struct Alternatives {
  let parts: AddressParts
  let number: HouseNumberText
  /// Which of the places stands in the column of the place; -1 without.
  let place: Int

  /// Adds them in order of plausibility.
  func add(_ bytes: Span<UInt8>, to address: inout ParsedAddress) {
    let hasNumber = !number.isEmpty || number.isRounded || !number.digits.isEmpty
    var splits: StreetSplits?
    if parts.street.contains(where: { bytes[$0] &- 48 < 10 }) {
      splits = StreetSplits(
        bytes, parts.street, isStrict: parts.isFreeText && parts.place.isEmpty)
    }
    var readings = HouseNumberReadings(number)
    readings.addSplits(number, bytes)
    let street = hasNumber && !parts.street.isEmpty ? address.streets.isEmpty ? -1 : 0 : -1
    if hasNumber {
      addReadings(readings, street, place, to: &address)
      if let splits { addWithNumber(bytes, splits, readings, to: &address) }
    } else if let splits {
      addFromStreet(bytes, splits, to: &address)
    }
    if splits.map({ $0.count == 0 }) ?? true { addPlaceBehindStreet(bytes, readings, to: &address) }
    addShortStreet(bytes, readings, to: &address)
    addSwapped(bytes, readings, to: &address)
    if hasNumber {
      var digits = HouseNumberReadings(number)
      let first = digits.count
      digits.addDigitSplits(number, bytes)
      for index in first..<max(first, digits.count) {
        let numberIndex = address.index(of: digits[index].number)
        address.add(
          AddressReading(street: street, number: numberIndex, place: place, kind: .splitDigits))
      }
    } else if let splits, splits.count > 0 {
      addDigitSplits(bytes, splits[0], to: &address)
    }
  }

  private func addReadings(
    _ readings: HouseNumberReadings, _ street: Int, _ place: Int,
    as kind: AddressReading.Kind? = nil, to address: inout ParsedAddress
  ) {
    for index in 0..<readings.count {
      let reading = readings[index]
      let number = address.index(of: reading.number)
      address.add(
        AddressReading(street: street, number: number, place: place, kind: kind ?? reading.kind))
    }
  }

  /// The street ends in a number although there is a column for it: the number may stand twice, or it
  /// is the number and the column holds the addition.
  private func addWithNumber(
    _ bytes: Span<UInt8>, _ splits: StreetSplits, _ readings: HouseNumberReadings,
    to address: inout ParsedAddress
  ) {
    for index in 0..<splits.count {
      let split = splits[index]
      let street = address.index(of: NameFolding.street(TextWords(bytes, split.street)))
      let inStreet = HouseNumberText(bytes, split.number)
      if inStreet.number == number.number {
        addReadings(HouseNumberReadings(inStreet), street, place, as: .numberInStreet, to: &address)
      }
      for place_ in 0..<min(2, readings.count) {
        let numberIndex = address.index(of: readings[place_].number)
        address.add(
          AddressReading(street: street, number: numberIndex, place: place, kind: .numberInStreet))
      }
      // Kempenaar 11 | 23 may be 11-23.
      if inStreet.number > 0, inStreet.number != number.number {
        var joined = inStreet
        joined.tail.append(bytes, parts.number)
        joined.append(bytes, letter: parts.letter, addition: parts.addition)
        addReadings(HouseNumberReadings(joined), street, place, as: .numberInStreet, to: &address)
      }
    }
    if let first = splits.numberFirst { addNumberFirst(bytes, first, to: &address) }
  }

  /// The number stands in the column of the street or in free text.
  private func addFromStreet(
    _ bytes: Span<UInt8>, _ splits: StreetSplits, to address: inout ParsedAddress
  ) {
    for index in 0..<splits.count {
      let split = splits[index]
      var splitPlace = place
      if !split.rest.isEmpty, parts.place.isEmpty {
        splitPlace = addressPlace(bytes, split.rest, &address)
      }
      address.add(bytes, split, parts, splitPlace, isObvious: false)
    }
    if parts.isFreeText || parts.place.isEmpty {
      // With short words behind the number as an addition, and as a place.
      let other = StreetSplits(
        bytes, parts.street, isStrict: !(parts.isFreeText && parts.place.isEmpty))
      for index in 0..<min(2, other.count) {
        let split = other[index]
        let otherPlace =
          split.rest.isEmpty || !parts.place.isEmpty
          ? parts.place.isEmpty ? -1 : place : addressPlace(bytes, split.rest, &address)
        address.add(bytes, split, parts, otherPlace, isObvious: false)
      }
    }
    if let first = splits.numberFirst { addNumberFirst(bytes, first, to: &address) }
    let whole = address.index(of: NameFolding.street(TextWords(bytes, parts.street)))
    address.add(AddressReading(street: whole, number: -1, place: place, kind: .asWritten))
  }

  private func addNumberFirst(
    _ bytes: Span<UInt8>, _ split: StreetSplits.Split, to address: inout ParsedAddress
  ) {
    address.add(bytes, split, parts, place, isObvious: false)
  }

  private func addDigitSplits(
    _ bytes: Span<UInt8>, _ split: StreetSplits.Split, to address: inout ParsedAddress
  ) {
    let text = HouseNumberText(bytes, split.number)
    var readings = HouseNumberReadings(text)
    let first = readings.count
    readings.addDigitSplits(text, bytes)
    let street = address.index(of: NameFolding.street(TextWords(bytes, split.street)))
    for index in first..<max(first, readings.count) {
      let number = address.index(of: readings[index].number)
      address.add(AddressReading(street: street, number: number, place: place, kind: .splitDigits))
    }
  }

  /// The last words of a street without number may be the place: `Hoofdstraat Amsterdam`.
  private func addPlaceBehindStreet(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    guard parts.place.isEmpty, !parts.street.isEmpty else { return }
    let words = TextWords(bytes, parts.street)
    guard words.count > 1 else { return }
    for length in 1...min(3, words.count - 1) {
      let split = words.count - length
      let street = address.index(of: NameFolding.street(words, 0..<split))
      let place = address.index(ofPlace: NameFolding.place(words, split..<words.count))
      let number = readings.count > 0 ? address.index(of: readings[0].number) : -1
      address.add(AddressReading(street: street, number: number, place: place, kind: .asWritten))
    }
  }

  /// The street without what stands behind a comma or in parentheses.
  private func addShortStreet(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    for index in parts.street
    where bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "(") {
      let street = address.index(
        of: NameFolding.street(TextWords(bytes, parts.street.lowerBound..<index)))
      for place_ in 0..<min(2, readings.count) {
        let reading = readings[place_]
        let number = address.index(of: reading.number)
        address.add(
          AddressReading(street: street, number: number, place: place, kind: reading.kind))
      }
      return
    }
  }

  /// Street and place in each other's column; the number may stand behind either.
  private func addSwapped(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    guard !parts.place.isEmpty, !parts.isFreeText else { return }
    let placeInStreet = parts.street.isEmpty ? -1 : addressPlace(bytes, parts.street, &address)
    if readings.count > 0 {
      let street = address.index(of: NameFolding.street(TextWords(bytes, parts.place)))
      addReadings(readings, street, placeInStreet, as: .swappedColumns, to: &address)
      return
    }
    let inPlace = StreetSplits(bytes, parts.place, isStrict: false)
    if inPlace.count > 0 {
      addSwapped(
        bytes, number: inPlace[0].number, street: inPlace[0].street, placeInStreet, to: &address)
      return
    }
    let inStreet = StreetSplits(bytes, parts.street, isStrict: false)
    guard inStreet.count > 0 else { return }
    let place = addressPlace(bytes, inStreet[0].street, &address)
    addSwapped(bytes, number: inStreet[0].number, street: parts.place, place, to: &address)
  }

  private func addSwapped(
    _ bytes: Span<UInt8>, number: Range<Int>, street: Range<Int>, _ place: Int,
    to address: inout ParsedAddress
  ) {
    var text = HouseNumberText(bytes, number)
    text.append(bytes, letter: parts.letter, addition: parts.addition)
    var readings = HouseNumberReadings(text)
    readings.addSplits(text, bytes)
    let streetIndex = address.index(of: NameFolding.street(TextWords(bytes, street)))
    addReadings(readings, streetIndex, place, as: .swappedColumns, to: &address)
  }

  private func addressPlace(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ address: inout ParsedAddress
  ) -> Int {
    address.index(
      ofPlace: NameFolding.place(TextWords(bytes, AddressParts.trimmed(bytes, range))))
  }
}
