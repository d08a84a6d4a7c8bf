/// A JSON text under construction, for objects and arrays of any depth: it sets the commas.
///
/// Members stand in the order in which they are given, without blanks, so the same calls always
/// give the same bytes. Not checked: that names are unique, and that every object is closed.
public struct JSONText: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts with nothing.
  public init() {}

  /// Begins an object.
  public mutating func openObject() { open(UInt8(ascii: "{")) }

  /// Ends the object begun last.
  public mutating func closeObject() { close(UInt8(ascii: "}")) }

  /// Begins an array.
  public mutating func openArray() { open(UInt8(ascii: "[")) }

  /// Ends the array begun last.
  public mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// Begins a member of an object; its value is to follow.
  public mutating func name(_ name: String) {
    separate()
    bytes.appendJSON(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Adds a text.
  public mutating func appendJSON(_ text: String) {
    separate()
    bytes.appendJSON(text)
  }

  /// Adds a number; see `[UInt8].appendJSON(_:decimals:)`.
  public mutating func appendJSON(_ number: Double, decimals: Int? = nil) {
    separate()
    bytes.appendJSON(number, decimals: decimals)
  }

  /// Adds any value that has no parts.
  /// - Parameter decimals: for ``JSONScalar/number(_:)``, as for a number.
  public mutating func appendJSON(_ scalar: JSONScalar, decimals: Int? = nil) {
    separate()
    bytes.appendJSON(scalar, decimals: decimals)
  }

  /// Adds a value that is JSON already. It is not checked.
  public mutating func appendJSON(encoded value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
