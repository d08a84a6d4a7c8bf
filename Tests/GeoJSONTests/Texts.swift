import GeoJSON
import Geometry

/// Reads a text.
func read(_ text: String, propertyNames: Set<String>? = nil) throws(GeoJSONError)
  -> GeoJSONFeatureCollection
{
  try GeoJSONReader.read(Array(text.utf8), propertyNames: propertyNames)
}

/// A collection of one feature without properties, with this geometry.
func collection(geometry: String) -> String {
  #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
    + geometry + "}]}"
}

/// The error of reading a text, or nil when it is read.
func failure(_ text: String) -> GeoJSONError? {
  do throws(GeoJSONError) {
    _ = try read(text)
    return nil
  } catch {
    return error
  }
}

func ring(_ corners: [(Double, Double)]) throws -> Ring {
  try Ring(corners.map { Position(x: $0.0, y: $0.1) })
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
