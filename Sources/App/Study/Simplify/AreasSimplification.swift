public import Areas
internal import Bytes
internal import Exports
internal import Geometry
internal import Simplification

/// Simplifies the boundaries of areas and writes them.
public struct AreasSimplification {
  /// Why areas could not be simplified, beyond the errors of their files.
  public enum Failure: Error, Hashable, Sendable {
    /// The name of the result ends in none of the forms there are.
    case unknownForm(path: String)
    /// The areas have no such level.
    case noLevel(String, known: [String])

    var sentence: String {
      switch self {
      case .unknownForm(let path):
        "\(path): the name says which file is wanted: end it in .gpkg (all levels) or .geojson (one)."
      case .noLevel(let level, let known):
        "--level '\(level)': the areas have \(known.joined(separator: ", "))."
      }
    }
  }

  /// What became of a level.
  public struct Level: Sendable {
    /// The level.
    public let level: AreaLevel
    /// The number of areas, the same before and after.
    public let areaCount: Int
    /// The number of positions, closing ones included, before and after.
    public let positions: (before: Int, after: Int)
    /// The largest share by which a surface became larger or smaller.
    public let largestChange: Double
  }

  private let before: AreaSet
  private let after: AreaSet

  /// Reads areas and simplifies all their levels together.
  /// - Parameter tolerance: in metres: no boundary is moved further.
  /// - Throws: `AreaError`.
  public init(files: [String], tolerance: Double) throws {
    before = try AreaReader(required: []).read(files)
    after =
      SimplifiedAreas(before, rule: SimplificationRule(tolerance: tolerance)).areaSet
  }

  /// What became of each level.
  public var levels: [Level] {
    zip(before.layers, after.layers).map { old, new in
      func count(_ layer: AreaLayer) -> Int {
        layer.areas.reduce(0) { $0 + $1.geometry.positionCount }
      }
      let changes = zip(old.areas, new.areas).map { old, new in
        let area = old.geometry.area
        return area > 0 ? abs(new.geometry.area - area) / area : 0
      }
      return Level(
        level: old.level, areaCount: new.areas.count { !$0.geometry.polygons.isEmpty },
        positions: (count(old), count(new)), largestChange: changes.max() ?? 0)
    }
  }

  /// Writes the areas; the ending of `path` says in which form: `.gpkg` with all levels, or `.geojson`
  /// with one.
  /// - Parameter level: for GeoJSON; the smallest areas when nil.
  /// - Throws: ``Failure``, `GeoPackageError`, `ProjectionError` or `FileError`; nothing then was written.
  public func write(to path: String, level: String?) throws {
    let known = after.layers.map(\.level)
    let wanted = try level.map { name in
      guard let level = known.first(where: { $0.rawValue == name }) else {
        throw Failure.noLevel(name, known: known.map(\.rawValue))
      }
      return level
    }
    switch path.split(separator: ".").last?.lowercased() {
    case "gpkg": try AreaFile(after).writeGeoPackage(to: path)
    case "geojson", "json":
      if let level = wanted ?? known.first { try AreaFile(after).writeGeoJSON(level, to: path) }
    default: throw Failure.unknownForm(path: path)
    }
  }

  /// Whether `path` names a file in a form that can be written.
  public static func isWritable(_ path: String) -> Bool {
    ["gpkg", "geojson", "json"].contains(path.split(separator: ".").last?.lowercased())
  }
}
