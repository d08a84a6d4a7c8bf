/// Reads identifications of the BAG: sixteen digits, or fifteen when a spreadsheet took the leading
/// zero, with `NL.IMBAG.Nummeraanduiding.` before them or without.
enum IdentifierGrammar {
  static func read(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (identifier: BagIdentifier?, marks: AddressMarks) {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1] &- 48 < 10 { start -= 1 }
    if start > range.lowerBound {
      if SpreadsheetDate.isRounded(text, range.lowerBound, range.upperBound) {
        return (nil, .spreadsheetRounded)
      }
      guard isPrefix(text, range.lowerBound..<start) else { return (nil, .invalidIdentifier) }
    }
    let count = range.upperBound - start
    guard count == 15 || count == 16 else { return (nil, .invalidIdentifier) }
    var value: UInt64 = 0
    for index in start..<range.upperBound { value = value * 10 + UInt64(text[index] &- 48) }
    guard let identifier = BagIdentifier(rawValue: value) else { return (nil, .invalidIdentifier) }
    return (identifier, count == 15 ? .repairedIdentifier : [])
  }

  /// `NL.IMBAG.` and a kind, or an apostrophe that keeps a spreadsheet from making a number.
  private static func isPrefix(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count == 1, text[range.lowerBound] == UInt8(ascii: "'") { return true }
    guard range.count > 3, text[range.upperBound - 1] == UInt8(ascii: ".") else { return false }
    return text[range.lowerBound] | 0x20 == UInt8(ascii: "n")
      && text[range.lowerBound + 1] | 0x20 == UInt8(ascii: "l")
      && text[range.lowerBound + 2] == UInt8(ascii: ".")
  }
}
