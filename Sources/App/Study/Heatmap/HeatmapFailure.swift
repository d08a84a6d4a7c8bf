public import CSV
internal import Disclosure
internal import Heatmaps

/// Why a heatmap cannot be made, beyond errors in files.
public enum HeatmapFailure: Error, Hashable, Sendable {
  /// No gemeente has this name or code.
  case unknownGemeente(String, nearest: String?, known: [String])
  /// The records have no such column.
  case unknownColumn(String, known: ColumnNames)
  /// Several columns have the name; their places, counted from 1.
  case repeatedColumn(String, places: [Int])
  /// The records have codes instead of coordinates.
  case noCoordinates(path: String)
  /// A column shows that the records are homes or persons.
  case homes(column: String)
  /// The weight of a record is negative.
  case negativeWeight(row: Int)
  /// The areas have no numbers of inhabitants.
  case noInhabitants
  /// The folder with label points needs the year of an edition.
  case noYear

  var sentence: String {
    switch self {
    case .unknownGemeente(let name, let nearest, let known):
      "--gemeente: there is no gemeente '\(name)'."
        + (nearest.map { " Did you mean '\($0)'?" } ?? "")
        + " Its gemeenten: \(known.prefix(10).joined(separator: ", "))"
        + (known.count > 10 ? " and \(known.count - 10) more." : ".")
    case .unknownColumn(let column, let known):
      "there is no column '\(column)'. \(known.sentence)"
    case .repeatedColumn(let column, let places):
      "columns \(places.map { "\($0)" }.joined(separator: " and ")) are called '\(column)', so that it is not "
        + "sure which is meant. Give each a name of its own in the file."
    case .noCoordinates(let path):
      "\(path): a heatmap needs coordinates, and these records have codes of areas. Name the columns "
        + "with --columns x=…,y=… or lon=…,lat=…"
    case .homes(let column):
      "the column '\(column)' says that the records are about persons or their homes. No heatmap is "
        + "made of these; count them per area with 'wijkzicht run'. Nothing was written."
    case .negativeWeight(let row):
      "row \(row): the weight is negative. Weights are 0 or more."
    case .noInhabitants:
      "in proportion to inhabitants: the areas have no column with inhabitants (aantal_inwoners). Name a Wijk- en "
        + "Buurtkaart with figures."
    case .noYear:
      "--areas names a folder with label points; name its edition with --peildatum, for instance "
        + "2024-12-31."
    }
  }
}

extension HeatmapError {
  var sentence: String {
    switch self {
    case .badBandwidth(let value): "the bandwidth \(value) must be a distance in metres above 0."
    case .bandwidthLargerThanWindow(let value, let extent):
      "the bandwidth of \(Self.metres(value)) m is larger than the area, which measures "
        + "\(Self.metres(extent)) m: the map would show one flat colour. Choose a smaller one."
    case .badCellSize(let value, _):
      "the cell size \(value) must be a length in metres above 0 and at most the bandwidth."
    case .tooManyCells(let count, let limit):
      "the grid would have "
        + (count == Int.max ? "too many" : "\(count)") + " cells; at most \(limit) are allowed. "
        + "Choose larger cells."
    case .badWeight: "a weight is negative or no number."
    case .badPosition: "a coordinate is no number."
    case .noPoints: "no record that counts lies in the area."
    case .tooFewPoints(let count):
      (count == 1
        ? "all records that count lie at one place, so no rule can choose a bandwidth"
        : "no rule can choose a bandwidth from \(count) different places") + ". Give one in metres."
    case .uniformWithAdaptive:
      "adaptive bandwidths go with edge correction diggle or none; uniform knows one bandwidth only."
    case .emptyWindow: "the areas have no surface."
    }
  }

  /// A number without decimals.
  static func metres(_ value: Double) -> String {
    Int(exactly: value.rounded()).map { "\($0)" } ?? "\(value)"
  }
}

extension GridRefusal {
  var sentence: String {
    switch self {
    case .homeAddresses:
      "no heatmap is made of homes: a home is one point, and stays there. Count them per area with "
        + "'wijkzicht run'. Nothing was written."
    case .bandwidthTooSmall(let value, let minimum):
      "the bandwidth of \(HeatmapError.metres(value)) m is under \(HeatmapError.metres(minimum)) m, the least for records that are "
        + "not open data. Choose a larger one. Nothing was written."
    case .cellTooSmall(let value, let minimum, let bandwidth):
      "cells of \(HeatmapError.metres(value)) m are under \(HeatmapError.metres(minimum)) m, the least for records that are "
        + "not open data at a bandwidth of \(HeatmapError.metres(bandwidth)) m. Choose larger ones. Nothing was written."
    case .addressesNotLimited:
      "the density counts addresses without a limit, and the map would show where the one with most "
        + "records is. Make it with the limit of the rule. Nothing was written."
    case .weightStandsOut(let limit):
      "a record weighs more than \(HeatmapError.metres(limit)) times the mean, and the map would show "
        + "where that one is. Cap the weights, or leave them out. Nothing was written."
    case .tooFewRecords(let minimum):
      "fewer than \(minimum) records lie in the area, so no cell may be shown. Take a longer period "
        + "or a larger area. Nothing was written."
    }
  }
}
