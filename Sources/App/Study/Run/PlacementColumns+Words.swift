internal import Areas
public import CSV
public import Geocoding

extension PlacementColumns {
  /// Which columns say where a record belongs, by their names.
  public func description(header columns: ColumnNames) -> String {
    let header = columns.labels
    return switch self {
    case .rd(let x, let y): "RD x=\(header[x]), y=\(header[y])"
    case .lonLat(let lon, let lat): "lon=\(header[lon]), lat=\(header[lat])"
    case .code(let index, let level): "\(level.rawValue)code=\(header[index])"
    }
  }
}
