internal import Bytes
internal import CSV

/// The file of a crosswalk: CSV with one row per pair of areas that have something in common.
///
/// Rows without `naar_code` hold what lies in no area of the other side, those without `van_code` what
/// was in none. The columns `naar_omgezet` and `naar_graad` say how each area is made; they are for
/// people, and not read.
public enum CrosswalkFile {
  /// The columns, in order.
  public static let columns = [
    "van_jaar", "van_niveau", "van_code", "van_naam", "naar_jaar", "naar_niveau", "naar_code",
    "naar_naam", "gewicht", "aandeel", "soort", "naar_omgezet", "naar_graad", "let_op",
  ]

  /// The bytes of a file.
  public static func bytes(_ crosswalk: Crosswalk) -> [UInt8] {
    let conversions = crosswalk.conversions
    let reused = Set(crosswalk.reusedCodes.map(\.code))
    // What is said of an area is the same in all its rows.
    let from = sides(crosswalk.from)
    let to = sides(crosswalk.to)
    let made = conversions.indices.map { place in
      fields([
        text(conversions[place].share, decimals: 4), conversions[place].grade.rawValue,
        reused.contains(crosswalk.to.codes[place]) ? "code_hergebruikt" : "",
      ])
    }
    let notMade = fields(["", "", ""])
    var bytes: [UInt8] = []
    bytes.append(record: columns, dialect: .semicolon)
    func row(_ a: Int?, _ b: Int?, _ weight: Double, _ share: Double?, _ kind: WeightKind) {
      bytes += from[a ?? from.count - 1]
      bytes += to[b ?? to.count - 1]
      bytes.append(contentsOf: weight.shortest.utf8)
      bytes.append(delimiter)
      if let share { bytes.append(contentsOf: share.shortest.utf8) }
      bytes.append(delimiter)
      bytes.append(contentsOf: kind.rawValue.utf8)
      bytes.append(delimiter)
      bytes += b.map { made[$0] } ?? notMade
      bytes[bytes.count - 1] = 0x0A
    }
    for link in crosswalk.links { row(link.from, link.to, link.weight, link.share, link.kind) }
    let kind = crosswalk.mainKind
    let unlinked = Set(crosswalk.unlinked)
    for (place, weight) in crosswalk.uncovered.enumerated()
    where weight > 0 || unlinked.contains(place) {
      row(place, nil, weight, nil, kind)
    }
    for (place, weight) in crosswalk.unfilled.enumerated()
    where weight > 0 || crosswalk.incomingStarts[place] == crosswalk.incomingStarts[place + 1] {
      row(nil, place, weight, nil, kind)
    }
    return bytes
  }

  private static let delimiter = CSVDialect.semicolon.delimiter

  /// Fields with a delimiter behind each.
  private static func fields(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      bytes.append(field: text, dialect: .semicolon)
      bytes.append(delimiter)
    }
    return bytes
  }

  /// The first fields of the rows of each area, and behind those of the last what a row without an area
  /// has.
  private static func sides(_ side: CrosswalkSide) -> [[UInt8]] {
    let year = side.year.map { "\($0)" } ?? ""
    return side.codes.indices.map { fields([year, side.level, side.codes[$0], side.names[$0]]) }
      + [fields([year, side.level, "", ""])]
  }

  private static func text(_ number: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: number, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a crosswalk, one of ours or one from elsewhere with at least `van_code`, `naar_code`,
  /// `aandeel`, `van_niveau` and `naar_niveau`.
  ///
  /// Shares of an area must add up to 1, give or take a thousandth; they are then made to.
  /// - Throws: ``CrosswalkError``.
  public static func read(_ path: String) throws(CrosswalkError) -> Crosswalk {
    do throws(CSVError) {
      let file = try CSVFile(path: path)
      return try CrosswalkRows(file).crosswalk()
    } catch {
      if case .source(let failure) = error, let fault = failure.error as? CrosswalkError {
        throw fault
      }
      throw .csv(error)
    }
  }
}

extension Double {
  /// The shortest text that is the same number: "12", "0.1".
  fileprivate var shortest: String {
    self == rounded() && abs(self) < 1e15 ? "\(Int64(self))" : description
  }
}
