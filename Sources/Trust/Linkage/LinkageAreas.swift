/// The areas over which is counted, chosen without looking at the registers: a row that is there only
/// when there is somebody would tell that there is.
public struct LinkageAreas: Hashable, Sendable {
  /// An area.
  public struct Area: Hashable, Sendable {
    /// `GM0599`, `WK059901`.
    public let code: String
    /// Its name.
    public let name: String

    /// Names an area.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// What a row of the result is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// A wijk.
    case wijk
    /// A gemeente, without those who are registered in 's-Gravenhage for want of an address.
    case gemeente
    /// Those who are registered in 's-Gravenhage for want of an address.
    case withoutFixedAddress = "zonder_vaste_woonplaats"
    /// All other places, and those who have none.
    case elsewhere = "overig"
    /// All together.
    case total = "totaal"
  }

  /// The gemeenten.
  public let gemeenten: [Area]
  /// The wijken of those gemeenten; none when is counted by gemeente.
  public let wijken: [Area]

  /// Chooses areas.
  public init(gemeenten: [Area], wijken: [Area] = []) {
    self.gemeenten = gemeenten.sorted { $0.code < $1.code }
    let codes = Set(gemeenten.map(\.code))
    self.wijken = wijken.filter { codes.contains("GM" + $0.code.dropFirst(2).prefix(4)) }
      .sorted { $0.code < $1.code }
  }

  /// The rows, and the units of which each is the sum.
  var rows: [(level: Level, area: Area, units: [Int])] {
    var rows: [(Level, Area, [Int])] = []
    for (place, wijk) in wijken.enumerated() { rows.append((.wijk, wijk, [place])) }
    var own: [Substring: [Int]] = [:]
    for (place, wijk) in wijken.enumerated() {
      own[wijk.code.dropFirst(2).prefix(4), default: []].append(place)
    }
    for (place, gemeente) in gemeenten.enumerated() {
      rows.append(
        (
          .gemeente, gemeente,
          (own[gemeente.code.dropFirst(2)] ?? []) + [wijken.count + place]
        ))
    }
    let known = wijken.count + gemeenten.count
    rows.append(
      (
        .withoutFixedAddress,
        Area(code: LinkPlace.registering, name: "zonder vaste woonplaats"), [known]
      ))
    rows.append((.elsewhere, Area(code: "", name: "overige en onbekende gemeenten"), [known + 1]))
    rows.append((.total, Area(code: "", name: "totaal"), Array(0..<unitCount)))
    return rows
  }

  /// The units: wijken, gemeenten as far as no wijk is known, without fixed address, elsewhere.
  var unitCount: Int { wijken.count + gemeenten.count + 2 }

  /// The unit of each place.
  func units(of places: [LinkPlace]) -> [Int] {
    let known = wijken.count + gemeenten.count
    var numbers: [String: Int] = [:]
    for (place, area) in (wijken + gemeenten).enumerated() { numbers[area.code] = place }
    return places.map { place in
      switch place {
      case .withoutFixedAddress: known
      case .unknown: known + 1
      case .gemeente(let code): numbers[code] ?? known + 1
      case .wijk(let code): numbers[code] ?? place.gemeente.flatMap { numbers[$0] } ?? known + 1
      }
    }
  }
}
