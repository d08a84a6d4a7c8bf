/// The areas around a middle, nearest first, as far as circles may reach.
struct NeighbourOrder: Sendable {
  /// The areas, the middle itself first.
  let areas: [Int32]
  /// Whether a circle can end behind the area: not between two at the same distance.
  let isEnd: [Bool]
}

/// Puts the areas in order around any of them.
struct NeighbourSorter: Sendable {
  let x: [Double]
  let y: [Double]
  /// The population per area, over all periods.
  let population: [Double]
  let populationLimit: Double

  /// The order around one area; circles that hold more than the limit are left out.
  ///
  /// Areas at the same distance are in the order in which they were given; they come into a circle
  /// together. The middle itself belongs to its smallest circle even when that holds too much.
  /// - Complexity: O(areas), by distribution over digits of the distance.
  func order(around centre: Int, using scratch: inout Scratch) -> NeighbourOrder {
    let count = x.count
    for area in 0..<count {
      let (dx, dy) = (x[area] - x[centre], y[area] - y[centre])
      let square = dx * dx + dy * dy
      scratch.distances[area] = square
      // Positive floating-point numbers have the order of their bits.
      scratch.keys[area] = UInt64(Float(square).bitPattern) << 32 | UInt64(UInt32(area))
    }
    scratch.sortKeys()
    // What a Float cannot tell apart is put in order by the exact square.
    let exact = scratch.distances
    for place in 1..<count {
      let key = scratch.keys[place]
      let area = Int(UInt32(truncatingIfNeeded: key))
      var free = place
      while free > 0 {
        let other = Int(UInt32(truncatingIfNeeded: scratch.keys[free - 1]))
        guard (exact[area], area) < (exact[other], other) else { break }
        scratch.keys[free] = scratch.keys[free - 1]
        free -= 1
      }
      scratch.keys[free] = key
    }
    var areas: [Int32] = []
    var isEnd: [Bool] = []
    var inside = 0.0
    var place = 0
    while place < count {
      var end = place
      let square = exact[Int(UInt32(truncatingIfNeeded: scratch.keys[place]))]
      var added = 0.0
      while end < count {
        let area = Int(UInt32(truncatingIfNeeded: scratch.keys[end]))
        guard exact[area] == square else { break }
        added += population[area]
        end += 1
      }
      guard inside + added <= populationLimit else { break }
      inside += added
      for position in place..<end {
        areas.append(Int32(truncatingIfNeeded: scratch.keys[position] & 0xFFFF_FFFF))
        isEnd.append(position == end - 1)
      }
      place = end
    }
    return NeighbourOrder(areas: areas, isEnd: isEnd)
  }

  /// Room to sort in, used again for every middle.
  struct Scratch {
    var distances: [Double]
    var keys: [UInt64]
    private var other: [UInt64]
    private var counts = [Int](repeating: 0, count: 3 << 11)

    init(count: Int) {
      distances = [Double](repeating: 0, count: count)
      keys = [UInt64](repeating: 0, count: count)
      other = keys
    }

    /// Sorts by the upper half, in three passes of 11 bits; equal keys keep their order.
    mutating func sortKeys() {
      for place in counts.indices { counts[place] = 0 }
      for key in keys {
        counts[Int(key >> 32 & 0x7FF)] += 1
        counts[0x800 + Int(key >> 43 & 0x7FF)] += 1
        counts[0x1000 + Int(key >> 54)] += 1
      }
      for pass in 0..<3 {
        var start = 0
        for digit in pass << 11..<(pass + 1) << 11 {
          (counts[digit], start) = (start, start + counts[digit])
        }
        let shift = UInt64(32 + 11 * pass)
        for key in keys {
          let digit = pass << 11 + Int(key >> shift & 0x7FF)
          other[counts[digit]] = key
          counts[digit] += 1
        }
        swap(&keys, &other)
      }
    }
  }
}
