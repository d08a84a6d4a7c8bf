internal import Areas
internal import CSV
internal import Geocoding
internal import Tables

/// The option `--columns`: which columns say where a record belongs.
enum PlacementOption {
  /// Why the columns are unclear.
  enum Problem: Error {
    /// The option is not written as `role=column,…`.
    case malformed(String)
    /// The option for addresses is not written as `role=column,…`.
    case malformedAddress(String)
    /// The file has no such column.
    case unknownColumn(String, known: ColumnNames)
    /// Nothing in the file looks like a place.
    case notFound(path: String, known: ColumnNames)
  }

  /// The columns that the option names, or those that the file shows.
  static func columns(_ option: String?, file: CSVFile) throws -> PlacementColumns {
    guard let option else {
      var chunks = file.chunks(ofSize: 1 << 16)
      guard
        let found = PlacementColumns.detect(
          header: file.header, sample: try chunks.next(), dialect: file.dialect)
      else { throw Problem.notFound(path: file.path, known: file.columnNames) }
      return found
    }
    var roles: [String: Int] = [:]
    for part in option.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2 else { throw Problem.malformed(option) }
      guard let index = file.header.firstIndex(of: pair[1]) else {
        throw Problem.unknownColumn(pair[1], known: file.columnNames)
      }
      roles[pair[0]] = index
    }
    if let x = roles["x"], let y = roles["y"], roles.count == 2 { return .rd(x: x, y: y) }
    if let lon = roles["lon"], let lat = roles["lat"], roles.count == 2 {
      return .lonLat(lon: lon, lat: lat)
    }
    for level in AreaLevel.cbs where roles.count == 1 {
      if let index = roles[level.rawValue + "code"] { return .code(index, level) }
    }
    throw Problem.malformed(option)
  }
}
