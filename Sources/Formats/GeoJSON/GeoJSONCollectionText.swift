public import Bytes
public import Geometry

/// A feature collection as text, by RFC 7946: one feature a line, LF, always the same order.
///
/// The text is `{"type":"FeatureCollection","name":…,"bbox":[…],…,"features":[`, the features, and
/// `]}`. Each feature is `{"type":"Feature","id":…,"properties":{…},"geometry":…}`. Give every
/// feature the same properties in the same order: many programs look at the first one only.
/// ```
/// var text = GeoJSONCollectionText(name: "kaart", bbox: box)
/// text.feature(id: "BU03630000", properties: […], geometry: geometry)
/// text.end()
/// try text.move(to: &file)
/// ```
public struct GeoJSONCollectionText: Sendable {
  /// The text so far, except what was moved away.
  public private(set) var bytes: [UInt8] = []
  private var hasFeatures = false

  /// Starts the collection.
  /// - Parameters:
  ///   - name: the name of the layer.
  ///   - bbox: the box of all positions as they will be written, in degrees; see
  ///     ``GeoJSONGeometryText/appendMultiPolygon(_:decimals:to:box:)``. Written in the shortest
  ///     text that reads back as the same numbers. Nil or empty: no `bbox`.
  ///   - members: further members of the collection; the values are JSON already and not checked.
  /// - Precondition: no name is one that RFC 7946 gives another meaning, or comes twice.
  public init(name: String, bbox: Box? = nil, members: [(name: String, value: [UInt8])] = []) {
    bytes.append(contentsOf: #"{"type":"FeatureCollection","name":"#.utf8)
    bytes.appendJSON(name)
    if let bbox, !bbox.isEmpty {
      bytes.append(contentsOf: #","bbox":["#.utf8)
      for (index, edge) in [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(edge)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    var taken = Self.reservedNames
    for member in members {
      precondition(taken.insert(member.name).inserted, "member name reserved or repeated")
      bytes.append(UInt8(ascii: ","))
      bytes.appendJSON(member.name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: member.value)
    }
    bytes.append(contentsOf: ",\"features\":[".utf8)
  }

  /// Adds a feature.
  /// - Parameters:
  ///   - id: unique in the collection, which is not checked.
  ///   - properties: in the order in which they are written; unique names, which is not checked.
  ///   - geometry: from ``GeoJSONGeometryText``, or `null`.
  public mutating func feature(id: String, properties: [GeoJSONProperty], geometry: [UInt8]) {
    bytes.append(contentsOf: (hasFeatures ? ",\n" : "\n").utf8)
    hasFeatures = true
    bytes.appendFeature(id: id, properties: properties, geometry: geometry)
  }

  /// Closes the collection; nothing may follow.
  public mutating func end() {
    bytes.append(contentsOf: Self.ending)
  }

  static let ending = Array("\n]}\n".utf8)

  /// Moves the text so far to a file, so that a large collection need not be held in memory.
  /// - Throws: ``FileError/cannotWrite(path:code:)``.
  public mutating func move(to file: inout OutputFile) throws(FileError) {
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// RFC 7946, sections 4 and 7.1, and the members that the writer sets itself.
  private static let reservedNames: Set<String> = [
    "type", "name", "bbox", "features", "crs", "geometry", "properties", "coordinates",
    "geometries",
  ]
}
