internal import Foundation
internal import GeoJSON
internal import Geometry

/// What a folder that a study wrote is known by, for all that reads one back.
enum PublishedFiles {
  /// The names of the maps over all gemeenten, sorted; none when there is no such folder.
  ///
  /// The map of one gemeente (`kaart_…_GM0363.geojson`) is part of that of all and is left out.
  static func maps(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(isMap).sorted()
  }

  /// Whether a name is that of a map over all gemeenten.
  static func isMap(_ name: String) -> Bool {
    name.hasPrefix("kaart_") && name.hasSuffix(".geojson")
      && name.dropLast(".geojson".count).suffix(7).wholeMatch(of: /_GM\d{4}/) == nil
  }

  /// The id of the indicator that an input in the provenance defines; nil for other inputs.
  ///
  /// One of the catalogue has the role `indicator` and its id in the name of the file; one of the user's
  /// own has `indicator:ID`, whatever its file is called.
  static func indicator(role: String, name: String) -> String? {
    guard role.hasPrefix("indicator") else { return nil }
    return role.split(separator: ":").dropFirst().first.map(String.init)
      ?? name.replacing(".yaml", with: "")
  }
}

extension GeoJSONFeatureCollection {
  /// The texts of a property, one per feature; empty where there is none.
  func texts(_ name: String) -> [String] { column(name).map { $0?.text ?? "" } }

  /// The numbers of a property, one per feature; nil where there is none.
  func numbers(_ name: String) -> [Double?] { column(name).map { $0?.number } }

  /// The values of a property, one per feature, also of a property that no feature has.
  func column(_ name: String) -> [JSONScalar?] {
    properties.names.contains(name)
      ? properties.values(of: name) : Array(repeating: nil, count: features.count)
  }

  /// The area of a feature; none for a feature of another kind.
  func surface(_ place: Int) -> MultiPolygon {
    if case .multiPolygon(let surface)? = features[place].geometry { return surface }
    return MultiPolygon([])
  }
}
