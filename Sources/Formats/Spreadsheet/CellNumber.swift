internal import Bytes

/// The number of a cell as text.
enum CellNumber {
  /// Appends the number that stands in a range, as people see it; false when it is no number.
  ///
  /// Excel writes up to 17 digits, `0.10000000000000001` for 0.1, and large codes as `3.63E+14`: both
  /// are written in the shortest form that is the same number.
  @inline(__always)
  static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ meaning: NumberFormats.Meaning, from1904: Bool,
    to text: inout [UInt8]
  ) -> Bool {
    var isPlain = meaning == .number && range.count <= 15
    if isPlain {
      for index in range {
        let byte = bytes[index]
        if byte &- 0x30 > 9, byte != UInt8(ascii: "."), byte != UInt8(ascii: "-") {
          isPlain = false
          break
        }
      }
    }
    if isPlain {
      text.append(copying: bytes.extracting(range))
      return true
    }
    return appendOther(bytes, range, meaning, from1904: from1904, to: &text)
  }

  private static func appendOther(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ meaning: NumberFormats.Meaning, from1904: Bool,
    to text: inout [UInt8]
  ) -> Bool {
    guard let number = DecimalNumber.parse(bytes.extracting(range)) else { return false }
    switch meaning {
    case .number: break
    case .date:
      // A time of the day alone may also be shown by a format for days.
      if SerialDate.append(number, from1904: from1904, to: &text) { return true }
    case .time: if SerialDate.appendTime(number, to: &text) { return true }
    }
    // What is no day stays a number, which no reader of dates takes for one.
    if number == number.rounded(), abs(number) < 1e15 {
      text.append(contentsOf: "\(Int(number))".utf8)
    } else {
      text.append(contentsOf: "\(number)".utf8)
    }
    return true
  }
}
