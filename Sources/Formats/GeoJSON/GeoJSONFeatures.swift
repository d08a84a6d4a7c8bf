internal import Bytes

/// Features as text, made once for several collections that hold some of them.
///
/// ```
/// var features = GeoJSONFeatures()
/// features.append(id: "BU03630000", properties: […], geometry: geometry)
/// for piece in features.collection(of: [0], startingWith: text) { try file.write(piece) }
/// ```
public struct GeoJSONFeatures: Sendable {
  /// Each feature after a comma and a line end.
  private var bytes: [UInt8] = []
  private var starts = [0]

  /// Starts without features.
  public init() {}

  /// Adds a feature; see ``GeoJSONCollectionText/feature(id:properties:geometry:)``.
  public mutating func append(id: String, properties: [GeoJSONProperty], geometry: [UInt8]) {
    bytes.append(contentsOf: ",\n".utf8)
    bytes.appendFeature(id: id, properties: properties, geometry: geometry)
    starts.append(bytes.count)
  }

  /// The text of a collection in pieces that follow each other: the same bytes as of
  /// ``GeoJSONCollectionText`` with each feature added in turn.
  /// - Parameters:
  ///   - places: which features, by the order in which they were added.
  ///   - start: a collection without features, not ended.
  /// - Complexity: O(places); features that follow each other are one piece, and nothing is copied.
  public func collection(
    of places: some Sequence<Int>, startingWith start: GeoJSONCollectionText
  ) -> [ArraySlice<UInt8>] {
    var runs: [Range<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    var pieces = [start.bytes[...]]
    for (number, run) in runs.enumerated() {
      let piece = bytes[starts[run.lowerBound]..<starts[run.upperBound]]
      // No comma before the first.
      pieces.append(number == 0 ? piece.dropFirst() : piece)
    }
    pieces.append(GeoJSONCollectionText.ending[...])
    return pieces
  }
}

extension [UInt8] {
  /// Appends the object of one feature.
  mutating func appendFeature(id: String, properties: [GeoJSONProperty], geometry: [UInt8]) {
    append(contentsOf: #"{"type":"Feature","id":"#.utf8)
    appendJSON(id)
    append(contentsOf: #","properties":{"#.utf8)
    for (index, property) in properties.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendJSON(property.name)
      append(UInt8(ascii: ":"))
      if case .number(let number) = property.value, number.isFinite,
        let decimals = property.decimals
      {
        append(fixed: number, decimals: decimals)
      } else {
        appendJSON(property.value)
      }
    }
    append(contentsOf: #"},"geometry":"#.utf8)
    append(contentsOf: geometry)
    append(UInt8(ascii: "}"))
  }
}
