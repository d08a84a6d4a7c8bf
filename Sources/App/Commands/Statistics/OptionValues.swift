public import Areas
public import ArgumentParser
public import SpatialStatistics

// Values that options take by their names.
extension AreaLevel: ExpressibleByArgument {
  /// The level of CBS with a name, or one of somebody's own.
  public init?(argument: String) {
    if let level = AreaLevel.cbs.first(where: { $0.rawValue == argument }) {
      self = level
      return
    }
    guard argument.wholeMatch(of: /[a-z][a-z0-9_\-]*/) != nil else { return nil }
    self = .own(argument)
  }

  /// The name.
  public var defaultValueDescription: String { rawValue }
}
extension WeightStyle: ExpressibleByArgument {}
extension IslandPolicy: ExpressibleByArgument {}
extension Alternative: ExpressibleByArgument {}
extension FalseDiscoveryRate: ExpressibleByArgument {}
extension StandardisedRatio.Interval: ExpressibleByArgument {}
