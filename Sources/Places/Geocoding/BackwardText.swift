internal import Bytes

/// A short text that is filled from its end and appended in one piece: a postcode, a number and a place,
/// which millions of records have.
struct BackwardText {
  private static let capacity = 64
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var start = Self.capacity

  /// Puts a byte before the others.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    start -= 1
    bytes[start] = byte
  }

  /// Puts letters and digits before the others, at most sixteen.
  @inline(__always)
  mutating func put(_ text: Span<UInt8>, isUpper: Bool) {
    var index = text.count
    while index > 0 {
      index -= 1
      let byte = text[index]
      put(isUpper && byte >= UInt8(ascii: "a") ? byte - 32 : byte)
    }
  }

  /// Puts a number of metres that is a multiple of a quarter, with two decimals.
  @inline(__always)
  mutating func put(quarters metres: Double) {
    let quarters = UInt64(abs(metres) * 4)
    let decimals = UInt8(truncatingIfNeeded: quarters & 3) * 25
    put(UInt8(ascii: "0") + decimals % 10)
    put(UInt8(ascii: "0") + decimals / 10)
    put(UInt8(ascii: "."))
    var rest = UInt32(truncatingIfNeeded: quarters >> 2)
    repeat {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if metres < 0 { put(UInt8(ascii: "-")) }
  }

  /// Appends what was put.
  @inline(__always)
  func append(to text: inout [UInt8]) {
    text.append(copying: bytes.span.extracting(start..<Self.capacity))
  }
}
