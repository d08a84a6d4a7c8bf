/// Gathers the properties of features while they are read.
struct PropertyCollector {
  /// A name that occurs in the file, wanted or not.
  private struct Name {
    let utf8: [UInt8]
    /// Its place among the wanted names, or nil.
    let ordinal: Int?
  }

  private let wanted: Set<String>?
  private var known: [Name] = []
  private var indexes: [String: Int] = [:]
  private var expected = 0
  private var names: [String] = []
  private var ordinals: [UInt32] = []
  private var scalars: [JSONScalar] = []
  private var starts: [Int] = [0]
  /// For each wanted name the slot of its latest value.
  private var latest: [Int] = []

  init(wanted: Set<String>?) {
    self.wanted = wanted
  }

  /// Reads the object `properties`, of which the cursor stands before the brace.
  mutating func read(_ cursor: inout JSONCursor) throws(GeoJSONError) {
    expected = 0
    var more = try cursor.openObject()
    while more {
      let token = try cursor.memberNameToken()
      if let ordinal = ordinal(of: token, cursor) {
        keep(try cursor.scalar(), ordinal: ordinal)
      } else {
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
  }

  /// Forgets the properties read since the latest ``endFeature()``: the member came twice.
  mutating func restartFeature() {
    let start = starts[starts.count - 1]
    for ordinal in ordinals[start...] { latest[Int(ordinal)] = -1 }
    ordinals.removeSubrange(start...)
    scalars.removeSubrange(start...)
  }

  mutating func endFeature() {
    starts.append(scalars.count)
  }

  func finished() -> GeoJSONProperties {
    GeoJSONProperties(names: names, ordinals: ordinals, scalars: scalars, starts: starts)
  }

  private mutating func keep(_ value: JSONScalar, ordinal: Int) {
    if latest[ordinal] >= starts[starts.count - 1] {
      scalars[latest[ordinal]] = value
      return
    }
    latest[ordinal] = scalars.count
    ordinals.append(UInt32(ordinal))
    scalars.append(value)
  }

  /// The place of a name among the wanted ones. Features mostly have their properties in the same
  /// order, so the name after the previous one is tried first.
  private mutating func ordinal(of token: JSONCursor.TextToken, _ cursor: JSONCursor) -> Int? {
    if expected < known.count, !token.hasEscapes,
      cursor.isWritten(token, as: known[expected].utf8)
    {
      expected += 1
      return known[expected - 1].ordinal
    }
    let name = cursor.text(of: token)
    if let index = indexes[name] {
      expected = index + 1
      return known[index].ordinal
    }
    var ordinal: Int?
    if wanted?.contains(name) ?? true {
      ordinal = names.count
      names.append(name)
      latest.append(-1)
    }
    indexes[name] = known.count
    known.append(Name(utf8: Array(name.utf8), ordinal: ordinal))
    expected = known.count
    return ordinal
  }
}
