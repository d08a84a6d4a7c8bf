public import Areas
public import ArgumentParser
public import SpatialStatistics

// Values that options take by their names.
extension AreaLevel: ExpressibleByArgument {}
extension WeightStyle: ExpressibleByArgument {}
extension IslandPolicy: ExpressibleByArgument {}
extension Alternative: ExpressibleByArgument {}
extension FalseDiscoveryRate: ExpressibleByArgument {}
extension StandardisedRatio.Interval: ExpressibleByArgument {}
