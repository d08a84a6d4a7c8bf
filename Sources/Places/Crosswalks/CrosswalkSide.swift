public import Areas

/// The areas at one end of a crosswalk: of which year and level they are, and their codes.
public struct CrosswalkSide: Hashable, Sendable {
  /// The year of the areas; nil for areas that have none, such as PC4.
  public let year: Int?
  /// The name of the level, such as `buurt`.
  public let level: String
  /// The codes, sorted; no code occurs twice.
  public let codes: [String]
  /// The names, in the order of the codes.
  public let names: [String]

  /// Describes areas.
  /// - Precondition: as many names as codes, and codes sorted.
  public init(year: Int?, level: String, codes: [String], names: [String]) {
    precondition(codes.count == names.count, "one name per code")
    self.year = year
    self.level = level
    self.codes = codes
    self.names = names
  }

  /// Describes the areas of a layer.
  public init(_ layer: AreaLayer, year: Int?) {
    self.init(
      year: year, level: layer.level.rawValue, codes: layer.areas.map(\.code),
      names: layer.areas.map(\.name))
  }

  /// As people write it: `buurt 2024`.
  public var description: String { year.map { "\(level) \($0)" } ?? level }

  /// The place of a code.
  public func ordinal(of code: String) -> Int? {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code ? low : nil
  }
}
