public import Geometry

/// The reference system that a file names or describes.
public enum DescribedSystem: Hashable, Sendable {
  /// One that Wijkzicht works with.
  case known(ReferenceSystem)
  /// Another, as PROJ can be asked for it, and its name for people.
  case other(definition: String, name: String)

  /// The system with an EPSG number.
  ///
  /// RD New with heights counts as RD New, and the longitudes and latitudes of ETRS89 and of WGS 84,
  /// with or without heights, as the same, see ``Transformer``.
  public init(epsg: Int) {
    switch epsg {
    case 28992, 7415: self = .known(.rdNew)
    case 4326, 4258, 4979, 4937: self = .known(.wgs84)
    default: self = .other(definition: "EPSG:\(epsg)", name: "EPSG:\(epsg)")
    }
  }

  /// The system that a text in WKT describes, as a `.prj` file holds it; nil when the text is none.
  ///
  /// RD New is known by its name: what ESRI writes of it does not tell how it lies on the earth.
  public init?(wkt: String) {
    let text = wkt.filter { !$0.isNewline }
    let head = text.prefix { $0 != "[" && $0 != "(" }.uppercased().filter { $0.isLetter }
    let kinds = [
      "PROJCS", "GEOGCS", "COMPDCS", "COMPDCRS", "PROJCRS", "GEOGCRS", "GEODCRS", "GEODETICCRS",
      "PROJECTEDCRS", "GEOGRAPHICCRS", "COMPOUNDCRS", "BOUNDCRS",
    ]
    guard kinds.contains(head) else { return nil }
    let name = text.split(separator: "\"", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
    let word = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    let isGeographic = head.hasPrefix("GEO")
    if !isGeographic, ["rdnew", "amersfoortrdnew"].contains(where: word.hasPrefix) {
      self = .known(.rdNew)
    } else if isGeographic,
      ["wgs84", "gcswgs1984", "wgs1984", "etrs89", "gcsetrs1989"].contains(where: word.hasPrefix)
    {
      self = .known(.wgs84)
    } else {
      self = .other(definition: text, name: name)
    }
  }

  /// The name for messages.
  public var name: String {
    switch self {
    case .known(let system): "EPSG:\(system.epsg)"
    case .other(_, let name): name
    }
  }
}
