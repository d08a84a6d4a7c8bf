/// A closed line: the boundary of a polygon or of a hole in it.
///
/// Shape: at least four positions, the first equal to the last, all finite.
/// Not guaranteed: that the line does not cross itself (see `Topology`), or any winding order.
public struct Ring: Hashable, Sendable {
  /// The positions in order, the first repeated at the end.
  public let positions: [Position]

  /// Makes a ring.
  /// - Throws: ``RingError`` when the line has fewer than four positions, does not close, or holds
  ///   a coordinate that is no number.
  public init(_ positions: [Position]) throws(RingError) {
    guard positions.count >= 4 else { throw .tooFewPositions(positions.count) }
    guard positions[0] == positions[positions.count - 1] else { throw .notClosed }
    for position in positions where !position.isFinite { throw .notFinite }
    self.positions = positions
  }

  /// Twice the area with sign, in square units: positive when the ring runs counter-clockwise.
  ///
  /// The first position is taken as origin, so that coordinates far from zero lose no digits.
  private var doubledSignedArea: Double {
    let origin = positions[0]
    var sum = 0.0
    for index in 1..<(positions.count - 1) {
      let a = positions[index]
      let b = positions[index + 1]
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum
  }

  /// The enclosed area with sign, in square units of the coordinates: positive when the ring runs
  /// counter-clockwise. For a line that crosses itself the figure has no meaning.
  public var signedArea: Double { doubledSignedArea / 2 }

  /// The same ring, running counter-clockwise (`true`) or clockwise (`false`).
  ///
  /// A ring without area is returned as it is.
  public func wound(counterClockwise: Bool) -> Ring {
    let area = signedArea
    guard area != 0, (area > 0) != counterClockwise else { return self }
    return Ring(unchecked: positions.reversed())
  }

  /// The smallest box around the ring.
  public var box: Box {
    var box = Box.empty
    for position in positions { box.extend(to: position) }
    return box
  }

  init(unchecked positions: [Position]) {
    self.positions = positions
  }
}

/// Why a line is no ring.
public enum RingError: Error, Hashable, Sendable {
  /// A ring has at least four positions; the line has this many.
  case tooFewPositions(Int)
  /// The last position differs from the first.
  case notClosed
  /// A coordinate is NaN or infinite.
  case notFinite
}
