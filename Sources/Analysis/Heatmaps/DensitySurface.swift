/// Exact densities on a grid, with the number of records behind each cell.
///
/// From these the places of single records can be computed. Never publish it: `PublishedGrid` in
/// `Disclosure` makes the classes that may be shown.
public struct DensitySurface: Sendable {
  /// The grid.
  public let frame: CellFrame
  /// The value of each cell: per square metre, or a ratio.
  public let values: [Double]
  /// Whether the middle of each cell lies in the window.
  public let isInside: [Bool]
  /// Whether a cell lies in the window or so near that its value is needed to draw up to the boundary.
  public let isNear: [Bool]
  /// The number of records within the (smallest) bandwidth h of the middle of each cell, each weighed
  /// (1 − d²/h²)² by its distance d: never more than their number.
  public let records: [Double]
  /// The number of different addresses, weighed in the same way; one is a square of a metre.
  public let addresses: [Double]
  /// The most that one address adds to ``records``; 0 where no address counts for more than the records
  /// that a limit lets any address count for, or when there is no limit.
  public let largest: [Double]

  /// How many cells outside the window have a value.
  public static let margin = 2

  init(
    frame: CellFrame, values: [Double], isInside: [Bool], isNear: [Bool], records: [Double],
    addresses: [Double], largest: [Double]
  ) {
    self.frame = frame
    self.values = values
    self.isInside = isInside
    self.isNear = isNear
    self.records = records
    self.addresses = addresses
    self.largest = largest
  }

  /// The sum of the cells in the window times the surface of a cell: about the sum of the weights, with
  /// Diggle's correction ever closer for smaller cells.
  public var integral: Double {
    zip(values, isInside).reduce(0) { $1.1 ? $0 + $1.0 : $0 } * frame.cellArea
  }

  /// The same cells with other values.
  func with(values: [Double]) -> DensitySurface {
    DensitySurface(
      frame: frame, values: values, isInside: isInside, isNear: isNear, records: records,
      addresses: addresses, largest: largest)
  }
}

extension CellFrame {
  /// The cells within `distance` cells, along rows and columns, of a cell that is set.
  func dilated(_ cells: [Bool], by distance: Int) -> [Bool] {
    var wide = [Bool](repeating: false, count: count)
    for row in 0..<rows {
      for column in 0..<columns where cells[row * columns + column] {
        for near in max(column - distance, 0)...min(column + distance, columns - 1) {
          wide[row * columns + near] = true
        }
      }
    }
    var result = wide
    for row in 0..<rows {
      for near in max(row - distance, 0)...min(row + distance, rows - 1) where near != row {
        for column in 0..<columns where wide[row * columns + column] {
          result[near * columns + column] = true
        }
      }
    }
    return result
  }
}
