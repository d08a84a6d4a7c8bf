import Geometry
import Heatmaps

/// An attacker who looks at the border between cells that are shown and cells that are not.
///
/// Where one record more makes a cell shown, that record lies within the bandwidth of the shown cell and
/// not of its hidden neighbour: in a thin crescent. All borders vote for the places in their crescents,
/// and records are looked for where votes gather.
struct BorderAttack {
  let frame: CellFrame
  let bandwidth: Double
  let side: Double
  private let step = 10.0

  /// The places with most votes, at least 30 m apart.
  func peaks(_ isShown: [Bool], count: Int) -> [Position] {
    let width = Int(side / step)
    var votes = [Double](repeating: 0, count: width * width)
    for (shown, hidden) in borders(isShown) { vote(shown, hidden, in: &votes, width: width) }
    var left = contrast(votes, width: width)
    let apart = 3
    return (0..<count).map { _ in
      let best = left.indices.max { left[$0] < left[$1] } ?? 0
      let (row, column) = (best / width, best % width)
      for near in max(row - apart, 0)...min(row + apart, width - 1) {
        for other in max(column - apart, 0)...min(column + apart, width - 1) {
          left[near * width + other] = -.infinity
        }
      }
      return middle(column, row)
    }
  }

  private func middle(_ column: Int, _ row: Int) -> Position {
    Position(x: (Double(column) + 0.5) * step, y: (Double(row) + 0.5) * step)
  }

  /// Neighbours of which one is shown and the other is not.
  private func borders(_ isShown: [Bool]) -> [(Position, Position)] {
    var borders: [(Position, Position)] = []
    for cell in 0..<frame.count {
      let (row, column) = (cell / frame.columns, cell % frame.columns)
      var others: [Int] = []
      if column + 1 < frame.columns { others.append(cell + 1) }
      if row + 1 < frame.rows { others.append(cell + frame.columns) }
      for other in others where isShown[cell] != isShown[other] {
        let pair = isShown[cell] ? (cell, other) : (other, cell)
        borders.append((frame.center(pair.0), frame.center(pair.1)))
      }
    }
    return borders
  }

  private func vote(
    _ shown: Position, _ hidden: Position, in votes: inout [Double], width: Int
  ) {
    let reach = bandwidth * bandwidth
    var crescent: [Int] = []
    let rows =
      max(
        Int((shown.y - bandwidth) / step), 0)...min(
        Int((shown.y + bandwidth) / step), width - 1)
    for row in rows {
      let y = (Double(row) + 0.5) * step
      let (dy, oy) = ((y - shown.y) * (y - shown.y), (y - hidden.y) * (y - hidden.y))
      let half = max(reach - dy, 0).squareRoot()
      let first = max(Int((shown.x - half) / step), 0)
      let last = min(Int((shown.x + half) / step), width - 1)
      guard first <= last else { continue }
      for column in first...last {
        let x = (Double(column) + 0.5) * step
        let (dx, ox) = ((x - shown.x) * (x - shown.x), (x - hidden.x) * (x - hidden.x))
        if dx + dy <= reach, ox + oy > reach { crescent.append(row * width + column) }
      }
    }
    for place in crescent { votes[place] += 1 / Double(crescent.count) }
  }

  /// The votes beyond the mean of their surroundings, a square of 150 m.
  private func contrast(_ votes: [Double], width: Int) -> [Double] {
    let reach = 7
    var sums = [Double](repeating: 0, count: (width + 1) * (width + 1))
    for row in 0..<width {
      var line = 0.0
      for column in 0..<width {
        line += votes[row * width + column]
        sums[(row + 1) * (width + 1) + column + 1] = sums[row * (width + 1) + column + 1] + line
      }
    }
    return votes.indices.map { place in
      let (row, column) = (place / width, place % width)
      let (south, north) = (max(row - reach, 0), min(row + reach + 1, width))
      let (west, east) = (max(column - reach, 0), min(column + reach + 1, width))
      let sum =
        sums[north * (width + 1) + east] - sums[south * (width + 1) + east]
        - sums[north * (width + 1) + west] + sums[south * (width + 1) + west]
      return votes[place] - sum / Double((north - south) * (east - west))
    }
  }

  /// How many of the peaks lie within `distance` of a record.
  static func hits(_ peaks: [Position], _ records: [Position], within distance: Double) -> Int {
    peaks.count { peak in
      records.contains {
        ($0.x - peak.x) * ($0.x - peak.x) + ($0.y - peak.y) * ($0.y - peak.y)
          <= distance * distance
      }
    }
  }
}
