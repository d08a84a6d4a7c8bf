public import Geometry

/// One buurt, wijk or gemeente, or one area of a city's own.
public struct Area: Hashable, Sendable {
  /// The code with prefix, unique in its edition.
  public let code: String
  /// The name as CBS writes it.
  public let name: String
  /// The wijk that a buurt belongs to; nil at the other levels.
  public let wijkcode: String?
  /// The gemeente that the area belongs to, or is; of an own area the one in which most of it lies,
  /// empty when that is not known.
  public let gemeentecode: String
  /// The name of that gemeente.
  public let gemeentenaam: String
  /// The surface in RD New metres.
  public let geometry: MultiPolygon

  /// Makes an area.
  public init(
    code: String, name: String, wijkcode: String?, gemeentecode: String, gemeentenaam: String,
    geometry: MultiPolygon
  ) {
    self.code = code
    self.name = name
    self.wijkcode = wijkcode
    self.gemeentecode = gemeentecode
    self.gemeentenaam = gemeentenaam
    self.geometry = geometry
  }

  /// The same area with another surface, for instance a repaired one.
  public func with(geometry: MultiPolygon) -> Area {
    Area(
      code: code, name: name, wijkcode: wijkcode, gemeentecode: gemeentecode,
      gemeentenaam: gemeentenaam, geometry: geometry)
  }
}
