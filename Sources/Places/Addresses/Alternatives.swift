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
    } else {
      addNumberInWords(bytes, to: &address)
    }
    if number.second > 0, street >= 0 { addNumberedStreet(street, to: &address) }
    if parts.isFreeText, parts.postcode.count == 4 { addDigitsAsNumber(bytes, to: &address) }
    addTwins(bytes, readings, to: &address)
    addWithoutDigits(bytes, readings, to: &address)
    if splits.map({ $0.count == 0 }) ?? true { addPlaceBehindStreet(bytes, readings, to: &address) }
    addShortStreet(bytes, readings, to: &address)
    addShortWord(bytes, splits, readings, to: &address)
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

  /// What was taken for four digits of a postcode may be the number: `Kempenaar 11 1123 Lelystad`.
  private func addDigitsAsNumber(_ bytes: Span<UInt8>, to address: inout ParsedAddress) {
    guard parts.street.upperBound < parts.postcode.lowerBound,
      StreetSplits.isBlank(bytes, parts.street.upperBound..<parts.postcode.lowerBound),
      parts.place.lowerBound > parts.postcode.upperBound
    else { return }
    let splits = StreetSplits(
      bytes, parts.street.lowerBound..<parts.postcode.upperBound, isStrict: true)
    for index in 0..<splits.count {
      address.add(bytes, splits[index], parts, place, isObvious: false)
    }
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

  /// Kempenaar | 11-23 may be 23 in Kempenaar 11.
  private func addNumberedStreet(_ street: Int, to address: inout ParsedAddress) {
    var name = address.streets[street]
    for digit in String(number.number).utf8 {
      name.plain.append(digit)
      name.canonical.append(digit)
    }
    let index = address.index(of: name)
    let second = address.index(of: HouseNumber(number.second))
    address.add(
      AddressReading(street: index, number: second, place: place, kind: .numberInStreet))
  }

  /// Digits that a scanner read for letters of a street: `H0ofdstraat`, `5chool1aan`.
  private func addWithoutDigits(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    guard let letters = Self.withoutDigits(bytes, parts.street) else { return }
    let street = 0..<letters.count
    if readings.count > 0 {
      let index = address.index(of: NameFolding.street(TextWords(letters.span, street)))
      addReadings(readings, index, place, as: .characterRepair, to: &address)
      return
    }
    let isStrict = parts.isFreeText && parts.place.isEmpty
    let splits = StreetSplits(letters.span, street, isStrict: isStrict)
    guard splits.count > 0 else { return }
    // The number is read where it stands, with what stands in other columns.
    var split = splits[0]
    let index = address.index(of: NameFolding.street(TextWords(letters.span, split.street)))
    let start = parts.street.lowerBound
    split.number = split.number.lowerBound + start..<split.number.upperBound + start
    var text = HouseNumberText(bytes, split.number)
    text.append(bytes, letter: parts.letter, addition: parts.addition)
    addReadings(HouseNumberReadings(text), index, place, as: .characterRepair, to: &address)
  }

  /// A part with the digits that stand beside a letter as the letters that look like them; nil when
  /// there are none.
  private static func withoutDigits(_ bytes: Span<UInt8>, _ part: Range<Int>) -> [UInt8]? {
    func isLetter(_ index: Int) -> Bool {
      part.contains(index) && bytes[index] &- 48 >= 10
        && HouseNumberText.isAlphanumeric(bytes[index])
    }
    var changed: [(Int, UInt8)] = []
    for index in part where isLetter(index - 1) || isLetter(index + 1) {
      // 12A and 3e are numbers: two letters at least must follow, or one precede.
      guard isLetter(index - 1) || isLetter(index + 1) && isLetter(index + 2) else { continue }
      switch bytes[index] {
      case UInt8(ascii: "0"): changed.append((index, UInt8(ascii: "o")))
      case UInt8(ascii: "1"): changed.append((index, UInt8(ascii: "l")))
      case UInt8(ascii: "5"): changed.append((index, UInt8(ascii: "s")))
      case UInt8(ascii: "8"): changed.append((index, UInt8(ascii: "b")))
      default: continue
      }
    }
    guard !changed.isEmpty else { return nil }
    var letters = part.map { bytes[$0] }
    for (index, letter) in changed { letters[index - part.lowerBound] = letter }
    return letters
  }

  /// The last words of a street may be its number: `Proeflaan drie`.
  private func addNumberInWords(_ bytes: Span<UInt8>, to address: inout ParsedAddress) {
    let words = TextWords(bytes, parts.street)
    for length in 1...3 where words.count > length {
      let split = words.count - length
      guard let value = NumberWords.value(words, split..<words.count) else { continue }
      var text = HouseNumberText()
      text.number = value
      text.isInWords = true
      text.append(bytes, letter: parts.letter, addition: parts.addition)
      let street = address.index(of: NameFolding.street(words, 0..<split))
      addReadings(HouseNumberReadings(text), street, place, to: &address)
    }
  }

  /// A street or a place in two languages, `Haadstrjitte / Hoofdstraat`: either may be in the register.
  private func addTwins(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    let number = readings.count > 0 ? address.index(of: readings[0].number) : -1
    let kind = readings.count > 0 ? readings[0].kind : .asWritten
    let placeTwins = Self.twins(bytes, parts.place).map {
      addressPlace(bytes, $0, &address)
    }
    for twin in Self.twins(bytes, parts.street) {
      let splits = StreetSplits(bytes, twin, isStrict: false)
      if number < 0, splits.count > 0 {
        address.add(bytes, splits[0], parts, place, isObvious: false)
      } else {
        let street = address.index(of: NameFolding.street(TextWords(bytes, twin)))
        // The number may stand behind the second name only.
        for reading in address.readings where number >= 0 || reading.number >= 0 {
          address.add(
            AddressReading(
              street: street, number: number >= 0 ? number : Int(reading.number), place: place,
              kind: number >= 0 ? kind : reading.kind))
          break
        }
      }
    }
    for twin in placeTwins {
      for reading in address.readings where reading.place == Int8(place) && reading.number >= 0 {
        address.add(
          AddressReading(
            street: Int(reading.street), number: Int(reading.number), place: twin,
            kind: reading.kind))
      }
    }
  }

  /// The two names on both sides of a slash, each of at least three letters; none without.
  private static func twins(_ bytes: Span<UInt8>, _ part: Range<Int>) -> [Range<Int>] {
    guard let slash = part.first(where: { bytes[$0] == UInt8(ascii: "/") }) else { return [] }
    let twins = [part.lowerBound..<slash, slash + 1..<part.upperBound].map {
      AddressParts.trimmed(bytes, $0)
    }
    return twins.allSatisfy { twin in
      twin.prefix(3).count == 3
        && twin.prefix(3).allSatisfy {
          bytes[$0] &- 48 >= 10 && HouseNumberText.isAlphanumeric(bytes[$0])
        }
    } ? twins : []
  }

  /// The last words of a street without number may be the place: `Hoofdstraat Amsterdam`.
  private func addPlaceBehindStreet(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    guard parts.place.isEmpty, !parts.street.isEmpty else { return }
    let words = TextWords(bytes, parts.street)
    if parts.isFreeText, readings.count == 0 {
      // The whole text is the name of a place.
      let place = address.index(ofPlace: NameFolding.place(words))
      address.add(AddressReading(street: -1, number: -1, place: place, kind: .asWritten))
    }
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

  /// What the first word of a street may stand for when it is one or two letters and a dot: `Gr. Markt`,
  /// `O. Kerkstraat`.
  private func addShortWord(
    _ bytes: Span<UInt8>, _ splits: StreetSplits?, _ readings: HouseNumberReadings,
    to address: inout ParsedAddress
  ) {
    let split = readings.count == 0 ? splits.flatMap { $0.count > 0 ? $0[0] : nil } : nil
    let words = TextWords(bytes, split?.street ?? parts.street)
    for name in NameFolding.streets(withShortWord: words) {
      let street = address.indexOfGuess(name)
      guard let split else {
        addReadings(readings, street, place, to: &address)
        continue
      }
      var text = HouseNumberText(bytes, split.number)
      text.append(bytes, letter: parts.letter, addition: parts.addition)
      let isPlaceBehind = !split.rest.isEmpty && parts.place.isEmpty
      addReadings(
        HouseNumberReadings(text), street,
        isPlaceBehind ? addressPlace(bytes, split.rest, &address) : place, as: .numberInStreet,
        to: &address)
    }
  }

  /// Street and place in each other's column; the number may stand behind either.
  private func addSwapped(
    _ bytes: Span<UInt8>, _ readings: HouseNumberReadings, to address: inout ParsedAddress
  ) {
    if parts.place.isEmpty, parts.isFreeText, readings.count == 0 {
      let splits = StreetSplits(bytes, parts.street, isStrict: true)
      if splits.count > 0 { addPlaceFirst(bytes, splits[0], to: &address) }
      return
    }
    guard !parts.place.isEmpty else { return }
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

  /// The place before the street or the number: `Teststad Hoofdstraat 12`, `Teststad 12 Hoofdstraat`.
  private func addPlaceFirst(
    _ bytes: Span<UInt8>, _ split: StreetSplits.Split, to address: inout ParsedAddress
  ) {
    guard split.rest.isEmpty else {
      let place = addressPlace(bytes, split.street, &address)
      addSwapped(bytes, number: split.number, street: split.rest, place, to: &address)
      return
    }
    let words = TextWords(bytes, split.street)
    guard words.count > 1 else { return }
    let readings = HouseNumberReadings(HouseNumberText(bytes, split.number))
    for length in 1...min(3, words.count - 1) {
      let place = address.index(ofPlace: NameFolding.place(words, 0..<length))
      let street = address.index(of: NameFolding.street(words, length..<words.count))
      for index in 0..<readings.count {
        let number = address.index(of: readings[index].number)
        address.add(
          AddressReading(street: street, number: number, place: place, kind: .swappedColumns))
      }
    }
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
