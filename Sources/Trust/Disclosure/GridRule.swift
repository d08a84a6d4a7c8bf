public import Heatmaps

/// The protection of a density of records.
public struct GridRule: Hashable, Sendable {
  /// A cell with fewer records within the bandwidth is not shown. Records are weighed by their distance,
  /// 1 at the middle of the cell to 0 at the bandwidth, so a cell that is shown has more than this many.
  public let minimumRecords: Int
  /// A cell with records from fewer addresses within the bandwidth, weighed too, is not shown.
  public let minimumAddresses: Int
  /// How much one address may count for. With 98 records at one address and one at two others each the
  /// first two rules are met, and the map would show where the 98 are.
  public let addressLimit: AddressLimit
  /// A cell where one address counts for more than this share of the records nearby is not shown: at the
  /// outskirts of a limited address it may be all there is.
  public let largestShare: Double
  /// A smaller bandwidth in metres is refused.
  public let minimumBandwidth: Double
  /// A cell with a smaller side in metres is refused.
  public let minimumCellSize: Double
  /// A cell with a side that is a smaller part of the bandwidth is refused: with many cells to a
  /// bandwidth the lines between classes follow the density closely.
  public let minimumCellShare: Double
  /// A record that weighs more than this many times the mean is refused: around it the density has the
  /// shape of the kernel, and hiding the cells there would draw a circle around it.
  public let largestWeight: Double
  /// Totals are rounded to the nearest multiple of this.
  public let roundingBase: Int

  /// The rule for all records that are not open data, whoever the audience is: maps travel.
  public static let closed = GridRule(
    minimumRecords: 10, minimumAddresses: 3,
    addressLimit: AddressLimit(share: 0.3, records: 3), largestShare: 0.5, minimumBandwidth: 300,
    minimumCellSize: 50,
    minimumCellShare: 0.05, largestWeight: 3, roundingBase: 5)

  /// The smallest side of a cell in metres at a bandwidth.
  public func smallestCell(atBandwidth bandwidth: Double) -> Double {
    max(minimumCellSize, minimumCellShare * bandwidth)
  }

  /// Whether one of the weights is more than ``largestWeight`` times the mean of those above 0.
  public func standsOut(_ weights: [Double]) -> Bool {
    let positive = weights.filter { $0 > 0 }
    guard let largest = positive.max() else { return false }
    // Shares of the largest, so that no sum is beyond all numbers.
    let mean = positive.reduce(0) { $0 + $1 / largest } / Double(positive.count)
    return 1 > largestWeight * mean
  }
}

/// What the points of a heatmap are, as their owner declares it.
public enum PointSource: String, Hashable, Sendable, CaseIterable {
  /// Open data: anybody may have the points themselves.
  case open
  /// Incidents, reports, inspections: things that happened somewhere.
  case incidents
  /// Firms and other establishments.
  case establishments
  /// Where people live. No heatmap is made of these: a home is one point, and stays there.
  case homes

  /// The rule, or nil for open data.
  public var rule: GridRule? { self == .open ? nil : .closed }
}

/// Why a density may not be shown at all.
public enum GridRefusal: Error, Hashable, Sendable {
  /// The points are homes.
  case homeAddresses
  /// The (smallest) bandwidth is under the minimum of the rule, in metres.
  case bandwidthTooSmall(Double, minimum: Double)
  /// The side of a cell is under the minimum of the rule at this bandwidth, in metres.
  case cellTooSmall(Double, minimum: Double, bandwidth: Double)
  /// There are fewer records in all than a single cell needs.
  case tooFewRecords(minimum: Int)
  /// The density was made without the limit of the rule on what one address counts for.
  case addressesNotLimited
  /// A record weighs more than so many times the mean of those that weigh anything.
  case weightStandsOut(limit: Double)
}
