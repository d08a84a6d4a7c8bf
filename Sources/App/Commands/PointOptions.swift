internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding

/// The options of `geocode` about points on which records are heaped.
struct PointOptions: ParsableArguments {
  @Option(
    help: """
      Look for points on which records are heaped, tell how many there are, and write them with \
      their counts to this work file.
      """)
  var points: String?

  @Option(help: "A point is a heap from this number of records on.")
  var pointsMinimum: Int = 10

  @Option(help: "A point is a heap from this share of the records of its buurt on.")
  var pointsShare: Double = 0.2

  @Option(
    help: """
      A list of points where records do not belong: CSV with postcode;huisnummer or, with --areas, \
      x;y (and straal in metres), and wat: weglaten, eigen_regel (with naam) or alleen_gemeente.
      """)
  var specialPoints: String?

  func validate() throws {
    guard pointsMinimum >= 1 else {
      throw ValidationError("--points-minimum \(pointsMinimum): a number of records, 1 or more.")
    }
    guard pointsShare >= 0, pointsShare <= 1 else {
      throw ValidationError("--points-share \(pointsShare): a share from 0 to 1.")
    }
    guard points != "-" else {
      throw ValidationError("--points: a work file; it cannot go to standard output.")
    }
  }

  /// The list of special points, opened.
  func specialPointsFile() throws -> CSVFile? {
    try specialPoints.map { try RecordSource.open($0) }
  }

  /// Tells how many heaps there are, and never where, and writes them when that was asked.
  func report<Place>(
    _ points: DefaultPoints<Place>, table: ([DefaultPoints<Place>.Heap]) -> [UInt8]
  ) throws {
    let heaps = points.heaps(minimum: pointsMinimum, share: pointsShare)
    if points.mayMiss {
      Terminal.error("There are too many different points to count all; heaps may be missing.")
    }
    if !heaps.isEmpty {
      Terminal.error(
        "\(heaps.count) \(heaps.count == 1 ? "point holds" : "points hold") \(pointsMinimum) or more "
          + "records and at least \(percentage) % of those of \(heaps.count == 1 ? "its" : "their") "
          + "buurt.")
    }
    guard let path = self.points else { return }
    var output = try OutputFile(path: path, access: .ownerOnly)
    try output.write(table(heaps))
    try output.commit()
  }

  private var percentage: String {
    var bytes: [UInt8] = []
    bytes.append(fixed: pointsShare * 100, decimals: 1)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
