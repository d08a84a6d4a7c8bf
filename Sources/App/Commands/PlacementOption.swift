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
    /// The option names one column as both coordinates.
    case oneColumnTwice(String)
    /// The option for addresses is not written as `role=column,…`.
    case malformedAddress(String)
    /// The file has no such column.
    case unknownColumn(String, known: ColumnNames)
    /// Several columns have the name; their places, counted from 1.
    case repeatedColumn(String, places: [Int])
    /// Several columns have the name of a place; their places, counted from 1.
    case severalPlaces(path: String, columns: [Int])
    /// Nothing in the file looks like a place.
    case notFound(path: String, known: ColumnNames)
  }

  /// The columns that the option names, or those that the file shows.
  static func columns(_ option: String?, file: CSVFile) throws -> PlacementColumns {
    guard let option else {
      var chunks = file.chunks(ofSize: 1 << 16)
      let sample = try chunks.next()
      do throws(PlacementColumns.Several) {
        if let found = try PlacementColumns.detect(
          header: file.header, sample: sample, dialect: file.dialect)
        {
          return found
        }
      } catch {
        throw Problem.severalPlaces(path: file.path, columns: error.columns.map { $0 + 1 })
      }
      throw Problem.notFound(path: file.path, known: file.columnNames)
    }
    let known = ["x", "y", "lon", "lat"] + AreaLevel.cbs.map { $0.rawValue + "code" }
    var roles: [String: Int] = [:]
    for part in option.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2, known.contains(pair[0]) else { throw Problem.malformed(option) }
      roles[pair[0]] = try column(pair[1], of: file)
    }
    guard Set(roles.values).count == roles.count else { throw Problem.oneColumnTwice(option) }
    if let x = roles["x"], let y = roles["y"], roles.count == 2 { return .rd(x: x, y: y) }
    if let lon = roles["lon"], let lat = roles["lat"], roles.count == 2 {
      return .lonLat(lon: lon, lat: lat)
    }
    for level in AreaLevel.cbs where roles.count == 1 {
      if let index = roles[level.rawValue + "code"] { return .code(index, level) }
    }
    throw Problem.malformed(option)
  }

  /// The one column of a name.
  static func column(_ name: String, of file: CSVFile) throws(Problem) -> Int {
    let places = file.columns(named: name)
    guard let first = places.first else {
      throw .unknownColumn(name, known: file.columnNames)
    }
    guard places.count == 1 else {
      throw .repeatedColumn(name, places: places.map { $0 + 1 })
    }
    return first
  }
}
