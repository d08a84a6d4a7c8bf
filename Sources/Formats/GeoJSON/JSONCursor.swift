/// Walks through a JSON text value by value, without building a tree.
///
/// Strict RFC 8259: no comments, no trailing commas, no NaN. A byte order mark is skipped. Every
/// value is checked, the skipped ones too. Objects and arrays are walked with
/// `var more = try openArray(); while more { …one value…; more = try nextElement() }`.
struct JSONCursor {
  /// Objects and arrays inside each other; GeoJSON itself needs 8.
  static let depthLimit = 128

  let bytes: [UInt8]
  var index: Int
  private(set) var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first byte of the next value or sign, blanks skipped.
  mutating func peek(_ expected: JSONExpectation) throws(GeoJSONError) -> UInt8 {
    skipBlanks()
    guard index < bytes.count else { throw failure(expected) }
    return bytes[index]
  }

  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Steps into an array; false when it is empty, and then it is left already.
  mutating func openArray() throws(GeoJSONError) -> Bool {
    guard try peek(.value) == UInt8(ascii: "[") else { throw failure(.value) }
    try descend()
    guard try peek(.value) != UInt8(ascii: "]") else { return leave() }
    return true
  }

  /// After an element: true before the next one; false when the array is left.
  mutating func nextElement() throws(GeoJSONError) -> Bool {
    try next(closing: UInt8(ascii: "]"))
  }

  /// Steps into an object; false when it is empty, and then it is left already.
  mutating func openObject() throws(GeoJSONError) -> Bool {
    guard try peek(.value) == UInt8(ascii: "{") else { throw failure(.value) }
    try descend()
    guard try peek(.memberName) != UInt8(ascii: "}") else { return leave() }
    return true
  }

  /// After a member: true before the next one; false when the object is left.
  mutating func nextMember() throws(GeoJSONError) -> Bool {
    try next(closing: UInt8(ascii: "}"))
  }

  /// The name of a member; the cursor then stands before its value.
  mutating func memberName() throws(GeoJSONError) -> String {
    text(of: try memberNameToken())
  }

  /// The place of the name of a member; the cursor then stands before its value.
  mutating func memberNameToken() throws(GeoJSONError) -> TextToken {
    guard try peek(.memberName) == UInt8(ascii: "\"") else { throw failure(.memberName) }
    let name = try textToken()
    guard try peek(.colon) == UInt8(ascii: ":") else { throw failure(.colon) }
    index += 1
    return name
  }

  /// Checks that nothing but blanks follows.
  mutating func end() throws(GeoJSONError) {
    skipBlanks()
    guard index == bytes.count else { throw failure(.endOfFile) }
  }

  /// The error for what stands at the cursor, or at `offset`.
  func failure(_ expected: JSONExpectation, at offset: Int? = nil) -> GeoJSONError {
    let place = place(at: offset)
    return place.byteOffset >= bytes.count
      ? .truncated(place, expected: expected) : .notJSON(place, expected: expected)
  }

  func place(at offset: Int? = nil) -> JSONPlace {
    JSONPlace(of: offset ?? index, in: bytes)
  }

  private mutating func descend() throws(GeoJSONError) {
    guard depth < Self.depthLimit else {
      throw .nestedTooDeep(place(), limit: Self.depthLimit)
    }
    depth += 1
    index += 1
  }

  private mutating func leave() -> Bool {
    depth -= 1
    index += 1
    return false
  }

  private mutating func next(closing: UInt8) throws(GeoJSONError) -> Bool {
    let byte = try peek(.commaOrEnd)
    if byte == UInt8(ascii: ",") {
      index += 1
      return true
    }
    guard byte == closing else { throw failure(.commaOrEnd) }
    return leave()
  }
}
