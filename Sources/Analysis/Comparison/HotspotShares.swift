/// Which part of the inhabitants of each city lives in areas where values lie high, or low, together.
public struct HotspotShares: Hashable, Sendable {
  /// What an area is.
  public enum Place: Hashable, Sendable {
    /// Values lie high together.
    case hot
    /// Values lie low together.
    case cold
    /// Tested, and neither.
    case neither
  }

  /// One city.
  public struct City: Hashable, Sendable {
    /// The gemeente.
    public let gemeentecode: String
    /// The inhabitants of the areas that were tested.
    public let inhabitants: Double
    /// The share of them in hot spots; nil when no area with inhabitants was tested.
    public let hot: Double?
    /// The share of them in cold spots.
    public let cold: Double?
  }

  /// The cities, in the order in which they were given.
  public let cities: [City]

  /// Adds inhabitants up.
  /// - Parameters:
  ///   - places: what each area is; nil when it was not tested.
  ///   - inhabitants: of each area; nil counts as none.
  ///   - gemeentecodes: the gemeente of each area.
  public init(
    places: [Place?], inhabitants: [Double?], gemeentecodes: [String], cities codes: [String]
  ) {
    cities = codes.map { code in
      func sum(_ isWanted: (Place) -> Bool) -> Double {
        places.indices.reduce(0) { sum, area in
          guard gemeentecodes[area] == code, let place = places[area], isWanted(place) else {
            return sum
          }
          return sum + (inhabitants[area] ?? 0)
        }
      }
      let all = sum { _ in true }
      return City(
        gemeentecode: code, inhabitants: all, hot: all > 0 ? sum { $0 == .hot } / all : nil,
        cold: all > 0 ? sum { $0 == .cold } / all : nil)
    }
  }
}
