internal import Geometry

/// Reads GeoJSON (RFC 7946) feature collections, also with the obsolete member `crs`.
public enum GeoJSONReader {
  /// The feature collection that `bytes` writes.
  ///
  /// Members may come in any order; unknown ones are checked as JSON and left out. Of a member that
  /// comes twice the last counts. Rings are taken as they are: winding and crossings are not
  /// judged, positions may repeat. A byte order mark is skipped.
  /// - Parameters:
  ///   - bytes: the whole file, UTF-8.
  ///   - propertyNames: the properties to keep, or nil for all. The others are only checked.
  /// - Throws: ``GeoJSONError``, the first fault in the file.
  /// - Complexity: O(bytes), in time and memory.
  public static func read(_ bytes: [UInt8], propertyNames: Set<String>? = nil)
    throws(GeoJSONError) -> GeoJSONFeatureCollection
  {
    var reading = CollectionReading(bytes, propertyNames: propertyNames)
    return try reading.collection()
  }
}

/// The state of reading one collection.
struct CollectionReading {
  var cursor: JSONCursor
  private var properties: PropertyCollector
  private var features: [GeoJSONFeature] = []
  private let propertyNames: Set<String>?
  /// Room for the positions of one ring, used again for the next.
  var positions: [Position] = []

  init(_ bytes: [UInt8], propertyNames: Set<String>?) {
    cursor = JSONCursor(bytes)
    properties = PropertyCollector(wanted: propertyNames)
    self.propertyNames = propertyNames
  }

  mutating func collection() throws(GeoJSONError) -> GeoJSONFeatureCollection {
    var type: String?
    var name: String?
    var system: DeclaredSystem?
    var hasFeatures = false
    guard try cursor.peek(.value) == UInt8(ascii: "{") else {
      try cursor.skipValue()
      try cursor.end()
      throw .notAFeatureCollection(type: nil)
    }
    var more = try cursor.openObject()
    while more {
      switch try cursor.memberName() {
      case "type":
        type = try text("type", feature: nil)
        guard type == "FeatureCollection" else { throw .notAFeatureCollection(type: type) }
      case "name":
        name = try cursor.scalar().text
      case "crs":
        system = try declaredSystem()
      case "features":
        hasFeatures = true
        try readFeatures()
      default:
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
    try cursor.end()
    guard type != nil else { throw .notAFeatureCollection(type: nil) }
    guard hasFeatures else { throw .missingMember("features", feature: nil) }
    return GeoJSONFeatureCollection(
      name: name, declaredSystem: system?.text, declaredEPSG: system?.epsg, features: features,
      properties: properties.finished())
  }

  private mutating func readFeatures() throws(GeoJSONError) {
    features.removeAll()
    properties = PropertyCollector(wanted: propertyNames)
    guard try cursor.peek(.value) == UInt8(ascii: "[") else {
      try cursor.skipValue()
      throw .wrongMember("features", feature: nil, expected: .array)
    }
    var more = try cursor.openArray()
    while more {
      features.append(try feature())
      more = try cursor.nextElement()
    }
  }

  private mutating func feature() throws(GeoJSONError) -> GeoJSONFeature {
    let ordinal = features.count
    guard try cursor.peek(.value) == UInt8(ascii: "{") else {
      try cursor.skipValue()
      throw .notAFeature(feature: ordinal, type: nil)
    }
    var type: String?
    var id: JSONScalar?
    var geometry: GeoJSONGeometry?
    var hasProperties = false
    var more = try cursor.openObject()
    while more {
      switch try cursor.memberName() {
      case "type":
        type = try text("type", feature: ordinal)
        guard type == "Feature" else { throw .notAFeature(feature: ordinal, type: type) }
      case "id":
        id = try identifier(feature: ordinal)
      case "properties":
        if hasProperties { properties.restartFeature() }
        hasProperties = true
        if try beginsObject("properties", feature: ordinal) { try properties.read(&cursor) }
      case "geometry":
        geometry =
          try beginsObject("geometry", feature: ordinal) ? readGeometry(feature: ordinal) : nil
      default:
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
    guard type != nil else { throw .notAFeature(feature: ordinal, type: nil) }
    properties.endFeature()
    return GeoJSONFeature(id: id, geometry: geometry)
  }

  private mutating func identifier(feature: Int) throws(GeoJSONError) -> JSONScalar? {
    let id = try cursor.scalar()
    switch id {
    case .text, .integer, .number: return id
    case .null: return nil
    default: throw .wrongMember("id", feature: feature, expected: .textOrNumber)
    }
  }

  /// Whether an object follows; a `null` is passed over.
  private mutating func beginsObject(_ member: String, feature: Int) throws(GeoJSONError) -> Bool {
    if try cursor.peek(.value) == UInt8(ascii: "{") { return true }
    guard try cursor.scalar() == .null else {
      throw .wrongMember(member, feature: feature, expected: .object)
    }
    return false
  }

  /// Reads a member that holds a text.
  mutating func text(_ member: String, feature: Int?) throws(GeoJSONError) -> String {
    guard let text = try cursor.scalar().text else {
      throw .wrongMember(member, feature: feature, expected: .text)
    }
    return text
  }
}
