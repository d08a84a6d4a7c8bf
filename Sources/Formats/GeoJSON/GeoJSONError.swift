public import Geometry

/// Why a text was not read as GeoJSON. Features, polygons and rings are counted from 0.
public enum GeoJSONError: Error, Sendable, Hashable {
  /// The text is no JSON: at `place` something else should stand.
  case notJSON(JSONPlace, expected: JSONExpectation)
  /// The text ends before the outermost value does.
  case truncated(JSONPlace, expected: JSONExpectation)
  /// The bytes of a text at `place` are not UTF-8.
  case notUTF8(JSONPlace)
  /// More objects and arrays inside each other than `limit`.
  case nestedTooDeep(JSONPlace, limit: Int)
  /// The number at `place` is too large for a double.
  case numberOutOfRange(JSONPlace)
  /// The outermost value is another type of object (`type` as written), or no object (nil).
  case notAFeatureCollection(type: String?)
  /// An element of `features` is another type of object, or has no type (nil).
  case notAFeature(feature: Int, type: String?)
  /// The member is not there; `feature` is nil when it belongs to the collection.
  case missingMember(String, feature: Int?)
  /// The member holds another kind of value; `feature` is nil when it belongs to the collection.
  case wrongMember(String, feature: Int?, expected: JSONKind)
  /// The coordinates are nested less deep than their type asks: an array should begin at `place`.
  case notAnArray(JSONPlace, feature: Int)
  /// A position at `place` is not an array that begins with two numbers.
  case notAPosition(JSONPlace, feature: Int)
  /// A polygon is an empty array: it has no outer ring.
  case polygonWithoutRings(feature: Int, polygon: Int)
  /// A ring is not closed or too short; ring 0 is the outer one.
  case ring(feature: Int, polygon: Int, ring: Int, RingError)
}

/// What should have stood at a place in a JSON text.
public enum JSONExpectation: Sendable, Hashable {
  /// Any value.
  case value
  /// The name of a member, in double quotes.
  case memberName
  /// The colon between name and value.
  case colon
  /// A comma, or the end of the object or array.
  case commaOrEnd
  /// A digit of a number.
  case digit
  /// The end of a text, or a character that may stand in it as it is.
  case textCharacter
  /// One of the escapes of JSON.
  case escape
  /// The second half of a surrogate pair after the first, or no half alone.
  case surrogatePair
  /// Nothing but blanks until the end of the file.
  case endOfFile
}

/// The kinds of JSON values.
public enum JSONKind: String, Sendable, Hashable {
  /// `{…}`.
  case object
  /// `[…]`.
  case array
  /// A text in double quotes.
  case text
  /// A text or a number.
  case textOrNumber
}
