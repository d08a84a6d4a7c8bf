public import Areas
internal import Bytes
public import CSV
internal import Geometry

/// The columns of a file of records that say where a record belongs, by their place in the header.
public enum PlacementColumns: Hashable, Sendable {
  /// RD New metres.
  case rd(x: Int, y: Int)
  /// Degrees in WGS 84.
  case lonLat(lon: Int, lat: Int)
  /// The code of an area.
  case code(Int, AreaLevel)

  /// Several columns have the same name, so that it is not sure which of them says where a record belongs.
  public struct Several: Error, Hashable, Sendable {
    /// The places of the columns in the header.
    public let columns: [Int]
  }

  /// Finds the columns by their names and, where names say nothing, by what is in the first records.
  ///
  /// By name, case, accents and punctuation ignored: `x`/`y`, `x_coord`, `rd_x`, `xcoordinaat`; `lon`/`lat`,
  /// `longitude`, `lengtegraad`; `buurtcode`, `bu_code`, `wijkcode`, `gemeentecode`. By content: the
  /// one column with only RD eastings and the one with only RD northings (these ranges do not
  /// overlap), likewise degrees, or a column with only codes. Coordinates go before codes.
  /// - Returns: the columns, or nil when none fit.
  /// - Throws: ``Several`` when two columns have the name of one that is found by its name.
  public static func detect(
    header: [String], sample: CSVChunk?, dialect: CSVDialect
  ) throws(Several) -> PlacementColumns? {
    let names = header.map { name in
      String(name.lowercased().map(Self.withoutMark).filter { $0.isLetter || $0.isNumber })
    }
    if let columns = byName(names) {
      for index in columns.indices {
        let same = names.indices.filter { names[$0] == names[index] }
        guard same.count == 1 else { throw Several(columns: same) }
      }
      return columns
    }
    guard let sample else { return nil }
    return byContent(columnCount: header.count, sample: sample, dialect: dialect)
  }

  /// The places of the columns in the header.
  public var indices: [Int] {
    switch self {
    case .rd(let x, let y): [x, y]
    case .lonLat(let lon, let lat): [lon, lat]
    case .code(let column, _): [column]
    }
  }

  /// The letter without its accent or trema: `coördinaat` is also written `coordinaat`.
  private static func withoutMark(_ letter: Character) -> Character {
    switch letter {
    case "á", "à", "â", "ä": "a"
    case "é", "è", "ê", "ë": "e"
    case "í", "ì", "î", "ï": "i"
    case "ó", "ò", "ô", "ö": "o"
    case "ú", "ù", "û", "ü": "u"
    default: letter
    }
  }

  private static func byName(_ names: [String]) -> PlacementColumns? {
    func find(_ spellings: [String]) -> Int? {
      for spelling in spellings {
        if let index = names.firstIndex(of: spelling) { return index }
      }
      return nil
    }
    // The points of a file that also has columns with places.
    if let x = find(["puntx"]), let y = find(["punty"]) { return .rd(x: x, y: y) }
    if let lon = find(["puntlon"]), let lat = find(["puntlat"]) {
      return .lonLat(lon: lon, lat: lat)
    }
    let stems = ["", "coord", "coordinaat", "coordinate", "rd", "rdnew"]
    if let x = find(stems.map { "x" + $0 } + ["rdx", "easting"]),
      let y = find(stems.map { "y" + $0 } + ["rdy", "northing"])
    {
      return .rd(x: x, y: y)
    }
    if let lon = find(["lon", "lng", "long", "longitude", "lengtegraad"]),
      let lat = find(["lat", "latitude", "breedtegraad"])
    {
      return .lonLat(lon: lon, lat: lat)
    }
    for level in AreaLevel.cbs {
      let prefix = level.prefix.lowercased()
      if let index = find([level.rawValue + "code", prefix + "code"]) {
        return .code(index, level)
      }
    }
    return nil
  }

  /// What all values of a column in the sample are.
  private struct Content {
    var eastings = 0
    var northings = 0
    var longitudes = 0
    var latitudes = 0
    var codes: [AreaLevel: Int] = [:]
    var filled = 0

    mutating func look(at text: String) {
      let value = text.trimmed
      guard !value.isEmpty else { return }
      filled += 1
      if let level = AreaCode.normalised(value).flatMap({ AreaCode.level(of: $0) }) {
        codes[level, default: 0] += 1
      }
      guard let number = DecimalNumber.parse(value) ?? DecimalNumber.parse(value, comma: true)
      else { return }
      let rd = ReferenceSystem.rdNew.netherlands
      let degrees = ReferenceSystem.wgs84.netherlands
      if number >= 1_000, number <= rd.maxX { eastings += 1 }
      if number > rd.maxX, number <= rd.maxY { northings += 1 }
      if number >= degrees.minX, number <= degrees.maxX, value.count > 3 { longitudes += 1 }
      if number >= degrees.minY, number <= degrees.maxY, value.count > 3 { latitudes += 1 }
    }
  }

  private static func byContent(columnCount: Int, sample: CSVChunk, dialect: CSVDialect)
    -> PlacementColumns?
  {
    var contents = [Content](repeating: Content(), count: columnCount)
    let records = CSVRecords(sample.bytes, dialect: dialect, most: 200)
    for record in 0..<records.count {
      for (index, text) in records.texts(record).enumerated() where index < columnCount {
        contents[index].look(at: text)
      }
    }
    func only(_ count: KeyPath<Content, Int>) -> Int? {
      let matching = contents.indices.filter {
        contents[$0].filled > 0 && contents[$0][keyPath: count] == contents[$0].filled
      }
      return matching.count == 1 ? matching[0] : nil
    }
    if let y = only(\.northings) {
      let eastings = contents.indices.filter {
        contents[$0].filled > 0 && contents[$0].eastings == contents[$0].filled
      }
      // A serial number can look like an easting; the column next to the northings is meant.
      if let x = eastings.count == 1 ? eastings[0] : eastings.first(where: { abs($0 - y) == 1 }) {
        return .rd(x: x, y: y)
      }
    }
    if let lon = only(\.longitudes), let lat = only(\.latitudes) {
      return .lonLat(lon: lon, lat: lat)
    }
    for level in AreaLevel.cbs {
      for index in contents.indices
      where contents[index].filled > 0 && contents[index].codes[level] == contents[index].filled {
        return .code(index, level)
      }
    }
    return nil
  }
}
