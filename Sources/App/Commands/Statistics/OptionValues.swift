public import Areas
public import ArgumentParser
public import SpatialStatistics

// Values that options take by their names.
extension AreaLevel: ExpressibleByArgument {
  /// The level of CBS with a name.
  public init?(argument: String) {
    guard let level = AreaLevel.cbs.first(where: { $0.rawValue == argument }) else { return nil }
    self = level
  }

  /// The names of the levels of CBS.
  public static var allValueStrings: [String] { AreaLevel.cbs.map(\.rawValue) }

  /// The name.
  public var defaultValueDescription: String { rawValue }
}
extension WeightStyle: ExpressibleByArgument {}
extension IslandPolicy: ExpressibleByArgument {}
extension Alternative: ExpressibleByArgument {}
extension FalseDiscoveryRate: ExpressibleByArgument {}
extension StandardisedRatio.Interval: ExpressibleByArgument {}
