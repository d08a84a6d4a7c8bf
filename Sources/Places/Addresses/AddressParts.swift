/// Where the parts of an address stand, after columns that hold several parts were taken apart.
struct AddressParts {
  var postcode = 0..<0
  /// The street, perhaps with the house number behind it.
  var street = 0..<0
  var number = 0..<0
  var letter = 0..<0
  var addition = 0..<0
  var place = 0..<0
  /// Whether the parts stood in one column.
  var isFreeText = false
  /// Whether text that was no part of a column was noticed.
  var marks: AddressMarks = []

  /// Takes the columns; a whole address in one column is taken apart.
  init(_ text: Span<UInt8>, _ fields: AddressFields) {
    postcode = trimmed(text, fields.postcode)
    street = trimmed(text, fields.street)
    number = trimmed(text, fields.number)
    letter = trimmed(text, fields.letter)
    addition = trimmed(text, fields.addition)
    place = trimmed(text, fields.place)
    swapColumns(text)
    if street.isEmpty, number.count > 4 { takeStreetFromNumber(text) }
    if street.isEmpty, !number.isEmpty, !addition.isEmpty { moveBack(text) }
    if addition.count >= 6, !postcode.isEmpty { movePostcode(text) }
    if number.isEmpty, !addition.isEmpty, !street.isEmpty { takeNumberFromAddition(text) }
    if number.isEmpty, !street.isEmpty { takeFirstOfSeveral(text) }
    let whole = trimmed(text, fields.whole)
    if street.isEmpty, !whole.isEmpty { takeApart(text, whole) }
    if !street.isEmpty, text[street.lowerBound] | 0x20 == UInt8(ascii: "t") { takeOpposite(text) }
  }

  /// `t/o Hoofdstraat 12`, `tegenover Hoofdstraat 12`: the place is near that address.
  private mutating func takeOpposite(_ text: Span<UInt8>) {
    for word in ["t/o", "t.o.", "tegenover"] {
      let letters = word.utf8
      let end = street.lowerBound + letters.count
      guard end < street.upperBound, text[end] == 32 || text[end] == UInt8(ascii: ":"),
        zip(street.lowerBound..<end, letters).allSatisfy({ index, letter in
          text[index] == letter || letter >= 97 && text[index] | 0x20 == letter
        })
      else { continue }
      street = Self.trimmed(text, end + 1..<street.upperBound)
      marks.insert(.opposite)
      return
    }
  }

  /// A field without blanks and quotes around it; empty when absent.
  private mutating func trimmed(_ text: Span<UInt8>, _ field: Range<Int>?) -> Range<Int> {
    guard let field, !field.isEmpty else { return 0..<0 }
    var end = field.upperBound
    if field.count > AddressParser.longestField {
      marks.insert(.tooLong)
      end = field.lowerBound + AddressParser.longestField
    }
    return Self.trimmed(text, field.lowerBound..<end)
  }

  static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isMargin(text[start]) { start += 1 }
    while end > start, isMargin(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isMargin(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ";")
  }

  /// Two columns that hold what belongs in the other: street and number, number and postcode, postcode
  /// and place.
  private mutating func swapColumns(_ text: Span<UInt8>) {
    func isDigit(_ index: Int) -> Bool { text[index] &- 48 < 10 }
    if !street.isEmpty, !number.isEmpty, isDigit(street.lowerBound), !isDigit(number.lowerBound),
      isNumber(text, street), isName(text, number)
    {
      swap(&street, &number)
      marks.insert(.swappedColumns)
    }
    guard !postcode.isEmpty else { return }
    func isPostcode(_ part: Range<Int>) -> Bool {
      (6...8).contains(part.count) && PostcodeGrammar.find(text, part)?.range == part
    }
    if isPostcode(number), isDigit(postcode.lowerBound), !isPostcode(postcode) {
      swap(&number, &postcode)
      marks.insert(.swappedColumns)
    } else if isPostcode(place), !isDigit(postcode.lowerBound) {
      swap(&place, &postcode)
      marks.insert(.swappedColumns)
    }
  }

  /// Whether a text that begins with a digit is a house number: hardly more letters than an addition.
  private func isNumber(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    var letters = 0
    for index in part where text[index] &- 48 >= 10 && HouseNumberText.isAlphanumeric(text[index]) {
      letters += 1
    }
    return letters <= 3
  }

  /// Whether a text that begins with no digit is a name rather than an addition.
  private func isName(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    var tail = HouseNumberTail()
    for index in part {
      if text[index] &- 48 < 10 { break }
      tail.append(text[index])
    }
    return tail.count >= 3 && !LongAdditions.isWord(tail)
  }

  /// Everything stands one column too far: the street where the number belongs, the number where the
  /// addition does.
  private mutating func moveBack(_ text: Span<UInt8>) {
    guard text[addition.lowerBound] &- 48 < 10 else { return }
    var letters = 0
    for index in number {
      if text[index] &- 48 < 10 { return }
      if (text[index] | 0x20) &- 97 < 26 { letters += 1 }
    }
    guard letters >= 4 else { return }
    (street, number, addition) = (number, addition, 0..<0)
  }

  /// Everything stands one column too early: the postcode where the addition belongs, the place where
  /// the postcode does.
  private mutating func movePostcode(_ text: Span<UInt8>) {
    guard text[postcode.lowerBound] &- 48 >= 10,
      let found = PostcodeGrammar.find(text, addition), found.range == addition
    else { return }
    if place.isEmpty { place = postcode }
    (postcode, addition) = (addition, 0..<0)
  }

  /// Street and number stand in the column of the number.
  private mutating func takeStreetFromNumber(_ text: Span<UInt8>) {
    var letters = 0
    for index in number {
      if text[index] &- 48 < 10 { break }
      if (text[index] | 0x20) &- 97 < 26 { letters += 1 }
    }
    guard letters >= 5, StreetSplits(text, number, isStrict: false).count > 0 else { return }
    (street, number) = (number, 0..<0)
  }

  /// A segment of four digits behind the street with its number is the postcode: `Hoofdstraat 12, 1234`.
  /// A segment that begins with four zeros is a postcode too, one that stands for "unknown".
  private mutating func takeDigits(
    _ text: Span<UInt8>, _ segments: Segments, street: Int, number: Int
  ) {
    if street >= 0, number > street, segments[number].count == 4,
      PostcodeGrammar.read(text, segments[number]).digits >= 1000
    {
      postcode = segments[number]
    }
    for index in 0..<segments.count
    where PostcodeGrammar.digitsBeforeName(text, segments[index])?.digits == 0 {
      marks.formUnion([.dummyPostcode, .invalidPostcode])
    }
  }

  /// The number stands with its addition in the column of the addition.
  private mutating func takeNumberFromAddition(_ text: Span<UInt8>) {
    guard text[addition.lowerBound] &- 48 < 10,
      !street.contains(where: { text[$0] &- 48 < 10 })
    else { return }
    (number, addition) = (addition, 0..<0)
  }

  /// Several addresses, each a street with its number, stand in the column of the street: the first is
  /// taken.
  private mutating func takeFirstOfSeveral(_ text: Span<UInt8>) {
    guard
      street.contains(where: {
        text[$0] == UInt8(ascii: ",") || text[$0] == UInt8(ascii: ";") || text[$0] == 10
      })
    else { return }
    var segments = Segments()
    var noted: AddressMarks = []
    segments.add(text, street, &noted)
    let several = (0..<segments.count).filter { segments.kind(text, $0) == .streetWithNumber }
    guard several.count > 1, let first = several.first else { return }
    street = segments[first]
    isFreeText = place.isEmpty
    marks.insert(.severalAddresses)
  }

  /// Takes a whole address apart at its postcode, commas and line breaks.
  private mutating func takeApart(_ text: Span<UInt8>, _ whole: Range<Int>) {
    isFreeText = true
    var segments = Segments()
    if PostcodeGrammar.hasForeignCode(text, whole) { marks.insert(.foreign) }
    let found =
      postcode.isEmpty
      ? PostcodeGrammar.find(text, whole)?.range ?? PostcodeGrammar.findRepaired(text, whole)?.range
        ?? PostcodeGrammar.findDigits(text, whole) : nil
    if let found {
      postcode = found
      segments.add(text, whole.lowerBound..<found.lowerBound, &marks)
      segments.markPostcode()
      segments.add(text, found.upperBound..<whole.upperBound, &marks)
    } else {
      segments.add(text, whole, &marks)
    }
    guard segments.count > 0 else { return }
    // The street is the first segment with a number behind a name; else the first with a name.
    var streetIndex = -1
    var numberIndex = -1
    var several = 0
    for index in 0..<segments.count {
      switch segments.kind(text, index) {
      case .streetWithNumber:
        if streetIndex < 0 { streetIndex = index }
        several += 1
      case .number: if numberIndex < 0 { numberIndex = index }
      case .name: break
      }
    }
    if several > 1 { marks.insert(.severalAddresses) }
    if postcode.isEmpty { takeDigits(text, segments, street: streetIndex, number: numberIndex) }
    if streetIndex < 0 {
      // "Hoofdstraat, 12" and "1234AB 12".
      for index in 0..<segments.count where index != numberIndex {
        if numberIndex < 0 || index < numberIndex, !segments.isBehindPostcode(index) {
          streetIndex = index
          break
        }
      }
      if numberIndex >= 0, number.isEmpty {
        // "1234AB 12 Amsterdam"
        let segment = segments[numberIndex]
        let group = StreetSplits.Group(text, segment.lowerBound, segment.upperBound, isStrict: true)
        let rest = Self.trimmed(text, group.end..<segment.upperBound)
        if rest.isEmpty || text[rest.lowerBound] &- 48 < 10 {
          number = segment
        } else {
          number = group.start..<group.end
          if place.isEmpty { place = rest }
        }
      }
    }
    if streetIndex >= 0 { street = segments[streetIndex] }
    // "Hoofdstraat 12, 1e verdieping, Amsterdam"
    var floorIndex = -1
    if several > 0, number.isEmpty, addition.isEmpty, streetIndex + 1 < segments.count,
      !segments.isBehindPostcode(streetIndex + 1),
      LongAdditions.isFloor(text, segments[streetIndex + 1])
    {
      floorIndex = streetIndex + 1
      addition = segments[floorIndex]
    }
    guard place.isEmpty else { return }
    // The place is what stands behind the postcode, else the last name, else the name before.
    var placeIndex = -1
    for index in 0..<segments.count
    where index != streetIndex && index != numberIndex && index != floorIndex
      && segments.kind(text, index) == .name
    {
      if placeIndex < 0 || !segments.isBehindPostcode(placeIndex) { placeIndex = index }
    }
    if placeIndex >= 0 { place = segments[placeIndex] }
  }
}

/// The parts of a text between commas and line breaks.
struct Segments {
  private var ranges = InlineArray<8, Range<Int>>(repeating: 0..<0)
  private(set) var count = 0
  /// The number of segments before the postcode.
  private var postcode = 9

  enum Kind {
    case streetWithNumber, number, name
  }

  init() {}

  subscript(index: Int) -> Range<Int> { ranges[index] }

  /// Whether a segment is the first behind the postcode.
  func isBehindPostcode(_ index: Int) -> Bool { index == postcode }

  mutating func markPostcode() { postcode = count }

  /// Adds the segments of a part of a text; countries are left out.
  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, _ marks: inout AddressMarks) {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || Self.separates(text, index, range) else { continue }
      addOne(text, start..<index, &marks)
      start = index + 1
    }
  }

  private static func separates(_ text: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    switch text[index] {
    case 10, 13, UInt8(ascii: ";"), UInt8(ascii: "|"), 9: return true
    case UInt8(ascii: ","):
      // 12,0 and 12, 14 are numbers.
      return
        !(index + 1 < range.upperBound && text[index + 1] &- 48 < 10 && index > range.lowerBound
        && text[index - 1] &- 48 < 10)
    default: return false
    }
  }

  private mutating func addOne(
    _ text: Span<UInt8>, _ range: Range<Int>, _ marks: inout AddressMarks
  ) {
    var trimmed = AddressParts.trimmed(text, range)
    // A hyphen between the parts: "Hoofdstraat 12 - 1234 AB".
    while !trimmed.isEmpty, !HouseNumberText.isAlphanumeric(text[trimmed.lowerBound]),
      text[trimmed.lowerBound] != UInt8(ascii: "'"), text[trimmed.lowerBound] != UInt8(ascii: "(")
    {
      trimmed = trimmed.lowerBound + 1..<trimmed.upperBound
    }
    while !trimmed.isEmpty, text[trimmed.upperBound - 1] == UInt8(ascii: "-") {
      trimmed = AddressParts.trimmed(text, trimmed.lowerBound..<trimmed.upperBound - 1)
    }
    guard !trimmed.isEmpty, count < 8 else { return }
    let words = TextWords(text, trimmed)
    // "The Netherlands" is two words.
    if words.count == 1 || words.count == 2 && words.packed(0) == 0x7468_6500_0000_0000 {
      switch SpecialText.country(words, words.count - 1) {
      case .netherlands: return
      case .foreign:
        marks.insert(.foreign)
        return
      case .none: break
      }
    }
    if PostcodeGrammar.beginsForeign(text, trimmed.lowerBound, trimmed.upperBound) {
      marks.insert(.foreign)
    }
    ranges[count] = trimmed
    count += 1
  }

  func kind(_ text: Span<UInt8>, _ index: Int) -> Kind {
    let range = ranges[index]
    let splits = StreetSplits(text, range, isStrict: true)
    if splits.count > 0 { return .streetWithNumber }
    // "1234AB 12 Amsterdam", but "18 Septemberplein".
    guard text[range.lowerBound] &- 48 < 10 else { return .name }
    // 2e Exloërmond
    if StreetSplits.Group(text, range.lowerBound, range.upperBound, isStrict: true).isOrdinal {
      return .name
    }
    return (splits.numberFirst == nil || isBehindPostcode(index)) ? .number : .name
  }
}
