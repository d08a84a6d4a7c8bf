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
    var bytes: [UInt8] = []
    bytes.append(record: columns, dialect: .semicolon)
    let conversions = crosswalk.conversions
    let reused = Set(crosswalk.reusedCodes.map(\.code))
    func row(_ a: Int?, _ b: Int?, _ cells: [String]) {
      let sides =
        side(crosswalk.from, a) + side(crosswalk.to, b)
      let made =
        b.map { place -> [String] in
          [
            text(conversions[place].share, decimals: 4), conversions[place].grade.rawValue,
            reused.contains(crosswalk.to.codes[place]) ? "code_hergebruikt" : "",
          ]
        } ?? ["", "", ""]
      bytes.append(record: sides + cells + made, dialect: .semicolon)
    }
    for link in crosswalk.links {
      row(
        link.from, link.to,
        [link.weight.shortest, link.share.shortest, link.kind.rawValue])
    }
    let kind = crosswalk.mainKind.rawValue
    let unlinked = Set(crosswalk.unlinked)
    for (place, weight) in crosswalk.uncovered.enumerated()
    where weight > 0 || unlinked.contains(place) {
      row(place, nil, [weight.shortest, "", kind])
    }
    for (place, weight) in crosswalk.unfilled.enumerated()
    where weight > 0 || crosswalk.incomingStarts[place] == crosswalk.incomingStarts[place + 1] {
      row(nil, place, [weight.shortest, "", kind])
    }
    return bytes
  }

  private static func side(_ side: CrosswalkSide, _ place: Int?) -> [String] {
    [side.year.map { "\($0)" } ?? "", side.level]
      + (place.map { [side.codes[$0], side.names[$0]] } ?? ["", ""])
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
